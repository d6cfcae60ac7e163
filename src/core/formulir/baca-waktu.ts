import { bulanPendek, hariPanjang } from "../waktu/format.ts";
import { addDays, isTanggal, partsOf, type Tanggal, tanggalOf, weekday } from "../waktu/tanggal.ts";

const hariList = hariPanjang.map((hari) => hari.toLowerCase());
const bulanList = bulanPendek.map((bulan) => bulan.toLowerCase());
const relatif: ReadonlyMap<string, number> = new Map([
  ["hari ini", 0],
  ["besok", 1],
  ["lusa", 2],
]);

const numeric = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/;
const named = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?(?:[\s-]+(\d{4}))?$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a day as people write it: "26 November 2026", "26-11", "Kamis", "besok". Without a year the
 * next such day is meant, today included. Null when it is no day.
 */
export function bacaTanggal(text: string, today: Tanggal): Tanggal | null {
  const said = text
    .toLowerCase()
    .replaceAll(/[’'`]/g, "")
    .replace(/^(?:tgl|tanggal|hari)\.?\s+(?!ini)/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const days = relatif.get(said);
  if (days !== undefined) return addDays(today, days);
  const [dayName = "", rest = ""] = splitDayName(said);
  if (dayName !== "" && rest === "") return nextWeekday(dayName, today);
  return bacaAngka(rest === "" ? said : rest, today);
}

/** "kamis, 26 november" is the day of the month; the name before it only repeats it. */
function splitDayName(said: string): readonly [string, string] | [] {
  const match = /^(minggu|senin|selasa|rabu|kamis|jumat|jum at|sabtu)(?:,?\s+(.*))?$/.exec(said);
  return match === null ? [] : [(match[1] ?? "").replace(" ", ""), match[2] ?? ""];
}

function nextWeekday(name: string, today: Tanggal): Tanggal {
  const ahead = (hariList.indexOf(name) - weekday(today) + 7) % 7;
  return addDays(today, ahead);
}

function bacaAngka(said: string, today: Tanggal): Tanggal | null {
  const whole = iso.exec(said);
  if (whole !== null) return existing(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const digits = numeric.exec(said);
  if (digits !== null) {
    return dated(Number(digits[1]), Number(digits[2]), digits[3], today);
  }
  const words = named.exec(said);
  if (words === null) return null;
  const bulan = bulanOf(words[2] ?? "");
  return bulan === 0 ? null : dated(Number(words[1]), bulan, words[3], today);
}

function dated(
  hari: number,
  bulan: number,
  year: string | undefined,
  today: Tanggal,
): Tanggal | null {
  if (year !== undefined)
    return existing(Number(year) + (year.length === 2 ? 2000 : 0), bulan, hari);
  const { tahun } = partsOf(today);
  const thisYear = existing(tahun, bulan, hari);
  return thisYear !== null && thisYear < today ? existing(tahun + 1, bulan, hari) : thisYear;
}

function existing(tahun: number, bulan: number, hari: number): Tanggal | null {
  const possible =
    tahun >= 2000 && tahun <= 2100 && isTanggal(`${tahun}-${two(bulan)}-${two(hari)}`);
  return possible ? tanggalOf(tahun, bulan, hari) : null;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** "nov", "november", "nopember"; August is "agu", "agt" or "agustus". */
function bulanOf(word: string): number {
  const known = word.replace(/^nop/, "nov").replace(/^agt|^ags/, "agu");
  return bulanList.findIndex((one) => known.startsWith(one)) + 1;
}

/** Reads an hour: "9", "09.00", "13:30", "jam 9 pagi". Null when it is none. */
export function bacaJam(text: string): number | null {
  const match =
    /^(?:jam|pukul|pkl\.?)?\s*(\d{1,2})(?:[.:](\d{2}))?\s*(pagi|siang|sore|malam)?\s*(?:wib|wita|wit)?$/i.exec(
      text.trim(),
    );
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? "0");
  const later = /siang|sore|malam/i.test(match[3] ?? "") && hour < 11 ? 12 : 0;
  const total = (hour + later) * 60 + minute;
  return minute > 59 || total > 1439 ? null : total;
}
