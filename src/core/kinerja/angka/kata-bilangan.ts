import { cleaned } from "../pembulatan.ts";
import type { Atom } from "./kata-angka.ts";

/** One piece of a number: digits as they were typed with all they may stand for, or a word. */
export type Unsur =
  | { readonly jenis: "angka"; readonly teks: string; readonly nilaiList: readonly number[] }
  | Atom;

/**
 * Every value a run of digits and number words may stand for, the likeliest first: "dua puluh lima",
 * "1,5 juta", "2 juta 500 ribu", "satu setengah". None when it is no number.
 */
export function nilaiUnsur(unsurList: readonly Unsur[]): readonly number[] {
  let total: readonly number[] = [];
  let below = Number.POSITIVE_INFINITY;
  for (const { unsur, skala } of termsOf(unsurList)) {
    const readings = termReadings(unsur).map((value) => cleaned(value * skala));
    const [first] = readings;
    const fits = first !== undefined && first < below;
    // "dua juta lima ratus" is said; "2 juta 500" may leave a word out.
    const cut = total.length > 0 && skala === 1 && unsur.some(({ jenis }) => jenis === "angka");
    if (!fits || cut || (total.length > 0 && readings.length > 1)) return [];
    total = total.length === 0 ? readings : total.map((value) => cleaned(value + first));
    below = skala;
  }
  return total;
}

interface Term {
  readonly unsur: readonly Unsur[];
  readonly skala: number;
}

function termsOf(unsurList: readonly Unsur[]): readonly Term[] {
  const terms: Term[] = [];
  let unsur: Unsur[] = [];
  for (const one of unsurList) {
    if (one.jenis === "skala") {
      terms.push({ unsur, skala: one.nilai });
      unsur = [];
    } else unsur.push(one);
  }
  return unsur.length === 0 ? terms : [...terms, { unsur, skala: 1 }];
}

function termReadings(unsurList: readonly Unsur[]): readonly number[] {
  const [first, ...rest] = unsurList;
  if (first?.jenis === "angka" && rest.length === 0) return first.nilaiList;
  const koma = unsurList.findIndex(({ jenis }) => jenis === "koma");
  if (koma >= 0) return one(withDecimals(unsurList.slice(0, koma), unsurList.slice(koma + 1)));
  const last = unsurList.at(-1);
  if (last?.jenis !== "pecahan") return one(bulat(unsurList));
  const before = unsurList.slice(0, -1);
  if (before.length === 0) return last.dihitung ? [] : [last.nilai];
  const whole = bulat(before);
  if (whole === null) return [];
  return [last.dihitung ? whole * last.nilai : whole + last.nilai];
}

const one = (value: number | null): readonly number[] => (value === null ? [] : [value]);

function withDecimals(before: readonly Unsur[], after: readonly Unsur[]): number | null {
  const whole = bulat(before);
  const digits = decimalDigits(after);
  return whole === null || digits === null ? null : Number(`${whole}.${digits}`);
}

/** Decimals are said digit by digit, "koma nol lima", or as one number, "koma dua puluh lima". */
function decimalDigits(after: readonly Unsur[]): string | null {
  const [first, another] = after;
  if (first?.jenis === "angka" && another === undefined) {
    return /^\d{1,12}$/.test(first.teks) ? first.teks : null;
  }
  const spoken = after.map((unsur) => (unsur.jenis === "satuan" ? String(unsur.nilai) : ""));
  if (spoken.length > 0 && spoken.every((digit) => digit !== "")) return spoken.join("");
  const whole = bulat(after);
  return whole === null || whole >= 100 ? null : String(whole);
}

/** A whole number below a thousand in words, or one typed in digits that has one reading. */
function bulat(unsurList: readonly Unsur[]): number | null {
  const [first, another] = unsurList;
  if (first?.jenis === "angka" && another === undefined) {
    const [value, ambigu] = first.nilaiList;
    return ambigu === undefined && value !== undefined && Number.isInteger(value) ? value : null;
  }
  return spokenWhole(unsurList);
}

function spokenWhole(unsurList: readonly Unsur[]): number | null {
  let total: number | null = null;
  let room = 1000;
  for (let at = 0; at < unsurList.length; ) {
    const part = spokenPart(unsurList, at);
    // Hundreds, then tens, then ones; nothing goes with nol, and nothing follows sebelas.
    if (part === null || part.size > room || total === 0) return null;
    if (part.value === 0 && total !== null) return null;
    total = (total ?? 0) + part.value;
    room = part.room;
    at += part.length;
  }
  return total;
}

interface Part {
  readonly value: number;
  readonly length: number;
  /** Least room it needs, and what it leaves. */
  readonly size: number;
  readonly room: number;
}

function spokenPart(unsurList: readonly Unsur[], at: number): Part | null {
  const [unsur, next] = [unsurList[at], unsurList[at + 1]];
  if (unsur?.jenis === "bulat") return part(unsur.nilai, 1);
  if (unsur?.jenis !== "satuan") return null;
  if (next?.jenis !== "tempat") return part(unsur.nilai, 1);
  if (unsur.nilai === 0) return null;
  return next.nilai === "belas" ? part(unsur.nilai + 10, 2) : part(unsur.nilai * next.nilai, 2);
}

function part(value: number, length: number): Part {
  if (value >= 100) return { value, length, size: 1000, room: 100 };
  if (value >= 20) return { value, length, size: 100, room: 10 };
  return value >= 10 ? { value, length, size: 100, room: 0 } : { value, length, size: 10, room: 0 };
}
