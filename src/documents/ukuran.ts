import type { Arah, Kertas } from "../core/dokumen/model.ts";

/** Width and height of a standing page in centimetres. */
export const kertasCm: {
  readonly [K in Kertas]: { readonly lebar: number; readonly tinggi: number };
} = {
  A4: { lebar: 21, tinggi: 29.7 },
  F4: { lebar: 21.5, tinggi: 33 },
};

/** Margins of an official letter; the left one leaves room for the binder. */
export const tepiCm = { kiri: 3, atas: 2.5, kanan: 2, bawah: 2.5 } as const;

/** Sizes of letters in points. */
export const hurufPt = {
  teks: 11,
  kecil: 9,
  kaki: 8,
  sampul: 18,
  judul: { 1: 13, 2: 12, 3: 11, 4: 10.5 },
} as const;

/** Height of a line of text, of its letters. */
export const TINGGI_BARIS = 1.15;

/** Room on a cover, in centimetres: above its title, between title and office, above and below a logo. */
export const sampulCm = { atas: 5.5, antara: 9, atasLogo: 1.5, bawahLogo: 1 } as const;

/** Ink of lines, notes and the mark of a draft, as six hex digits. */
export const tinta = {
  garis: "8C8C8C",
  redup: "595959",
  tanda: "B3261E",
  kepala: "E9EEF6",
} as const;

/** Room between the margins, in centimetres. */
export function lebarIsiCm(kertas: Kertas, arah: Arah): number {
  const { lebar, tinggi } = kertasCm[kertas];
  return (arah === "tegak" ? lebar : tinggi) - tepiCm.kiri - tepiCm.kanan;
}

/** Points in so many centimetres. */
export const pt = (cm: number): number => (cm / 2.54) * 72;

/** Word measures pictures at 96 dots an inch. */
export const TITIK_PER_PT = 96 / 72;

/** Twentieths of a point in so many centimetres, rounded: what Word measures in. */
export const twip = (cm: number): number => Math.round(pt(cm) * 20);

/** An indent: between nothing and half a page. */
export const lekukBatas = (cm: number): number =>
  Number.isFinite(cm) ? Math.min(Math.max(cm, 0), 8) : 0;

/** `#rrggbb` as six hex digits; null for anything else. */
export const hex = (warna: string | null): string | null =>
  warna !== null && /^#[0-9a-f]{6}$/iu.test(warna) ? warna.slice(1).toUpperCase() : null;
