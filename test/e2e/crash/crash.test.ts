import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf, seeded } from "../../support/endurance.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import type { Damage } from "./compare.ts";
import { bases, crash, undisturbed, unharmed } from "./play-crashes.ts";

const KILLS = 20;

let postgres: TestPostgres;
let damages: readonly Damage[];

beforeAll(async () => {
  postgres = await startPostgres();
  // Much of a quarter is waiting until a chat may be written to again: all offices live through it at once.
  damages = await seeded((seed) => {
    const reference = undisturbed();
    return Promise.all(
      bases.map(async ({ open }, at) =>
        crash(reference, {
          ...(await open(postgres)),
          kills: KILLS,
          random: randomOf(seed + at),
        }),
      ),
    );
  });
}, 600_000);
afterAll(() => postgres.stop());

describe("an office killed at random instants of a quarter", () => {
  it.each(bases.map(({ name }, at) => [name, at] as const))(
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
