import type { Address } from "../app/ports/channel.ts";
import type { JejakRow, JejakTersimpan } from "../app/ports/rows.ts";
import type { Client, Tx } from "./client.ts";
import { JawabanJson } from "./codec/jejak.ts";

/** What this message of a person led to; null if it is not known, or cannot be read by this build. */
export async function findJejak(
  client: Client,
  { channelId, chat }: Address,
  externalId: string,
): Promise<JejakTersimpan | null> {
  const row = await client.jejak.findUnique({
    where: { channelId_chat_externalId: { channelId, chat, externalId } },
  });
  if (row === null) return null;
  const { success, data } = JawabanJson.safeParse(JSON.parse(row.jawaban));
  return success ? { sidik: row.sidik, jawaban: data, pertanyaan: row.pertanyaan } : null;
}

/** Writes what messages led to; what an edited one led to before is replaced. */
export async function writeJejak(tx: Tx, rows: readonly JejakRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await tx.jejak.deleteMany({ where: { OR: rows.map(keyOf) } });
  await tx.jejak.createMany({
    data: rows.map((row) => ({
      ...keyOf(row),
      sidik: row.sidik,
      jawaban: JSON.stringify(row.jawaban),
      pertanyaan: row.pertanyaan,
      atMs: BigInt(nowMs),
    })),
  });
}

const keyOf = ({ address: { channelId, chat }, externalId }: JejakRow) => ({
  channelId,
  chat,
  externalId,
});
