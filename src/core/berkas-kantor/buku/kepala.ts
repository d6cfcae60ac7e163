import type { SelMasuk } from "../../kinerja/format/index.ts";
import { closest } from "../../sop/closest.ts";
import type { Kolom } from "./kolom.ts";
import { lipat } from "./lipat.ts";
import type { LembarMasuk } from "./model.ts";

/** The filled cells of a row by the letter of their column. */
export type BarisMasuk = ReadonlyMap<string, SelMasuk>;

/** A sheet by its rows, in their order. */
export type Rows = ReadonlyMap<number, BarisMasuk>;

/** Where the columns of a table stand. */
export interface Kepala {
  /** The number of the row with the titles. */
  readonly baris: number;
  readonly hurufByJudul: ReadonlyMap<string, string>;
  /** Titles that mean nothing, with their cells. */
  readonly asingList: readonly { readonly alamat: string; readonly judul: string }[];
}

/** Titles stand near the top; what is further down is not searched. */
const KEPALA_TERBAWAH = 40;
/** A shorter word is like too many others. */
const PANJANG_MIRIP = 5;

/** The rows of a sheet. */
export function rowsOf({ selList }: LembarMasuk): Rows {
  const rows = new Map<number, Map<string, SelMasuk>>();
  for (const { baris, kolom, isi } of selList) {
    const row = rows.get(baris) ?? new Map<string, SelMasuk>();
    rows.set(baris, row.set(kolom, isi));
  }
  return new Map([...rows].toSorted(([a], [b]) => a - b));
}

/** The text of a cell as its title is compared: without marks, and what stands in brackets. */
export const judulSel = (sel: SelMasuk | undefined): string =>
  sel?.jenis === "teks" ? lipat(sel.teks.replaceAll(/\([^)]*\)/g, " ")) : "";

/** What somebody typed into a cell; null where that is no text. */
export const teksSel = (sel: SelMasuk | undefined): string | null =>
  sel?.jenis === "teks" && sel.rumus !== true ? sel.teks.trim() : null;

/** Titles a column may have. */
const sebutan = ({ judul, alias }: Pick<Kolom, "judul" | "alias">): readonly string[] =>
  [judul, ...alias].map(lipat);

/** The titles of a table, wherever they stand and however they are ordered; null where there are none. */
export function cariKepala(
  rows: Rows,
  kolomList: readonly Pick<Kolom, "judul" | "alias">[],
): Kepala | null {
  const known = new Set(kolomList.flatMap(sebutan));
  const [best] = [...rows]
    .filter(([baris, row]) => baris <= KEPALA_TERBAWAH && hasAny(row, known))
    .map(([baris, row]) => bacaKepala(rows, { baris, row }, kolomList))
    .toSorted((a, b) => b.hurufByJudul.size - a.hurufByJudul.size || a.baris - b.baris);
  return best === undefined || best.hurufByJudul.size < 2 ? null : best;
}

const hasAny = (row: BarisMasuk, known: ReadonlySet<string>): boolean =>
  [...row.values()].some((sel) => known.has(judulSel(sel)));

/** Split titles: "Target" over four cells that say "TW I" to "TW IV", or a title merged over two rows. */
function bacaKepala(
  rows: Rows,
  { baris, row }: { readonly baris: number; readonly row: BarisMasuk },
  kolomList: readonly Pick<Kolom, "judul" | "alias">[],
): Kepala {
  const above = rows.get(baris - 1) ?? new Map<string, SelMasuk>();
  const hurufList = [...new Set([...row.keys(), ...above.keys()])].toSorted(byHuruf);
  let group = "";
  const judulList = hurufList.map((huruf) => {
    group = judulSel(above.get(huruf)) || group;
    const own = judulSel(row.get(huruf));
    return { huruf, own, names: own === "" ? [group] : [own, `${group} ${own}`] };
  });
  const hurufByJudul = new Map<string, string>();
  const taken = new Set<string>();
  const take = (judul: string, huruf: string | undefined): void => {
    if (huruf === undefined || hurufByJudul.has(judul)) return;
    hurufByJudul.set(judul, huruf);
    taken.add(huruf);
  };
  for (const kolom of kolomList) {
    const nameList = sebutan(kolom);
    const found = judulList.find(
      ({ huruf, names }) => !taken.has(huruf) && names.some((name) => nameList.includes(name)),
    );
    take(kolom.judul, found?.huruf);
  }
  for (const { huruf, own } of judulList) {
    if (taken.has(huruf) || own.length < PANJANG_MIRIP) continue;
    const open = kolomList.filter(({ judul }) => !hurufByJudul.has(judul));
    const meant = closest(own, open.flatMap(sebutan));
    const kolom = open.find((one) => meant !== null && sebutan(one).includes(meant));
    if (kolom !== undefined) take(kolom.judul, huruf);
  }
  const asingList = judulList.flatMap(({ huruf, own }) =>
    own === "" || taken.has(huruf) ? [] : [{ alamat: `${huruf}${baris}`, judul: own }],
  );
  return { baris, hurufByJudul, asingList };
}

/** "Z" stands before "AA". */
export const byHuruf = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** The column right of another. */
export function hurufSesudah(huruf: string): string {
  const last = huruf.at(-1) ?? "A";
  const rest = huruf.slice(0, -1);
  if (last !== "Z") return rest + String.fromCharCode(last.charCodeAt(0) + 1);
  return `${rest === "" ? "A" : hurufSesudah(rest)}A`;
}
