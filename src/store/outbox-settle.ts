import type { OutboxOutcome, Settled } from "../app/ports/outbox.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Tx } from "./client.ts";
import { storable } from "./codec/text.ts";
import { writeRefs } from "./message-ref.ts";

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

type Sent = { readonly id: string } & Extract<OutboxOutcome, { kind: "sent" }>;

/** A broadcast may be cancelled while its message is on the way: it was sent all the same. */
async function settleSent(tx: Tx, sentList: readonly Sent[]): Promise<void> {
  const rows = sentList.map(
    ({ id, atMs, ref }) =>
      Prisma.sql`(${id}, CAST(${BigInt(atMs)} AS BIGINT), ${JSON.stringify(ref)})`,
  );
  await tx.$executeRaw`
    WITH sent (id, at_ms, refs) AS (VALUES ${Prisma.join(rows)})
    UPDATE outbox SET status = 'terkirim', sent_ms = sent.at_ms, refs = sent.refs, error = NULL
    FROM sent WHERE outbox.id = sent.id`;
  await writeRefs(
    tx,
    sentList.map(({ id, ref: { externalIdList } }) => ({ id, externalIdList })),
  );
  for (const { left, atMs } of sentList) if (left !== undefined) await leave(tx, left, atMs);
}

async function settleUnsent(
  tx: Tx,
  id: string,
  {
    outcome,
    nowMs,
  }: { readonly outcome: Exclude<OutboxOutcome, { kind: "sent" }>; readonly nowMs: number },
): Promise<void> {
  const where = { id, status: "menunggu" };
  switch (outcome.kind) {
    case "returned":
      await tx.outbox.updateMany({ where, data: { claimedUntilMs: 0n } });
      return;
    case "retry": {
      const data = {
        notBeforeMs: BigInt(Math.ceil(nowMs + outcome.afterMs)),
        claimedUntilMs: 0n,
        attempts: { increment: outcome.tried ? 1 : 0 },
        faults: { increment: outcome.faulty ? 1 : 0 },
        error: storable(outcome.error),
      };
      await tx.outbox.updateMany({ where, data });
      return;
    }
    case "parked":
      // The commit that learned of it may have kept the row back, or dropped it, already.
      await tx.outbox.updateMany({
        where: { id, status: { in: ["menunggu", "ditahan"] } },
        data: { status: "ditahan", attempts: { increment: 1 }, error: storable(outcome.error) },
      });
      return;
    case "dead":
      await tx.outbox.updateMany({
        where,
        data: { status: "gagal", error: storable(outcome.error) },
      });
  }
}

/** A dead letter from the start; one that is there already, from a send that was not recorded, stays. */
async function leave(
  tx: Tx,
  { letter, error }: NonNullable<Sent["left"]>,
  atMs: number,
): Promise<void> {
  const { address, isi, ...row } = letter;
  await tx.outbox.upsert({
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
