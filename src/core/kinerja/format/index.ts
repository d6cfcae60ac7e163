import { z } from "zod";
import { Tanggal } from "../../waktu/tanggal.ts";
import { Indikator } from "../indikator.ts";
import { Periode } from "../periode.ts";

/** Which request a sheet of figures answers: written into the file, read back with it. */
export const TandaFormat = z.strictObject({
  berkasId: z.string().regex(/^[\w-]{1,64}$/),
  waitId: z.string().regex(/^[\w-]{1,64}\.\d{1,6}$/),
  unit: Indikator.shape.penanggungJawab,
  periode: Periode,
});
export type TandaFormat = z.infer<typeof TandaFormat>;

/** What every sheet of figures carries; the number grows with the layout of the sheet. */
export const AWALAN_TANDA = "sopir-format/";
const VERSI = "1";

/** Begins every hidden kode, so that no program takes "1.10" for a number. */
export const AWALAN_KODE = "kode ";

/** The mark as one text, which no program takes for anything but text. */
export const tandaText = ({ berkasId, waitId, unit, periode }: TandaFormat): string =>
  `${AWALAN_TANDA}${VERSI} ${berkasId} ${waitId} ${unit} ${periode}`;

/** Reads a mark; null for one that is damaged or of another layout. */
export function parseTanda(text: string): TandaFormat | null {
  const [kepala, berkasId, waitId, unit, periode, ...rest] = text.trim().split(/\s+/);
  if (kepala !== `${AWALAN_TANDA}${VERSI}` || rest.length > 0) return null;
  const { data } = TandaFormat.safeParse({ berkasId, waitId, unit, periode });
  return data ?? null;
}

/** The columns of sheet 002 in their order; `penyebut` only where the unit has a ratio. */
export const kolomFormat = [
  "no",
  "sasaran",
  "indikator",
  "target-tahunan",
  "target",
  "realisasi",
  "penyebut",
  "keterangan",
] as const;
export type KolomFormat = (typeof kolomFormat)[number];

/** One row of the sheet as it goes out. What is recorded already stands in its cells. */
export interface BarisFormat {
  readonly kode: string;
  readonly sasaran: string;
  readonly nama: string;
  /** Unit and direction, which figure is meant, and what was reported before. */
  readonly keteranganNama: string;
  /** Which figure is meant and how it is written, for the note at the cell. */
  readonly petunjuk: PetunjukSel;
  readonly targetTahunan: number | null;
  readonly target: number | null;
  readonly rasio: boolean;
  readonly realisasi: string;
  readonly penyebut: string;
  readonly keterangan: string;
}

/** What the cells to be filled in say while they are, and of what is too long for them. */
export type PetunjukSel = Readonly<
  Record<"realisasi" | "penyebut" | "keterangan" | "terlaluPanjang", string>
>;

/** One unit's sheet of figures, before any spreadsheet has seen it. */
export interface FormatIsian {
  readonly tanda: TandaFormat;
  readonly instansi: readonly string[];
  readonly judul: string;
  readonly unit: string;
  /** How to fill it in and where to send it. */
  readonly petunjukList: readonly string[];
  readonly judulByKolom: { readonly [K in KolomFormat]: string };
  readonly barisList: readonly BarisFormat[];
  readonly adaRasio: boolean;
}

/** What a cell may hold that is no figure and no text; a formula only where its result is missing. */
const SelTertolak = z.enum(["rumus", "logika", "galat"]);
export type SelTertolak = z.infer<typeof SelTertolak>;

const alamat = z.string();

/** A cell that came back. A number is its text in Indonesian notation: read like anything typed. */
export const SelMasuk = z.discriminatedUnion("jenis", [
  z.strictObject({ jenis: z.literal("kosong"), alamat }),
  z.strictObject({
    jenis: z.literal("teks"),
    alamat,
    teks: z.string(),
    /** The result a formula had when the file was saved. */
    rumus: z.literal(true).exactOptional(),
    /** Whoever wrote it was asked whether it is meant. */
    yakin: z.literal(true).exactOptional(),
    /** A bare number that is also a day of these years, as programs count days. */
    mungkin: Tanggal.exactOptional(),
  }),
  /** Null for a time of day. */
  z.strictObject({ jenis: z.literal("tanggal"), alamat, tanggal: Tanggal.nullable() }),
  z.strictObject({ jenis: SelTertolak, alamat }),
]);
export type SelMasuk = z.infer<typeof SelMasuk>;

/** A row that came back; without a kode it is a row somebody added. */
export const BarisMasuk = z.strictObject({
  nomor: z.number(),
  kode: z.string().nullable(),
  realisasi: SelMasuk,
  penyebut: SelMasuk.nullable(),
  keterangan: SelMasuk.nullable(),
});
export type BarisMasuk = z.infer<typeof BarisMasuk>;

/** A cell with the place it stands in. */
export interface SelLembar {
  readonly baris: number;
  readonly kolom: string;
  readonly isi: SelMasuk;
}

/** A sheet of figures that came back, parsed and not yet believed. */
export interface FormatMasuk {
  readonly jenis: "format";
  readonly tanda: TandaFormat;
  readonly barisList: readonly BarisMasuk[];
}

/** A workbook without our mark that has tables of indikator: their cells, from the titles on. */
export interface TabelMasuk {
  readonly jenis: "tabel";
  readonly tabelList: readonly (readonly SelLembar[])[];
}
