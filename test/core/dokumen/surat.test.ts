import { describe, expect, it } from "vitest";
import { type Instansi, kopOf, tempatOf } from "../../../src/core/dokumen/kop.ts";
import { hariTanggal, tempatTanggalSurat } from "../../../src/core/dokumen/surat.ts";
import { undangan } from "../../../src/core/dokumen/undangan.ts";
import { acara, surat, suratByNama, tanggal, textOf } from "./sample.ts";

describe("letters and forms", () => {
  it.each<[keyof typeof suratByNama, readonly string[]]>([
    [
      "lembar disposisi",
      [
        "Surat dari: Inspektorat Kabupaten Balangan",
        "Diterima tanggal: 5 Januari 2027",
        "Nomor agenda: …",
        "√ | Sekretaris Kecamatan |  | Tanggapan dan saran",
        " | Kasi Pelayanan | √ | Proses lebih lanjut",
        "√ | Kasubbag Perencanaan |  | ",
        "Mohon selesai sebelum 11 Januari 2027.",
      ],
    ],
    [
      "nota dinas",
      [
        "NOTA DINAS\nNomor: 800/012/PS/2027",
        "Yth.: Kasubbag Perencanaan",
        "Tanggal: 8 Januari 2027",
        "Lampiran: -",
        "Demikian untuk dilaksanakan.",
      ],
    ],
    [
      "surat pengantar",
      [
        "Yth. Inspektur Kabupaten Balangan\ndi\nParingin",
        "1 | Laporan Kinerja Tahun 2026 | 2 (dua) rangkap | Disampaikan dengan hormat",
        "Penerima,",
      ],
    ],
    [
      "tanda terima",
      [
        "Hari, tanggal: Jumat, 8 Januari 2027",
        "Yang menerima,\nInspektorat Kabupaten Balangan",
        "Dikonfirmasi melalui sopir\nJum 8 Jan 2027, 10.15 WITA",
        "bukan tanda tangan elektronik tersertifikasi",
      ],
    ],
    [
      "undangan",
      [
        "Hal: Undangan",
        "Hari, tanggal: Kamis, 7 Januari 2027",
        "Pukul: 09.00 WITA s.d. selesai",
        "di Tempat",
        "Tembusan:\nBupati Balangan",
      ],
    ],
    [
      "notulen",
      [
        "Camat Paringin Selatan (pimpinan rapat)",
        "Data dua desa terlambat masuk.",
        "1 | Mendampingi dua desa | Kasi Pemerintahan | 29 Januari 2027",
        "Notulis,\nKasubbag Perencanaan",
      ],
    ],
    [
      "daftar hadir",
      [
        "1 | Siti Aminah, S.E. | Kasubbag Perencanaan | Hadir, 08.57 WITA",
        "2 | M. Yusuf | Kasi Pelayanan | 2. …",
        "bukan tanda tangan elektronik tersertifikasi",
      ],
    ],
    [
      "sk tim",
      [
        "KONSEP",
        "KEPUTUSAN CAMAT PARINGIN SELATAN\nNOMOR 800/012/PS/2027",
        "Menimbang: bahwa untuk menjamin",
        "bahwa berdasarkan pertimbangan",
        "KEDUA: Keputusan ini mulai berlaku",
        "Ditetapkan di Paringin Selatan\npada tanggal 8 Januari 2027",
        "1 | Siti Aminah, S.E. | Kasubbag Perencanaan | Ketua",
      ],
    ],
  ])("%s says what it must", (nama, partList) => {
    const text = textOf(suratByNama[nama]);
    expect(text).toContain("PEMERINTAH KABUPATEN BALANGAN\nKECAMATAN PARINGIN SELATAN");
    expect(text).toContain("Drs. H. Akhmad Fauzi, M.Si.");
    for (const part of partList) expect(text).toContain(part);
  });

  it("marks only concepts", () => {
    const marked = Object.entries(suratByNama).filter(([, { tanda }]) => tanda !== null);
    expect(marked.map(([nama]) => nama)).toEqual(["sk tim"]);
  });

  it("names many invited on a page of their own", () => {
    const undanganList = Array.from({ length: 6 }, (_, at) => `Kepala Desa ${at + 1}`);
    const text = textOf(
      undangan({ ...surat, acara, undanganList, lampiran: null, tembusanList: [] }),
    );
    const [letter, list] = text.split("\f");
    expect(letter).toContain("(daftar terlampir)");
    expect(letter).toContain("Lampiran: 1 (satu) lembar");
    expect(letter).not.toContain("Kepala Desa 6");
    expect(list).toContain("Kepala Desa 6");
  });

  it("leaves room for number and date that are not there yet", () => {
    const open = tempatTanggalSurat({ instansi: surat.instansi, tanggal: null });
    expect(open).toMatch(/^Paringin Selatan, …+$/u);
  });
});

describe("the letterhead", () => {
  const instansi: Instansi = { nama: "Dinas Sosial", kabupaten: "Kota Tegal", alamat: null };

  it.each([
    ["Kabupaten Balangan", "PEMERINTAH KABUPATEN BALANGAN"],
    ["Pemerintah Kota Tegal", "PEMERINTAH KOTA TEGAL"],
  ])("of %s says %s", (kabupaten, pemerintah) => {
    expect(kopOf({ ...instansi, kabupaten })).toEqual({
      pemerintah,
      instansi: "DINAS SOSIAL",
      alamat: null,
    });
  });

  it.each([
    ["Kecamatan Paringin Selatan", "Paringin Selatan"],
    ["Dinas Sosial", null],
    ["Kecamatan", null],
  ])("letters of %s are signed in %s", (nama, tempat) => {
    expect(tempatOf(nama)).toBe(tempat);
  });
});

describe("a day in full", () => {
  it.each([
    ["2027-01-07", "Kamis, 7 Januari 2027"],
    ["2026-11-29", "Minggu, 29 November 2026"],
  ])("%s is %s", (text, said) => {
    expect(hariTanggal(tanggal(text))).toBe(said);
  });
});
