import type { RealisasiRow } from "../app/ports/rows.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import type { BerkasState } from "../core/engine/state.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { kunciAktifOf } from "./berkas.ts";
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

/** Every revision of one figure, oldest first; its kode in whatever case it was typed. */
export async function listRevisi(
  client: Client,
  kantorId: KantorId,
  kode: string,
): Promise<readonly RealisasiRow[]> {
  const rows = await client.realisasi.findMany({
    where: { kantorId, kode: { in: [...new Set([kode, kode.toUpperCase(), kode.toLowerCase()])] } },
    orderBy: [{ seq: "asc" }, { revisi: "asc" }],
  });
  return rows.map(toRealisasi);
}

/** Finished berkas of an office, the newest first. */
export async function berkasSelesai(
  client: Client,
  kantorId: KantorId,
  limit: number,
): Promise<readonly string[]> {
  const rows = await client.berkas.findMany({
    where: { kantorId, status: "selesai" },
    orderBy: [{ dibukaSeq: "desc" }, { dibukaMs: "desc" }],
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The berkas of a sheet and period that was not cancelled. */
export async function findBerkas(
  client: Client,
  { kantorId, sopId, periode }: Pick<BerkasState, "kantorId" | "sopId" | "periode">,
): Promise<string | null> {
  const row = await client.berkas.findUnique({
    where: { kunciAktif: kunciAktifOf({ kantorId, sopId, periode }) },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** How often people were reminded of a wait. */
export const reminderCount = (client: Client, waitId: string): Promise<number> =>
  client.reminder.count({ where: { waitId } });
