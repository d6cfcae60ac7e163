import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Tx } from "./client.ts";
import { storable } from "./codec/text.ts";

/** Adds what is only ever added: revisions of figures, reminders that went out. */
export async function writeRecords(
  tx: Tx,
  kantorId: KantorId,
  { realisasi, reminders, nowMs }: CommitRequest,
): Promise<void> {
  if (realisasi.length > 0) {
    await tx.realisasi.createMany({
      data: realisasi.map(({ isian, bukti, atMs, keterangan, ...row }) => ({
        ...row,
        keterangan: keterangan === null ? null : storable(keterangan),
        kantorId,
        isian: JSON.stringify(isian),
        bukti: JSON.stringify(bukti),
        atMs: BigInt(atMs),
      })),
    });
  }
  if (reminders.length > 0) {
    await tx.reminder.createMany({
      data: reminders.map((row) => ({ ...row, atMs: BigInt(nowMs) })),
    });
  }
}
