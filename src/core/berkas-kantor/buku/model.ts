import type { SelLembar } from "../../kinerja/format/index.ts";

/** What a cell holds that is written; null for an empty one. */
export type NilaiSel = string | number | null;

/** How a cell of a workbook looks, and what it is for. */
export type GayaSel = "isi" | "label" | "penjelasan" | "contoh" | "periksa";

/** What may be chosen from: these words, or what stands in a column of another sheet (from 0). */
export type PilihanSel = readonly string[] | { readonly lembar: string; readonly kolom: number };

/** A cell before any spreadsheet has seen it. */
export interface SelBuku {
  readonly nilai: NilaiSel;
  readonly gaya: GayaSel;
  /** What may be chosen from; a program may offer it in a list. */
  readonly pilihan?: PilihanSel;
  /** Whether anything but one of the choices is wrong. */
  readonly hanyaPilihan?: boolean;
  /** Whether a program must take what is typed for nothing but text. */
  readonly tetapTeks?: boolean;
  /** What is shown while the cell is filled in. */
  readonly bantuan?: string;
  /** What somebody must look at, as a note at the cell. */
  readonly catatan?: string;
}

/** A column of a sheet. */
export interface KolomBuku {
  readonly judul: string;
  /** In characters. */
  readonly lebar: number;
  readonly wajib: boolean;
}

/** One sheet: a title, what it is for, and a table. */
export interface LembarBuku {
  readonly nama: string;
  readonly judul: string;
  readonly penjelasan: string;
  readonly kolomList: readonly KolomBuku[];
  readonly barisList: readonly (readonly SelBuku[])[];
}

/** A sheet that came in: its name, and its filled cells. */
export interface LembarMasuk {
  readonly nama: string;
  readonly selList: readonly SelLembar[];
}

/** Something about one cell: what is wrong, and what to write. */
export interface MasalahSel {
  /** "Pegawai!C4". */
  readonly sel: string;
  readonly pesan: string;
}
