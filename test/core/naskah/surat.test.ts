import { describe, expect, it } from "vitest";
import { type Instansi, kopOf, tempatOf } from "../../../src/core/dokumen/kop.ts";
import type { Nilai } from "../../../src/core/naskah/nilai.ts";
import { hariTanggal } from "../../../src/core/waktu/format.ts";
import { suratByNama, suratDari, tanggal, textOf, timList } from "../dokumen/sample.ts";

const order = (ditugasi: readonly Nilai[]): string =>
  textOf(
    suratDari("surat-perintah", {
      ditugasi,
      dasarHukum: null,
      "isian.tugas": ["mengikuti rapat."],
    }),
  );

describe("letters and forms", () => {
  it.each<[keyof typeof suratByNama, readonly string[]]>([
    [
      "lembar disposisi",
      [
        "Surat dari: Kecamatan Paringin Selatan",
        "Diterima tanggal: 8 Januari 2027",
        "Nomor agenda: …",
        "√ | Sekretaris Kecamatan | √ | Tindak lanjuti",
        " | Kasi Pelayanan |  | Proses sesuai ketentuan",
        "√ | Kasubbag Perencanaan |  | ",
        " |  |  | Siapkan laporan",
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
        "1 | Laporan Kinerja Triwulan IV 2026 Kecamatan Paringin Selatan | 2 (dua) rangkap | Disampaikan dengan hormat",
        "Penerima,",
      ],
    ],
    [
      "tanda terima",
      [
        "Hari, tanggal: Jumat, 8 Januari 2027",
        "Yang menerima,\nInspektorat Kabupaten Balangan",
        "Dikonfirmasi melalui aplikasi\nJumat, 8 Januari 2027, pukul 10.15",
        "bukan tanda tangan elektronik tersertifikasi",
      ],
    ],
    [
      "undangan",
      [
        "Hal: Undangan",
        "Hari, tanggal: Kamis, 7 Januari 2027",
        "Pukul: 09.00 s.d. selesai",
        "di Tempat",
      ],
    ],
    [
      "notulen",
      [
        "Camat Paringin Selatan (pimpinan rapat)",
        "Data dua desa terlambat masuk.",
        "1 | Mendampingi dua desa |  | ",
        "Notulis,\nKasubbag Perencanaan",
      ],
    ],
    [
      "daftar hadir",
      [
        "1 | Siti Aminah, S.E. | Kasubbag Perencanaan | Hadir, dikonfirmasi Kamis, 7 Januari 2027, pukul 08.57",
        "2 | M. Yusuf | Kasi Pelayanan | 2. …",
        "bukan tanda tangan elektronik tersertifikasi",
      ],
    ],
    [
      "sk tim",
      [
        "KONSEP",
        "KEPUTUSAN CAMAT PARINGIN SELATAN\nNOMOR ……………………………",
        "Menimbang: bahwa pengumpulan data kinerja memerlukan",
        "KEEMPAT: Keputusan ini mulai berlaku",
        "Ditetapkan di Paringin Selatan\npada tanggal 8 Januari 2027",
        "1 | Siti Aminah, S.E. | Kasubbag Perencanaan | Ketua",
      ],
    ],
    [
      "surat perintah tugas",
      [
        "SURAT PERINTAH TUGAS\nNomor: 800/012/PS/2027",
        "Dasar: Peraturan Presiden Nomor 29 Tahun 2014",
        "MEMERINTAHKAN:\nKepada: yang namanya",
        "3 | Hj. Norlina, S.Sos. | Kasi Pemerintahan",
        "Untuk: menghimpun data kinerja",
        "Dikeluarkan di Paringin Selatan\npada tanggal 8 Januari 2027",
      ],
    ],
    [
      "rencana kegiatan",
      [
        "RENCANA KEGIATAN PENGUMPULAN DATA KINERJA\nTRIWULAN IV 2026",
        "No | Kegiatan | Pelaksana | Mulai | Selesai | Keluaran | Keterangan",
        "1 | Menghimpun data kinerja dari seksi dan subbagian | Kasubbag Perencanaan | 4 Januari 2027 | 8 Januari 2027 | Data kinerja dan bukti dukung | Melalui aplikasi",
        "2 | Rapat intern Tim | Camat | 11 Januari 2027 |  | Notulen | ",
      ],
    ],
    [
      "lembar pengesahan",
      [
        "LEMBAR PENGESAHAN",
        "Laporan Kinerja Triwulan IV 2026 (Final) telah diperiksa dan disetujui",
        "Disetujui oleh: Drs. H. Akhmad Fauzi, M.Si., Camat Paringin Selatan",
        "Waktu: Jumat, 8 Januari 2027, pukul 14.05",
        "Melalui: pilihan Setuju, langkah 4a",
        "rangkap jabatan",
        "bukan tanda tangan elektronik tersertifikasi",
      ],
    ],
    [
      "rencana tindak lanjut",
      [
        "RENCANA TINDAK LANJUT\nAtas: Laporan Kinerja Triwulan IV 2026",
        "Disposisi: Camat, 8 Januari 2027",
        "1 | Rata-rata persentase desa tertib administrasi | 68,78 % | Mendampingi dua desa melengkapi buku administrasi | Kasi Pemerintahan | 29 Januari 2027",
        "2 | Bukti dukung belum seragam |  |  | Kasubbag Perencanaan | ",
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
    const undangan = Array.from({ length: 6 }, (_, at) => `Kepala Desa ${at + 1}`);
    const text = textOf(suratDari("undangan", { undangan }));
    const [letter, list] = text.split("\f");
    expect(letter).toContain("(daftar terlampir)");
    expect(letter).toContain("Lampiran: 1 (satu) lembar");
    expect(letter).not.toContain("Kepala Desa 6");
    expect(list).toContain("Kepala Desa 6");
  });

  it("names one or two who are ordered in the letter itself, and leaves room for nobody", () => {
    expect(order(timList.slice(0, 1))).toContain("Kepada: Siti Aminah, S.E., Kasubbag Perencanaan");
    expect(order([])).toMatch(/Dasar: …+\nMEMERINTAHKAN:\nKepada: …+\nUntuk: mengikuti rapat\./u);
  });

  it("says so where nothing is planned and nothing was found", () => {
    expect(textOf(suratDari("rencana-kegiatan"))).toContain(
      "Belum ada kegiatan yang direncanakan.",
    );
    expect(textOf(suratDari("rencana-tindak-lanjut"))).toContain(
      "Tidak ada temuan yang perlu ditindaklanjuti.",
    );
  });

  it("leaves room for the place where the office names none", () => {
    expect(textOf(suratDari("sk-tim", { tempat: null }))).toMatch(/Ditetapkan di …+\n/u);
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
