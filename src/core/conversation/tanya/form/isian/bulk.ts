import { isianText } from "../../../../../generated/teks.ts";
import { isSapaan } from "../../../../kinerja/angka/baca.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { fill, joined, type Teks } from "../../../../pesan/teks.ts";
import type { Bacaan } from "../../field.ts";
import {
  asalText,
  isWhole,
  leftOverTexts,
  nilaiText,
  pendek,
  persenText,
  readingTexts,
} from "./look.ts";
import { manyAnswer, type Part, partsText } from "./many.ts";
import { type FigureRead, readAnswer, TERBACA } from "./read.ts";
import { indikatorKode, rowOf, type Sheet } from "./sheet.ts";

/** One item of an answer for several indikator at once, as it was written. */
export interface Pair {
  readonly kunci: string;
  readonly teks: string;
}

/** An item, and what it is called in what is said of it. */
interface Named extends Omit<Pair, "kunci"> {
  readonly kunci: Teks;
  /** Whoever wrote it was asked whether it is meant. */
  readonly yakin?: true;
}

/** The figure of an item, or what keeps it from being taken. */
export type Checked = { readonly isian: Isian; readonly asal?: string } | { readonly bad: Teks };

const KEY = "[0-9A-Za-z][0-9A-Za-z.]{0,11}";
const equation = new RegExp(`(${KEY})\\s*=\\s*(.*?)(?=[\\s,;]+${KEY}\\s*=|$)`, "gs");
// Without a sign only a digit tells an item from a sentence of two lines.
const line = new RegExp(`^(?=\\S*\\d)(${KEY})[):]?\\s+(\\S.*)$`);

/**
 * Reads "1=98,5 2=40" or several lines "1 98,5". What stands before the first sign, or in a line
 * without one, is an item that nothing is known of, unless it is mere courtesy. Null when the text is
 * neither: a single line without a sign is one figure, for "1 500" is a thousand more often than an
 * answer.
 */
export function readPairs(text: string): readonly Pair[] | null {
  const lineList = text
    .split(/[\n;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "" && !isSapaan(one));
  const signed = lineList.flatMap(equationsIn);
  if (signed.some(({ teks }) => teks !== "")) return signed;
  const matches = lineList.map((one) => line.exec(one));
  const every = matches.every((match) => match !== null);
  return matches.length < 2 || !every
    ? null
    : matches.map((match) => pair(match?.[1] ?? "", match?.[2] ?? ""));
}

function equationsIn(text: string): readonly Pair[] {
  const found = [...text.matchAll(equation)];
  const before = text.slice(0, found[0]?.index).trim();
  const stray = before === "" || isSapaan(before) ? [] : [{ kunci: pendek(before), teks: "" }];
  return [...stray, ...found.map(([, kunci = "", teks = ""]) => pair(kunci, teks))];
}

/** Every item that is clear, and those that are not, which are asked for before the queue. */
export function bulkAnswer(
  sheet: Sheet,
  pairs: readonly Pair[],
  antrean: readonly string[],
): Bacaan {
  const parts = [...byIndikator(sheet, pairs).values()].map((same) => partOf(sheet, same));
  const gema = partsText(parts, {
    good: (jumlah) => fill(isianText.sekaligusSimpan, { jumlah }),
    bad: (jumlah) => fill(isianText.sekaligusMasalah, { jumlah }),
  });
  const figures = antrean.filter((one) => one === indikatorKode(one));
  return manyAnswer(parts, figures, gema);
}

/** What was said of each indikator, by its kode; of what is none, by its key. */
function byIndikator(
  sheet: Sheet,
  pairs: readonly Pair[],
): ReadonlyMap<string, readonly [Pair, ...Pair[]]> {
  const byKode = new Map<string, readonly [Pair, ...Pair[]]>();
  for (const one of pairs) {
    const kode = findIndikator(sheet, one.kunci)?.kode ?? `? ${one.kunci}`;
    const before = byKode.get(kode);
    byKode.set(kode, before === undefined ? [one] : [...before, one]);
  }
  return byKode;
}

/** Of two figures for one indikator neither is taken. */
function partOf(sheet: Sheet, [one, another]: readonly [Pair, ...Pair[]]): Part {
  const { kunci } = one;
  const indikator = findIndikator(sheet, kunci);
  if (indikator === undefined) return { items: [], bad: fill(isianText.masalahKunci, { kunci }) };
  const { kode, nama } = indikator;
  const checked =
    another === undefined
      ? checkOne(sheet, indikator, one)
      : { bad: fill(isianText.masalahGanda, { kunci }) };
  if ("bad" in checked) return { items: [{ kode, nilai: null }], bad: checked.bad };
  const { isian, asal } = checked;
  return {
    items: [{ kode, nilai: isian }],
    good: fill(isianText.sekaligusBaris, {
      nomor: rowOf(sheet, kode).nomor,
      nama,
      nilai: nilaiText(isian, indikator),
      asal: asalText(asal),
      capaian: persenText(sheet, indikator, isian),
    }),
  };
}

/** Checks one item like a single answer; its key only names it in what is said of it. */
export function checkOne(sheet: Sheet, indikator: Indikator, said: Named): Checked {
  const { kunci, teks } = said;
  const read = readAnswer(sheet, indikator, said);
  const one = { kunci, teks: pendek(teks) };
  switch (read.kind) {
    case "ragu":
      return { bad: doubtful(indikator, read, one) };
    case "tolak":
      return { bad: unreadable(read, one) };
    case "nilai":
      return { isian: read.nilai, ...(read.asal !== undefined && { asal: read.asal }) };
  }
}

/** Says of an item that it is no figure. */
export const unreadable = (
  { code }: Extract<FigureRead, { kind: "tolak" }>,
  one: { readonly kunci: Teks; readonly teks: string },
): Teks =>
  fill(code === "angka-tidak-terbaca" ? isianText.masalahAngka : isianText.masalahRasio, one);

function doubtful(
  indikator: Indikator,
  { calon, sebab, data }: Extract<FigureRead, { kind: "ragu" }>,
  one: Named,
): Teks {
  const { satuan } = indikator;
  if (sebab === "nihil") return fill(isianText.masalahNihil, { ...one, satuan });
  if (sebab !== TERBACA) return fill(isianText.masalahWajar, { ...one });
  if (isWhole(data)) return fill(isianText.masalahDua, { ...one });
  const nilai = joined(readingTexts(indikator, calon), isianText.atau);
  return fill(isianText.masalahTerbaca, {
    kunci: one.kunci,
    nilai,
    ...leftOverTexts(indikator, data),
  });
}

/** A number counts through the list; anything else, and a number beyond it, is a kode. */
function findIndikator({ indikatorList }: Sheet, kunci: string): Indikator | undefined {
  const byNumber = /^\d{1,3}$/.test(kunci) ? indikatorList[Number(kunci) - 1] : undefined;
  return byNumber ?? indikatorList.find(({ kode }) => kode.toLowerCase() === kunci.toLowerCase());
}

const pair = (kunci: string, teks: string): Pair => ({
  kunci: kunci.replace(/\.$/, ""),
  teks: teks.trim().replace(/[,;]+$/, ""),
});

/** Which row somebody wants to correct; null inside where they do not say which. */
export interface Koreksi {
  readonly nomor: number | null;
}

/** Reads "ubah 2", or "saya salah input" in whatever words; null when it is something else. */
export function readKoreksi(text: string): Koreksi | null {
  const [, nomor] = UBAH.exec(text.trim()) ?? [];
  if (nomor !== undefined) return { nomor: Number(nomor) };
  return SALAH.test(text.trim()) ? { nomor: null } : null;
}

const UBAH = /^(?:ubah|ganti|perbaiki|koreksi)\s*(?:no|nomor|#)?\.?\s*(\d{1,3})$/i;
const SALAH =
  /^(?:maaf[\s,]*)?(?:saya\s+|tadi\s+)*(?:salah|keliru)\s+(?:input|isi|ketik|tulis|angka|kirim|masuk\p{L}*)(?:\s+(?:angka\p{L}*|tadi|pak|bu))*[.!]*$/iu;
