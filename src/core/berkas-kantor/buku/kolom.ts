import type { JenisSel } from "./sel.ts";

/** Keys and positions that lead to a value, from the row or, for a single value, from the office file. */
export type Jalur = readonly (string | number)[];

/** One column of a table, or one line of a sheet of single values. Everything said of it is said here. */
export interface Kolom {
  readonly jalur: Jalur;
  readonly judul: string;
  /** Other titles it is known by. */
  readonly alias: readonly string[];
  /** What to write there, in everyday words. */
  readonly bantuan: string;
  readonly jenis: JenisSel;
  readonly wajib?: true;
  /** In characters. */
  readonly lebar?: number;
  /** An empty cell says what the one above it says: cells merged over several rows. */
  readonly turun?: true;
  /** What the example rows hold. */
  readonly contoh: readonly string[];
}

/** A line that may stand several times, numbered. */
export interface Baris extends Kolom {
  readonly banyak?: number;
}
