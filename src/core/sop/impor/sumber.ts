import type { Durasi } from "../../waktu/durasi.ts";

/** A row of a table: the text of its filled cells by their column, counted from 0. */
export type BarisSumber = ReadonlyMap<number, string>;

/** A piece of the file a sheet came in, in reading order: a line of running text, or a table. */
export type BlokSumber =
  | { readonly jenis: "teks"; readonly teks: string }
  | { readonly jenis: "tabel"; readonly barisList: readonly BarisSumber[] };

/** What a mark in the column of a pelaksana says of their part in a langkah. */
export type Tanda = "mulai" | "kerja" | "putus" | "selesai" | "bersama" | "memasok" | "menerima";

/** A langkah as it was found, before anybody has said what its words mean. */
export interface BarisTerbaca {
  /** As printed; null where the sheet does not count its langkah. */
  readonly no: string | null;
  readonly uraian: string;
  /** Marks by the place of their column among the pelaksana. */
  readonly tandaList: readonly { readonly kolom: number; readonly tanda: Tanda }[];
  readonly kelengkapan: string;
  readonly waktu: string;
  readonly keluaran: string;
  readonly keterangan: string;
  /** Why the row may be misread. */
  readonly keraguanList: readonly string[];
}

/** The table of langkah as it was found. */
export interface TabelTerbaca {
  /** Titles of the columns of pelaksana, from left to right. */
  readonly judulList: readonly string[];
  /** The unit the title of the column names: "Waktu (Menit)". */
  readonly satuan: Durasi["satuan"] | null;
  readonly barisList: readonly BarisTerbaca[];
}

/** One line of text without line breaks and runs of spaces. */
export const rapi = (teks: string): string => teks.replaceAll(/\s+/g, " ").trim();

/** The unit of time a title names. */
export const satuanIn = (teks: string): Durasi["satuan"] | null =>
  (["menit", "jam", "hari"] as const).find((satuan) =>
    new RegExp(`\\b${satuan}\\b`, "i").test(teks),
  ) ?? null;
