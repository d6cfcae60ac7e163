import type { RealisasiRow } from "../app/ports/rows.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Client } from "./client.ts";
import type { Reading } from "./reading.ts";
import { readBerkas, toRealisasi } from "./rows.ts";

/** Berkas of an office, newest first. */
export async function listBerkas(
  reading: Reading,
  kantorId: KantorId,
): Promise<readonly BerkasTerbuka[]> {
  const rows = await reading.client.berkas.findMany({
    where: { kantorId },
    orderBy: [{ dibukaSeq: "desc" }, { dibukaMs: "desc" }],
  });
  return (await readBerkas(reading, rows)).map(({ berkas }) => berkas);
}

/** Revisions of figures that carry evidence, oldest first. */
export async function listBukti(
  client: Client,
  kantorId: KantorId,
): Promise<readonly RealisasiRow[]> {
  const rows = await client.realisasi.findMany({
    where: { kantorId, bukti: { not: "[]" } },
    orderBy: [{ seq: "asc" }, { revisi: "asc" }],
  });
  return rows.map(toRealisasi);
}

/** How often people were reminded of a wait. */
export const reminderCount = (client: Client, waitId: string): Promise<number> =>
  client.reminder.count({ where: { waitId } });
