import type { DokumenRow } from "../app/ports/naskah.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { LangkahNo } from "../core/sop/reference.ts";
import type { Client } from "./client.ts";
import { type SopCache, toBerkas } from "./rows.ts";

/** Berkas of one office or of all, newest first. */
export async function listBerkas(
  client: Client,
  sopCache: SopCache,
  kantorId: KantorId | null,
): Promise<readonly BerkasTerbuka[]> {
  const rows = await client.berkas.findMany({
    where: kantorId === null ? {} : { kantorId },
    orderBy: { dibukaMs: "desc" },
  });
  return Promise.all(rows.map((row) => toBerkas(sopCache, row)));
}

/** Drafts of one berkas or of the whole office, oldest first. */
export async function listDokumen(
  client: Client,
  kantorId: KantorId,
  berkasId: string | null,
): Promise<readonly DokumenRow[]> {
  const rows = await client.dokumen.findMany({
    where: berkasId === null ? { kantorId } : { kantorId, berkasId },
    orderBy: [{ padaMs: "asc" }, { versi: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    kantorId: KantorId.parse(row.kantorId),
    langkahNo: LangkahNo.parse(row.langkahNo),
    padaMs: Number(row.padaMs),
  }));
}

/** How often people were reminded of a wait. */
export const reminderCount = (client: Client, waitId: string): Promise<number> =>
  client.reminder.count({ where: { waitId } });
