import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Schedule, type ScheduleEntry, startSchedule } from "../../src/clock/schedule.ts";

const minute = 60_000;
let schedule: Schedule | undefined;
let faults: [string, unknown][];

const start = (entry: Partial<ScheduleEntry>) => {
  schedule = startSchedule(
    [{ name: "tick", cron: "* * * * *", zone: "Asia/Makassar", tick: async () => {}, ...entry }],
    (name, error) => faults.push([name, error]),
  );
};

beforeEach(() => {
  faults = [];
  vi.useFakeTimers({ now: Date.parse("2026-11-26T15:59:30+08:00") });
});

afterEach(async () => {
  await schedule?.stop();
  vi.useRealTimers();
});

describe("the schedule", () => {
  it("calls the tick once for each line of its cron", async () => {
    let ticks = 0;
    start({ tick: async () => void ticks++ });
    await vi.advanceTimersByTimeAsync(3 * minute);
    expect(ticks).toBe(3);
  });

  it("reads the cron in the zone of the entry", async () => {
    const at: string[] = [];
    start({ cron: "0 16 * * *", tick: async () => void at.push(new Date().toISOString()) });
    await vi.advanceTimersByTimeAsync(25 * 60 * minute);
    expect(at.map((iso) => iso.slice(0, 16))).toEqual(["2026-11-26T08:00", "2026-11-27T08:00"]);
  });

  it("never starts a tick while the one before it is running", async () => {
    let [running, most] = [0, 0];
    const releaseList: (() => void)[] = [];
    const tick = async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => releaseList.push(resolve));
      running--;
    };
    start({ tick });
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect({ running, most }).toEqual({ running: 1, most: 1 });
    releaseList.shift()?.();
    await vi.advanceTimersByTimeAsync(minute);
    expect({ running, most }).toEqual({ running: 1, most: 1 });
    releaseList.shift()?.();
  });

  it("goes on after a tick that failed, and tells the fault", async () => {
    let ticks = 0;
    start({
      tick: async () => {
        ticks++;
        throw new Error("database gone");
      },
    });
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(ticks).toBe(2);
    expect(faults).toEqual([
      ["tick", new Error("database gone")],
      ["tick", new Error("database gone")],
    ]);
  });

  it("waits for the running tick when stopped, and starts no other", async () => {
    let ticks = 0;
    const releaseList: (() => void)[] = [];
    start({
      tick: async () => {
        ticks++;
        await new Promise<void>((resolve) => releaseList.push(resolve));
      },
    });
    await vi.advanceTimersByTimeAsync(minute);
    let stopped = false;
    const stopping = schedule?.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect({ ticks, stopped }).toEqual({ ticks: 1, stopped: false });
    releaseList.shift()?.();
    await stopping;
    expect({ ticks, stopped }).toEqual({ ticks: 1, stopped: true });
  });

  it("refuses a cron that means nothing, by name", () => {
    expect(() => start({ name: "pengingat", cron: "every day" })).toThrow(/"pengingat"/);
  });
});
