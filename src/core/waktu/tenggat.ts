import { addHariKerja, closingOf, nextOpening, type OfficeCalendar, slotsOf } from "./calendar.ts";
import type { Durasi } from "./durasi.ts";
import { fromLocal, type Instant, toLocal } from "./instant.ts";
import { addDays, type Tanggal } from "./tanggal.ts";

/** How a duration in days is read: closing time of the N-th working day, or 450 minutes a day. */
export type ModeHari = "hari-kerja" | "ketat";

/** Minutes of a full working day (Perpres 21/2023: 37,5 hours in five days). */
export const MENIT_PER_HARI_KERJA = 450;

const MENIT_MS = 60_000;

/**
 * When a mutu baku waktu that starts at `mulai` runs out. Minutes and hours are working minutes;
 * days end at closing time of the N-th working day after arrival, as letter deadlines are read.
 * Null where the sheet gives no duration: then there is no timer.
 */
export function computeTenggat(
  mulai: Instant,
  durasi: Durasi | null,
  calendar: OfficeCalendar,
  mode: ModeHari = "hari-kerja",
): Instant | null {
  if (durasi === null) return null;
  const { nilai, satuan } = durasi;
  switch (satuan) {
    case "menit":
      return addMenitKerja(mulai, nilai, calendar);
    case "jam":
      return addMenitKerja(mulai, nilai * 60, calendar);
    case "hari":
      return mode === "ketat"
        ? addMenitKerja(mulai, nilai * MENIT_PER_HARI_KERJA, calendar)
        : closingAfter(mulai, nilai, calendar);
  }
}

/** A time nobody could be asked in; no clock runs in it. */
export interface Jeda {
  readonly mulaiMs: Instant;
  readonly usaiMs: Instant;
}

/** Working minutes of the pauses that lie between two instants. */
export const menitJeda = (
  jedaList: readonly Jeda[],
  { dariMs, sampaiMs }: { readonly dariMs: Instant; readonly sampaiMs: Instant },
  calendar: OfficeCalendar,
): number =>
  jedaList.reduce((sum, { mulaiMs, usaiMs }) => {
    const from = Math.max(mulaiMs, dariMs);
    const to = Math.min(usaiMs, sampaiMs);
    return from < to ? sum + menitKerjaAntara(from, to, calendar) : sum;
  }, 0);

/**
 * A deadline that was counted from `mulai`, moved on by the working time of every pause that begins
 * before it runs out.
 */
export function sesudahJeda(
  tenggatMs: Instant,
  mulai: Instant,
  jedaList: readonly Jeda[],
  calendar: OfficeCalendar,
): Instant {
  let at = tenggatMs;
  for (const { mulaiMs, usaiMs } of jedaList.toSorted((a, b) => a.mulaiMs - b.mulaiMs)) {
    const from = Math.max(mulaiMs, mulai);
    const menit = from < usaiMs && from < at ? menitKerjaAntara(from, usaiMs, calendar) : 0;
    if (menit > 0) at = addMenitKerja(at, menit, calendar);
  }
  return at;
}

/** Adds working minutes; an arrival outside office hours starts at the next opening. */
export function addMenitKerja(mulai: Instant, menit: number, calendar: OfficeCalendar): Instant {
  let at = nextOpening(calendar, mulai);
  let leftMs = menit * MENIT_MS;
  for (;;) {
    const endMs = slotEnd(calendar, at);
    if (leftMs <= endMs - at) return at + leftMs;
    leftMs -= endMs - at;
    at = nextOpening(calendar, endMs);
  }
}

/** Working minutes between two instants, with fractions; negative when `b` is the earlier one. */
export function menitKerjaAntara(a: Instant, b: Instant, calendar: OfficeCalendar): number {
  if (b < a) return 0 - menitKerjaAntara(b, a, calendar);
  const last = toLocal(b, calendar.zona).tanggal;
  let sumMs = 0;
  for (let at = toLocal(a, calendar.zona).tanggal; at <= last; at = addDays(at, 1)) {
    sumMs += workedMs(calendar, at, a, b);
  }
  return sumMs / MENIT_MS;
}

function workedMs(calendar: OfficeCalendar, tanggal: Tanggal, a: Instant, b: Instant): number {
  let sumMs = 0;
  for (const { mulai, selesai } of slotsOf(calendar, tanggal)) {
    const from = Math.max(a, fromLocal(tanggal, mulai, calendar.zona));
    const to = Math.min(b, fromLocal(tanggal, selesai, calendar.zona));
    sumMs += Math.max(0, to - from);
  }
  return sumMs;
}

function closingAfter(mulai: Instant, hari: number, calendar: OfficeCalendar): Instant {
  const arrival = toLocal(mulai, calendar.zona).tanggal;
  const last = addHariKerja(calendar, arrival, hari);
  return closingOf(calendar, last) ?? mulai;
}

function slotEnd(calendar: OfficeCalendar, at: Instant): Instant {
  const { tanggal, menit } = toLocal(at, calendar.zona);
  const slot = slotsOf(calendar, tanggal).find((one) => one.mulai <= menit && menit < one.selesai);
  return slot === undefined ? at : fromLocal(tanggal, slot.selesai, calendar.zona);
}
