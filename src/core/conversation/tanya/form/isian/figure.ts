import { type AngkaTerbaca, isJelas, readAngka } from "../../../../kinerja/angka/baca.ts";
import { isTercacah } from "../../../../kinerja/angka/satuan.ts";
import { isTidakWajar, type Pembanding } from "../../../../kinerja/angka/tulis.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { tahunPeriode } from "../../../../kinerja/periode.ts";
import type { PercakapanCode } from "../../../../pesan/penolakan.ts";
import { previousOf, type Sheet, targetOf } from "./sheet.ts";

/** A reading that is asked about before it is taken. */
export interface Ragu {
  /** The readings to choose from; of a ratio there is one. */
  readonly calon: readonly Isian[];
  /** What was not understood. */
  readonly sisa: readonly string[];
  /** The unit that was written in place of the indikator's own; null for none. */
  readonly satuan: string | null;
}

/** What a text says as the figure of one indikator. */
export type Figure =
  | {
      readonly kind: "isian";
      readonly isian: Isian;
      /** What was converted, as it was written. */
      readonly asal?: string;
    }
  | ({ readonly kind: "ragu" } & Ragu)
  | { readonly kind: "ditolak"; readonly code: PercakapanCode };

/** Why a figure is asked back before it is taken. */
export type Doubt =
  | { readonly sebab: "jauh"; readonly nilai: number; readonly usul: readonly number[] }
  | { readonly sebab: "turun"; readonly nilai: number; readonly lalu: number }
  | { readonly sebab: "negatif"; readonly nilai: number; readonly usul: readonly number[] }
  | { readonly sebab: "pecahan"; readonly nilai: number }
  /** Of things that are counted none may be meant, or that they are not counted this time. */
  | { readonly sebab: "nihil" };

/** Reads a text as the figure of an indikator; a `rasio` wants both of its parts. */
export function readFigure({ satuan, agregasi }: Indikator, teks: string): Figure {
  const isRasio = agregasi === "rasio";
  const hasil = readAngka(teks, { satuan, rasio: isRasio || undefined });
  switch (hasil.jenis) {
    case "nihil":
    case "belum":
      return { kind: "isian", isian: { jenis: hasil.jenis } };
    case "bukan-angka":
      if (!isRasio) return { kind: "ditolak", code: "angka-tidak-terbaca" };
      return { kind: "ditolak", code: hasil.penyebutNol ? "penyebut-nol" : "rasio-tidak-terbaca" };
    case "angka":
      return isRasio && hasil.rasio === null
        ? { kind: "ditolak", code: "rasio-tidak-terbaca" }
        : taken(hasil, isRasio);
  }
}

function taken(hasil: AngkaTerbaca, isRasio: boolean): Figure {
  const { nilaiList, rasio, asal, sisaList, satuanLain } = hasil;
  const [nilai = 0] = nilaiList;
  const isian: Isian = { ...angka(nilai), ...(isRasio ? rasio : null) };
  if (isJelas(hasil)) return { kind: "isian", isian, ...(asal === null ? {} : { asal }) };
  const calon = isRasio ? [isian] : nilaiList.map(angka);
  return { kind: "ragu", calon, sisa: sisaList, satuan: satuanLain };
}

const angka = (nilai: number): AngkaIsian => ({ jenis: "angka", nilai });

/** Why this figure should be confirmed; null when it looks like one. */
export function doubtOf(sheet: Sheet, indikator: Indikator, isian: Isian): Doubt | null {
  if (isian.jenis === "nihil") return countedDoubt(indikator);
  if (isian.jenis !== "angka") return null;
  const known = {
    sebelumnya: previousNilai(sheet, indikator),
    target: targetOf(sheet, indikator),
  };
  return (
    negativeDoubt(isian.nilai, known) ??
    farDoubt(isian, known) ??
    partDoubt(isian, indikator) ??
    shrinkingDoubt(sheet, indikator, { nilai: isian.nilai, lalu: known.sebelumnya })
  );
}

/** What a doubtful figure may mean: what was typed first. */
export const calonOf = (isian: Isian, doubt: Doubt): readonly Isian[] => [
  isian,
  ...("usul" in doubt ? doubt.usul.map(angka) : []),
];

function previousNilai(sheet: Sheet, { kode }: Indikator): number | null {
  const past = previousOf(sheet, kode).realisasi?.isian;
  return past?.jenis === "angka" ? past.nilai : null;
}

/** Below zero where nothing else is. */
function negativeDoubt(nilai: number, { sebelumnya, target }: Pembanding): Doubt | null {
  const usual = (sebelumnya ?? 0) < 0 || (target ?? 0) < 0;
  return nilai < 0 && !usual ? { sebab: "negatif", nilai, usul: [-nilai] } : null;
}

function farDoubt(isian: AngkaIsian, known: Pembanding): Doubt | null {
  const { tidakWajar, usul } = isTidakWajar(isian.nilai, known);
  if (!tidakWajar) return null;
  // The decimal mark of a ratio cannot have slipped: its parts were typed.
  return { sebab: "jauh", nilai: isian.nilai, usul: isian.penyebut === undefined ? usul : [] };
}

/** A running total that falls within the year: corrections are real, so it is asked, not barred. */
function shrinkingDoubt(
  sheet: Sheet,
  { kode, agregasi }: Indikator,
  { nilai, lalu }: { readonly nilai: number; readonly lalu: number | null },
): Doubt | null {
  const { periode } = previousOf(sheet, kode);
  const sameYear = tahunPeriode(periode) === tahunPeriode(sheet.berkas.state.periode);
  return agregasi === "kumulatif" && sameYear && lalu !== null && nilai < lalu
    ? { sebab: "turun", nilai, lalu }
    : null;
}

/** A fraction of what is counted one by one; the quotient of a ratio is no count. */
const partDoubt = ({ nilai }: AngkaIsian, { satuan, agregasi }: Indikator): Doubt | null =>
  agregasi !== "rasio" && isTercacah(satuan) && !Number.isInteger(nilai)
    ? { sebab: "pecahan", nilai }
    : null;

const countedDoubt = ({ satuan, agregasi }: Indikator): Doubt | null =>
  agregasi !== "rasio" && isTercacah(satuan) ? { sebab: "nihil" } : null;

type AngkaIsian = Extract<Isian, { jenis: "angka" }>;
