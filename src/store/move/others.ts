import { connect } from "../client.ts";

/**
 * How many others are connected to a PostgreSQL database. Nothing holds it for one process, so whoever
 * is there counts as somebody who may write.
 */
export async function othersIn(url: string): Promise<number> {
  const { client } = connect(url);
  try {
    for (let tries = 1; ; tries += 1) {
      const [row] = await client.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(*) AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL`;
      const count = Number(row?.count ?? 0);
      if (count === 0 || tries === TRIES) return count;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    await client.$disconnect();
  }
}

/** The server notices within a moment that somebody who was there has ended. */
const TRIES = 10;
const PAUSE_MS = 200;
