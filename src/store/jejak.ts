import type { Address } from "../app/ports/channel.ts";
import type { JejakRow, JejakTersimpan } from "../app/ports/rows.ts";
import type { Jejak } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { JawabanJson } from "./codec/jejak.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";

const jejakTable = new Table<Row<Jejak>>(
  "jejak",
  ["channelId", "chat", "externalId", "sidik", "jawaban", "pertanyaan", "atMs"],
  `ON CONFLICT (channel_id, chat, external_id) DO UPDATE
    SET sidik = excluded.sidik, jawaban = excluded.jawaban, pertanyaan = excluded.pertanyaan,
      at_ms = excluded.at_ms`,
);

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
  // Of a message that was edited twice in one batch the last word counts.
  const lastByKey = new Map(
    rows.map((row) => [`${row.address.channelId} ${row.address.chat} ${row.externalId}`, row]),
  );
  await jejakTable.add(
    tx,
    [...lastByKey.values()].map(({ address, jawaban, ...row }) => ({
      ...row,
      ...address,
      jawaban: JSON.stringify(jawaban),
      atMs: nowMs,
    })),
  );
}
