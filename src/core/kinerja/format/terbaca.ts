import type { Tanggal } from "../../waktu/tanggal.ts";
import { readAngka } from "../angka/baca.ts";
import type { Indikator } from "../indikator.ts";
import type { BarisMasuk, SelMasuk, SelTertolak } from "./index.ts";

/** A text with the cell it stood in. */
export interface TeksSel {
  readonly alamat: string;
  readonly teks: string;
}

/** What was said of a figure, and what is known of the cells that said it. */
export interface AngkaSel {
  /** Null for a blank cell: nothing was said, least of all 0. */
  readonly angka: string | null;
  /** Whether a formula said it, or a part of it. */
  readonly rumus: boolean;
  /** The day that a bare number would be. */
  readonly mungkin: Tanggal | null;
  /** Whoever said it was asked whether it is meant. */
  readonly yakin?: true;
}

/** What is wrong with a row or a cell before its text is even read. */
export type MasalahFormat =
  | { readonly sebab: "kode-asing"; readonly baris: number; readonly kode: string }
  | { readonly sebab: "tanpa-kode"; readonly baris: number }
  | { readonly sebab: "kode-ganda"; readonly barisList: readonly number[] }
  | { readonly sebab: "tanggal"; readonly alamat: string; readonly tanggal: Tanggal | null }
  | {
      readonly sebab: SelTertolak | "pembilang-kosong" | "penyebut-kosong";
      readonly alamat: string;
    };

/** A row of the sheet, matched to its indikator. */
export type BarisTerbaca =
  | (AngkaSel & {
      readonly kind: "isi";
      readonly indikator: Indikator;
      /** Where the figure stood, also when it is blank. */
      readonly alamat: string;
      readonly keterangan: TeksSel | null;
    })
  | {
      readonly kind: "masalah";
      /** Null where it is not even clear which one is meant. */
      readonly indikator: Indikator | null;
      readonly masalah: MasalahFormat;
      readonly keterangan: TeksSel | null;
    };

/**
 * Matches the rows of a sheet to the indikator by their kode: rows may be moved, renamed or gone.
 * Several rows of one kode say nothing, for it is not clear which of them holds.
 */
export function matchRows(
  indikatorList: readonly Indikator[],
  barisList: readonly BarisMasuk[],
): readonly BarisTerbaca[] {
  const byKode = new Map(indikatorList.map((one) => [one.kode.toLowerCase(), one]));
  const told = new Set<string>();
  return barisList.flatMap((baris): readonly BarisTerbaca[] => {
    if (baris.kode === null) return strayRow(baris);
    const kode = baris.kode.toLowerCase();
    const indikator = byKode.get(kode);
    if (indikator === undefined) {
      return [problem(null, { sebab: "kode-asing", baris: baris.nomor, kode: baris.kode }, null)];
    }
    const same = barisList.filter((one) => one.kode?.toLowerCase() === kode);
    if (same.length === 1) return readRow(indikator, baris);
    if (told.has(kode)) return [];
    told.add(kode);
    const masalah = { sebab: "kode-ganda", barisList: same.map(({ nomor }) => nomor) } as const;
    return [problem(indikator, masalah, null)];
  });
}

/** A row somebody added counts only when something is written in it. */
const strayRow = ({ nomor, realisasi }: BarisMasuk): readonly BarisTerbaca[] =>
  realisasi.jenis === "kosong" ? [] : [problem(null, { sebab: "tanpa-kode", baris: nomor }, null)];

function readRow(indikator: Indikator, baris: BarisMasuk): readonly BarisTerbaca[] {
  const { realisasi, keterangan } = baris;
  const note = keterangan === null ? null : textOf(keterangan);
  const figure = indikator.agregasi === "rasio" ? ratioOf(baris) : figureOf(realisasi);
  const row: BarisTerbaca =
    "sebab" in figure
      ? problem(indikator, figure, note)
      : { kind: "isi", indikator, alamat: realisasi.alamat, ...figure, keterangan: note };
  // A note that cannot be read keeps no figure from being taken.
  return keterangan !== null && isRefused(keterangan)
    ? [row, problem(null, cellProblem(keterangan), null)]
    : [row];
}

type Figure = AngkaSel | MasalahFormat;

const figureOf = (cell: SelMasuk): Figure =>
  isRefused(cell) ? cellProblem(cell) : angkaOf(textOf(cell)?.teks ?? null, [cell]);

/** Both parts of a ratio as one text, or the one cell that says everything. */
function ratioOf({ realisasi, penyebut }: BarisMasuk): Figure {
  const below = penyebut ?? { jenis: "kosong", alamat: realisasi.alamat };
  const bad = [realisasi, below].find(isRefused);
  if (bad !== undefined) return cellProblem(bad);
  const [pembilang, bagi] = [textOf(realisasi), textOf(below)];
  if (pembilang === null) {
    return bagi === null
      ? angkaOf(null, [])
      : { sebab: "pembilang-kosong", alamat: realisasi.alamat };
  }
  if (isWhole(pembilang.teks)) return angkaOf(pembilang.teks, [realisasi]);
  return bagi === null
    ? { sebab: "penyebut-kosong", alamat: below.alamat }
    : angkaOf(`${pembilang.teks}/${bagi.teks}`, [realisasi, below]);
}

function angkaOf(angka: string | null, selList: readonly SelMasuk[]): AngkaSel {
  const texts = selList.filter((sel) => sel.jenis === "teks");
  const [only, another] = texts;
  return {
    angka,
    rumus: texts.some(({ rumus }) => rumus === true),
    mungkin: another === undefined ? (only?.mungkin ?? null) : null,
    ...(texts.some(({ yakin }) => yakin === true) && { yakin: true }),
  };
}

/** "nihil", "belum" and "39/40" say everything in one cell. */
function isWhole(teks: string): boolean {
  const hasil = readAngka(teks, { rasio: true });
  return hasil.jenis === "angka"
    ? hasil.rasio !== null
    : hasil.jenis !== "bukan-angka" || hasil.penyebutNol;
}

const textOf = (cell: SelMasuk): TeksSel | null =>
  cell.jenis === "teks" ? { alamat: cell.alamat, teks: cell.teks } : null;

type SelBuruk = Exclude<SelMasuk, { readonly jenis: "kosong" | "teks" }>;

const isRefused = (cell: SelMasuk): cell is SelBuruk =>
  cell.jenis !== "kosong" && cell.jenis !== "teks";

const cellProblem = (sel: SelBuruk): MasalahFormat =>
  sel.jenis === "tanggal"
    ? { sebab: "tanggal", alamat: sel.alamat, tanggal: sel.tanggal }
    : { sebab: sel.jenis, alamat: sel.alamat };

const problem = (
  indikator: Indikator | null,
  masalah: MasalahFormat,
  keterangan: TeksSel | null,
): BarisTerbaca => ({ kind: "masalah", indikator, masalah, keterangan });
