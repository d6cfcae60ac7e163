import type { CommitRequest } from "../app/ports/commit.ts";
import type { HeldUpdate } from "../app/ports/rows.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { type HeldUpdate as HeldRow, Prisma } from "../generated/sqlite/client.ts";
import type { Client, Tx } from "./client.ts";
import { EventJson } from "./codec/event.ts";
import type { Reading } from "./reading.ts";

/** Keeps updates nobody could decide on; one that is held already stays as it is. */
export async function writeHeld(tx: Tx, held: CommitRequest["held"]): Promise<void> {
  if (held.length === 0) return;
  const values = held.map(
    ({ event, kantorId, pegawaiId, atMs }) => Prisma.sql`(${event.eventId}, ${kantorId},
      ${pegawaiId}, ${JSON.stringify(event)}, ${BigInt(atMs)})`,
  );
  await tx.$executeRaw`
    INSERT INTO held_update (key, kantor_id, pegawai_id, event, at_ms)
      VALUES ${Prisma.join(values)}
    ON CONFLICT (key) DO NOTHING`;
}

/** Updates that were set aside, oldest first. */
export async function listHeld({ client, aside }: Reading): Promise<readonly HeldUpdate[]> {
  const rows = await client.heldUpdate.findMany({ orderBy: [{ atMs: "asc" }, { key: "asc" }] });
  return aside.readAll("held_update", rows, ({ key }) => key, toHeld);
}

/** Forgets updates that were set aside. */
export async function dropHeld(client: Client, keyList: readonly string[]): Promise<void> {
  await client.heldUpdate.deleteMany({ where: { key: { in: [...keyList] } } });
}

/** A stored update. */
export const toHeld = ({ kantorId, pegawaiId, event, atMs }: HeldRow): HeldUpdate => ({
  event: EventJson.parse(JSON.parse(event)),
  kantorId: kantorId === null ? null : KantorId.parse(kantorId),
  pegawaiId: pegawaiId === null ? null : PegawaiId.parse(pegawaiId),
  atMs: Number(atMs),
});
