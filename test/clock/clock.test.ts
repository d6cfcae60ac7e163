import { describe, expect, it } from "vitest";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemClock } from "../../src/clock/system-clock.ts";

describe("the rehearsal clock", () => {
  it("stands until it is set, forwards or back", () => {
    const clock = createRehearsalClock(1_000);
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
    clock.set(5_000);
    expect(clock.now()).toBe(5_000);
    clock.set(2_000);
    expect(clock.now()).toBe(2_000);
  });
});

describe("the system clock", () => {
  it("gives the machine's time", () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
