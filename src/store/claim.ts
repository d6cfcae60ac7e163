import { Prisma } from "../generated/sqlite/client.ts";
import type { Database } from "./client.ts";
import type { Driver, Tx } from "./driver/driver.ts";

/** Any number: the same one in every process is what makes them take turns. */
const CLAIM_LOCK = 7_063_172;

/**
 * Runs a claim, behind what is written with it. On PostgreSQL claims take turns across processes, each
 * seeing what the one before took; otherwise two could each take a row of the same chat. SQLite has one
 * writer, and what it claimed is free again when the program starts: nobody waits for the disk.
 */
export function claiming<T>(
  { engine, driver }: Pick<Database, "engine" | "driver">,
  claim: (tx: Tx, skipLocked: Prisma.Sql) => Promise<T>,
  before: ((tx: Tx) => Promise<void>) | null = null,
): Promise<T> {
  const work = async (tx: Tx): Promise<T> => {
    await before?.(tx);
    if (engine === "sqlite") return claim(tx, Prisma.empty);
    await tx.query(takeTurn);
    return claim(tx, skipLocked);
  };
  return driver.transaction(work, { lasting: before !== null });
}

/**
 * Ends with the transaction. An index has what is claimed in the order wanted; PostgreSQL would rather
 * look at all that waits and sort it, for it cannot know how soon there is enough.
 */
export const takeTurn = Prisma.sql`
  SELECT pg_advisory_xact_lock(${CLAIM_LOCK}), set_config('enable_sort', 'off', true)`;

/** A row that a commit is just cancelling is passed over instead of waited for. */
export const skipLocked = Prisma.sql`FOR UPDATE SKIP LOCKED`;

/** Gives back what a process that is gone had claimed; only for whoever works here alone. */
export const releaseClaims = (driver: Driver): Promise<void> =>
  driver.transaction(async (tx) => {
    await tx.execute(Prisma.sql`
      UPDATE outbox SET claimed_until_ms = 0 WHERE status = 'menunggu' AND claimed_until_ms > 0`);
    await tx.execute(Prisma.sql`UPDATE timer SET claimed_until_ms = 0 WHERE claimed_until_ms > 0`);
  });
