import { describe, expect, it } from "vitest";
import { figures, seeded } from "../support/endurance.ts";
import { fuzzUpdates, type Tried } from "./fuzz-updates.ts";

/** A million in all, each part with an office of its own. */
const PARTS = 20;
const PART = { drawn: 50_000, handled: 500 } as const;

describe("a million updates that are not as they should be", () => {
  it("break neither their readers nor the office, which is started anew for each it decides on", () =>
    seeded(async (seed) => {
      const beganMs = Date.now();
      const sum: Tried = { drawn: 0, parsed: 0, events: 0, handled: 0 };
      for (let part = 0; part < PARTS; part += 1) {
        const tried = await fuzzUpdates(seed + part, PART);
        sum.drawn += tried.drawn;
        sum.parsed += tried.parsed;
        sum.events += tried.events;
        sum.handled += tried.handled;
        const seconds = Math.round((Date.now() - beganMs) / 1_000);
        figures("fuzz, updates", { ...sum, seconds });
      }
      expect(sum.handled).toBe(PARTS * PART.handled);
    }));
});
