import type { Address, MessageIds, Receipt } from "../app/ports/channel.ts";
import type { Dilipat, Pertanyaan } from "../core/pesan/pesan.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import type { Tx } from "./driver/driver.ts";
import { toDraft } from "./outbox-row.ts";
import type { Reading } from "./reading.ts";
import { byId } from "./set-aside.ts";

/** The messages on the service that a row of the outbox became. */
export interface WentOut {
  readonly id: string;
  readonly externalIdList: readonly string[];
}

/** Notes what messages went out as. A replacement keeps the messages of what it replaces. */
export async function writeRefs(tx: Tx, wentOut: readonly WentOut[]): Promise<void> {
  const parts = wentOut.flatMap(({ id, externalIdList }) =>
    externalIdList.map(
      (externalId, bagian) => Prisma.sql`(${id}, ${externalId}, CAST(${bagian} AS INTEGER))`,
    ),
  );
  if (parts.length === 0) return;
  await tx.execute(Prisma.sql`
    WITH part (outbox_id, external_id, bagian) AS (VALUES ${Prisma.join(parts)})
    INSERT INTO message_ref (channel_id, chat, external_id, outbox_id, bagian)
    SELECT o.channel_id, o.chat, part.external_id, o.id, part.bagian
    FROM part JOIN outbox o ON o.id = part.outbox_id
    WHERE o.op = 'kirim'
    ON CONFLICT (channel_id, chat, external_id)
      DO UPDATE SET outbox_id = excluded.outbox_id, bagian = excluded.bagian, dilipat_ms = NULL`);
}

/** How far a receipt is on its way; a later word never takes back an earlier one. */
const receiptRank: { readonly [R in Receipt]: number } = { failed: 1, delivered: 2, read: 3 };

/** Notes how far a sent message came; unknown messages, and parts but the first, are passed over. */
export async function recordReceipt(
  client: Client,
  { channelId, chat }: Address,
  externalId: string,
  state: Receipt,
): Promise<void> {
  const earlier = (["failed", "delivered", "read"] as const).filter(
    (one) => receiptRank[one] < receiptRank[state],
  );
  const ref = await client.messageRef.findFirst({
    where: { channelId, chat, externalId, bagian: 0 },
    select: { outboxId: true },
  });
  if (ref === null) return;
  await client.outbox.updateMany({
    where: { id: ref.outboxId, OR: [{ receipt: null }, { receipt: { in: earlier } }] },
    data: { receipt: state },
  });
}

/** What a message asked, found by any of the ids its parts went out under. */
export async function findPertanyaan(
  { client, aside }: Reading,
  { channelId, chat }: Address,
  externalIdList: MessageIds,
): Promise<Pertanyaan | Dilipat | null> {
  const refs = await client.messageRef.findMany({
    where: { channelId, chat, externalId: { in: [...externalIdList] } },
    select: { outboxId: true, dilipatMs: true },
  });
  if (refs.length === 0) return null;
  const rows = await client.outbox.findMany({
    where: { id: { in: refs.map(({ outboxId }) => outboxId) } },
    orderBy: { seq: "desc" },
  });
  if (rows.length === 0) return refs.some(({ dilipatMs }) => dilipatMs !== null) ? "dilipat" : null;
  const [found] = aside.readAll("outbox", rows, byId, toDraft);
  if (found === undefined) return null;
  const { promptId, isi } = found;
  const pilihan = (isi.pilihan ?? []).flat();
  if (pilihan.length === 0) return null;
  const tanpaNomor = isi.tanpaNomor === true;
  return { promptId: promptId ?? isi.promptId ?? "", pilihan, tanpaNomor };
}
