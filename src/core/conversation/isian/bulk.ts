import { isianText } from "../../../generated/teks.ts";
import { isSapaan } from "../../kinerja/angka/baca.ts";
import type { Indikator, Isian } from "../../kinerja/indikator.ts";
import type { PercakapanCode } from "../../pesan/penolakan.ts";
import { fill, joined, type Teks } from "../../pesan/teks.ts";
import { doubtOf, type Ragu, readFigure } from "./figure.ts";
import { leftOverTexts, pendek, readingTexts } from "./look.ts";
import type { Sheet } from "./sheet.ts";

/** One item of an answer for several indikator at once, as it was written. */
export interface Pair {
  readonly kunci: string;
  readonly teks: string;
}

/** An item that was understood, or what keeps it from being taken. */
export type Checked =
  | {
      readonly kind: "isian";
      readonly indikator: Indikator;
      readonly isian: Isian;
      readonly asal?: string;
    }
  | { readonly kind: "masalah"; readonly indikator: Indikator | null; readonly teks: Teks };

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

/** Checks every item like a single answer; one that must be asked back is not taken here. */
export function checkPairs(sheet: Sheet, pairs: readonly Pair[]): readonly Checked[] {
  const seen = new Set<string>();
  return pairs.map((one) => {
    const indikator = findIndikator(sheet, one.kunci);
    if (indikator === undefined) {
      return problem(null, fill(isianText.masalahKunci, { kunci: one.kunci }));
    }
    if (seen.has(indikator.kode)) {
      return problem(indikator, fill(isianText.masalahGanda, { kunci: one.kunci }));
    }
    seen.add(indikator.kode);
    return checkOne(sheet, indikator, one);
  });
}

/** An item, and what it is called in what is said of it. */
interface Named extends Omit<Pair, "kunci"> {
  readonly kunci: Teks;
}

/** Checks one item; its key only names it in what is said of it. */
export function checkOne(sheet: Sheet, indikator: Indikator, { kunci, teks }: Named): Checked {
  const figure = readFigure(indikator, teks);
  const one = { kunci, teks: pendek(teks) };
  switch (figure.kind) {
    case "ragu":
      return problem(indikator, doubtful(indikator, figure, one));
    case "ditolak":
      return problem(indikator, unreadable(figure.code, one));
    case "isian": {
      const doubt = doubtOf(sheet, indikator, figure.isian);
      if (doubt === null) return { ...figure, indikator };
      const { satuan } = indikator;
      return problem(
        indikator,
        doubt.sebab === "nihil"
          ? fill(isianText.masalahNihil, { ...one, satuan })
          : fill(isianText.masalahWajar, { ...one }),
      );
    }
  }
}

function doubtful(indikator: Indikator, ragu: Ragu, one: Named): Teks {
  if (ragu.sisa.length === 0 && ragu.satuan === null) {
    return fill(isianText.masalahDua, { ...one });
  }
  const nilai = joined(readingTexts(indikator, ragu.calon), isianText.atau);
  const { kunci } = one;
  return fill(isianText.masalahTerbaca, { kunci, nilai, ...leftOverTexts(indikator, ragu) });
}

const unreadable = (code: PercakapanCode, one: Named): Teks =>
  code === "angka-tidak-terbaca"
    ? fill(isianText.masalahAngka, { ...one })
    : fill(isianText.masalahRasio, { ...one });

const problem = (indikator: Indikator | null, teks: Teks): Checked => ({
  kind: "masalah",
  indikator,
  teks,
});

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
