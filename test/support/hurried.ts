import type { Timing } from "../../src/app/ports/timing.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";

/** The machine's time, passing so many times as fast for whoever waits. */
export const hurried = (tempo: number): Timing => ({
  now: () => systemTiming.now() * tempo,
  sleep: (ms, signal) => systemTiming.sleep(ms / tempo, signal),
});
