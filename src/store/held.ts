import type { CommitRequest } from "../app/ports/commit.ts";
import type { HeldUpdate } from "../app/ports/rows.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { HeldUpdate as HeldRow } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { EventJson } from "./codec/event.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import type { Reading } from "./reading.ts";

const heldTable = new Table<Row<HeldRow>>(
  "held_update",
  ["key", "kantorId", "pegawaiId", "event", "atMs"],
  "ON CONFLICT (key) DO NOTHING",
);

/** Keeps updates nobody could decide on; one that is held already stays as it is. */
export async function writeHeld(tx: Tx, held: CommitRequest["held"]): Promise<void> {
  await heldTable.add(
    tx,
    held.map(({ event, ...row }) => ({ ...row, key: event.eventId, event: JSON.stringify(event) })),
  );
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
