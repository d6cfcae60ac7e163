import { z } from "zod";
import { fromDayNumber, partsOf, Tanggal, toDayNumber } from "./tanggal.ts";

/** A point in time, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** The zones of Indonesia; none has daylight saving, so an offset is a constant. */
export const ZonaWaktu = z.enum([
  "Asia/Jakarta",
  "Asia/Pontianak",
  "Asia/Makassar",
  "Asia/Jayapura",
]);
export type ZonaWaktu = z.infer<typeof ZonaWaktu>;

/** A reading of the clock on the office wall. */
export interface LocalTime {
  readonly tanggal: Tanggal;
  /** Minute of the day, 0–1439. */
  readonly menit: number;
  /** Milliseconds into that minute. */
  readonly detikMs: number;
}

const MENIT_MS = 60_000;
const HARI_MS = 1440 * MENIT_MS;

const offsetMenit: { readonly [Z in ZonaWaktu]: number } = {
  "Asia/Jakarta": 420,
  "Asia/Pontianak": 420,
  "Asia/Makassar": 480,
  "Asia/Jayapura": 540,
};

const singkatan: { readonly [Z in ZonaWaktu]: "WIB" | "WITA" | "WIT" } = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** WIB, WITA or WIT. */
export const singkatanZona = (zona: ZonaWaktu): "WIB" | "WITA" | "WIT" => singkatan[zona];

/** What the office clock shows at an instant. */
export function toLocal(instant: Instant, zona: ZonaWaktu): LocalTime {
  const localMs = instant + offsetMenit[zona] * MENIT_MS;
  const day = Math.floor(localMs / HARI_MS);
  const restMs = localMs - day * HARI_MS;
  const menit = Math.floor(restMs / MENIT_MS);
  return { tanggal: fromDayNumber(day), menit, detikMs: restMs - menit * MENIT_MS };
}

/** The year an instant falls into, by the office clock. */
export const tahunOf = (instant: Instant, zona: ZonaWaktu): number =>
  partsOf(toLocal(instant, zona).tanggal).tahun;

/** The instant at which the office clock shows this date and minute; 1440 is the next midnight. */
export const fromLocal = (tanggal: Tanggal, menit: number, zona: ZonaWaktu): Instant =>
  toDayNumber(tanggal) * HARI_MS + (menit - offsetMenit[zona]) * MENIT_MS;

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/** Reads ISO 8601; without an offset the text means office time. Null when it is no such time. */
export function parseIso(text: string, zona: ZonaWaktu): Instant | null {
  const match = iso.exec(text.trim());
  if (match === null) return null;
  const [, date = "", hour = "0", minute = "0", second = "0", fraction = "0", offset] = match;
  const tanggal = Tanggal.safeParse(date);
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (!tanggal.success || h > 23 || m > 59 || s > 59) return null;
  const offsetMinutes = offset === undefined ? offsetMenit[zona] : readOffset(offset);
  const minuteOfDay = h * 60 + m - offsetMinutes;
  return (
    toDayNumber(tanggal.data) * HARI_MS +
    minuteOfDay * MENIT_MS +
    s * 1000 +
    Number(fraction.padEnd(3, "0"))
  );
}

/** ISO 8601 with the office's offset, to the second: "2026-11-26T15:30:00+08:00". */
export function formatIso(instant: Instant, zona: ZonaWaktu): string {
  const { tanggal, menit, detikMs } = toLocal(instant, zona);
  const offset = offsetMenit[zona];
  return `${tanggal}T${clock(menit)}:${two(Math.floor(detikMs / 1000))}+${clock(offset)}`;
}

/** "15:30" of a minute of the day. */
export const clock = (menit: number): string => `${two(Math.floor(menit / 60))}:${two(menit % 60)}`;

function readOffset(text: string): number {
  if (text === "Z") return 0;
  const sign = text.startsWith("-") ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2)));
}

const two = (value: number): string => String(value).padStart(2, "0");
