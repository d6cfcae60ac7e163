/** What a column of a plan may be; `lain` is known and not wanted: means, figures, what was achieved. */
export const peranTeks = [
  "no",
  "kode",
  "sasaran",
  "indikator",
  "satuan",
  "penanggungJawab",
  "arah",
  "agregasi",
  "lain",
] as const;
export type PeranTeks = (typeof peranTeks)[number];

/** The titles offices give their columns, folded. */
export const sebutanPeran: { readonly [P in PeranTeks]: readonly string[] } = {
  no: ["no", "nomor", "no urut", "nomor urut", "nmr"],
  kode: ["kode", "kode indikator", "nomor indikator", "no indikator", "kode iku", "no iku"],
  sasaran: [
    "sasaran",
    "sasaran strategis",
    "sasaran kinerja",
    "sasaran program",
    "sasaran renstra",
    "uraian sasaran",
    "tujuan sasaran",
    "tujuan",
    "kinerja utama",
    "sasaran strategis kinerja",
  ],
  indikator: [
    "indikator",
    "indikator kinerja",
    "indikator kinerja utama",
    "indikator kinerja utama iku",
    "indikator sasaran",
    "indikator kinerja sasaran",
    "indikator tujuan sasaran",
    "nama indikator",
    "nama indikator kinerja",
    "uraian indikator",
    "iku",
    "ukuran kinerja",
    "tolok ukur kinerja",
  ],
  satuan: ["satuan", "sat", "satuan ukur", "satuan pengukuran", "satuan target", "unit satuan"],
  penanggungJawab: [
    "penanggung jawab",
    "penanggungjawab",
    "pj",
    "pengampu",
    "pic",
    "unit penanggung jawab",
    "penanggung jawab kegiatan",
    "bidang penanggung jawab",
    "seksi penanggung jawab",
    "seksi pengampu",
    "unit kerja",
    "unit kerja penanggung jawab",
    "pelaksana",
  ],
  arah: ["arah", "arah indikator", "polarisasi", "polaritas", "sifat indikator", "jenis indikator"],
  agregasi: ["dihitung", "agregasi", "cara hitung", "metode agregasi", "cara menghitung"],
  lain: [
    "program",
    "kegiatan",
    "program kegiatan",
    "sub kegiatan",
    "kegiatan sub kegiatan",
    "program kegiatan sub kegiatan",
    "rencana aksi",
    "aksi",
    "uraian kegiatan",
    "tahapan kegiatan",
    "anggaran",
    "pagu",
    "pagu anggaran",
    "keterangan",
    "ket",
    "formulasi",
    "formula",
    "formulasi perhitungan",
    "rumus",
    "definisi operasional",
    "alasan",
    "sumber data",
    "bobot",
    "baseline",
    "kondisi awal",
    "waktu pelaksanaan",
    "jadwal",
    "bukti dukung",
    "misi",
    "catatan",
  ],
};

/** The titles of the target of a year, and of one of its triwulan, folded. */
export const sebutanTahunan = [
  "target",
  "target tahunan",
  "target setahun",
  "target tahun",
  "target akhir tahun",
  "target kinerja",
  "target kinerja tahunan",
  "target 1 tahun",
  "target pk",
  "target perjanjian kinerja",
] as const;

const ROMAWI = ["i", "ii", "iii", "iv"] as const;

/** The titles of the target of a triwulan (from 0). */
export const sebutanTriwulan = (at: number): readonly string[] =>
  [ROMAWI[at] ?? "", String(at + 1)].flatMap((nomor) => [
    `tw ${nomor}`,
    `target tw ${nomor}`,
    `triwulan ${nomor}`,
    `target triwulan ${nomor}`,
    `tribulan ${nomor}`,
    `target tribulan ${nomor}`,
    `trw ${nomor}`,
    `tb ${nomor}`,
  ]);

/** Which triwulan a title names by itself, from 0; null for none. */
export function triwulanBernama(judul: string): number | null {
  const nomor = /(?:^| )(?:tw|tri ?wulan|tribulan|trw|tb) ?(?:ke )?(iv|i{1,3}|[1-4])(?= |$)/.exec(
    judul,
  )?.[1];
  return nomor === undefined ? null : nomorBiasa(nomor);
}

/** A number alone, as it stands below a title that says what is numbered. */
export const nomorBiasa = (nomor: string): number | null => {
  const at = ROMAWI.findIndex((one, index) => one === nomor || String(index + 1) === nomor);
  return at === -1 ? null : at;
};
