import type { KantorIsi } from "../berkas-kantor/schema.ts";
import { bukaTimer } from "../engine/buka-triwulan.ts";
import { pembukaanPeriode } from "../kinerja/batas.ts";
import { type Periode, periodeAt, previousPeriode } from "../kinerja/periode.ts";
import type { Effect } from "../pesan/effect.ts";
import type { Sop } from "../sop/schema.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";

/** An office, when it works, and the sheets it runs. */
type Pembuka = Pick<KantorIsi, "kantor" | "calendar" | "sopList">;

/** What is known about the past when the opening of the next triwulan is set. */
export interface OpeningHistory {
  readonly nowMs: Instant;
  /** When the office was loaded for the first time; null when that is now. */
  readonly sinceMs: Instant | null;
  /** `<sopId>/<periode>` of every berkas there is or was. */
  readonly known: ReadonlySet<string>;
}

/** Timers that open the next triwulan of every sheet that runs by triwulan, where the office wants it. */
export function openingTimers(isi: Pembuka, history: OpeningHistory): readonly Effect[] {
  if (!isi.kantor.pembukaanOtomatis || isi.kantor.aktif === false) return [];
  return isi.sopList
    .filter(({ sop }) => sop.siklus.triwulan !== undefined)
    .map(({ sop }) => bukaTimer(sop.id, nextPeriodeOf(isi, sop, history), isi.calendar));
}

/**
 * The running triwulan, which opens when it is over; the one before while its opening is still to
 * come, or was missed because nothing was running then.
 */
function nextPeriodeOf({ kantor, calendar }: Pembuka, sop: Sop, history: OpeningHistory): Periode {
  const { nowMs, sinceMs, known } = history;
  const running = periodeAt(toLocal(nowMs, kantor.zonaWaktu).tanggal);
  const ended = previousPeriode(running);
  const openingMs = pembukaanPeriode(ended, calendar);
  const missed = sinceMs !== null && sinceMs < openingMs && !known.has(`${sop.id}/${ended}`);
  return openingMs > nowMs || missed ? ended : running;
}
