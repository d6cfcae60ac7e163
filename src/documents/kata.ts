import type { Peran } from "../core/kantor/schema.ts";
import type { IstilahTriwulan } from "../core/kinerja/periode.ts";
import type { BarisLembar, Ketepatan, StatusKiriman } from "../core/rekap/index.ts";
import { kolomText } from "../core/sop/judul-kolom.ts";

export { kataAlasan } from "../core/laporan/kata.ts";

/** How triwulan become one figure. */
export const kataAgregasi = (
  agregasi: BarisLembar["agregasi"],
  istilah: IstilahTriwulan,
): string => (agregasi === "jumlah" ? `jumlah tiap ${istilah}` : kataLain[agregasi]);

const kataLain: { readonly [A in Exclude<BarisLembar["agregasi"], "jumlah">]: string } = {
  kumulatif: "kumulatif s.d. akhir periode",
  posisi_akhir: "posisi akhir",
  rata_rata: "rata-rata",
  rasio: "rasio dihitung ulang",
};

/** How far a unit is with sending. */
export const kataStatus: { readonly [S in StatusKiriman]: string } = {
  terkirim: "Terkirim",
  menunggu: "Belum mengirim",
  ditutup: "Ditutup tanpa kiriman",
  "tanpa-berkas": "Belum diminta",
};

/** Whether a visit kept its mutu baku. */
export const kataKetepatan: { readonly [K in Ketepatan]: string } = {
  tepat: "Tepat waktu",
  terlambat: "Terlambat",
  berjalan: "Berjalan",
  lewat: "Berjalan, lewat tenggat",
  otomatis: "Otomatis",
  "tanpa-baku": "Tanpa baku waktu",
};

/** "Ya", "Tidak", or nothing where the question does not arise. */
export function kataYa(ya: boolean | null): string | null {
  if (ya === null) return null;
  return ya ? "Ya" : "Tidak";
}

/** The columns of the sheets as they are printed where there is room for the whole name. */
export const kataPeran: { readonly [P in Peran]: string } = { ...kolomText, tim: "Tim Penyusun" };
