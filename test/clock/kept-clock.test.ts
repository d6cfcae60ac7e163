import { describe, expect, it } from "vitest";
import { keepClock } from "../../src/clock/kept-clock.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";

/** A database that keeps a clock, with one office whose log has come to this time. */
function databaseOf(newestMs: number) {
  let keptMs: number | null = null;
  return {
    readClock: async () => keptMs,
    saveClock: async (atMs: number) => {
      keptMs = atMs;
    },
    aheadOf: async (nowMs: number) =>
      newestMs > nowMs ? [{ id: KantorId.parse("uji"), atMs: newestMs }] : [],
  };
}

describe("a kept clock", () => {
  it("starts where it is told and goes on where it stood, moving the clock below it", async () => {
    const database = databaseOf(0);
    const first = await keepClock(createRehearsalClock(1_000), database);
    expect([first.now(), await database.readClock()]).toEqual([1_000, 1_000]);
    await first.set(2_000);
    const below = createRehearsalClock(1_500);
    expect((await keepClock(below, database)).now()).toBe(2_000);
    expect(below.now()).toBe(2_000);
  });

  it("starts at the newest entry of an office that has come further, as one of version 0.1 may have", async () => {
    expect((await keepClock(createRehearsalClock(1_000), databaseOf(5_000))).now()).toBe(5_000);
  });
});
