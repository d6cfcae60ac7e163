import type { Letter } from "../app/ports/outbox.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { type Outbox, Prisma } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { PesanJson } from "./codec/pesan.ts";
import type { Tx } from "./driver/driver.ts";

/** Messages that were given up, or those that wait, oldest first. */
export async function listLetters(
  client: Client,
  statusList: readonly Letter["status"][],
): Promise<readonly Letter[]> {
  const rows = await client.outbox.findMany({
    where: { status: { in: [...statusList] } },
    orderBy: { seq: "asc" },
  });
  return rows.map(toLetter);
}

/** How many messages were given up, and the ids of the oldest of them. */
export async function deadLetters(
  client: Client,
  limit: number,
): Promise<{ readonly count: number; readonly idList: readonly string[] }> {
  const where = { status: "gagal" };
  const rows = await client.outbox.findMany({
    where,
    orderBy: { seq: "asc" },
    take: limit,
    select: { id: true },
  });
  return { count: await client.outbox.count({ where }), idList: rows.map(({ id }) => id) };
}

/** What a broadcast could not bring is in its own report and not told again here. */
export async function untoldLetters(
  client: Client,
  quietSinceMs: number,
): Promise<readonly Letter[]> {
  const rows = await client.outbox.findMany({
    where: { status: "gagal", toldMs: null, siaranId: null, kantorId: { not: null } },
    orderBy: { seq: "asc" },
  });
  if (rows.length === 0) return [];
  const told = await client.outbox.findMany({
    where: { toldMs: { gt: BigInt(quietSinceMs) } },
    select: { kantorId: true },
    distinct: ["kantorId"],
  });
  const quiet = new Set(told.map(({ kantorId }) => kantorId));
  return rows.filter(({ kantorId }) => !quiet.has(kantorId)).map(toLetter);
}

/** Notes that an office is told of these. */
export async function tellLetters(tx: Tx, idList: readonly string[], nowMs: number): Promise<void> {
  await tx.execute(Prisma.sql`
    UPDATE outbox SET told_ms = ${nowMs} WHERE id IN (${Prisma.join([...idList])})`);
}

/** Gives letters all their tries anew; what is under way is left alone. */
export async function retryLetters(
  client: Client,
  idList: readonly string[],
  nowMs: number,
): Promise<number> {
  const { count } = await client.outbox.updateMany({
    where: atRest(idList, nowMs),
    data: {
      status: "menunggu",
      attempts: 0,
      faults: 0,
      notBeforeMs: 0n,
      claimedUntilMs: 0n,
      toldMs: null,
    },
  });
  return count;
}

/** Gives letters up for good; what is under way is left alone. */
export async function dropLetters(
  tx: Tx,
  idList: readonly string[],
  nowMs: number,
): Promise<number> {
  if (idList.length === 0) return 0;
  return tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal' WHERE id IN (${Prisma.join([...idList])})
      AND (status = 'gagal' OR (status = 'menunggu' AND claimed_until_ms <= ${nowMs}))`);
}

const atRest = (idList: readonly string[], nowMs: number) => ({
  id: { in: [...idList] },
  OR: [{ status: "gagal" }, { status: "menunggu", claimedUntilMs: { lte: BigInt(nowMs) } }],
});

function toLetter(row: Outbox): Letter {
  const isi = PesanJson.safeParse(jsonOf(row.isi));
  return {
    id: row.id,
    kantorId: KantorId.safeParse(row.kantorId).data ?? null,
    pegawaiId: PegawaiId.safeParse(row.pegawaiId).data ?? null,
    channelId: row.channelId,
    status: row.status === "gagal" ? "gagal" : "menunggu",
    createdMs: Number(row.createdMs),
    attempts: row.attempts,
    error: row.error,
    isi: isi.data ?? null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
