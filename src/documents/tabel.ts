import type { KolomTabel, Sel, Tabel } from "../core/dokumen/model.ts";

/** Longer titles of columns would fill a page before the first row. */
export const JUDUL_TERPANJANG = 120;
/** A row with more text than this may run over to the next page; any other stays whole. */
const BARIS_UTUH = 600;

/** The width of each column, of the whole width in any unit; a share that is no share counts as one. */
export function lebarKolom(
  kolomList: readonly Pick<KolomTabel, "lebar">[],
  seluruh: number,
): readonly number[] {
  const shares = kolomList.map(({ lebar }) =>
    Number.isFinite(lebar) && lebar > 0 ? Math.min(lebar, 1000) : 1,
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * seluruh);
}

/** Whether a row is short enough to be kept on one page. */
export const isUtuh = (baris: readonly Sel[]): boolean =>
  baris.reduce(
    (sum, { isi }) => sum + isi.reduce((inner, { teks }) => inner + teks.length, 0),
    0,
  ) <= BARIS_UTUH;

/** One title above several columns, cut to what columns there are. */
export interface Gugus {
  readonly judul: string;
  readonly kolom: number;
}

/** The titles above the titles, as many columns in all as the table has; none where it has no such line. */
export function gugusOf({ gugusList }: Pick<Tabel, "gugusList">, jumlah: number): readonly Gugus[] {
  if (gugusList === null) return [];
  const list: Gugus[] = [];
  let left = jumlah;
  for (const { judul, kolom } of [...gugusList, { judul: "", kolom: jumlah }]) {
    const asked = Number.isFinite(kolom) ? Math.max(1, Math.floor(kolom)) : 1;
    const span = Math.min(asked, left);
    if (span === 0) break;
    list.push({ judul, kolom: span });
    left -= span;
  }
  return list;
}
