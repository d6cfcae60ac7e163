import { Prisma } from "../../generated/sqlite/client.ts";
import type { Database } from "../client.ts";
import type { Model } from "./models.ts";

/**
 * Lets numbering go on behind the rows that were added with their numbers. SQLite does so by itself;
 * a sequence of PostgreSQL knows only of the numbers it gave.
 */
export async function renumber(
  { engine, client }: Database,
  models: readonly Model[],
): Promise<void> {
  if (engine === "sqlite") return;
  for (const { table, numbered } of models) {
    if (numbered === null) continue;
    const [column, of] = [Prisma.raw(`"${numbered}"`), Prisma.raw(`"${table}"`)];
    await client.$executeRaw`
      SELECT setval(pg_get_serial_sequence(${table}, ${numbered}), COALESCE(MAX(${column}), 0) + 1,
        false) FROM ${of}`;
  }
}
