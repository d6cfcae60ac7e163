import { describe, expect, it } from "vitest";
import { Alarm } from "../../../src/app/clock/alarm.ts";
import type { TimerRow } from "../../../src/app/ports/rows.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryLog } from "../../support/memory-log.ts";

const MENIT = 60_000;

/** Timers of a store, an alarm over them, and when it rang. */
function setup(atList: number[], { stuck = false } = {}) {
  const timing = createFakeTiming();
  const rang: number[] = [];
  let looks = 0;
  const store = {
    nextTimerMs: async () => {
      looks += 1;
      return atList.length === 0 ? null : Math.min(...atList);
    },
  };
  const alarm = new Alarm({ store, clock: timing, timing, log: new MemoryLog() }, async () => {
    rang.push(timing.now());
    if (!stuck) atList.splice(0, atList.length, ...atList.filter((at) => at > timing.now()));
  });
  const set = (atMs: number): void => {
    atList.push(atMs);
    const row: TimerRow = {
      id: `t${atMs}`,
      kantorId: KantorId.parse("k"),
      kunci: `t${atMs}`,
      atMs,
      isi: { jenis: "periksa-tahun", tahun: 2027 },
    };
    alarm.hear({ timers: [{ kind: "set", row }], kiriman: [], nowMs: timing.now() });
  };
  return { timing, rang, alarm, set, looks: () => looks };
}

describe("the alarm", () => {
  it("rings when the next timer is due, and not before", async () => {
    const { timing, rang, alarm } = setup([90 * 1_000, 200 * 1_000]);
    alarm.start();
    await timing.advance(5 * MENIT);
    expect(rang).toEqual([90_000, 200_000]);
    await alarm.stop();
  });

  it("hears of an earlier one that is written while it sleeps", async () => {
    const { timing, rang, alarm, set } = setup([50_000]);
    alarm.start();
    await timing.advance(10_000);
    set(12_500);
    await timing.advance(MENIT);
    expect(rang).toEqual([12_500, 50_000]);
    await alarm.stop();
  });

  it("finds what another process has written within a minute", async () => {
    const atList: number[] = [];
    const { timing, rang, alarm } = setup(atList);
    alarm.start();
    await timing.advance(10_000);
    atList.push(20_000);
    await timing.advance(MENIT);
    expect(rang).toEqual([60_000]);
    await alarm.stop();
  });

  it("looks once a minute while nothing is due, and ever more rarely at what stays due", async () => {
    const idle = setup([]);
    idle.alarm.start();
    await idle.timing.advance(10 * MENIT);
    expect(idle.looks()).toBeLessThanOrEqual(11);
    await idle.alarm.stop();
    const stuck = setup([0], { stuck: true });
    stuck.alarm.start();
    await stuck.timing.advance(10 * MENIT);
    expect(stuck.rang.length).toBeLessThanOrEqual(40);
    await stuck.alarm.stop();
  });
});
