import type { Sop } from "./schema.ts";

/** A list of the head: its title, and its entries. */
export type Daftar = readonly [judul: string, isi: readonly string[]];

/** The identity of a sheet in the order of the official form (PermenPANRB 35/2012); a hyphen where nothing is printed. */
export const identitasOf = ({ kepala, nama }: Sop): readonly (readonly [string, string])[] =>
  (
    [
      ["NOMOR SOP", kepala.nomor],
      ["TANGGAL PEMBUATAN", kepala.tanggalPembuatan],
      ["TANGGAL REVISI", kepala.tanggalRevisi],
      ["TANGGAL PENGESAHAN", kepala.tanggalPengesahan],
      ["DISAHKAN OLEH", kepala.disahkanOleh],
      ["NAMA SOP", nama],
    ] as const
  ).map(([judul, isi]) => [judul, isi === null || isi.trim() === "" ? "-" : isi]);

/** The six lists below it, two side by side. */
export const daftarOf = ({ kepala }: Sop): readonly (readonly [Daftar, Daftar])[] => [
  [
    ["DASAR HUKUM", kepala.dasarHukum],
    ["KUALIFIKASI PELAKSANA", kepala.kualifikasiPelaksana],
  ],
  [
    ["KETERKAITAN", kepala.keterkaitan],
    ["PERALATAN / PERLENGKAPAN", kepala.peralatan],
  ],
  [
    ["PERINGATAN", kepala.peringatan],
    ["PENCATATAN DAN PENDATAAN", kepala.pencatatan],
  ],
];
