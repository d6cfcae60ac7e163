import { describe, expect, it } from "vitest";
import { figures, seeded } from "../support/endurance.ts";
import { fuzzUpdates, type Tried } from "./fuzz-updates.ts";

/** Each part with a seed and an office of its own. */
const PARTS = 20;

async function inParts(
  what: string,
  part: { readonly drawn: number; readonly handled: number },
): Promise<Tried> {
  const beganMs = Date.now();
  const sum: Tried = { drawn: 0, parsed: 0, events: 0, handled: 0 };
  return seeded(async (seed) => {
    for (let nth = 0; nth < PARTS; nth += 1) {
      const tried = await fuzzUpdates(seed + nth, part);
      sum.drawn += tried.drawn;
      sum.parsed += tried.parsed;
      sum.events += tried.events;
      sum.handled += tried.handled;
      figures(what, { ...sum, seconds: Math.round((Date.now() - beganMs) / 1_000) });
    }
    return sum;
  });
}

describe("updates that are not as they should be", () => {
  it("break none of their readers, a million of them", async () => {
    const { drawn } = await inParts("fuzz, readers", { drawn: 50_000, handled: 0 });
    expect(drawn).toBe(1_000_000);
  });

  it("break no office, which is started anew for each of ten thousand", async () => {
    const { handled } = await inParts("fuzz, office", { drawn: 2_000, handled: 500 });
    expect(handled).toBe(10_000);
  });
});
