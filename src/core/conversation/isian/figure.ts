import { faktor } from "../../kinerja/agregasi.ts";
import { type HasilAngka, isTidakWajar, type Pembanding, readAngka } from "../../kinerja/angka.ts";
import type { Indikator, Isian } from "../../kinerja/indikator.ts";
import { tahunPeriode } from "../../kinerja/periode.ts";
import type { PercakapanCode } from "../../pesan/penolakan.ts";
import { previousOf, type Sheet, targetOf } from "./sheet.ts";

/** The largest figure a row of the table of indikator holds. */
const ANGKA_PALING_BESAR = 1e12;

/** What a text says as the figure of one indikator. */
export type Figure =
  | { readonly kind: "isian"; readonly isian: Isian }
  /** Two readings of one text. */
  | { readonly kind: "dua"; readonly calon: readonly number[] }
  | { readonly kind: "ditolak"; readonly code: PercakapanCode };

/** Why a figure is asked back before it is taken. */
export type Doubt =
  | { readonly sebab: "jauh"; readonly nilai: number; readonly usul: readonly number[] }
  | { readonly sebab: "turun"; readonly nilai: number; readonly lalu: number }
  | { readonly sebab: "negatif"; readonly nilai: number; readonly usul: readonly number[] };

/** Reads a text as the figure of an indikator; a `rasio` wants both of its parts. */
export function readFigure(indikator: Indikator, teks: string): Figure {
  const hasil = readAngka(teks);
  switch (hasil.jenis) {
    case "nihil":
    case "belum":
      return { kind: "isian", isian: { jenis: hasil.jenis } };
    case "bukan-angka":
      return unreadable(indikator, teks);
    case "angka":
      return indikator.agregasi === "rasio"
        ? readRatio(indikator, hasil)
        : readPlain(indikator, hasil);
  }
}

/** A figure with the numbers a person chose among: one value, or the two parts of a ratio. */
export function isianOf(indikator: Indikator, calon: readonly number[]): Isian {
  const [first = 0, second] = calon;
  return indikator.agregasi === "rasio" && second !== undefined
    ? ratio(indikator, first, second)
    : { jenis: "angka", nilai: first };
}

/** Why this figure should be confirmed; null when it looks like one. */
export function doubtOf(sheet: Sheet, indikator: Indikator, isian: Isian): Doubt | null {
  if (isian.jenis !== "angka") return null;
  const known = {
    sebelumnya: previousNilai(sheet, indikator),
    target: targetOf(sheet, indikator),
  };
  return (
    negativeDoubt(isian.nilai, known) ??
    farDoubt(isian, known) ??
    shrinkingDoubt(sheet, indikator, { nilai: isian.nilai, lalu: known.sebelumnya })
  );
}

/** The numbers a doubt is about, as the session keeps them: what was typed first. */
export const calonOf = (isian: Isian, doubt: Doubt): readonly number[] =>
  isian.jenis === "angka" && isian.pembilang !== undefined && isian.penyebut !== undefined
    ? [isian.pembilang, isian.penyebut]
    : [doubt.nilai, ...("usul" in doubt ? doubt.usul : [])];

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

type AngkaIsian = Extract<Isian, { jenis: "angka" }>;
type Angka = Extract<HasilAngka, { jenis: "angka" }>;

function readPlain(indikator: Indikator, hasil: Angka): Figure {
  if (hasil.ambigu) return { kind: "dua", calon: hasil.pilihan };
  // "12/40" for a percentage is a percentage; for anything else it is a date or a slip.
  const isShare = hasil.pembilang !== undefined;
  if (isShare && faktor(indikator.satuan) !== 100) return { kind: "ditolak", code: angkaSalah };
  return checked({ jenis: "angka", nilai: isShare ? percent(hasil.nilai) : hasil.nilai });
}

function readRatio(indikator: Indikator, hasil: Angka): Figure {
  if (hasil.ambigu || hasil.pembilang === undefined || hasil.penyebut === undefined) {
    return { kind: "ditolak", code: "rasio-tidak-terbaca" };
  }
  return checked(ratio(indikator, hasil.pembilang, hasil.penyebut));
}

function unreadable(indikator: Indikator, teks: string): Figure {
  if (indikator.agregasi !== "rasio") return { kind: "ditolak", code: angkaSalah };
  const zero = /(\/|dari|:)\s*0+([.,]0+)?\s*%?$/i.test(teks.trim());
  return { kind: "ditolak", code: zero ? "penyebut-nol" : "rasio-tidak-terbaca" };
}

const checked = (isian: AngkaIsian): Figure =>
  [isian.nilai, isian.pembilang ?? 0, isian.penyebut ?? 0].some(
    (one) => Math.abs(one) > ANGKA_PALING_BESAR,
  )
    ? { kind: "ditolak", code: angkaSalah }
    : { kind: "isian", isian };

const ratio = ({ satuan }: Indikator, pembilang: number, penyebut: number): AngkaIsian => ({
  jenis: "angka",
  nilai: Number(((pembilang / penyebut) * faktor(satuan)).toPrecision(12)),
  pembilang,
  penyebut,
});

const percent = (share: number): number => Number((share * 100).toPrecision(12));

const angkaSalah = "angka-tidak-terbaca" satisfies PercakapanCode;
