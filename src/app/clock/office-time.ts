import type { KantorId } from "../../core/kantor/schema.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";

/** What an office goes by: its own time, and how far its log has come. */
export interface OfficeTime {
  readonly nowMs: Instant;
  readonly logSeq: number;
}

/**
 * The time of an office. It never runs backwards: while the clock is behind the newest entry of the
 * log, because it was set back or another machine writes too, the office stays at that entry.
 */
export async function officeTime(
  { store, clock }: { readonly store: Pick<Store, "logHead">; readonly clock: Clock },
  kantorId: KantorId,
): Promise<OfficeTime> {
  const { seq, atMs } = await store.logHead(kantorId);
  return { nowMs: Math.max(clock.now(), atMs), logSeq: seq };
}

/** The demo office keeps the time of its rehearsal, whatever clock the real ones go by later. */
const DEMO = "peraga";

/** Clocks of two machines differ by less; what is more was set back. */
export const CLOCK_BEHIND_MS = 1_000;

/** A sentence for every office whose newest entry is later than the clock. */
export async function clocksBehind({
  store,
  clock,
}: {
  readonly store: Pick<Store, "aheadOf">;
  readonly clock: Clock;
}): Promise<readonly string[]> {
  const nowMs = clock.now();
  const ahead = await store.aheadOf(nowMs + CLOCK_BEHIND_MS - 1);
  return ahead
    .filter(({ id }) => id !== DEMO)
    .map(
      ({ id, atMs }) =>
        `The clock says ${new Date(nowMs).toISOString()}, but the log of ${id} has reached ` +
        `${new Date(atMs).toISOString()}: check date and time of this computer. Until then ${id} stays ` +
        "at that time and its reminders wait.",
    );
}
