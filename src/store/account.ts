import type { Address } from "../app/ports/channel.ts";
import type { CommitRequest } from "../app/ports/commit.ts";
import type { Account, Undangan } from "../app/ports/rows.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import {
  type Account as AccountRow,
  Prisma,
  type Undangan as UndanganRow,
} from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { Conflict } from "./conflict.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import { parkOutbox } from "./outbox-write.ts";
import type { Reading } from "./reading.ts";
import { byId } from "./set-aside.ts";

const accountTable = new Table<Row<AccountRow>>("account", [
  "id",
  "kantorId",
  "pegawaiId",
  "channelId",
  "chat",
  "utama",
  "dibuatMs",
  "takTerjangkauMs",
  "sematanId",
  "sematanSidik",
]);
const undanganTable = new Table<Row<UndanganRow>>("undangan", [
  "id",
  "kantorId",
  "pegawaiId",
  "kodeHash",
  "berlakuSampaiMs",
  "dipakaiMs",
]);

/** Ties and unties accounts and keeps invitations; a used invitation ties nobody else. */
export async function writeAccounts(
  tx: Tx,
  kantorId: KantorId,
  { links, unlinks, preferred, reach, sematan, undangan, nowMs }: CommitRequest,
): Promise<void> {
  // First: whoever writes again may do so to be unlinked.
  for (const one of reach) await mark(tx, kantorId, one);
  if (unlinks.length > 0) await untie(tx, kantorId, unlinks);
  if (links.length > 0) await tie(tx, kantorId, links, nowMs);
  for (const one of preferred) await prefer(tx, kantorId, one);
  if (sematan.length > 0) await pin(tx, kantorId, sematan);
  await undanganTable.add(
    tx,
    undangan.map((row) => ({ ...row, kantorId, dipakaiMs: null })),
  );
}

/** What still waits for such a chat is not for whoever has the phone now; replies to them are. */
async function untie(tx: Tx, kantorId: KantorId, unlinks: CommitRequest["unlinks"]): Promise<void> {
  const untied = Prisma.sql`kantor_id = ${kantorId} AND ${isOneOf(unlinks)}`;
  await tx.execute(Prisma.sql`DELETE FROM account WHERE ${untied}`);
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal'
    WHERE ${untied} AND status IN ('menunggu', 'ditahan') AND prioritas > 0`);
}

async function tie(
  tx: Tx,
  kantorId: KantorId,
  links: CommitRequest["links"],
  nowMs: number,
): Promise<void> {
  const undanganIdList = links.map(({ undanganId }) => undanganId);
  const count = await tx.execute(Prisma.sql`
    UPDATE undangan SET dipakai_ms = ${nowMs}
    WHERE id IN (${Prisma.join(undanganIdList)}) AND dipakai_ms IS NULL`);
  if (count < links.length) throw new Conflict(`undangan ${undanganIdList.join(" ")}`);
  await leaveFormer(tx, kantorId, links);
  await accountTable.add(
    tx,
    links.map(({ accountId, pegawaiId, address, utama }) => ({
      id: accountId,
      kantorId,
      pegawaiId,
      ...address,
      utama,
      dibuatMs: nowMs,
      takTerjangkauMs: null,
      sematanId: null,
      sematanSidik: null,
    })),
  );
}

/** Notes what is pinned where, in one statement for however many chats. */
async function pin(tx: Tx, kantorId: KantorId, sematan: CommitRequest["sematan"]): Promise<void> {
  const rows = sematan.map(
    ({ accountId, isi }) => Prisma.sql`
      (${accountId}, CAST(${isi?.outboxId ?? null} AS TEXT), CAST(${isi?.sidik ?? null} AS TEXT))`,
  );
  await tx.execute(Prisma.sql`
    WITH pinned (id, outbox_id, sidik) AS (VALUES ${Prisma.join(rows)})
    UPDATE account SET sematan_id = pinned.outbox_id, sematan_sidik = pinned.sidik
    FROM pinned WHERE account.id = pinned.id AND account.kantor_id = ${kantorId}`);
}

/** An account belongs to one person: whoever shows a new invitation moves with it, from another office too. */
async function leaveFormer(
  tx: Tx,
  kantorId: KantorId,
  links: CommitRequest["links"],
): Promise<void> {
  const moved = isOneOf(links.map(({ address }) => address));
  await tx.execute(Prisma.sql`
    UPDATE kantor SET versi = versi + 1
    WHERE id <> ${kantorId} AND id IN (SELECT kantor_id FROM account WHERE ${moved})`);
  await tx.execute(Prisma.sql`DELETE FROM account WHERE ${moved}`);
}

function isOneOf(addressList: readonly Address[]): Prisma.Sql {
  const chats = addressList.map(({ channelId, chat }) => Prisma.sql`(${channelId}, ${chat})`);
  return Prisma.sql`(channel_id, chat) IN (VALUES ${Prisma.join(chats)})`;
}

async function prefer(
  tx: Tx,
  kantorId: KantorId,
  { pegawaiId, accountId }: CommitRequest["preferred"][number],
): Promise<void> {
  const theirs = Prisma.sql`kantor_id = ${kantorId} AND pegawai_id = ${pegawaiId}`;
  await tx.execute(Prisma.sql`UPDATE account SET utama = ${false} WHERE ${theirs}`);
  const count = await tx.execute(Prisma.sql`
    UPDATE account SET utama = ${true} WHERE ${theirs} AND id = ${accountId}`);
  if (count === 0) throw new Conflict(`account ${accountId}`);
}

/** Notes whether an account takes messages, and does so with what waits for it. */
async function mark(
  tx: Tx,
  kantorId: KantorId,
  { accountId, takTerjangkauMs, saidMs }: CommitRequest["reach"][number],
): Promise<void> {
  const [row] = await tx.query<Address>(Prisma.sql`
    UPDATE account SET tak_terjangkau_ms = ${takTerjangkauMs}
    WHERE id = ${accountId} AND kantor_id = ${kantorId}
    RETURNING channel_id AS "channelId", chat`);
  if (row === undefined) throw new Conflict(`account ${accountId}`);
  await parkOutbox(tx, row, { parked: takTerjangkauMs !== null, saidMs });
}

/** The account behind an address. */
export async function findAccount(
  client: Client,
  { channelId, chat }: Address,
): Promise<Account | null> {
  const row = await client.account.findUnique({ where: { channelId_chat: { channelId, chat } } });
  return row === null ? null : toAccount(row);
}

/** The accounts of an office; of each person the preferred one first, then the oldest. */
export const listAccount = (reading: Reading, kantorId: KantorId): Promise<readonly Account[]> =>
  listAccounts(reading, [kantorId]);

/** The same of several offices. */
export async function listAccounts(
  { client, aside }: Reading,
  kantorIdList: readonly KantorId[],
): Promise<readonly Account[]> {
  const rows = await client.account.findMany({
    where: { kantorId: { in: [...kantorIdList] } },
    orderBy: [{ utama: "desc" }, { dibuatMs: "asc" }, { id: "asc" }],
  });
  return aside.readAll("account", rows, byId, toAccount);
}

/** The invitation whose code has this hash. */
export async function findUndangan(client: Client, kodeHash: string): Promise<Undangan | null> {
  const row = await client.undangan.findUnique({ where: { kodeHash } });
  return row === null ? null : toUndangan(row);
}

/** The invitations of an office. */
export async function listUndangan(
  { client, aside }: Reading,
  kantorId: KantorId,
): Promise<readonly Undangan[]> {
  const rows = await client.undangan.findMany({ where: { kantorId } });
  return aside.readAll("undangan", rows, byId, toUndangan);
}

/** A stored account. */
export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  kantorId: KantorId.parse(row.kantorId),
  pegawaiId: PegawaiId.parse(row.pegawaiId),
  address: { channelId: row.channelId, chat: row.chat },
  utama: row.utama,
  dibuatMs: Number(row.dibuatMs),
  takTerjangkauMs: row.takTerjangkauMs === null ? null : Number(row.takTerjangkauMs),
  ...(row.sematanId !== null && {
    sematan: { outboxId: row.sematanId, sidik: row.sematanSidik ?? "" },
  }),
});

/** A stored invitation. */
export const toUndangan = (row: UndanganRow): Undangan => ({
  id: row.id,
  kantorId: KantorId.parse(row.kantorId),
  pegawaiId: PegawaiId.parse(row.pegawaiId),
  berlakuSampaiMs: Number(row.berlakuSampaiMs),
  dipakaiMs: row.dipakaiMs === null ? null : Number(row.dipakaiMs),
});
