import { describe, expect, it } from "vitest";
import { createAllowance } from "../../src/http/peraga-allowance.ts";

describe("an allowance", () => {
  it("lets a burst through, then so many a second, and counts each key for itself", () => {
    let nowMs = 0;
    const allowance = createAllowance({ perSecond: 2, burst: 3, now: () => nowMs });
    const take = (key: string, count: number) =>
      Array.from({ length: count }, () => allowance.take(key));
    expect(take("a", 4)).toEqual([true, true, true, false]);
    expect(take("b", 1)).toEqual([true]);
    nowMs = 1_000;
    expect(take("a", 3)).toEqual([true, true, false]);
    nowMs = 60_000;
    expect(take("a", 4)).toEqual([true, true, true, false]);
  });
});
