import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { CLOCK_BEHIND_MS } from "./office-time.ts";

/**
 * A clock that never runs backwards while the program runs: after a step back it stands until the one
 * below has caught up. The operator is told of every step.
 */
export function steadyClock(clock: Clock, log: Log): Clock {
  let lastMs = clock.now();
  let furthestMs = lastMs;
  return {
    now() {
      const nowMs = clock.now();
      const backMs = lastMs - nowMs;
      if (backMs >= CLOCK_BEHIND_MS) log.warn({ backMs }, "the clock was set back");
      lastMs = nowMs;
      furthestMs = Math.max(furthestMs, nowMs);
      return furthestMs;
    },
  };
}
