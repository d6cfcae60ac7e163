import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf, seeded } from "../../support/endurance.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import type { Damage } from "./compare.ts";
import { bases, crash, undisturbed, unharmed } from "./play-crashes.ts";

/** Of each office: twenty of them all. */
const KILLS = 7;

let postgres: TestPostgres;
const damageByBase = new Map<string, Damage>();

beforeAll(async () => {
  postgres = await startPostgres();
  // Much of a quarter is waiting until a chat may be written to again: all offices live through it at once.
  await seeded((seed) => {
    const reference = undisturbed();
    const offices = bases.map(async ({ name, open }, nth) => {
      const options = { ...(await open(postgres)), kills: KILLS, random: randomOf(seed + nth) };
      damageByBase.set(name, await crash(reference, options));
    });
    return Promise.all(offices);
  });
}, 1_800_000);
afterAll(() => postgres.stop());

describe("an office killed at random instants of a quarter", () => {
  it.each(bases)(
    "loses nothing, doubles nothing and ends as it would have undisturbed, on $name",
    ({ name }) =>
      seeded(async () => {
        const damage = damageByBase.get(name);
        expect(damage).toMatchObject({ ...unharmed, kills: KILLS });
        expect(damage?.repeatedInChat).toBeLessThanOrEqual(1);
      }),
  );
});
