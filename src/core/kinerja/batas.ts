import { addHariKerja, closingOf, type OfficeCalendar, openingOf } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { type Periode, rangePeriode } from "./periode.ts";

/**
 * Calendar deadline of a period: closing time of the N-th working day after its last day (PP 39/2006
 * counts working days after the quarter; the first one after it is day 1).
 */
export function batasPeriode(
  periode: Periode,
  hariKerjaKe: number,
  calendar: OfficeCalendar,
): Instant {
  const day = addHariKerja(calendar, rangePeriode(periode).selesai, hariKerjaKe);
  return closingOf(calendar, day) ?? 0;
}

/** When collecting begins: the office opens on the first working day after the period. */
export function pembukaanPeriode(periode: Periode, calendar: OfficeCalendar): Instant {
  const day = addHariKerja(calendar, rangePeriode(periode).selesai, 1);
  return openingOf(calendar, day) ?? 0;
}
