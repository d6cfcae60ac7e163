import { expect, it } from "vitest";
import { steadyClock } from "../../../src/app/clock/steady-clock.ts";
import { MemoryLog } from "../../support/memory-log.ts";

it("stands while the clock below is behind, and tells every step back once", () => {
  const readings = [5_000, 5_500, 1_000, 1_200, 5_400, 4_500, 6_000, 3_000];
  let at = 0;
  const log = new MemoryLog();
  const clock = steadyClock({ now: () => readings[at] ?? 0 }, log);
  const shown = readings.map((_, index) => {
    at = index;
    return clock.now();
  });
  expect(shown).toEqual([5_000, 5_500, 5_500, 5_500, 5_500, 5_500, 6_000, 6_000]);
  const steps = log.lines.filter(({ message }) => message === "the clock was set back");
  expect(steps.map(({ fields }) => fields)).toEqual([{ backMs: 4_500 }, { backMs: 3_000 }]);
});
