import { beforeAll, describe, expect, it } from "vitest";
import { randomOf, seeded } from "../../support/endurance.ts";
import type { Damage } from "./compare.ts";
import { crash, undisturbed, unharmed } from "./play-crashes.ts";

const OFFICES = 2;
const KILLS = 10;

let damages: readonly Damage[];

beforeAll(async () => {
  // Much of a quarter is waiting until a chat may be written to again: all offices live through it at once.
  damages = await seeded((seed) => {
    const reference = undisturbed();
    const offices = Array.from({ length: OFFICES }, (_, nth) =>
      crash(reference, { kills: KILLS, random: randomOf(seed + nth) }),
    );
    return Promise.all(offices);
  });
}, 1_800_000);

describe("offices killed at random instants of a quarter", () => {
  it("lose nothing, double nothing and end as they would have undisturbed", () =>
    seeded(async () => {
      for (const damage of damages) {
        expect(damage).toMatchObject({ ...unharmed, kills: KILLS });
        expect(damage.repeatedInChat).toBeLessThanOrEqual(1);
      }
    }));
});
