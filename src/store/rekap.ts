import type { LogEntry, RekapRows } from "../app/ports/rows.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Pada } from "../core/waktu/pada.ts";
import type { Client } from "./client.ts";
import { loadKantor } from "./kantor.ts";
import { logHead, readLog } from "./log-chain.ts";
import type { Reading } from "./reading.ts";
import { readBerkas, toRealisasi } from "./rows.ts";

const LOG_PAGE = 5_000;

/** What the rekap of a year is made of, as it stood at a moment. */
export async function loadRekap(
  reading: Reading,
  query: { readonly kantorId: KantorId; readonly tahun: number; readonly pada: Pada | null },
): Promise<RekapRows | null> {
  const { kantorId, tahun } = query;
  const { client } = reading;
  const record = await loadKantor(reading, kantorId);
  if (record === null) return null;
  const pada = await resolve(client, kantorId, query.pada);
  const ofYear = { kantorId, periode: { startsWith: String(tahun) } };
  const berkasRows = await client.berkas.findMany({
    where: { ...ofYear, dibukaSeq: { lte: pada.padaSeq } },
    orderBy: [{ dibukaSeq: "asc" }, { dibukaMs: "asc" }],
  });
  const realisasiRows = await client.realisasi.findMany({
    where: { ...ofYear, seq: { lte: pada.padaSeq } },
    orderBy: [{ seq: "asc" }, { revisi: "asc" }],
  });
  const berkasIdList = new Set(berkasRows.map(({ id }) => id));
  return {
    pada,
    kantor: record.kantor,
    calendar: record.calendar,
    berkasList: await readAllBerkas(reading, berkasRows),
    realisasi: realisasiRows.map(toRealisasi),
    log: await logOf(
      client,
      { kantorId, untilSeq: pada.padaSeq },
      ({ berkasId }) => berkasId !== null && berkasIdList.has(berkasId),
    ),
  };
}

/** The moment with its number; one that version 0.1 wrote without is looked up by its time. */
async function resolve(
  client: Client,
  kantorId: KantorId,
  pada: Pada | null,
): Promise<Required<Pada>> {
  if (pada === null) {
    const { seq, atMs } = await logHead(client, kantorId);
    return { padaSeq: seq, padaMs: atMs };
  }
  const { padaMs, padaSeq } = pada;
  if (padaSeq !== undefined) return { padaSeq, padaMs };
  const before = await client.logEntry.aggregate({
    where: { kantorId, atMs: { lte: BigInt(padaMs) } },
    _max: { seq: true },
  });
  return { padaSeq: before._max.seq ?? 0, padaMs };
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
  { kantorId, untilSeq }: { readonly kantorId: KantorId; readonly untilSeq: number },
  wanted: (entry: LogEntry) => boolean,
): Promise<readonly LogEntry[]> {
  const kept: LogEntry[] = [];
  let afterSeq = 0;
  while (afterSeq < untilSeq) {
    const page = await readLog(client, kantorId, afterSeq, Math.min(LOG_PAGE, untilSeq - afterSeq));
    kept.push(...page.filter(wanted));
    afterSeq = page.at(-1)?.seq ?? untilSeq;
  }
  return kept;
}
