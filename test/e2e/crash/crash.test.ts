import { beforeAll, describe, expect, it } from "vitest";
import { randomOf, seed, seeded } from "../../support/endurance.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import { bases, crash, undisturbed, unharmed } from "./play-crashes.ts";

const KILLS = 20;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
  return () => postgres.stop();
});

describe("an office killed at random instants of a quarter", () => {
  // What it runs on is drawn like the instants: three offices at once would keep others waiting for a minute more.
  it.each(bases.slice(seed % bases.length).slice(0, 1))(
    "loses nothing, doubles nothing and ends as it would have undisturbed, on $name",
    ({ open }) =>
      seeded(async () => {
        const options = { ...(await open(postgres)), kills: KILLS, random: randomOf(seed) };
        const damage = await crash(undisturbed(), options);
        expect(damage).toMatchObject({ ...unharmed, kills: KILLS });
        expect(damage.repeatedInChat).toBeLessThanOrEqual(1);
      }),
    1_800_000,
  );
});
