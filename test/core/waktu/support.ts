import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { parse } from "yaml";
import {
  buildCalendar,
  KalenderTahun,
  type OfficeCalendar,
  slotsOf,
} from "../../../src/core/waktu/calendar.ts";
import {
  clock,
  fromLocal,
  type Instant,
  parseIso,
  toLocal,
  ZonaWaktu,
} from "../../../src/core/waktu/instant.ts";
import { addDays, Tanggal } from "../../../src/core/waktu/tanggal.ts";

/** A year as shipped in flows/kalender. */
export function readTahun(tahun: number): KalenderTahun {
  const file = new URL(`../../../flows/kalender/${tahun}.yaml`, import.meta.url);
  return KalenderTahun.parse(parse(readFileSync(file, "utf8")));
}

export const tahunList = [readTahun(2026), readTahun(2027)];

/** The office of most tests: default hours, both shipped years, WITA. */
export const wita: OfficeCalendar = buildCalendar({ zona: "Asia/Makassar", tahunList });

export const tgl = (text: string): Tanggal => Tanggal.parse(text);

/** The instant of a local text such as "2026-11-26 15:30". */
export function at(text: string, calendar: OfficeCalendar = wita): Instant {
  const instant = parseIso(text, calendar.zona);
  if (instant === null) throw new Error(`no instant: ${text}`);
  return instant;
}

/** "2026-11-26 15:30" as the office clock shows it. */
export function show(instant: Instant | null, calendar: OfficeCalendar = wita): string | null {
  if (instant === null) return null;
  const { tanggal, menit } = toLocal(instant, calendar.zona);
  return `${tanggal} ${clock(menit)}`;
}

export const anyZona = fc.constantFrom(...ZonaWaktu.options);

/** Any day of the two shipped years, far enough from their ends to count away from it. */
export const anyTanggal = fc
  .integer({ min: 30, max: 640 })
  .map((days) => addDays(tgl("2026-01-01"), days));

/** Any whole minute of those days. */
export const anyInstant = fc
  .record({ tanggal: anyTanggal, menit: fc.integer({ min: 0, max: 1439 }) })
  .map(({ tanggal, menit }) => fromLocal(tanggal, menit, wita.zona));

/** A whole minute at which the office is open. */
export const anyOpenInstant = fc
  .record({ tanggal: anyTanggal, part: fc.double({ min: 0, max: 0.999_999, noNaN: true }) })
  .filter(({ tanggal }) => slotsOf(wita, tanggal).length > 0)
  .map(({ tanggal, part }) => {
    const minutes = slotsOf(wita, tanggal).flatMap(({ mulai, selesai }) =>
      Array.from({ length: selesai - mulai }, (_, i) => mulai + i),
    );
    return fromLocal(tanggal, minutes[Math.floor(part * minutes.length)] ?? 0, wita.zona);
  });
