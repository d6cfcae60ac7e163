import { describe, expect, it } from "vitest";
import { createMover } from "../../../src/app/clock/rehearse.ts";
import { createRehearsalClock } from "../../../src/clock/rehearsal-clock.ts";

const HOUR_MS = 3_600_000;

/** An office with something due every hour; `onTick` may stop the clock. */
function hourly(onTick: (nowMs: number) => void = () => {}) {
  const clock = createRehearsalClock(0);
  const stop = new AbortController();
  const fired: number[] = [];
  const store = {
    nextTimerMs: async () => (Math.floor(clock.now() / HOUR_MS) + 1) * HOUR_MS,
  };
  const office = {
    tick: async () => {
      if (clock.now() % HOUR_MS === 0) fired.push(clock.now() / HOUR_MS);
      onTick(clock.now());
    },
    drain: async () => {},
  };
  return { clock, stop, fired, move: createMover({ store, clock }, office, stop.signal) };
}

describe("moving the rehearsal clock", () => {
  it("stops at everything that is due on the way", async () => {
    const { move, fired, clock } = hourly();
    expect(await move(() => 3.5 * HOUR_MS)).toBe(true);
    expect(new Set(fired)).toEqual(new Set([0, 1, 2, 3]));
    expect(clock.now()).toBe(3.5 * HOUR_MS);
  });

  it("ends between two of them when its caller has gone, and later moves go on from there", async () => {
    const gone = new AbortController();
    const { move, clock } = hourly((nowMs) => {
      if (nowMs === 5 * HOUR_MS) gone.abort();
    });
    const far = move(() => 17_520 * HOUR_MS, gone.signal);
    const next = move(() => clock.now() + HOUR_MS);
    expect([await far, await next, clock.now()]).toEqual([false, true, 6 * HOUR_MS]);
  });

  it("ends, with all that wait behind it, when the program stops", async () => {
    const { move, clock, stop } = hourly((nowMs) => {
      if (nowMs === 5 * HOUR_MS) stop.abort();
    });
    const moves = [move(() => 17_520 * HOUR_MS), move(() => 20_000 * HOUR_MS)];
    expect(await Promise.all(moves)).toEqual([false, false]);
    expect(clock.now()).toBe(5 * HOUR_MS);
  });
});
