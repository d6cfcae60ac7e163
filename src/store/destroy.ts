import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Tx } from "./driver/driver.ts";

/** Destroys the content of papers and invitations, and what is kept of people who left. */
export async function destroyRows(
  tx: Tx,
  kantorId: KantorId,
  { naskahMusnah, undanganMusnah, lupakan }: CommitRequest,
): Promise<void> {
  if (naskahMusnah.length > 0) {
    await tx.execute(Prisma.sql`
      UPDATE naskah SET isi = NULL
      WHERE kantor_id = ${kantorId} AND id IN (${Prisma.join([...naskahMusnah])})`);
  }
  if (undanganMusnah.length > 0) {
    await tx.execute(Prisma.sql`
      DELETE FROM undangan
      WHERE kantor_id = ${kantorId} AND id IN (${Prisma.join([...undanganMusnah])})`);
  }
  for (const pegawaiId of lupakan) await forget(tx, kantorId, pegawaiId);
}

/** Traces and numbers of messages are found by the messages, so these go last but for the account. */
async function forget(tx: Tx, kantorId: KantorId, pegawaiId: PegawaiId): Promise<void> {
  const theirs = Prisma.sql`kantor_id = ${kantorId} AND pegawai_id = ${pegawaiId}`;
  await tx.execute(Prisma.sql`
    DELETE FROM jejak WHERE ${isChatOf(Prisma.sql`jejak`, { kantorId, pegawaiId })}`);
  await tx.execute(Prisma.sql`
    DELETE FROM chat_window WHERE ${isChatOf(Prisma.sql`chat_window`, { kantorId, pegawaiId })}`);
  await tx.execute(Prisma.sql`
    DELETE FROM message_ref WHERE outbox_id IN (SELECT id FROM outbox WHERE ${theirs})`);
  await tx.execute(Prisma.sql`DELETE FROM outbox WHERE ${theirs}`);
  await tx.execute(Prisma.sql`DELETE FROM held_update WHERE ${theirs}`);
  await tx.execute(Prisma.sql`DELETE FROM session WHERE ${theirs}`);
  await tx.execute(Prisma.sql`DELETE FROM undangan WHERE ${theirs}`);
  await tx.execute(Prisma.sql`DELETE FROM account WHERE ${theirs}`);
}

/** Whose chat it was. */
interface Orang {
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
}

/**
 * Whether a row of this table is about a chat of somebody: one that is theirs or that they were written
 * to on, and that has not become the account of somebody else.
 */
export const isChatOf = (
  table: Prisma.Sql,
  { kantorId, pegawaiId }: Orang,
): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM outbox o
    WHERE o.kantor_id = ${kantorId} AND o.pegawai_id = ${pegawaiId}
      AND o.channel_id = ${table}.channel_id AND o.chat = ${table}.chat)
  OR EXISTS (SELECT 1 FROM account a
    WHERE a.kantor_id = ${kantorId} AND a.pegawai_id = ${pegawaiId}
      AND a.channel_id = ${table}.channel_id AND a.chat = ${table}.chat))
  AND NOT EXISTS (SELECT 1 FROM account b
    WHERE b.channel_id = ${table}.channel_id AND b.chat = ${table}.chat
      AND NOT (b.kantor_id = ${kantorId} AND b.pegawai_id = ${pegawaiId}))`;
