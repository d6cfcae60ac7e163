import type { SelLembar, SelMasuk } from "./index.ts";

/** The filled cells of a row by the letter of their column. */
export type Row = ReadonlyMap<string, SelMasuk>;

/** The rows below the titles of a table, by their number. */
export function rowsBelow(selList: readonly SelLembar[], kepala: number): ReadonlyMap<number, Row> {
  const rows = new Map<number, Map<string, SelMasuk>>();
  for (const { baris, kolom, isi } of selList) {
    if (baris === kepala) continue;
    const row = rows.get(baris) ?? new Map<string, SelMasuk>();
    rows.set(baris, row.set(kolom, isi));
  }
  return rows;
}

/** What a cell says; "" where it holds no text or figure. */
export const textOf = (isi: SelMasuk | undefined): string =>
  isi?.jenis === "teks" ? isi.teks : "";
