import { pembukaanPeriode } from "../kinerja/batas.ts";
import { type Periode, periodeAt, previousPeriode } from "../kinerja/periode.ts";
import type { SopId } from "../sop/reference.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";
import type { PlainEffect } from "./effect.ts";

/** Key of the timer that opens the next triwulan of a sheet; there is one per office and sheet. */
export const bukaKunci = (sopId: string): string => `buka:${sopId}`;

/** The timer that opens a triwulan of a sheet on its first working day. */
export const bukaTimer = (
  sopId: SopId,
  periode: Periode,
  calendar: OfficeCalendar,
): PlainEffect => ({
  kind: "timer",
  kunci: bukaKunci(sopId),
  atMs: pembukaanPeriode(periode, calendar),
  isi: { jenis: "buka-berkas", sopId, periode },
});

/** The triwulan that opens next: the one that has ended while its opening is to come, else the running one. */
export function periodeDibuka(calendar: OfficeCalendar, nowMs: Instant): Periode {
  const running = periodeAt(toLocal(nowMs, calendar.zona).tanggal);
  const ended = previousPeriode(running);
  return pembukaanPeriode(ended, calendar) > nowMs ? ended : running;
}
