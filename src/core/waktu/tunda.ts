import { z } from "zod";
import { isOpen, nextMorning, type OfficeCalendar } from "./calendar.ts";
import { Durasi } from "./durasi.ts";
import { fromLocal, type Instant, toLocal } from "./instant.ts";
import { computeTenggat } from "./tenggat.ts";

/** How far somebody may put their own reminders off, as an office file may set it. */
export const AturanTunda = z.strictObject({
  /** How often one person may do so for one task; 0 offers it to nobody. */
  paling: z.number().int().min(0).max(10).default(2),
  /** How long past the deadline of a task at most. */
  lewatTenggat: Durasi.default({ nilai: 1, satuan: "hari" }),
  /** How many hours from now the hours of today lie that are offered. */
  jamLagi: z.array(z.number().int().min(1).max(9)).max(4).default([1, 3]),
});
export type AturanTunda = z.infer<typeof AturanTunda>;

/** What an office without limits of its own gets: twice a task, a working day past its deadline. */
export const tundaBawaan: AturanTunda = AturanTunda.parse({});

/** Until when at most a reminder of something owed by then may be put off; null where nothing is due. */
export const tundaTerlama = (
  { lewatTenggat }: AturanTunda,
  dueMs: Instant | null,
  calendar: OfficeCalendar,
): Instant | null => (dueMs === null ? null : computeTenggat(dueMs, lewatTenggat, calendar));

const JAM_MS = 3_600_000;

/** Whole hours of today while the office works, then the next working morning. */
export function pilihanTunda(
  { jamLagi }: AturanTunda,
  nowMs: Instant,
  calendar: OfficeCalendar,
): readonly Instant[] {
  const today = toLocal(nowMs, calendar.zona).tanggal;
  const hours = jamLagi
    .map((jam) => wholeHour(nowMs + jam * JAM_MS, calendar))
    .filter((atMs) => toLocal(atMs, calendar.zona).tanggal === today && isOpen(calendar, atMs));
  return [...new Set(hours), nextMorning(calendar, nowMs)];
}

/** The hour itself, or the next one. */
function wholeHour(atMs: Instant, { zona }: OfficeCalendar): Instant {
  const { tanggal, menit } = toLocal(atMs, zona);
  return fromLocal(tanggal, Math.ceil(menit / 60) * 60, zona);
}
