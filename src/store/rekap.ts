import type { LogEntry, RekapRows } from "../app/ports/rows.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Client } from "./client.ts";
import { loadKantor } from "./kantor.ts";
import { readLog } from "./log-chain.ts";
import type { Reading } from "./reading.ts";
import { readBerkas, toRealisasi } from "./rows.ts";

const LOG_PAGE = 5_000;

/** What the rekap of a year is made of, as it stood at an instant. */
export async function loadRekap(
  reading: Reading,
  query: { readonly kantorId: KantorId; readonly tahun: number; readonly padaMs: number },
): Promise<RekapRows | null> {
  const { kantorId, tahun, padaMs } = query;
  const { client } = reading;
  const record = await loadKantor(reading, kantorId);
  if (record === null) return null;
  const berkasRows = await client.berkas.findMany({
    where: { kantorId, periode: { startsWith: String(tahun) }, dibukaMs: { lte: BigInt(padaMs) } },
    orderBy: { dibukaMs: "asc" },
  });
  const realisasiRows = await client.realisasi.findMany({
    where: { kantorId, periode: { startsWith: String(tahun) }, atMs: { lte: BigInt(padaMs) } },
    orderBy: [{ atMs: "asc" }, { revisi: "asc" }],
  });
  const berkasIdList = new Set(berkasRows.map(({ id }) => id));
  return {
    kantor: record.kantor,
    calendar: record.calendar,
    berkasList: await readAllBerkas(reading, berkasRows),
    realisasi: realisasiRows.map(toRealisasi),
    log: await logOf(
      client,
      kantorId,
      ({ berkasId, atMs }) => berkasId !== null && berkasIdList.has(berkasId) && atMs <= padaMs,
    ),
  };
}

/** A rekap that leaves something out would say what is not so: every berkas, or none at all. */
async function readAllBerkas(
  reading: Reading,
  rows: Parameters<typeof readBerkas>[1],
): Promise<RekapRows["berkasList"]> {
  const list = await readBerkas(reading, rows);
  if (list.length < rows.length)
    throw new Error("a berkas of this year cannot be read; see doctor");
  return list.map(({ berkas }) => berkas);
}

async function logOf(
  client: Client,
  kantorId: KantorId,
  wanted: (entry: LogEntry) => boolean,
): Promise<readonly LogEntry[]> {
  const kept: LogEntry[] = [];
  let afterSeq = 0;
  for (;;) {
    const page = await readLog(client, kantorId, afterSeq, LOG_PAGE);
    kept.push(...page.filter(wanted));
    if (page.length < LOG_PAGE) return kept;
    afterSeq = page.at(-1)?.seq ?? afterSeq;
  }
}
