import type { OutboxState } from "../app/ports/outbox.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Pesan } from "../core/pesan/pesan.ts";
import type { Client } from "./client.ts";
import { toDraft, toState } from "./outbox-row.ts";
import type { Reading } from "./reading.ts";
import { byId } from "./set-aside.ts";

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
  kantorId: KantorId,
  accountId: string,
): Promise<readonly Pesan[]> {
  const account = await client.account.findUnique({ where: { id: accountId, kantorId } });
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
  kantorId: KantorId,
  promptIdList: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await client.outbox.findMany({
    where: { kantorId, promptId: { in: [...promptIdList] }, receipt: "read" },
    select: { promptId: true },
  });
  return new Set(rows.flatMap(({ promptId }) => promptId ?? []));
}

/** How many messages wait, and how many were given up. */
export async function outboxDepth(
  client: Client,
): Promise<{ readonly pending: number; readonly dead: number }> {
  const pending = await client.outbox.count({ where: { status: "menunggu" } });
  const dead = await client.outbox.count({ where: { status: "gagal" } });
  return { pending, dead };
}
