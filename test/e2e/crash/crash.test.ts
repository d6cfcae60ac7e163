import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf, seeded } from "../../support/endurance.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import type { Damage } from "./compare.ts";
import { bases, crash, undisturbed, unharmed } from "./play-crashes.ts";

/** Of each: one process alone, and two that take over from each other; the long form has PostgreSQL with one too. */
const KILLS = 10;
const shortBases = bases.filter(({ name }) => name !== "PostgreSQL");

let postgres: TestPostgres;
let damages: readonly Damage[];

beforeAll(async () => {
  postgres = await startPostgres();
  // Much of a quarter is waiting until a chat may be written to again: all offices live through it at once.
  damages = await seeded((seed) => {
    const reference = undisturbed();
    return Promise.all(
      shortBases.map(async ({ open }, at) =>
        crash(reference, {
          ...(await open(postgres)),
          kills: KILLS,
          random: randomOf(seed + at),
        }),
      ),
    );
  });
}, 1_800_000);
afterAll(() => postgres.stop());

describe("an office killed at random instants of a quarter", () => {
  it.each(shortBases.map(({ name }, at) => [name, at] as const))(
    "loses nothing, doubles nothing and ends as it would have undisturbed, on %s",
    (_, at) =>
      seeded(async () => {
        const damage = damages[at];
        expect(damage).toMatchObject({ ...unharmed, kills: KILLS });
        expect(damage?.repeatedInChat).toBeLessThanOrEqual(1);
        expect(damage?.repeated).toBeLessThanOrEqual(KILLS);
      }),
  );
});
