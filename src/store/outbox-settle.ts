import type { MessageRef } from "../app/ports/channel.ts";
import type { OutboxOutcome, Settled } from "../app/ports/outbox.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { storable } from "./codec/text.ts";
import type { Tx } from "./driver/driver.ts";
import { writeRefs } from "./message-ref.ts";
import { fresh, outboxTableOrStays } from "./outbox-table.ts";
import { charge } from "./window.ts";

/**
 * Writes down how sends ended, all or none; a retry keeps its place in the chat's queue. What went well
 * takes two statements, however much of it there is.
 */
export async function settleOutbox(
  tx: Tx,
  settledList: readonly Settled[],
  nowMs: number,
): Promise<void> {
  const sentList = settledList.flatMap(({ id, outcome }) =>
    outcome.kind === "sent" ? [{ id, ...outcome }] : [],
  );
  if (sentList.length > 0) await settleSent(tx, sentList);
  for (const { id, outcome } of settledList)
    if (outcome.kind !== "sent") await settleUnsent(tx, id, { outcome, nowMs });
}

/** Whatever became of a message meanwhile, only one that waits goes on anywhere. */
export async function keepParts(tx: Tx, id: string, part: MessageRef): Promise<void> {
  await tx.execute(Prisma.sql`
    UPDATE outbox SET refs = ${JSON.stringify(part)} WHERE id = ${id} AND status = 'menunggu'`);
}

type Sent = { readonly id: string } & Extract<OutboxOutcome, { kind: "sent" }>;

/** A broadcast may be cancelled while its message is on the way: it was sent all the same. */
async function settleSent(tx: Tx, sentList: readonly Sent[]): Promise<void> {
  const rows = sentList.map(
    ({ id, atMs, ref }) => Prisma.sql`(${id}, CAST(${atMs} AS BIGINT), ${JSON.stringify(ref)})`,
  );
  await tx.execute(Prisma.sql`
    WITH sent (id, at_ms, refs) AS (VALUES ${Prisma.join(rows)})
    UPDATE outbox SET status = 'terkirim', sent_ms = sent.at_ms, refs = sent.refs, error = NULL
    FROM sent WHERE outbox.id = sent.id`);
  await writeRefs(
    tx,
    sentList.map(({ id, ref: { externalIdList } }) => ({ id, externalIdList })),
  );
  for (const one of sentList) if (one.anew === true) await renew(tx, one);
  for (const { left, atMs } of sentList) if (left !== undefined) await leave(tx, left, atMs);
  for (const { id, charge: sum } of sentList) if (sum !== undefined) await putDown(tx, id, sum);
}

/** The message a replacement stood for goes by new ids from now on. */
async function renew(tx: Tx, { id, ref }: Sent): Promise<void> {
  const [row] = await tx.query<{ id: string }>(Prisma.sql`
    UPDATE outbox SET refs = ${JSON.stringify(ref)}
    WHERE id IN (SELECT o.target_id FROM outbox o WHERE o.id = ${id}) RETURNING id`);
  if (row !== undefined) await writeRefs(tx, [{ id: row.id, externalIdList: ref.externalIdList }]);
}

async function putDown(tx: Tx, id: string, sum: NonNullable<Sent["charge"]>): Promise<void> {
  const [row] = await tx.query<{ channelId: string }>(
    Prisma.sql`SELECT channel_id AS "channelId" FROM outbox WHERE id = ${id}`,
  );
  if (row !== undefined) await charge(tx, row.channelId, [{ ...sum, jenis: "layanan" }]);
}

async function settleUnsent(
  tx: Tx,
  id: string,
  {
    outcome,
    nowMs,
  }: { readonly outcome: Exclude<OutboxOutcome, { kind: "sent" }>; readonly nowMs: number },
): Promise<void> {
  const waiting = Prisma.sql`WHERE id = ${id} AND status = 'menunggu'`;
  switch (outcome.kind) {
    case "returned":
      await tx.execute(Prisma.sql`UPDATE outbox SET claimed_until_ms = 0 ${waiting}`);
      return;
    case "retry": {
      const { tried, faulty, afterMs, part } = outcome;
      const refs = part === undefined ? Prisma.empty : Prisma.sql`refs = ${JSON.stringify(part)},`;
      await tx.execute(Prisma.sql`
        UPDATE outbox SET ${refs} not_before_ms = ${Math.ceil(nowMs + afterMs)}, claimed_until_ms = 0,
          attempts = attempts + ${Number(tried)}, faults = faults + ${Number(faulty)},
          error = ${storable(outcome.error)} ${waiting}`);
      return;
    }
    case "parked":
      // The commit that learned of it may have kept the row back, or dropped it, already.
      await tx.execute(Prisma.sql`
        UPDATE outbox SET status = 'ditahan', attempts = attempts + 1,
          error = ${storable(outcome.error)}
        WHERE id = ${id} AND status IN ('menunggu', 'ditahan')`);
      return;
    case "held":
      await hold(tx, id, outcome);
      return;
    case "dead":
      await tx.execute(Prisma.sql`
        UPDATE outbox SET status = 'gagal', error = ${storable(outcome.error)} ${waiting}`);
  }
}

/**
 * The window's row is written first, here and where somebody opens it: so the one waits for the other, and
 * nothing is held for a chat that has just been opened.
 */
async function hold(
  tx: Tx,
  id: string,
  { heardMs, closed }: Extract<OutboxOutcome, { kind: "held" }>,
): Promise<void> {
  const since = heardMs ?? 0;
  await tx.execute(Prisma.sql`
    INSERT INTO chat_window (channel_id, chat) SELECT channel_id, chat FROM outbox WHERE id = ${id}
    ON CONFLICT (channel_id, chat) DO UPDATE SET chat = excluded.chat`);
  const thisChat = Prisma.sql`
    (channel_id, chat) IN (SELECT o.channel_id, o.chat FROM outbox o WHERE o.id = ${id})`;
  if (closed === true)
    await tx.execute(Prisma.sql`
      UPDATE chat_window SET heard_ms = NULL
      WHERE ${thisChat} AND heard_ms IS NOT NULL AND heard_ms <= ${since}`);
  await tx.execute(Prisma.sql`
    UPDATE outbox SET claimed_until_ms = 0, status = CASE WHEN EXISTS (
        SELECT 1 FROM chat_window w
        WHERE w.channel_id = outbox.channel_id AND w.chat = outbox.chat AND w.heard_ms > ${since})
      THEN 'menunggu' ELSE 'ditahan' END
    WHERE id = ${id} AND status = 'menunggu'`);
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal'
    WHERE ${thisChat} AND status = 'ditahan' AND prioritas = 2 AND seq < (
      SELECT o.seq FROM outbox o WHERE o.id = ${id} AND o.prioritas = 2 AND o.status = 'ditahan')`);
}

/** A dead letter from the start; one that is there already, from a send that was not recorded, stays. */
async function leave(
  tx: Tx,
  { letter, error }: NonNullable<Sent["left"]>,
  atMs: number,
): Promise<void> {
  const { address, isi, ditahan: _, ...row } = letter;
  const dead = { status: "gagal", error: storable(error) };
  await outboxTableOrStays.add(tx, [
    { ...row, ...address, ...fresh(atMs), ...dead, isi: JSON.stringify(isi) },
  ]);
}
