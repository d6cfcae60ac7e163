import { z } from "zod";

/** A calendar date "YYYY-MM-DD" that exists; text order is date order. */
export const Tanggal = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'tanggal ditulis seperti "2026-11-26"')
  .refine(isTanggal, "tanggal ini tidak ada di kalender")
  .brand<"Tanggal">();
export type Tanggal = z.infer<typeof Tanggal>;

/** Days since 1970-01-01, which is day 0. */
export type DayNumber = number;

/** Whether a text of the right shape names a day that exists (no 31 February). */
export function isTanggal(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  const [y, m, d] = civilOf(dayOf(year, month, day));
  return y === year && m === month && d === day;
}

/** The date of a year, month (1–12) and day. */
export const tanggalOf = (year: number, month: number, day: number): Tanggal =>
  fromDayNumber(dayOf(year, month, day));

/** The day number of a date. */
export function toDayNumber(tanggal: Tanggal): DayNumber {
  const [year = 0, month = 0, day = 0] = tanggal.split("-").map(Number);
  return dayOf(year, month, day);
}

/**
 * The date of a day number.
 * @throws RangeError outside the years 0 to 9999, or when it is no whole number.
 */
export function fromDayNumber(day: DayNumber): Tanggal {
  const [y, m, d] = civilOf(day);
  const text = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
  if (!isShaped(text)) throw new RangeError(`no date for day ${day}`);
  return text;
}

/** The date `days` later, or earlier when negative. */
export const addDays = (tanggal: Tanggal, days: number): Tanggal =>
  fromDayNumber(toDayNumber(tanggal) + days);

/** Day of the week, 0 = Minggu … 6 = Sabtu. */
export const weekday = (tanggal: Tanggal): number => mod(toDayNumber(tanggal) + 4, 7);

/** Year, month and day of a date as numbers. */
export function partsOf(tanggal: Tanggal): { tahun: number; bulan: number; hari: number } {
  const [tahun = 0, bulan = 0, hari = 0] = tanggal.split("-").map(Number);
  return { tahun, bulan, hari };
}

/** Remainder that is never negative. */
export const mod = (a: number, b: number): number => ((a % b) + b) % b;

// Civil-calendar arithmetic on the proleptic Gregorian calendar, counting years from March so that
// the leap day comes last and every month's offset is linear.
function dayOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * mod(month - 3, 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilOf(day: DayNumber): [number, number, number] {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1];
}

// What comes out of civilOf exists, so its shape is enough: reading it as outside data again would
// cost more than all the arithmetic of a deadline.
const isShaped = (text: string): text is Tanggal => /^\d{4}-\d{2}-\d{2}$/.test(text);

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
