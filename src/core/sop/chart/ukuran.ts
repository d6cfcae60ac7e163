import type { Kertas } from "../../dokumen/model.ts";
import type { Gaya } from "./huruf.ts";
import type { Bentuk } from "./model.ts";

/** Lines and symbols stand on a grid of so many points; lines run at least this far apart. */
export const KISI = 4;

/** Width and height of a lying page in points. */
export const kertasPt: {
  readonly [K in Kertas]: { readonly lebar: number; readonly tinggi: number };
} = {
  A4: { lebar: 842, tinggi: 595 },
  F4: { lebar: 935, tinggi: 609 },
};

/** Margins of a page in points; the left one leaves room for the binder. */
export const tepi = { kiri: 40, kanan: 28, atas: 28, bawah: 24, kaki: 12, judul: 14 } as const;

/** How the texts are set. */
export const gaya = {
  isi: { ukuran: 8, tebal: false },
  tebal: { ukuran: 8, tebal: true },
  instansi: { ukuran: 12, tebal: true },
  pita: { ukuran: 7, tebal: true },
  simbol: { ukuran: 6.5, tebal: false },
  legenda: { ukuran: 6.5, tebal: false },
} as const satisfies { readonly [nama: string]: Gaya };

/** Distance from baseline to baseline, in letter sizes. */
export const JARAK_BARIS = 1.2;

/** Room between a rule and the text beside it, in points. */
export const BANTALAN = 3;

/** Half the height of each shape, in units of the grid. */
export const setengahTinggi: { readonly [B in Bentuk]: number } = {
  kapsul: 2,
  kotak: 2,
  ketupat: 3,
  segilima: 2,
};

/** Free lines of the grid above, below and between the symbols of a langkah. */
export const SELA = 2;

/** Free lines below a symbol with another under it; the arrow out of a decision carries a label. */
export const selaBawah = (bentuk: Bentuk): number => (bentuk === "ketupat" ? SELA + 1 : SELA);

/** Lines of the grid a band between kinds of period takes, and a strip for pentagons between pages. */
export const PITA = 4;
export const JALUR_HALAMAN = 7;

/** Half the width of a shape in a column that is `kolom` (odd) lines of the grid wide. */
export function setengahLebar(bentuk: Bentuk, kolom: number): number {
  const half = (kolom - 1) / 2;
  if (bentuk === "segilima") return 2;
  const box = half <= 3 ? 2 : half <= 5 ? half - 2 : Math.min(5, half - 3);
  return bentuk === "kapsul" ? Math.max(3, Math.min(4, box)) : box;
}
