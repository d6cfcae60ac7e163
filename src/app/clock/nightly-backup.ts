import { fromLocal, type Instant, toLocal, type ZonaWaktu } from "../../core/waktu/instant.ts";
import { addDays } from "../../core/waktu/tanggal.ts";
import { lookThrough } from "../papers/look-through.ts";
import type { Backup, Backups } from "../ports/backups.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";

export interface NightlyDeps {
  readonly backups: Backups;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  /** Hour of the day at which a backup falls due. */
  readonly jam: number;
  readonly zona: ZonaWaktu;
  /** How many are kept. */
  readonly simpan: number;
  /** Hears of each that came to nothing, or to less than all. */
  readonly failed: (atMs: Instant) => Promise<void>;
}

/**
 * Looks whether a backup is due, makes it and lets the oldest go. A night in which the computer was off
 * is made good as soon as it runs. What fails is not tried again within the hour: a disk that is full
 * now will be full in ten minutes.
 */
export function createNightly(deps: NightlyDeps): () => Promise<void> {
  const { backups, clock, log, jam, zona, simpan, failed } = deps;
  let failedMs = Number.NEGATIVE_INFINITY;
  // What ails the backup may ail the database as well.
  const tell = (atMs: Instant): Promise<void> =>
    failed(atMs).catch((err: unknown) =>
      log.error({ err }, "the offices could not be told of the backup"),
    );
  return async () => {
    const nowMs = clock.now();
    // One of a later time was made before the clock was set right: it says nothing of tonight.
    if (failedMs <= nowMs && nowMs - failedMs < AGAIN_MS) return;
    const newestMs = made((await backups.list()).ada, nowMs).at(-1)?.dibuatMs ?? null;
    if (newestMs !== null && newestMs >= dueSince(nowMs, jam, zona)) return;
    try {
      const backup = await backups.create(nowMs, lookThrough);
      if (backup === null) return;
      const { nama, temuan } = backup;
      if (temuan.length === 0) log.info({ nama }, "backup made and read back");
      else {
        log.error({ nama, temuan }, "backup made, and not all of it holds together");
        await tell(nowMs);
      }
    } catch (cause) {
      failedMs = nowMs;
      await tell(nowMs);
      throw cause;
    }
    for (const { nama } of outdated((await backups.list()).ada, simpan)) await backups.remove(nama);
  };
}

const AGAIN_MS = 3_600_000;

/** Those of the past by this clock, which may have been ahead when others were made. */
const made = (ada: readonly Backup[], nowMs: Instant): readonly Backup[] =>
  ada.filter(({ dibuatMs }) => dibuatMs <= nowMs);

/** The newest that was whole; null where there is none. */
export const lastWhole = (ada: readonly Backup[], nowMs: Instant): Backup | null =>
  made(ada, nowMs).findLast(isWhole) ?? null;

/** Whether all of it held together when it was made. */
export const isWhole = ({ temuan }: Backup): boolean => temuan.length === 0;

/** The last time this hour struck. */
export function dueSince(nowMs: Instant, jam: number, zona: ZonaWaktu): Instant {
  const { tanggal } = toLocal(nowMs, zona);
  const today = fromLocal(tanggal, jam * 60, zona);
  return today <= nowMs ? today : fromLocal(addDays(tanggal, -1), jam * 60, zona);
}

/** What goes when so many newest stay; the newest that was whole stays whatever came after it. */
export function outdated(ada: readonly Backup[], simpan: number): readonly Backup[] {
  const good = ada.findLast(isWhole);
  return ada.slice(0, Math.max(0, ada.length - simpan)).filter((one) => one !== good);
}
