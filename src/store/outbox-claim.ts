import type { OutboxRow } from "../app/ports/outbox.ts";
import type { Store } from "../app/ports/store.ts";
import { type Outbox, Prisma } from "../generated/sqlite/client.ts";
import { claiming } from "./claim.ts";
import type { Driver, Tx } from "./driver/driver.ts";
import type { Row } from "./driver/table.ts";
import { toRow } from "./outbox-row.ts";
import { settleOutbox } from "./outbox-settle.ts";
import { outboxColumns } from "./outbox-table.ts";
import type { Reading } from "./reading.ts";
import { byId, type SetAside } from "./set-aside.ts";

/**
 * The head of a chat's queue: what was claimed (should its lease run out, it goes first again), else
 * the best priority, then the order of arrival. Everything else of the chat waits for it, even for a
 * later try of it, so that order holds across processes and failures. An index has this very order.
 */
const headOfChat = Prisma.sql`(
  SELECT p.seq FROM outbox p
  WHERE p.status = 'menunggu' AND p.channel_id = o.channel_id AND p.chat = o.chat
  ORDER BY p.claimed_until_ms DESC, p.prioritas, p.seq LIMIT 1)`;

/**
 * Writes down how sends ended and claims the heads that may be sent now, in one transaction; a chat
 * with a message under way yields nothing. `nowMs` is the machine's time.
 */
export async function claimOutbox(
  reading: Reading,
  { channelIdList, limit, leaseMs, settled = [] }: Parameters<Store["claimOutbox"]>[0],
  nowMs: number,
): Promise<readonly OutboxRow[]> {
  const settle = (tx: Tx): Promise<void> => settleOutbox(tx, settled, nowMs);
  if (limit === 0 || channelIdList.length === 0) {
    if (settled.length > 0) await reading.driver.transaction(settle);
    return [];
  }
  const query = { channelIdList, limit, leaseMs, nowMs };
  return claiming(
    reading,
    async (tx, skipLocked) => {
      const claimed = await tx.query<Row<Outbox>>(claimStatement(query, skipLocked));
      return readClaimed(tx, reading.aside, { claimed: claimed.toSorted(bestFirst), nowMs });
    },
    settled.length > 0 ? settle : null,
  );
}

const bestFirst = (a: Row<Outbox>, b: Row<Outbox>): number =>
  a.prioritas - b.prioritas || a.seq - b.seq;

interface ClaimQuery extends Omit<Parameters<Store["claimOutbox"]>[0], "settled"> {
  readonly nowMs: number;
}

/** Goes along the rows of a channel, best first, and seeks the head of each one's chat until it has enough. */
export const claimStatement = (
  { channelIdList, limit, leaseMs, nowMs }: ClaimQuery,
  skipLocked: Prisma.Sql,
): Prisma.Sql =>
  // Materialised, because PostgreSQL may run a subquery with LIMIT more than once.
  Prisma.sql`
    WITH due AS MATERIALIZED (
      SELECT o.seq FROM outbox o
      WHERE o.status = 'menunggu' AND o.channel_id IN (${Prisma.join([...channelIdList])})
        AND ${isOver(Prisma.sql`o.not_before_ms`, nowMs)}
        AND ${isOver(Prisma.sql`o.claimed_until_ms`, nowMs)} AND o.seq = ${headOfChat}
      ORDER BY o.prioritas, o.seq LIMIT ${limit} ${skipLocked})
    UPDATE outbox SET claimed_until_ms = ${nowMs + leaseMs}
    WHERE seq IN (SELECT seq FROM due)
    RETURNING ${outboxColumns}`;

async function readClaimed(
  tx: Tx,
  aside: SetAside,
  { claimed, nowMs }: { readonly claimed: readonly Row<Outbox>[]; readonly nowMs: number },
): Promise<readonly OutboxRow[]> {
  const targetIdList = claimed.flatMap(({ targetId }) => targetId ?? []);
  const targets =
    targetIdList.length === 0
      ? []
      : await tx.query<Pick<Outbox, "id" | "refs">>(
          Prisma.sql`SELECT id, refs FROM outbox WHERE id IN (${Prisma.join(targetIdList)})`,
        );
  const refsById = new Map(targets.map(({ id, refs }) => [id, refs]));
  const readable = aside.readAll("outbox", claimed, byId, (row) => toRow(row, refsById));
  const read = new Set(readable.map(({ id }) => id));
  // What cannot be read cannot be sent; given up, it holds its chat up no longer.
  const dead = { kind: "dead", error: "unreadable: see the log" } as const;
  const unread = claimed.flatMap(({ id }) => (read.has(id) ? [] : [{ id, outcome: dead }]));
  await settleOutbox(tx, unread, nowMs);
  return readable;
}

/** A wait longer than any service asks for was set before the machine's clock stepped back. */
const WAIT_MAX_MS = 2 * 24 * 60 * 60_000;

const isOver = (untilMs: Prisma.Sql, nowMs: number): Prisma.Sql =>
  Prisma.sql`(${untilMs} <= ${nowMs} OR ${untilMs} > ${nowMs + WAIT_MAX_MS})`;

/** How long until a claim can next yield a row of these channels; null when there is none. */
export async function outboxWaitMs(
  driver: Driver,
  channelIdList: readonly string[],
  nowMs: number,
): Promise<number | null> {
  if (channelIdList.length === 0) return null;
  // The same heads as in a claim, numbered instead of sought: all of them are wanted here.
  const statement = Prisma.sql`
    SELECT CAST(MIN(CASE WHEN due_ms > ${nowMs + WAIT_MAX_MS} THEN 0 ELSE due_ms END)
      AS BIGINT) AS ms FROM (
      SELECT CASE WHEN claimed_until_ms > not_before_ms
          THEN claimed_until_ms ELSE not_before_ms END AS due_ms,
        ROW_NUMBER() OVER (
          PARTITION BY channel_id, chat ORDER BY claimed_until_ms DESC, prioritas, seq) AS place
      FROM outbox
      WHERE status = 'menunggu' AND channel_id IN (${Prisma.join([...channelIdList])})) AS waiting
    WHERE place = 1`;
  const [row] = await driver.read((through) => through.query<{ ms: number | null }>(statement));
  return row === undefined || row.ms === null ? null : Math.max(0, row.ms - nowMs);
}
