import { createHash } from "node:crypto";
import type { CommitRequest } from "../app/ports/commit.ts";
import type { LogEntry, LogHead, LogRow, RantaiDiperiksa } from "../app/ports/rows.ts";
import { KantorId, Pencatat } from "../core/kantor/schema.ts";
import type { UjungCatatan } from "../core/rekap/sidik.ts";
import { type LogEntry as LogRecord, Prisma } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { CatatanJson } from "./codec/timer.ts";
import { Conflict } from "./conflict.ts";
import type { Query, Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import type { Reading } from "./reading.ts";

/**
 * Makes the version of an office one more, and the number of its log's newest entry so many as come
 * now, unless it is another version than the commit was decided on. Answers where the log stood. The row
 * stays locked until the transaction ends: numbers have no gaps, and no two entries follow the same one.
 */
export async function stepOffice(
  tx: Tx,
  kantorId: KantorId,
  { versi, log }: Pick<CommitRequest, "versi" | "log">,
): Promise<UjungCatatan> {
  const [row] = await tx.query<UjungCatatan>(Prisma.sql`
    UPDATE kantor SET versi = versi + 1, log_seq = log_seq + ${log.length}
    WHERE id = ${kantorId} ${versi === null ? Prisma.empty : Prisma.sql`AND versi = ${versi}`}
    RETURNING log_seq AS seq, log_hash AS hash`);
  if (row === undefined) throw new Conflict(`kantor ${kantorId}`);
  return { seq: row.seq - log.length, hash: row.hash };
}

const logTable = new Table<Row<LogRecord>>("log_entry", [
  "kantorId",
  "seq",
  "jenis",
  "berkasId",
  "oleh",
  "atMs",
  "data",
  "prevHash",
  "hash",
]);

/** Appends entries to the log of an office, behind the entry where it stood. */
export async function appendLog(
  tx: Tx,
  kantorId: KantorId,
  head: UjungCatatan,
  rows: readonly LogRow[],
): Promise<void> {
  if (rows.length === 0) return;
  let { seq, hash: prevHash } = head;
  const entries = rows.map((row) => {
    seq += 1;
    const entry: LogEntry = { ...row, seq, prevHash, hash: hashOf(kantorId, seq, prevHash, row) };
    prevHash = entry.hash;
    return entry;
  });
  await logTable.add(
    tx,
    entries.map(({ data, ...entry }) => ({ ...entry, kantorId, data: JSON.stringify(data) })),
  );
  await tx.execute(Prisma.sql`UPDATE kantor SET log_hash = ${prevHash} WHERE id = ${kantorId}`);
}

/** Entries after a number, oldest first. */
export async function readLog(
  client: Client,
  kantorId: KantorId,
  afterSeq: number,
  limit: number,
): Promise<readonly LogEntry[]> {
  return (await readPage(client, kantorId, afterSeq, limit)).map(toEntry);
}

const readPage = (
  client: Client,
  kantorId: KantorId,
  afterSeq: number,
  limit: number,
): Promise<readonly LogRecord[]> =>
  client.logEntry.findMany({
    where: { kantorId, seq: { gt: afterSeq } },
    orderBy: { seq: "asc" },
    take: limit,
  });

/** A stored entry. */
export const toEntry = ({ oleh, atMs, data, ...entry }: Omit<LogRecord, "kantorId">): LogEntry => ({
  seq: entry.seq,
  jenis: entry.jenis,
  berkasId: entry.berkasId,
  prevHash: entry.prevHash,
  hash: entry.hash,
  oleh: Pencatat.parse(oleh),
  atMs: Number(atMs),
  data: CatatanJson.parse(JSON.parse(data)),
});

/** How far the log of an office has come. */
export async function logHead(client: Client, kantorId: KantorId): Promise<LogHead> {
  const [head] = await client.$queryRaw<HeadRow[]>`${HEADS} WHERE k.id = ${kantorId}`;
  return { seq: Number(head?.seq ?? 0), atMs: Number(head?.ms ?? 0) };
}

/** Offices whose newest entry is later than this. */
export async function aheadOf(
  through: Query,
  nowMs: number,
): Promise<readonly { readonly id: KantorId; readonly atMs: number }[]> {
  const heads = await through.query<HeadRow>(Prisma.sql`
    ${HEADS} WHERE l.at_ms > ${nowMs} ORDER BY k.id`);
  return heads.map(({ id, ms }) => ({ id: KantorId.parse(id), atMs: Number(ms) }));
}

interface HeadRow {
  readonly id: string;
  readonly seq: number | bigint;
  readonly ms: number | bigint | null;
}

const HEADS = Prisma.sql`SELECT k.id, k.log_seq AS seq, l.at_ms AS ms FROM kantor k
  LEFT JOIN log_entry l ON l.kantor_id = k.id AND l.seq = k.log_seq`;

const PAGE = 1_000;

/**
 * Walks the chain up to where it reaches now, and shows each entry that fits; answers the first whose
 * number, link or content does not. Page by page, so that commits need not wait; what they add is not
 * looked at.
 */
export async function verifyLog(
  { client, exclusively, aside }: Reading,
  kantorId: KantorId,
  seen: (entry: UjungCatatan) => void = () => {},
): Promise<RantaiDiperiksa> {
  const { head, newestSeq } = await exclusively(() => readEnds(client, kantorId));
  let last: UjungCatatan = { seq: 0, hash: "" };
  while (last.seq < head.seq) {
    const { seq: from } = last;
    const limit = Math.min(PAGE, head.seq - from);
    const page = await exclusively(() => readPage(client, kantorId, from, limit));
    for (const row of page) {
      const entry = aside.read("log_entry", `${kantorId}/${row.seq}`, () => toEntry(row));
      const sebab = row.seq === last.seq + 1 ? misfit(kantorId, last, entry) : "hilang";
      if (sebab !== null) return { count: last.seq, brokenSeq: last.seq + 1, sebab };
      last = { seq: row.seq, hash: row.hash };
      seen(last);
    }
    if (page.length === 0) return { count: last.seq, brokenSeq: last.seq + 1, sebab: "hilang" };
  }
  if (last.hash !== head.hash) return { count: last.seq, brokenSeq: last.seq, sebab: "ujung" };
  return newestSeq > head.seq
    ? { count: last.seq, brokenSeq: head.seq + 1, sebab: "tambahan" }
    : { count: last.seq, brokenSeq: null };
}

/** Why an entry does not follow the one before it; null where it does. */
function misfit(
  kantorId: KantorId,
  last: UjungCatatan,
  entry: LogEntry | null,
): "tak-terbaca" | "sambungan" | "isi" | null {
  if (entry === null) return "tak-terbaca";
  if (entry.prevHash !== last.hash) return "sambungan";
  return entry.hash === hashOf(kantorId, entry.seq, entry.prevHash, entry) ? null : "isi";
}

async function readEnds(
  client: Client,
  kantorId: KantorId,
): Promise<{ readonly head: UjungCatatan; readonly newestSeq: number }> {
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

function hashOf(kantorId: KantorId, seq: number, prevHash: string, row: LogRow): string {
  const { jenis, berkasId, oleh, atMs, data } = row;
  // Keys in a fixed order: the same entry has the same hash wherever it was written.
  const content = [kantorId, seq, prevHash, jenis, berkasId, oleh, atMs, sorted(data)];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

const sorted = (data: LogRow["data"]): readonly unknown[] =>
  Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1));
