import { describe, expect, it } from "vitest";
import type { LembarMasuk } from "../../../../src/core/berkas-kantor/buku/model.ts";
import { BerkasKantor } from "../../../../src/core/berkas-kantor/schema.ts";
import type { SelMasuk } from "../../../../src/core/kinerja/format/index.ts";
import { bukuMasuk, denganSel, galatOf, periksa } from "../../../support/buku.ts";
import { sop } from "../../../support/world.ts";

const berkas = BerkasKantor.parse({
  kantor: {
    id: "contoh",
    nama: "Kecamatan Contoh",
    kabupaten: "Kabupaten Contoh",
    zonaWaktu: "Asia/Makassar",
    sop: ["laporan-triwulan"],
  },
  pegawai: [
    { id: "camat", nama: "Ani", jabatan: "Camat", peran: ["camat"] },
    { id: "sekcam", nama: "Budi", jabatan: "Sekcam", peran: ["sekcam", "admin"], atasan: "camat" },
    { id: "kasubbag", nama: "Eka", jabatan: "Kasubbag", peran: ["kasubbag"], atasan: "sekcam" },
    { id: "staf", nama: "Fitri", jabatan: "Staf", peran: ["staf"], atasan: "kasubbag" },
    { id: "pelayanan", nama: "Citra", jabatan: "Kasi Pelayanan", peran: ["kasi"] },
    { id: "inspektorat", nama: "Gani", jabatan: "Inspektorat", peran: ["inspektorat"] },
  ],
  indikator: [
    {
      kode: "1.1",
      tahun: 2026,
      sasaran: "Pelayanan",
      nama: "Indeks Kepuasan Masyarakat",
      satuan: "nilai",
      arah: "naik",
      agregasi: "posisi_akhir",
      penanggungJawab: "pelayanan",
      targetTahunan: 85,
      targetTriwulan: [80, 82, 84, 85],
    },
    {
      kode: "1.10",
      tahun: 2026,
      sasaran: "Pelayanan",
      nama: "Pengaduan ditindaklanjuti",
      satuan: "persen",
      arah: "naik",
      agregasi: "rasio",
      penanggungJawab: "pelayanan",
      targetTahunan: 100,
      targetTriwulan: [100, 100, null, 100],
    },
  ],
  realisasi: [
    { kode: "1.1", periode: "2026-TW1", isian: { jenis: "angka", nilai: 81.4 } },
    { kode: "1.10", periode: "2026-TW1", isian: { jenis: "nihil" } },
  ],
});
const buku = bukuMasuk(berkas);
const sama = (lembarList: readonly LembarMasuk[]): void => {
  const read = periksa(lembarList, [sop]);
  expect(galatOf(read)).toEqual([]);
  expect(read.berkas).toEqual({ ...berkas, ...unsaid(read.berkas) });
};
/** What a new office does not say is not there. */
const unsaid = (read: BerkasKantor | null): Partial<BerkasKantor> =>
  read === null ? {} : { kantor: { ...read.kantor, ...berkas.kantor } };

type Ubahan = Record<string, string | number | SelMasuk>;
const targetAwal =
  (at: number) =>
  ({ indikator }: BerkasKantor): unknown =>
    indikator[at]?.targetTriwulan[0];
const pemilik = ({ indikator }: BerkasKantor): unknown => indikator[0]?.penanggungJawab;

const rumus: SelMasuk = { jenis: "teks", alamat: "M5", teks: "85", rumus: true };
const hari: SelMasuk = { jenis: "tanggal", alamat: "B5", tanggal: null };

describe("the workbook of an office", () => {
  it("comes back as it went out", () => sama(buku));

  it.each<readonly [string, Ubahan, readonly string[]]>([
    ["a name that is missing", { "Pegawai!B5": "" }, ["Pegawai!B5: Nama: wajib diisi"]],
    [
      "a role nobody has",
      { "Pegawai!D5": "lurah" },
      [
        "Pegawai!D5: Peran “lurah” tidak dikenal; yang ada: camat, sekcam, kasi, kasubbag, staf, admin, inspektorat, kadis, sekdis, jfp, tim, kabupaten",
      ],
    ],
    [
      "a role that is misspelt",
      { "Pegawai!D5": "camt" },
      [
        'Pegawai!D5: Peran “camt” tidak dikenal; maksudnya "camat"?; pilihannya: camat, sekcam, kasi, kasubbag, staf, admin, inspektorat, kadis, sekdis, jfp, tim, kabupaten',
      ],
    ],
    [
      "somebody above who is not there",
      { "Pegawai!F6": "Bupati" },
      [
        "Pegawai!F6: Atasan “Bupati” tidak ada di lembar Pegawai; tulis jabatannya persis seperti di lembar Pegawai",
      ],
    ],
    [
      "an owner who is misspelt",
      { "Indikator!I5": "Kasi Pelayanen" },
      [
        "Indikator!I5: Penanggung jawab “Kasi Pelayanen” tidak ada di lembar Pegawai; maksudnya “Kasi Pelayanan”?",
      ],
    ],
    [
      "a NIP that a program took for a number",
      { "Pegawai!E5": "197001012000000000" },
      [
        "Pegawai!E5: NIP “197001012000000000” terpotong; ubah format sel menjadi Teks, lalu ketik lagi",
      ],
    ],
    [
      "a kode that became a date",
      { "Indikator!B5": hari },
      ["Indikator!B5: Kode terbaca sebagai tanggal; ubah format sel menjadi Teks, lalu ketik lagi"],
    ],
    [
      "a formula, whatever it came to",
      { "Indikator!N5": rumus },
      [
        "Indikator!N5: Target setahun berisi rumus; tulis hasilnya sendiri (salin, lalu tempel sebagai nilai)",
      ],
    ],
    [
      "a formula nobody computed",
      { "Indikator!N5": { jenis: "rumus", alamat: "N5" } },
      [
        "Indikator!N5: Target setahun berisi rumus; tulis hasilnya sendiri (salin, lalu tempel sebagai nilai)",
      ],
    ],
    [
      "a cell that says #REF!",
      { "Indikator!J5": { jenis: "galat", alamat: "J5" } },
      ["Indikator!J5: Target TW I berisi galat rumus; tulis isinya sendiri"],
    ],
    [
      "TRUE where yes is meant",
      { "Indikator!P5": { jenis: "logika", alamat: "P5" } },
      ["Indikator!P5: Wajib bukti berisi TRUE atau FALSE; ketik ya atau tidak sebagai teks"],
    ],
    [
      "a target in words that are none",
      { "Indikator!J5": "banyak" },
      [
        "Indikator!J5: Target TW I “banyak” belum terbaca sebagai angka; tulis angkanya saja, misalnya 86,5",
      ],
    ],
    [
      "a target with two readings",
      { "Indikator!J5": "1.234" },
      ["Indikator!J5: Target TW I “1.234” dapat berarti 1234 atau 1,234; tulis tanpa titik ribuan"],
    ],
    [
      "a percentage of what is none",
      { "Indikator!J5": "85%" },
      [
        "Indikator!J5: Target TW I “85%” bertanda persen, padahal satuannya nilai; tulis angkanya saja",
      ],
    ],
    [
      "a year in words",
      { "Indikator!C5": "tahun ini" },
      ["Indikator!C5: Tahun “tahun ini” bukan bilangan bulat; tulis angkanya saja, misalnya 2026"],
    ],
    [
      "a way to count that nobody knows",
      { "Indikator!H5": "dikalikan" },
      [
        "Indikator!H5: Dihitung “dikalikan” tidak dikenal; yang ada: dijumlahkan tiap triwulan, terus bertambah, posisi akhir, rata-rata, persen dari pembilang dan penyebut",
      ],
    ],
    ["too many decimals", { "Indikator!O5": 9 }, ["Indikator!O5: Desimal: paling banyak 6"]],
    [
      "a kode with a space in it",
      { "Indikator!B5": "1 1" },
      ["Indikator!B5: Kode: kode: angka, huruf, dan titik, paling panjang 12"],
    ],
    [
      "the same indikator twice",
      { "Indikator!B6": "1.1" },
      [
        "Indikator!B6: indikator 1.1 tahun 2026 sudah ada",
        "Realisasi lalu!B6: indikator 1.10 tahun 2026 tidak ada",
      ],
    ],
    [
      "a figure of an indikator there is none of",
      { "Realisasi lalu!B5": "9.9" },
      ["Realisasi lalu!B5: indikator 9.9 tahun 2026 tidak ada"],
    ],
    [
      "a triwulan there is none of",
      { "Realisasi lalu!D5": "V" },
      ['Realisasi lalu!D5: Triwulan “V” tidak dikenal; maksudnya "I"?; pilihannya: I, II, III, IV'],
    ],
    [
      "a zone there is none of",
      { "Kantor!B8": "GMT" },
      ["Kantor!B8: Zona waktu “GMT” tidak dikenal; yang ada: WIB, WIB (Pontianak), WITA, WIT"],
    ],
    [
      "a sheet nobody has",
      { "Kantor!B9": "pasrujambe" },
      ["Kantor!B9: SOP pasrujambe tidak ada di flows/sop; yang ada: laporan-triwulan"],
    ],
    [
      "several things at once",
      { "Kantor!B5": "", "Pegawai!C5": "", "Indikator!F6": "" },
      [
        "Kantor!B5: Nama kantor: wajib diisi",
        "Pegawai!C5: Jabatan: wajib diisi",
        "Indikator!F6: Satuan: wajib diisi",
      ],
    ],
  ])("says of %s where it is and what to write", (_, ubahan, expected) => {
    const said = galatOf(periksa(denganSel(buku, ubahan), [sop]));
    expect(said).toEqual(expected);
  });

  it.each<readonly [string, Ubahan, (read: BerkasKantor) => unknown, unknown]>([
    ["85% of a percentage", { "Indikator!J6": "85%" }, targetAwal(1), 85],
    ["thousands", { "Indikator!J5": "1.234,5" }, targetAwal(0), 1234.5],
    ["no target", { "Indikator!J5": "" }, targetAwal(0), null],
    [
      "a kode taken for a number",
      { "Indikator!B5": "1,1" },
      (one) => one.indikator[0]?.kode,
      "1.1",
    ],
    [
      "other words for a way to count",
      { "Indikator!H5": "Dijumlahkan" },
      (one) => one.indikator[0]?.agregasi,
      "jumlah",
    ],
    [
      "several roles",
      { "Pegawai!D5": "Camat; Admin" },
      (one) => one.pegawai[0]?.peran,
      ["camat", "admin"],
    ],
    ["a name in the place of a jabatan", { "Indikator!I5": "citra" }, pemilik, "pelayanan"],
    ["an id in the place of a jabatan", { "Indikator!I5": "pelayanan" }, pemilik, "pelayanan"],
    [
      "an id that is not written",
      { "Pegawai!I9": "" },
      (one) => one.pegawai[4]?.id,
      "kasi-pelayanan",
    ],
    [
      "both parts of a ratio",
      { "Realisasi lalu!E6": "", "Realisasi lalu!F6": 11, "Realisasi lalu!G6": 12 },
      (one) => one.realisasi[1]?.isian,
      { jenis: "angka", nilai: 91.6666666666667, pembilang: 11, penyebut: 12 },
    ],
    [
      "a sasaran merged over rows",
      { "Indikator!D6": "" },
      (one) => one.indikator[1]?.sasaran,
      "Pelayanan",
    ],
  ])("reads %s", (_, ubahan, pick, expected) => {
    const read = periksa(denganSel(buku, ubahan), [sop]);
    expect(galatOf(read)).toEqual([]);
    expect(read.berkas === null ? null : pick(read.berkas)).toEqual(expected);
  });
});

/** A sheet with its columns moved about; letters go from where they stood to where they stand. */
const moved = (
  nama: string,
  change: (one: LembarMasuk["selList"][number]) => LembarMasuk["selList"][number] | null,
): readonly LembarMasuk[] =>
  buku.map((lembar) =>
    lembar.nama === nama
      ? { nama, selList: lembar.selList.flatMap((one) => change(one) ?? []) }
      : lembar,
  );

describe("sheets that were laid out anew", () => {
  it("are read with columns in another order", () =>
    sama(
      moved("Pegawai", (one) => ({
        ...one,
        kolom: String.fromCharCode(90 - (one.kolom.charCodeAt(0) - 65)),
      })),
    ));

  it("are read with empty rows and columns before and between", () =>
    sama(
      moved("Indikator", (one) => ({
        ...one,
        kolom: one.kolom < "E" ? one.kolom : `A${one.kolom}`,
        baris: one.baris < 5 ? one.baris + 3 : one.baris * 3,
      })),
    ));

  it("are read with titles written otherwise", () =>
    sama(
      denganSel(buku, {
        "Pegawai!B4": "NAMA LENGKAP",
        "Pegawai!C4": "Jabattan",
        "Indikator!E4": "Indikator Kinerja Utama (IKU)",
        "Indikator!I4": "Penanggung-jawab*",
        "Indikator!J4": "TW 1",
        "Kantor!A5": "Nama instansi:",
        "Kantor!A6": "Kabupaten / Kota",
      }),
    ));

  it("are read with titles split over two rows", () => {
    const split = moved("Indikator", (one) =>
      one.baris > 4 ? { ...one, baris: one.baris + 1 } : one,
    );
    sama(
      denganSel(split, {
        "Indikator!J4": "Target",
        "Indikator!K4": "",
        "Indikator!L4": "",
        "Indikator!M4": "",
        "Indikator!N4": "",
        "Indikator!J5": "TW I",
        "Indikator!K5": "TW II",
        "Indikator!L5": "TW III",
        "Indikator!M5": "TW IV",
        "Indikator!N5": "Target setahun",
      }),
    );
  });

  it("are found under names written otherwise", () =>
    sama(
      buku.map(({ nama, selList }) => ({
        nama: { Pegawai: "DATA PEGAWAI", Kantor: "kantor ", Indikator: "Indikatr" }[nama] ?? nama,
        selList,
      })),
    ));

  it("pass over columns and lines that mean nothing, and say so", () => {
    const read = periksa(
      denganSel(buku, {
        "Pegawai!Z4": "Golongan",
        "Pegawai!Z5": "IV/a",
        "Kantor!A40": "Warna",
        "Kantor!B40": "biru",
      }),
      [sop],
    );
    expect(galatOf(read)).toEqual([]);
    expect(read.peringatanList.slice(0, 2)).toEqual([
      { sel: "Kantor!A40", pesan: "“warna” tidak dikenal dan dilewati" },
      { sel: "Pegawai!Z4", pesan: "kolom “golongan” tidak dikenal dan dilewati" },
    ]);
  });

  it("say which column is missing, once", () => {
    const read = periksa(
      moved("Indikator", (one) => (one.kolom === "F" ? null : one)),
      [sop],
    );
    expect(galatOf(read)).toEqual([
      "Indikator: kolom “Satuan” tidak ada; tambahkan judul itu di baris 4",
    ]);
  });

  it("say which sheet is missing", () => {
    const read = periksa(
      buku.filter(({ nama }) => nama !== "Indikator"),
      [sop],
    );
    expect(galatOf(read)[0]).toBe(
      "Indikator: lembar ini tidak ada; ambil buku kerja kosong, lalu salin isinya ke sana",
    );
  });
});

describe("examples", () => {
  const kosong = bukuMasuk(null);
  const own = {
    "Kantor!B5": "Kecamatan Baru",
    "Kantor!B6": "Kabupaten X",
    "Kantor!B8": "WITA",
    "Kantor!B9": "laporan-triwulan",
    "Pegawai!B7": "Ani",
    "Pegawai!C7": "Camat",
    "Pegawai!D7": "camat",
  };

  it("are never loaded", () => {
    const read = periksa(denganSel(kosong, own), [sop]);
    expect(galatOf(read)).toEqual([]);
    expect(read.berkas).toMatchObject({
      kantor: { id: "kecamatan-baru", nama: "Kecamatan Baru" },
      pegawai: [{ id: "camat", nama: "Ani" }],
      indikator: [],
      realisasi: [],
    });
  });

  it("say so where they were changed and kept their mark, or lost it unchanged", () => {
    const read = periksa(denganSel(kosong, { ...own, "Pegawai!B5": "Budi", "Indikator!A5": "" }), [
      sop,
    ]);
    expect(galatOf(read)).toEqual([
      "Pegawai!A5: baris ini bertanda CONTOH, tetapi isinya sudah diubah; hapus kata CONTOH bila ini data kantor, atau hapus barisnya",
      "Indikator!B5: baris ini masih contoh; ganti dengan data kantor, atau hapus barisnya",
    ]);
  });
});

describe("what a workbook does not tell", () => {
  it("stays as it is known of the office", () => {
    const known = BerkasKantor.parse({
      ...berkas,
      kantor: { ...berkas.kantor, cutiBersamaLibur: false },
      kalender: { libur: [{ tanggal: "2026-11-10", nama: "Hari Jadi", jenis: "libur_daerah" }] },
      tunda: undefined,
      indikator: berkas.indikator.map((one, at) =>
        at > 0
          ? one
          : {
              ...one,
              perubahanTarget: [
                {
                  mulaiTriwulan: 4,
                  dasar: "Perubahan PK",
                  tanggal: "2026-08-14",
                  semula: { targetTahunan: 84, targetTriwulan: [84] },
                },
              ],
            },
      ),
    });
    const read = periksa(bukuMasuk(known), [sop], known);
    expect(galatOf(read)).toEqual([]);
    expect(read.berkas).toMatchObject({
      kantor: { cutiBersamaLibur: false },
      kalender: known.kalender,
      indikator: known.indikator,
    });
  });

  it("refuses a text that is longer than what is kept", () => {
    const long = "x".repeat(1001);
    expect(galatOf(periksa(denganSel(buku, { "Realisasi lalu!H5": long }), [sop]))).toEqual([
      "Realisasi lalu!H5: Keterangan: paling banyak 1000 huruf",
    ]);
  });
});
