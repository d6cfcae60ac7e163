import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figures, randomOf, seeded } from "../../support/endurance.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import type { Damage } from "./compare.ts";
import type { Outcome } from "./outcome.ts";
import { bases, crash, undisturbed, unharmed } from "./play-crashes.ts";

/** Quarters one after another. */
const ROUNDS = 10;
const KILLS = 20;

let postgres: TestPostgres;
let reference: Promise<Outcome>;

beforeAll(async () => {
  postgres = await startPostgres();
  reference = undisturbed();
  await reference;
});
afterAll(() => postgres.stop());

describe("an office killed at random instants, quarter after quarter", () => {
  it.each(bases)("stays as it would have been, on $name", ({ name, open }) =>
    seeded(async (seed) => {
      const damages: Damage[] = [];
      const beganMs = Date.now();
      for (let round = 0; round < ROUNDS; round += 1) {
        const random = randomOf(seed + round);
        const damage = await crash(reference, { ...(await open(postgres)), kills: KILLS, random });
        damages.push(damage);
        figures(`crash, ${name}`, told(damages, beganMs));
        expect(damage).toMatchObject({ ...unharmed, kills: KILLS });
        expect(damage.repeatedInChat).toBeLessThanOrEqual(1);
      }
    }),
  );
});

/** All rounds so far, as the tables show them. */
function told(damages: readonly Damage[], beganMs: number): Readonly<Record<string, number>> {
  const sum = (of: (damage: Damage) => number): number =>
    damages.reduce((total, damage) => total + of(damage), 0);
  return {
    kills: sum(({ kills }) => kills),
    "answers lost": sum(({ answersLost }) => answersLost),
    "stored twice": sum(({ storedTwice }) => storedTwice),
    "transitions repeated": sum(({ transitionsRepeated }) => transitionsRepeated),
    "out of order": sum(({ outOfOrder }) => outOfOrder),
    "messages repeated": sum(({ repeated }) => repeated),
    "in one chat by one kill, at most": Math.max(...damages.map((one) => one.repeatedInChat)),
    seconds: Math.round((Date.now() - beganMs) / 1_000),
  };
}
