/** Why a workbook is not opened, as whoever sent it is told. */
export const tolakanBuku = {
  rusak: "berkas ini rusak; simpan lagi dari Excel atau LibreOffice sebagai .xlsx",
  terkunci: "berkas ini bersandi; simpan tanpa sandi",
  "terlalu-besar":
    "berkas ini terlalu besar; buku kerja kantor paling banyak 2.000 baris tiap lembar",
  program: "berkas ini sebuah program, bukan buku kerja",
  makro: "berkas ini memuat makro; simpan sebagai .xlsx biasa",
  "bukan-buku": "ini bukan buku kerja kantor: lembar Kantor, Pegawai, dan Indikator tidak ada",
} as const;

export type SebabBuku = keyof typeof tolakanBuku;
