import { createHash } from "node:crypto";
import type { LogEntry, LogRow } from "../app/ports/rows.ts";
import { type KantorId, Pencatat } from "../core/kantor/schema.ts";
import type { Client, Database, Tx } from "./client.ts";
import { CatatanJson } from "./codec/timer.ts";
import { Conflict } from "./conflict.ts";

/**
 * Appends entries to the log of an office. The head lives in the office's own row, which stays locked
 * until the transaction ends: numbers have no gaps, and no two entries follow the same one.
 */
export async function appendLog(
  tx: Tx,
  kantorId: KantorId,
  rows: readonly LogRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const head = await lockHead(tx, kantorId, rows.length);
  let { seq, hash: prevHash } = head;
  const entries = rows.map((row) => {
    seq += 1;
    const entry: LogEntry = { ...row, seq, prevHash, hash: hashOf(kantorId, seq, prevHash, row) };
    prevHash = entry.hash;
    return entry;
  });
  await tx.logEntry.createMany({
    data: entries.map(({ data, atMs, ...entry }) => ({
      ...entry,
      kantorId,
      atMs: BigInt(atMs),
      data: JSON.stringify(data),
    })),
  });
  await tx.kantor.update({ where: { id: kantorId }, data: { logHash: prevHash } });
}

/** Entries after a number, oldest first. */
export async function readLog(
  client: Client,
  kantorId: KantorId,
  afterSeq: number,
  limit: number,
): Promise<readonly LogEntry[]> {
  const rows = await client.logEntry.findMany({
    where: { kantorId, seq: { gt: afterSeq } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(({ seq, jenis, berkasId, oleh, atMs, data, prevHash, hash }) => ({
    seq,
    jenis,
    berkasId,
    oleh: Pencatat.parse(oleh),
    atMs: Number(atMs),
    data: CatatanJson.parse(JSON.parse(data)),
    prevHash,
    hash,
  }));
}

const PAGE = 1_000;

/**
 * Walks the chain up to where it reaches now; answers the first entry whose number, link or content
 * does not fit, or null. Page by page, so that commits need not wait; what they add is not looked at.
 */
export async function verifyLog(
  { client, exclusively }: Database,
  kantorId: KantorId,
): Promise<{ readonly count: number; readonly brokenSeq: number | null }> {
  const { head, newestSeq } = await exclusively(() => readEnds(client, kantorId));
  let last = { seq: 0, hash: "" };
  while (last.seq < head.seq) {
    const from = last.seq;
    const limit = Math.min(PAGE, head.seq - from);
    const page = await exclusively(() => readLog(client, kantorId, from, limit));
    for (const entry of page) {
      const fits =
        entry.seq === last.seq + 1 &&
        entry.prevHash === last.hash &&
        entry.hash === hashOf(kantorId, entry.seq, entry.prevHash, entry);
      if (!fits) return { count: last.seq, brokenSeq: last.seq + 1 };
      last = entry;
    }
    if (page.length === 0) return { count: last.seq, brokenSeq: last.seq + 1 };
  }
  if (last.hash !== head.hash) return { count: last.seq, brokenSeq: last.seq };
  return { count: last.seq, brokenSeq: newestSeq > head.seq ? head.seq + 1 : null };
}

async function readEnds(
  client: Client,
  kantorId: KantorId,
): Promise<{
  readonly head: { readonly seq: number; readonly hash: string };
  readonly newestSeq: number;
}> {
  // The entries before the head: a commit in between then moves the head past them, never behind.
  const newest = await client.logEntry.findFirst({
    where: { kantorId },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const head = await client.kantor.findUnique({
    where: { id: kantorId },
    select: { logSeq: true, logHash: true },
  });
  return {
    head: { seq: head?.logSeq ?? 0, hash: head?.logHash ?? "" },
    newestSeq: newest?.seq ?? 0,
  };
}

async function lockHead(
  tx: Tx,
  kantorId: KantorId,
  count: number,
): Promise<{ readonly seq: number; readonly hash: string }> {
  const { count: found } = await tx.kantor.updateMany({
    where: { id: kantorId },
    data: { logSeq: { increment: count } },
  });
  const row = await tx.kantor.findUnique({ where: { id: kantorId } });
  if (found === 0 || row === null) throw new Conflict(`kantor ${kantorId}`);
  return { seq: row.logSeq - count, hash: row.logHash };
}

function hashOf(kantorId: KantorId, seq: number, prevHash: string, row: LogRow): string {
  const { jenis, berkasId, oleh, atMs, data } = row;
  // Keys in a fixed order: the same entry has the same hash wherever it was written.
  const content = [kantorId, seq, prevHash, jenis, berkasId, oleh, atMs, sorted(data)];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

const sorted = (data: LogRow["data"]): readonly unknown[] =>
  Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1));
