import type { TestPostgres } from "../../support/postgres.ts";
import { type Damage, damageOf } from "./compare.ts";
import { CrashOffice, type CrashOptions } from "./crash-office.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { playQuarter } from "./quarter.ts";

/** On what an office runs. */
export interface Base {
  readonly name: string;
  readonly open: (
    postgres: TestPostgres,
  ) => Promise<Pick<CrashOptions, "databaseUrl" | "processes">>;
}

export const bases: readonly Base[] = [
  { name: "SQLite", open: async () => ({}) },
  {
    name: "PostgreSQL",
    open: async (postgres) => ({ databaseUrl: await postgres.createDatabase() }),
  },
  {
    name: "two processes on PostgreSQL",
    open: async (postgres) => ({ databaseUrl: await postgres.createDatabase(), processes: 2 }),
  },
];

/** The quarter with nothing in its way. */
export const undisturbed = async (): Promise<Outcome> =>
  (await play({ kills: 0, random: () => 0 })).outcome;

/** The quarter with so many kills, beside the undisturbed one. */
export async function crash(reference: Promise<Outcome>, options: CrashOptions): Promise<Damage> {
  const { outcome, kills } = await play(options);
  return damageOf(await reference, outcome, kills);
}

/** What no kill may do. */
export const unharmed = {
  answersLost: 0,
  storedTwice: 0,
  transitionsRepeated: 0,
  outOfOrder: 0,
  strange: [],
  differing: [],
} satisfies Partial<Damage>;

async function play(
  options: CrashOptions,
): Promise<{ readonly outcome: Outcome; readonly kills: readonly number[] }> {
  const office = await CrashOffice.open(options);
  try {
    await playQuarter(office);
    const codes = await office.machines.stop();
    // None where it was told to end before it was done with its start.
    if (codes.some((code) => code !== 0 && code !== null))
      throw new Error(`it ended with ${codes.join(", ")}`);
    const { complaints } = office.machines.first.telegram;
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return { outcome: await outcomeOf(office), kills: office.kills };
  } catch (cause) {
    throw new Error(`${String(cause)}\n${await office.machines.describe()}`, { cause });
  } finally {
    await office.machines.dispose();
  }
}
