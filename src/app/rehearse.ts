import type { Instant } from "../core/waktu/instant.ts";
import { Lane } from "./lane.ts";
import type { Clock } from "./ports/clock.ts";
import type { Store } from "./ports/store.ts";

/** What moving the rehearsal clock sets going. */
export interface RehearsalDeps {
  readonly store: Pick<Store, "nextTimerMs">;
  readonly clock: Clock & { set(atMs: Instant): void | Promise<void> };
  readonly tick: () => Promise<unknown>;
  readonly drain: () => Promise<void>;
}

/** Moves the clock to wherever `target` says once it is its turn: two moves never interleave. */
export type ClockMover = (target: () => Instant | Promise<Instant>) => Promise<void>;

/** Makes the one mover of a standing clock. */
export function createMover(
  deps: Pick<RehearsalDeps, "store" | "clock">,
  runtime: { tick(): Promise<unknown>; drain(): Promise<void> },
): ClockMover {
  const lane = new Lane();
  const tick = (): Promise<unknown> => runtime.tick();
  const drain = (): Promise<void> => runtime.drain();
  return (target) =>
    lane.run("jam", async () => moveClock({ ...deps, tick, drain }, await target()));
}

/**
 * Moves the standing clock forward, stopping at every timer on the way, so that everything fires at
 * its own time and in its own order. Returns once all of it has been handed to the channels.
 */
export async function moveClock(deps: RehearsalDeps, toMs: Instant): Promise<void> {
  const { clock, store } = deps;
  for (;;) {
    await deps.tick();
    await deps.drain();
    const nextMs = await store.nextTimerMs();
    if (nextMs === null || nextMs > toMs) break;
    await clock.set(Math.max(clock.now(), nextMs));
  }
  await clock.set(Math.max(clock.now(), toMs));
  await deps.tick();
  await deps.drain();
}
