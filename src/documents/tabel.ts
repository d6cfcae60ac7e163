import type { KolomTabel, Sel, Tabel } from "../core/dokumen/model.ts";
import { shortened } from "./legal-text.ts";

/** A row of more lines than this may run over to the next page; any other stays whole. */
const BARIS_UTUH = 24;
/** As wide as the widest letters, in points: a row is rather let go than lost. */
const HURUF_LEBAR_PT = 9;
/** As wide as letters are on average. */
const HURUF_SEDANG_PT = 6;
/** No column is more than so many times as wide as another: a letter must fit into each. */
const BAGIAN_TERSEMPIT = 50;
const BAGIAN_TERBESAR = 1e6;
const JUDUL_BARIS = 5;
const JUDUL_TERPENDEK = 6;

/** The width of each column, of the whole width in any unit; a share that is no share counts as one. */
export function lebarKolom(
  kolomList: readonly Pick<KolomTabel, "lebar">[],
  seluruh: number,
): readonly number[] {
  const asked = kolomList.map(({ lebar }) =>
    Number.isFinite(lebar) && lebar > 0 ? Math.min(lebar, BAGIAN_TERBESAR) : 1,
  );
  const least = Math.max(...asked) / BAGIAN_TERSEMPIT;
  const shares = asked.map((share) => Math.max(share, least));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * seluruh);
}

/** Whether a row is surely low enough to be kept on one page, in columns so many points wide. */
export const isUtuh = (baris: readonly Sel[], lebarPt: readonly number[]): boolean =>
  lebarPt.every((lebar, at) => linesOf(baris[at], lebar) <= BARIS_UTUH);

/** A column's title, cut to what a few lines of its width hold. */
export const judulKolom = (judul: string, lebarPt: number): string =>
  shortened(
    judul.replace(/\s+/gu, " "),
    Math.max(JUDUL_TERPENDEK, Math.floor(lebarPt / HURUF_SEDANG_PT) * JUDUL_BARIS),
  );

/** How many lines a cell takes at most. */
const linesOf = (sel: Sel | undefined, lebarPt: number): number =>
  (sel?.isi ?? [])
    .flatMap(({ teks }) => teks.split("\n"))
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((line.length * HURUF_LEBAR_PT) / lebarPt)),
      0,
    );

/** One title above several columns: how many, and how wide they are together. */
export interface Gugus {
  readonly judul: string;
  readonly kolom: number;
  readonly lebar: number;
}

/** The titles above the titles, over all columns of these widths; none where it has no such line. */
export function gugusOf(
  { gugusList }: Pick<Tabel, "gugusList">,
  widths: readonly number[],
): readonly Gugus[] {
  if (gugusList === null) return [];
  const list: Gugus[] = [];
  let used = 0;
  for (const { judul, kolom } of [...gugusList, { judul: "", kolom: widths.length }]) {
    const asked = Number.isFinite(kolom) ? Math.max(1, Math.floor(kolom)) : 1;
    const spanned = widths.slice(used, used + asked);
    if (spanned.length === 0) break;
    list.push({ judul, kolom: spanned.length, lebar: spanned.reduce((sum, one) => sum + one, 0) });
    used += spanned.length;
  }
  return list;
}
