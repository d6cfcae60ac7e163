import type { Folded, Folding } from "../app/ports/store.ts";
import type { Lama } from "../core/waktu/penyimpanan.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { skipLocked } from "./claim.ts";
import type { Database } from "./client.ts";
import type { Tx } from "./driver/driver.ts";

/**
 * Folds away a batch of what is over, in one transaction. What two processes look at together goes to
 * one of them; the log, and whatever papers and rekaps are made of, is never looked at.
 */
export const foldAway = (
  { driver, engine }: Database,
  { lama, nowMs, limit }: Folding,
): Promise<Folded> =>
  driver.transaction(async (tx) => {
    const batch: Batch = {
      lama,
      nowMs,
      limit,
      lock: engine === "sqlite" ? Prisma.empty : skipLocked,
    };
    const counts: number[] = [];
    for (const fold of kinds) counts.push(await fold(tx, batch));
    return {
      count: counts.reduce((sum, one) => sum + one, 0),
      more: counts.some((one) => one >= limit),
    };
  });

interface Batch extends Folding {
  readonly lock: Prisma.Sql;
}

/** Folds away at most `limit` rows of one kind; answers how many they were. */
type Fold = (tx: Tx, batch: Batch) => Promise<number>;

const inbox: Fold = (tx, { lama, limit, lock }) =>
  tx.execute(Prisma.sql`
  DELETE FROM inbox WHERE key IN (
    SELECT key FROM inbox WHERE at_ms < ${ms(lama.pembaruan)} ORDER BY at_ms LIMIT ${limit} ${lock})`);

const jejak: Fold = (tx, { lama, limit, lock }) =>
  tx.execute(Prisma.sql`
  DELETE FROM jejak WHERE (channel_id, chat, external_id) IN (
    SELECT channel_id, chat, external_id FROM jejak
    WHERE at_ms < ${ms(lama.jejak)} ORDER BY at_ms LIMIT ${limit} ${lock})`);

const reminders: Fold = (tx, { lama, limit, lock }) =>
  tx.execute(Prisma.sql`
  DELETE FROM reminder WHERE id IN (
    SELECT r.id FROM reminder r
    WHERE r.at_ms < ${ms(lama.pengingat)} AND NOT ${isOpen(Prisma.sql`r.wait_id`)}
    ORDER BY r.at_ms LIMIT ${limit} ${lock})`);

const messages: Fold = async (tx, batch) => {
  const rows = await tx.query<{ id: string }>(oldMessages(batch));
  const idList = rows.map(({ id }) => id);
  if (idList.length === 0) return 0;
  const among = Prisma.join(idList);
  await tx.execute(Prisma.sql`
    UPDATE message_ref SET dilipat_ms = ${ms(batch.nowMs)} WHERE outbox_id IN (${among})`);
  return tx.execute(Prisma.sql`DELETE FROM outbox WHERE id IN (${among})`);
};

/**
 * What was sent or taken back long ago, oldest first, but for what somebody may still need: questions
 * that are open, broadcasts that are still reported on, what is pinned, and what a waiting edit is about.
 */
export const oldMessages = ({ lama, limit, lock }: Omit<Batch, "nowMs">): Prisma.Sql => Prisma.sql`
  SELECT o.id FROM outbox o
  WHERE o.created_ms < ${ms(lama.pesan)} AND o.status IN ('terkirim', 'batal')
    AND (o.sent_ms IS NULL OR o.sent_ms < ${ms(lama.pesan)})
    AND NOT ${isOpen(Prisma.sql`o.prompt_id`)} AND NOT ${isShownLast}
    AND NOT ${isReported(Prisma.sql`o.kantor_id`, Prisma.sql`COALESCE(o.siaran_id, o.prompt_id)`)}
    AND NOT ${isPinned}
    AND o.id NOT IN (
      SELECT w.target_id FROM outbox w
      WHERE w.status IN ('menunggu', 'ditahan') AND w.target_id IS NOT NULL)
  ORDER BY o.created_ms LIMIT ${limit} ${lock}`;

const refs: Fold = (tx, { lama, limit, lock }) =>
  tx.execute(Prisma.sql`
  DELETE FROM message_ref WHERE (channel_id, chat, external_id) IN (
    SELECT channel_id, chat, external_id FROM message_ref
    WHERE dilipat_ms < ${ms(lama.rujukan)} ORDER BY dilipat_ms LIMIT ${limit} ${lock})`);

/** A broadcast has up to some hundred receivers. */
const SIARAN_MAX = 5;

/** A broadcast goes behind the last of its messages; what could not be brought waits for the operator. */
const siaran: Fold = async (tx, { lama, lock }) => {
  const rows = await tx.query<{ id: string }>(Prisma.sql`
    SELECT s.id FROM siaran s
    WHERE s.dibuat_ms < ${ms(lama.pesan)}
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.siaran_id = s.id)
      AND NOT ${isReported(Prisma.sql`s.kantor_id`, Prisma.sql`s.id`)}
    ORDER BY s.dibuat_ms LIMIT ${SIARAN_MAX} ${lock}`);
  if (rows.length === 0) return 0;
  const among = Prisma.join(rows.map(({ id }) => id));
  const count = await tx.execute(Prisma.sql`
    DELETE FROM siaran_penerima WHERE siaran_id IN (${among})`);
  await tx.execute(Prisma.sql`DELETE FROM siaran WHERE id IN (${among})`);
  return count + rows.length;
};

const kinds: readonly Fold[] = [inbox, jejak, reminders, messages, refs, siaran];

/** Whether somebody is still asked for what a prompt asked. */
const isOpen = (promptId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM task t JOIN berkas b ON b.id = t.berkas_id
  WHERE t.id = ${promptId} AND t.selesai_ms IS NULL AND b.status = 'berjalan')`;

/** Whether a message's choices are those its receiver saw last: what they type is held against them. */
const isShownLast = Prisma.sql`EXISTS (
  SELECT 1 FROM session s
  WHERE s.kantor_id = o.kantor_id AND s.pegawai_id = o.pegawai_id AND o.prompt_id <> ''
    AND s.dokumen LIKE '%"' || o.prompt_id || '"%')`;

/** Whether a message is kept at the top of its chat, where it is edited for as long as something runs. */
const isPinned = Prisma.sql`EXISTS (
  SELECT 1 FROM account a
  WHERE a.kantor_id = o.kantor_id AND a.pegawai_id = o.pegawai_id AND a.sematan_id = o.id)`;

/** Whether a report on a broadcast is still to come. */
const isReported = (kantorId: Prisma.Sql, siaranId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM timer r
  WHERE r.kantor_id = ${kantorId}
    AND r.kunci IN ('siaran:' || ${siaranId}, 'siaran:' || ${siaranId} || ':dibaca'))`;

const ms = (instant: Lama[keyof Lama]): bigint => BigInt(instant);
