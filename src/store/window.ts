import type { Address } from "../app/ports/channel.ts";
import type { ChatWindow, Pemakaian, Tagihan, Windows } from "../app/ports/window.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { JenisBiayaJson } from "./codec/pesan.ts";
import type { Driver, Query, Tx } from "./driver/driver.ts";
import type { Trouble } from "./trouble.ts";

/** The part of the store that knows when chats are open, and what writing there has cost. */
export function windows(driver: Driver, trouble: Pick<Trouble, "watch">): Windows {
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    trouble.watch(() => driver.transaction(work));
  const read = <T>(work: (through: Query) => Promise<T>): Promise<T> =>
    trouble.watch(() => driver.read(work));
  return {
    chatWindow: (address, bulan) => read((through) => chatWindow(through, address, bulan)),
    openWindow: (address, heardMs) => write((tx) => openWindow(tx, address, heardMs)),
    closeWindow: (address, externalId) => write((tx) => closeWindow(tx, address, externalId)),
    takeOpening: (address, opening) => write((tx) => takeOpening(tx, address, opening)),
    returnOpening: (address, opening) => write((tx) => returnOpening(tx, address, opening)),
    moveAccount: (from, to) => write((tx) => moveAccount(tx, from, to)),
    pemakaian: (bulan) => read((through) => pemakaian(through, bulan)),
  };
}

/** Which rows of a table with these two columns are of a chat. */
const isOf = ({ channelId, chat }: Address): Prisma.Sql =>
  Prisma.sql`channel_id = ${channelId} AND chat = ${chat}`;

async function chatWindow(through: Query, address: Address, bulan: string): Promise<ChatWindow> {
  const [row] = await through.query<{ heardMs: number | null; openedMs: number | null }>(Prisma.sql`
    SELECT heard_ms AS "heardMs", opened_ms AS "openedMs" FROM chat_window WHERE ${isOf(address)}`);
  const [counted] = await through.query<{ waiting: number; spent: number }>(Prisma.sql`
    SELECT CAST((SELECT COUNT(*) FROM outbox
        WHERE ${isOf(address)} AND status = 'ditahan' AND op = 'kirim') AS INTEGER) AS waiting,
      CAST((SELECT COALESCE(SUM(jumlah), 0) FROM pemakaian
        WHERE channel_id = ${address.channelId} AND bulan = ${bulan}) AS INTEGER) AS spent`);
  return {
    heardMs: row?.heardMs ?? null,
    openedMs: row?.openedMs ?? null,
    waiting: counted?.waiting ?? 0,
    spent: counted?.spent ?? 0,
  };
}

/**
 * The window's row is written before the messages are looked at, here and where one is held: so the
 * one waits for the other, and no message is held for a chat that has just been opened.
 */
async function openWindow(tx: Tx, address: Address, heardMs: number): Promise<boolean> {
  const { channelId, chat } = address;
  await tx.execute(Prisma.sql`
    INSERT INTO chat_window (channel_id, chat, heard_ms) VALUES (${channelId}, ${chat}, ${heardMs})
    ON CONFLICT (channel_id, chat) DO UPDATE SET heard_ms = excluded.heard_ms
      WHERE chat_window.heard_ms IS NULL OR chat_window.heard_ms < excluded.heard_ms`);
  // An account that takes no messages is another matter: what is kept for it is said anew.
  const count = await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'menunggu', claimed_until_ms = 0, not_before_ms = 0
    WHERE ${isOf(address)} AND status = 'ditahan' AND NOT EXISTS (
      SELECT 1 FROM account a WHERE a.channel_id = ${channelId} AND a.chat = ${chat}
        AND a.tak_terjangkau_ms IS NOT NULL)`);
  return count > 0;
}

async function closeWindow(tx: Tx, address: Address, externalId: string): Promise<void> {
  await tx.execute(Prisma.sql`
    UPDATE chat_window SET heard_ms = NULL WHERE ${isOf(address)}`);
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'menunggu', refs = NULL, sent_ms = NULL, claimed_until_ms = 0
    WHERE status = 'terkirim' AND receipt IS NULL AND op = 'kirim' AND id IN (
      SELECT outbox_id FROM message_ref WHERE ${isOf(address)} AND external_id = ${externalId})`);
}

async function takeOpening(
  tx: Tx,
  address: Address,
  opening: Parameters<Windows["takeOpening"]>[1],
): Promise<boolean> {
  const { channelId, chat } = address;
  const { nowMs, sinceMs, heardMs } = opening;
  await tx.execute(Prisma.sql`
    INSERT INTO chat_window (channel_id, chat) VALUES (${channelId}, ${chat})
    ON CONFLICT (channel_id, chat) DO NOTHING`);
  const count = await tx.execute(Prisma.sql`
    UPDATE chat_window SET opened_ms = ${nowMs} WHERE ${isOf(address)}
      AND (opened_ms IS NULL OR opened_ms <= ${sinceMs})
      AND COALESCE(heard_ms, 0) = ${heardMs ?? 0}`);
  if (count === 0) return false;
  await charge(tx, channelId, [{ ...opening, jenis: "templat", jumlah: 1 }]);
  return true;
}

/** That an earlier opening was there is forgotten: it was so long ago that it counts no more. */
async function returnOpening(
  tx: Tx,
  address: Address,
  opening: Parameters<Windows["returnOpening"]>[1],
): Promise<void> {
  const count = await tx.execute(Prisma.sql`
    UPDATE chat_window SET opened_ms = NULL
    WHERE ${isOf(address)} AND opened_ms = ${opening.nowMs}`);
  if (count > 0)
    await charge(tx, address.channelId, [{ ...opening, jenis: "templat", jumlah: -1 }]);
}

/** One sum to be put down. */
export interface Charge extends Tagihan {
  readonly jenis: Pemakaian["jenis"];
  readonly jumlah: number;
}

/** Puts down what a service charges for. */
export async function charge(
  tx: Tx,
  channelId: string,
  chargeList: readonly Charge[],
): Promise<void> {
  for (const { bulan, kantorId, jenis, jumlah } of chargeList)
    await tx.execute(Prisma.sql`
      INSERT INTO pemakaian (channel_id, bulan, kantor_id, jenis, jumlah)
      VALUES (${channelId}, ${bulan}, ${kantorId ?? NOBODY}, ${jenis}, ${jumlah})
      ON CONFLICT (channel_id, bulan, kantor_id, jenis)
        DO UPDATE SET jumlah = pemakaian.jumlah + excluded.jumlah`);
}

/** A key holds no null. */
const NOBODY = "";

/** The office's version grows: whoever decides on it at this moment has to look again. */
async function moveAccount(tx: Tx, from: Address, to: Address): Promise<boolean> {
  const count = await tx.execute(Prisma.sql`
    UPDATE account SET channel_id = ${to.channelId}, chat = ${to.chat}, tak_terjangkau_ms = NULL
    WHERE ${isOf(from)} AND NOT EXISTS (
      SELECT 1 FROM account b WHERE b.channel_id = ${to.channelId} AND b.chat = ${to.chat})`);
  if (count === 0) return false;
  await tx.execute(Prisma.sql`
    UPDATE kantor SET versi = versi + 1
    WHERE id IN (SELECT kantor_id FROM account WHERE ${isOf(to)})`);
  // What replaces an earlier message can do so only where that one is.
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal'
    WHERE ${isOf(from)} AND status IN ('menunggu', 'ditahan') AND op = 'ubah'`);
  await tx.execute(Prisma.sql`
    UPDATE outbox SET channel_id = ${to.channelId}, chat = ${to.chat}, status = 'menunggu', refs = NULL
    WHERE ${isOf(from)} AND status IN ('menunggu', 'ditahan') AND claimed_until_ms = 0`);
  return true;
}

async function pemakaian(through: Query, bulan: string): Promise<readonly Pemakaian[]> {
  const rows = await through.query<{
    channelId: string;
    kantorId: string;
    jenis: string;
    jumlah: number;
  }>(Prisma.sql`
    SELECT channel_id AS "channelId", kantor_id AS "kantorId", jenis, jumlah FROM pemakaian
    WHERE bulan = ${bulan} ORDER BY channel_id, kantor_id, jenis`);
  return rows.map(({ channelId, kantorId, jenis, jumlah }) => ({
    channelId,
    bulan,
    kantorId: kantorId === NOBODY ? null : KantorId.parse(kantorId),
    jenis: JenisBiayaJson.parse(jenis),
    jumlah,
  }));
}
