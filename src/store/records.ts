import { randomUUID } from "node:crypto";
import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Realisasi, Reminder } from "../generated/sqlite/client.ts";
import { storable } from "./codec/text.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";

const realisasiTable = new Table<Row<Realisasi>>("realisasi", [
  "id",
  "kantorId",
  "berkasId",
  "periode",
  "kode",
  "revisi",
  "isian",
  "keterangan",
  "narasi",
  "bukti",
  "oleh",
  "atMs",
  "seq",
]);
const reminderTable = new Table<Row<Reminder>>("reminder", [
  "id",
  "waitId",
  "pegawaiId",
  "jenis",
  "atMs",
]);

/** Adds what is only ever added: revisions of figures, reminders that went out. */
export async function writeRecords(
  tx: Tx,
  kantorId: KantorId,
  { realisasi, reminders, nowMs }: CommitRequest,
): Promise<void> {
  await realisasiTable.add(
    tx,
    realisasi.map(({ isian, bukti, keterangan, narasi, ...row }) => ({
      ...row,
      id: randomUUID(),
      keterangan: keterangan === null ? null : storable(keterangan),
      kantorId,
      isian: JSON.stringify(isian),
      narasi: narasi === undefined ? null : JSON.stringify(narasi),
      bukti: JSON.stringify(bukti),
    })),
  );
  await reminderTable.add(
    tx,
    reminders.map((row) => ({ ...row, id: randomUUID(), atMs: nowMs })),
  );
}
