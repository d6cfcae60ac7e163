import type { Address, MessageIds, Receipt } from "../app/ports/channel.ts";
import type { OutboxOutcome, OutboxRow, OutboxState } from "../app/ports/outbox.ts";
import type { Store } from "../app/ports/store.ts";
import type { Pertanyaan, Pesan } from "../core/pesan/pesan.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { claiming } from "./claim.ts";
import type { Client } from "./client.ts";
import { RefJson } from "./codec/pesan.ts";
import { storable } from "./codec/text.ts";
import { toDraft, toRow, toState } from "./outbox-row.ts";
import type { Reading } from "./reading.ts";
import { byId } from "./set-aside.ts";

/**
 * The head of a chat's queue: what was claimed (should its lease run out, it goes first again), else
 * the best priority, then the order of arrival. Everything else of the chat waits for it, even for a
 * later try of it, so that order holds across processes and failures.
 */
const isHead = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM outbox p
  WHERE p.channel_id = o.channel_id AND p.chat = o.chat AND p.status = 'menunggu'
    AND (p.claimed_until_ms > o.claimed_until_ms
      OR (p.claimed_until_ms = o.claimed_until_ms
        AND (p.prioritas < o.prioritas OR (p.prioritas = o.prioritas AND p.seq < o.seq)))))`;

/**
 * Claims the heads that may be sent now; a chat with a message under way yields nothing. `nowMs` is
 * the machine's time.
 */
export async function claimOutbox(
  reading: Reading,
  { channelIdList, limit, leaseMs }: Parameters<Store["claimOutbox"]>[0],
  nowMs: number,
): Promise<readonly OutboxRow[]> {
  if (channelIdList.length === 0) return [];
  // Materialised, because PostgreSQL may run a subquery with LIMIT more than once.
  const claimed = await claiming(
    reading,
    (tx, skipLocked) => tx.$queryRaw<{ id: string }[]>`
      WITH due AS MATERIALIZED (
        SELECT o.id FROM outbox o
        WHERE o.status = 'menunggu' AND o.channel_id IN (${Prisma.join([...channelIdList])})
          AND ${isOver(Prisma.sql`o.not_before_ms`, nowMs)}
          AND ${isOver(Prisma.sql`o.claimed_until_ms`, nowMs)} AND ${isHead}
        ORDER BY o.prioritas, o.seq LIMIT ${limit} ${skipLocked})
      UPDATE outbox SET claimed_until_ms = ${BigInt(nowMs + leaseMs)}
      WHERE id IN (SELECT id FROM due)
      RETURNING id`,
  );
  if (claimed.length === 0) return [];
  const { client, aside } = reading;
  const rows = await client.outbox.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: [{ prioritas: "asc" }, { seq: "asc" }],
  });
  const targetIdList = rows.flatMap(({ targetId }) => targetId ?? []);
  const targets =
    targetIdList.length === 0
      ? []
      : await client.outbox.findMany({
          where: { id: { in: targetIdList } },
          select: { id: true, refs: true },
        });
  const refsById = new Map(targets.map(({ id, refs }) => [id, refs]));
  const readable = aside.readAll("outbox", rows, byId, (row) => toRow(row, refsById));
  const read = new Set(readable.map(({ id }) => id));
  // What cannot be read cannot be sent; given up, it holds its chat up no longer.
  for (const { id } of rows.filter((row) => !read.has(row.id)))
    await settleOutbox(client, id, { kind: "dead", error: "unreadable: see the log" }, nowMs);
  return readable;
}

/** A wait longer than any service asks for was set before the machine's clock stepped back. */
const WAIT_MAX_MS = 2 * 24 * 60 * 60_000;

const isOver = (untilMs: Prisma.Sql, nowMs: number): Prisma.Sql =>
  Prisma.sql`(${untilMs} <= ${BigInt(nowMs)} OR ${untilMs} > ${BigInt(nowMs + WAIT_MAX_MS)})`;

/** Writes down how a send ended; a retry keeps its place in the chat's queue. */
export async function settleOutbox(
  client: Client,
  id: string,
  outcome: OutboxOutcome,
  nowMs: number,
): Promise<void> {
  const where = { id, status: "menunggu" };
  switch (outcome.kind) {
    case "sent": {
      const { ref, atMs, left } = outcome;
      const data = {
        status: "terkirim",
        sentMs: BigInt(atMs),
        refs: JSON.stringify(ref),
        externalId: ref.externalIdList[0] ?? null,
        error: null,
      };
      // A broadcast may be cancelled while its message is on the way: it was sent all the same.
      const sent = client.outbox.updateMany({ where: { id }, data });
      if (left === undefined) await sent;
      else await client.$transaction([sent, leaving(client, left, atMs)]);
      return;
    }
    case "returned":
      await client.outbox.updateMany({ where, data: { claimedUntilMs: 0n } });
      return;
    case "retry": {
      const data = {
        notBeforeMs: BigInt(Math.ceil(nowMs + outcome.afterMs)),
        claimedUntilMs: 0n,
        attempts: { increment: outcome.tried ? 1 : 0 },
        faults: { increment: outcome.faulty ? 1 : 0 },
        error: storable(outcome.error),
      };
      await client.outbox.updateMany({ where, data });
      return;
    }
    case "parked":
      // The commit that learned of it may have kept the row back, or dropped it, already.
      await client.outbox.updateMany({
        where: { id, status: { in: ["menunggu", "ditahan"] } },
        data: { status: "ditahan", attempts: { increment: 1 }, error: storable(outcome.error) },
      });
      return;
    case "dead":
      await client.outbox.updateMany({
        where,
        data: { status: "gagal", error: storable(outcome.error) },
      });
  }
}

type Left = NonNullable<Extract<OutboxOutcome, { kind: "sent" }>["left"]>;

/** A dead letter from the start; one that is there already, from a send that was not recorded, stays. */
function leaving(client: Client, { letter, error }: Left, atMs: number) {
  const { address, isi, ...row } = letter;
  return client.outbox.upsert({
    where: { dedupeKey: row.dedupeKey },
    update: {},
    create: {
      ...row,
      ...address,
      op: "kirim",
      isi: JSON.stringify(isi),
      status: "gagal",
      createdMs: BigInt(atMs),
      notBeforeMs: 0n,
      error: storable(error),
    },
  });
}

/** How long until a claim can next yield a row of these channels; null when there is none. */
export async function outboxWaitMs(
  client: Client,
  channelIdList: readonly string[],
  nowMs: number,
): Promise<number | null> {
  if (channelIdList.length === 0) return null;
  // The same heads as in a claim, numbered instead of sought: all of them are wanted here.
  const [row] = await client.$queryRaw<{ ms: bigint | null }[]>`
    SELECT CAST(MIN(CASE WHEN due_ms > ${BigInt(nowMs + WAIT_MAX_MS)} THEN 0 ELSE due_ms END)
      AS BIGINT) AS ms FROM (
      SELECT CASE WHEN claimed_until_ms > not_before_ms
          THEN claimed_until_ms ELSE not_before_ms END AS due_ms,
        ROW_NUMBER() OVER (
          PARTITION BY channel_id, chat ORDER BY claimed_until_ms DESC, prioritas, seq) AS place
      FROM outbox
      WHERE status = 'menunggu' AND channel_id IN (${Prisma.join([...channelIdList])})) AS waiting
    WHERE place = 1`;
  return row === undefined || row.ms === null ? null : Math.max(0, Number(row.ms) - nowMs);
}

/** How far a receipt is on its way; a later word never takes back an earlier one. */
const receiptRank: { readonly [R in Receipt]: number } = { failed: 1, delivered: 2, read: 3 };

/** Notes how far a sent message came; unknown messages are passed over. */
export async function recordReceipt(
  client: Client,
  { channelId, chat }: Address,
  externalId: string,
  state: Receipt,
): Promise<void> {
  const earlier = (["failed", "delivered", "read"] as const).filter(
    (one) => receiptRank[one] < receiptRank[state],
  );
  await client.outbox.updateMany({
    where: { channelId, chat, externalId, OR: [{ receipt: null }, { receipt: { in: earlier } }] },
    data: { receipt: state },
  });
}

/** How far these messages have come. */
export async function listOutbox(
  { client, aside }: Reading,
  idList: readonly string[],
  nowMs: number,
): Promise<readonly OutboxState[]> {
  const rows = await client.outbox.findMany({ where: { id: { in: [...idList] } } });
  return aside.readAll("outbox", rows, byId, (row) => toState(row, nowMs));
}

/** What an account was to be told and was not, oldest first. */
export async function unsaidNews(
  { client, aside }: Reading,
  accountId: string,
): Promise<readonly Pesan[]> {
  const account = await client.account.findUnique({ where: { id: accountId } });
  if (account === null) return [];
  const { channelId, chat, pegawaiId } = account;
  const status = { in: ["menunggu", "ditahan"] };
  const news = { op: "kirim", prioritas: 1, promptId: null };
  const rows = await client.outbox.findMany({
    where: { channelId, chat, pegawaiId, status, ...news },
    orderBy: { seq: "asc" },
  });
  return aside.readAll("outbox", rows, byId, (row) => toDraft(row).isi);
}

/** The prompts among these that the service reports as read. */
export async function readPrompts(
  client: Client,
  promptIdList: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await client.outbox.findMany({
    where: { promptId: { in: [...promptIdList] }, receipt: "read" },
    select: { promptId: true },
  });
  return new Set(rows.flatMap(({ promptId }) => promptId ?? []));
}

/** What a message asked, found by any of the ids its parts went out under. */
export async function findPertanyaan(
  { client, aside }: Reading,
  { channelId, chat }: Address,
  externalIdList: MessageIds,
): Promise<Pertanyaan | null> {
  const rows = await client.outbox.findMany({
    where: {
      channelId,
      chat,
      op: "kirim",
      status: "terkirim",
      // A pattern finds too many; the list decides.
      OR: externalIdList.map((id) => ({ refs: { contains: id } })),
    },
    orderBy: { seq: "desc" },
  });
  const sent = aside.readAll("outbox", rows, byId, (row) => ({
    ...toDraft(row),
    ref: RefJson.parse(JSON.parse(row.refs ?? "null")),
  }));
  const found = sent.find(({ ref }) =>
    ref.externalIdList.some((id) => externalIdList.includes(id)),
  );
  if (found === undefined) return null;
  const { promptId, isi } = found;
  const pilihan = (isi.pilihan ?? []).flat();
  if (pilihan.length === 0) return null;
  const tanpaNomor = isi.tanpaNomor === true;
  return { promptId: promptId ?? isi.promptId ?? "", pilihan, tanpaNomor };
}

/** How many messages wait, and how many were given up. */
export async function outboxDepth(
  client: Client,
): Promise<{ readonly pending: number; readonly dead: number }> {
  const pending = await client.outbox.count({ where: { status: "menunggu" } });
  const dead = await client.outbox.count({ where: { status: "gagal" } });
  return { pending, dead };
}
