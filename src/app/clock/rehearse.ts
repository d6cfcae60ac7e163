import type { Instant } from "../../core/waktu/instant.ts";
import type { KeptClock, RehearsalClock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { Lane } from "../turn/lane.ts";

/** What moving the rehearsal clock sets going. */
export interface RehearsalDeps {
  readonly store: Pick<Store, "nextTimerMs">;
  readonly clock: RehearsalClock | KeptClock;
  readonly tick: () => Promise<unknown>;
  readonly drain: () => Promise<void>;
}

/**
 * Moves the clock to wherever `target` says once it is its turn: two moves never interleave. False
 * when it was stopped on the way; the clock then stands where it came to.
 */
export type ClockMover = (
  target: () => Instant | Promise<Instant>,
  signal?: AbortSignal,
) => Promise<boolean>;

/** Makes the one mover of a standing clock; it moves no further once `stop` aborts. */
export function createMover(
  deps: Pick<RehearsalDeps, "store" | "clock">,
  runtime: { tick(): Promise<unknown>; drain(): Promise<void> },
  stop: AbortSignal,
): ClockMover {
  const lane = new Lane();
  const tick = (): Promise<unknown> => runtime.tick();
  const drain = (): Promise<void> => runtime.drain();
  return (target, signal = stop) =>
    lane.run("jam", async () => {
      const either = AbortSignal.any([stop, signal]);
      return !either.aborted && moveClock({ ...deps, tick, drain }, await target(), either);
    });
}

/**
 * Moves the standing clock forward, stopping at every timer on the way, so that everything fires at
 * its own time and in its own order. Returns once all of it has been handed to the channels; false
 * when the signal aborted before.
 */
export async function moveClock(
  deps: RehearsalDeps,
  toMs: Instant,
  signal?: AbortSignal,
): Promise<boolean> {
  const { clock, store } = deps;
  for (;;) {
    await deps.tick();
    await deps.drain();
    if (signal?.aborted === true) return false;
    const nextMs = await store.nextTimerMs();
    if (nextMs === null || nextMs > toMs) break;
    await clock.set(Math.max(clock.now(), nextMs));
  }
  await clock.set(Math.max(clock.now(), toMs));
  await deps.tick();
  await deps.drain();
  return true;
}
