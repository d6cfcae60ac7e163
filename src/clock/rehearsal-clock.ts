import type { RehearsalClock } from "../app/ports/clock.ts";

/** Makes a clock that stands at `startMs` (epoch milliseconds) until somebody sets it. */
export function createRehearsalClock(startMs: number): RehearsalClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    set: (at) => {
      nowMs = at;
    },
  };
}
