import { describe, expect, it } from "vitest";
import { seeded } from "../support/endurance.ts";
import { fuzzUpdates } from "./fuzz-updates.ts";

describe("updates that are not as they should be", () => {
  it(
    "break neither their readers nor the office, which is started anew for each",
    () =>
      seeded(async (seed) => {
        const tried = await fuzzUpdates(seed, { drawn: 3_000, handled: 200 });
        expect(tried.handled).toBe(200);
      }),
    600_000,
  );
});
