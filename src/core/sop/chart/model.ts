import type { Kertas } from "../../dokumen/model.ts";
import type { LangkahNo } from "../reference.ts";

/** A point on a page in points (1/72 inch) from its upper left corner. */
export interface Titik {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on a page, in points. */
export interface Bidang extends Titik {
  readonly lebar: number;
  readonly tinggi: number;
}

/** One line of text; `x` is its left end or its middle, `y` its baseline. */
export interface BarisTeks extends Titik {
  readonly teks: string;
  readonly ukuran: number;
  readonly tebal: boolean;
  readonly rata: "kiri" | "tengah";
}

/** A ruled cell of the header block or of the table, with its text already broken into lines. */
export interface Sel {
  readonly bidang: Bidang;
  readonly teksList: readonly BarisTeks[];
  readonly latar: "kosong" | "kepala" | "pita";
}

/** The four shapes of PermenPANRB 35/2012; its fifth symbol is the arrow. */
export type Bentuk = "kapsul" | "kotak" | "ketupat" | "segilima";

/** A symbol in a pelaksana column. */
export interface Simbol {
  readonly id: string;
  readonly bentuk: Bentuk;
  readonly bidang: Bidang;
  /** "Mulai" and "Selesai" in capsules, the letter that pairs two pentagons; else null. */
  readonly teks: string | null;
  /** The langkah it belongs to; null for a pentagon between pages. */
  readonly langkahNo: LangkahNo | null;
  /** Not on the printed sheet. */
  readonly tambahan: boolean;
  /** In a column the printed sheet does not name. */
  readonly disimpulkan: boolean;
}

/** What is written beside an arrow, and the room it takes. */
export interface LabelPanah {
  readonly teks: "Ya" | "Tidak";
  readonly bidang: Bidang;
}

/** A rectangular path from the edge of one symbol to the edge of another on the same page. */
export interface Panah {
  readonly dari: string;
  readonly ke: string;
  readonly titikList: readonly Titik[];
  /** How many of the points are its own; from the last of them on it runs along an earlier arrow. */
  readonly sendiri: number;
  readonly label: LabelPanah | null;
  readonly tambahan: boolean;
  /** Whether it has a head at both ends: several work on one langkah together. */
  readonly duaArah: boolean;
}

/** One sign of the legend and its meaning. */
export interface ButirLegenda {
  readonly tanda: Bentuk | "panah" | "tambahan" | "disimpulkan";
  readonly bidang: Bidang;
  readonly teks: BarisTeks;
}

/** One page, ready to be drawn. */
export interface HalamanChart {
  readonly selList: readonly Sel[];
  /** Where each langkah stands. */
  readonly barisList: readonly { readonly langkahNo: LangkahNo; readonly bidang: Bidang }[];
  readonly simbolList: readonly Simbol[];
  readonly panahList: readonly Panah[];
  readonly legendaList: readonly ButirLegenda[];
  /** Lines outside the table: title of a continued page, page number. */
  readonly teksList: readonly BarisTeks[];
}

/** A sheet laid out as pages of one size; everything is in points. */
export interface Chart {
  readonly judul: string;
  readonly kertas: Kertas;
  readonly lebar: number;
  readonly tinggi: number;
  readonly halamanList: readonly HalamanChart[];
}
