import type { Address, MessageIds, Receipt } from "../app/ports/channel.ts";
import type { OutboxDraft, OutboxOutcome, OutboxRow, OutboxState } from "../app/ports/outbox.ts";
import type { Store } from "../app/ports/store.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { Pertanyaan, Pesan } from "../core/pesan/pesan.ts";
import { type Outbox, Prisma } from "../generated/sqlite/client.ts";
import { claiming } from "./claim.ts";
import type { Client, Database } from "./client.ts";
import { OutboxStatus, PesanJson, ReceiptState, RefJson } from "./codec/pesan.ts";
import { storable } from "./codec/text.ts";

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

/** Claims the heads that may be sent now; a chat with a message under way yields nothing. */
export async function claimOutbox(
  database: Database,
  { channelIdList, nowMs, limit, leaseMs }: Parameters<Store["claimOutbox"]>[0],
): Promise<readonly OutboxRow[]> {
  if (channelIdList.length === 0) return [];
  const now = BigInt(nowMs);
  // Materialised, because PostgreSQL may run a subquery with LIMIT more than once.
  const claimed = await claiming(
    database,
    (tx, skipLocked) => tx.$queryRaw<{ id: string }[]>`
      WITH due AS MATERIALIZED (
        SELECT o.id FROM outbox o
        WHERE o.status = 'menunggu' AND o.channel_id IN (${Prisma.join([...channelIdList])})
          AND o.not_before_ms <= ${now} AND o.claimed_until_ms <= ${now} AND ${isHead}
        ORDER BY o.prioritas, o.seq LIMIT ${limit} ${skipLocked})
      UPDATE outbox SET claimed_until_ms = ${BigInt(nowMs + leaseMs)}
      WHERE id IN (SELECT id FROM due)
      RETURNING id`,
  );
  if (claimed.length === 0) return [];
  const { client } = database;
  const rows = await client.outbox.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: [{ prioritas: "asc" }, { seq: "asc" }],
  });
  const targetIdList = rows.flatMap(({ targetId }) => targetId ?? []);
  if (targetIdList.length === 0) return rows.map((row) => toRow(row, new Map()));
  const targets = await client.outbox.findMany({
    where: { id: { in: targetIdList } },
    select: { id: true, refs: true },
  });
  const refsById = new Map(targets.map(({ id, refs }) => [id, refs]));
  return rows.map((row) => toRow(row, refsById));
}

/** Writes down how a send ended; a retry keeps its place in the chat's queue. */
export async function settleOutbox(
  client: Client,
  id: string,
  outcome: OutboxOutcome,
): Promise<void> {
  const where = { id, status: "menunggu" };
  switch (outcome.kind) {
    case "sent": {
      const { ref, atMs } = outcome;
      const data = {
        status: "terkirim",
        sentMs: BigInt(atMs),
        refs: JSON.stringify(ref),
        externalId: ref.externalIdList[0] ?? null,
        error: null,
      };
      // A broadcast may be cancelled while its message is on the way: it was sent all the same.
      await client.outbox.updateMany({ where: { id }, data });
      return;
    }
    case "retry": {
      const data = {
        notBeforeMs: BigInt(outcome.atMs),
        claimedUntilMs: 0n,
        attempts: { increment: 1 },
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

/** When a claim can next yield a row of these channels; null when there is none. */
export async function nextOutboxMs(
  client: Client,
  channelIdList: readonly string[],
): Promise<number | null> {
  if (channelIdList.length === 0) return null;
  // The same heads as in a claim, numbered instead of sought: all of them are wanted here.
  const [row] = await client.$queryRaw<{ ms: bigint | null }[]>`
    SELECT CAST(MIN(due_ms) AS BIGINT) AS ms FROM (
      SELECT CASE WHEN claimed_until_ms > not_before_ms
          THEN claimed_until_ms ELSE not_before_ms END AS due_ms,
        ROW_NUMBER() OVER (
          PARTITION BY channel_id, chat ORDER BY claimed_until_ms DESC, prioritas, seq) AS place
      FROM outbox
      WHERE status = 'menunggu' AND channel_id IN (${Prisma.join([...channelIdList])})) AS waiting
    WHERE place = 1`;
  return row === undefined || row.ms === null ? null : Number(row.ms);
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
  client: Client,
  idList: readonly string[],
): Promise<readonly OutboxState[]> {
  const rows = await client.outbox.findMany({ where: { id: { in: [...idList] } } });
  return rows.map((row) => ({
    row: toDraft(row),
    status: OutboxStatus.parse(row.status),
    createdMs: Number(row.createdMs),
    sentMs: row.sentMs === null ? null : Number(row.sentMs),
    claimedUntilMs: Number(row.claimedUntilMs),
    receipt: row.receipt === null ? null : ReceiptState.parse(row.receipt),
  }));
}

/** What an account was to be told and was not, oldest first. */
export async function unsaidNews(client: Client, accountId: string): Promise<readonly Pesan[]> {
  const account = await client.account.findUnique({ where: { id: accountId } });
  if (account === null) return [];
  const { channelId, chat, pegawaiId } = account;
  const status = { in: ["menunggu", "ditahan"] };
  const news = { op: "kirim", prioritas: 1, promptId: null };
  const rows = await client.outbox.findMany({
    where: { channelId, chat, pegawaiId, status, ...news },
    orderBy: { seq: "asc" },
  });
  return rows.map((row) => toDraft(row).isi);
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
  client: Client,
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
  const row = rows.find(({ refs }) =>
    RefJson.parse(JSON.parse(refs ?? "null")).externalIdList.some((id) =>
      externalIdList.includes(id),
    ),
  );
  if (row === undefined) return null;
  const { promptId, isi } = toDraft(row);
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

function toRow(row: Outbox, refsById: ReadonlyMap<string, string | null>): OutboxRow {
  const refs = row.targetId === null ? null : (refsById.get(row.targetId) ?? null);
  return {
    ...toDraft(row),
    attempts: row.attempts,
    createdMs: Number(row.createdMs),
    op:
      row.op === "ubah"
        ? { kind: "ubah", ref: refs === null ? null : RefJson.parse(JSON.parse(refs)) }
        : { kind: "kirim" },
  };
}

function toDraft(row: Outbox): OutboxDraft {
  return {
    id: row.id,
    dedupeKey: row.dedupeKey,
    kantorId: row.kantorId === null ? null : KantorId.parse(row.kantorId),
    pegawaiId: row.pegawaiId === null ? null : PegawaiId.parse(row.pegawaiId),
    address: { channelId: row.channelId, chat: row.chat },
    prioritas: prioritasOf(row.prioritas),
    promptId: row.promptId,
    siaranId: row.siaranId,
    isi: PesanJson.parse(JSON.parse(row.isi)),
  };
}

function prioritasOf(value: number): OutboxRow["prioritas"] {
  return value === 0 || value === 1 || value === 2 ? value : 3;
}
