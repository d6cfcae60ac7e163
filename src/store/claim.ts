import { Prisma } from "../generated/sqlite/client.ts";
import type { Client, Database } from "./client.ts";
import type { Tx } from "./driver/driver.ts";

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

const claimed = { claimedUntilMs: { gt: 0n } };

/** Gives back the timers that a process that is gone had claimed; only for whoever works here alone. */
export async function releaseTimers(client: Client): Promise<void> {
  await client.timer.updateMany({ where: claimed, data: { claimedUntilMs: 0n } });
}

/** Gives back the messages that a process that is gone had claimed; only for whoever runs the channel. */
export async function releaseOutbox(client: Client, channelId: string): Promise<void> {
  await client.outbox.updateMany({
    where: { status: "menunggu", channelId, ...claimed },
    data: { claimedUntilMs: 0n },
  });
}
