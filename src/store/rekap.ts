import type { LogEntry, RekapRows } from "../app/ports/rows.ts";
import type { BerkasId } from "../core/engine/state.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { UjungCatatan } from "../core/rekap/sidik.ts";
import type { Pada } from "../core/waktu/pada.ts";
import type { Client } from "./client.ts";
import { loadKantor } from "./kantor.ts";
import { logHead, toEntry } from "./log-chain.ts";
import type { Reading } from "./reading.ts";
import { readBerkas, toRealisasi } from "./rows.ts";

const LOG_PAGE = 1_000;

/**
 * What the rekap of a year is made of, as it stood at a moment. Read piece by piece, so that commits
 * need not wait: what they add is later than that moment, and is taken away again where it shows.
 */
export async function loadRekap(
  reading: Reading,
  query: { readonly kantorId: KantorId; readonly tahun: number; readonly pada: Pada | null },
): Promise<RekapRows | null> {
  const { kantorId, tahun } = query;
  const { client, exclusively } = reading;
  const record = await exclusively(() => loadKantor(reading, kantorId));
  if (record === null) return null;
  const pada = await exclusively(() => resolve(client, kantorId, query.pada));
  const ofYear = { kantorId, periode: { startsWith: String(tahun) } };
  const berkasList = await exclusively(async () =>
    readAllBerkas(
      reading,
      await client.berkas.findMany({
        where: { ...ofYear, dibukaSeq: { lte: pada.padaSeq } },
        orderBy: [{ dibukaSeq: "asc" }, { dibukaMs: "asc" }],
      }),
    ),
  );
  const realisasiRows = await exclusively(() =>
    client.realisasi.findMany({
      where: { ...ofYear, seq: { lte: pada.padaSeq } },
      orderBy: [{ seq: "asc" }, { revisi: "asc" }],
    }),
  );
  const ujung = await exclusively(() => entryAt(client, kantorId, pada.padaSeq));
  return {
    ...(ujung !== null && HASH.test(ujung.hash) && { ujung }),
    pada,
    kantor: record.kantor,
    calendar: record.calendar,
    berkasList,
    realisasi: realisasiRows.map(toRealisasi),
    log: await logOf(reading, {
      kantorId,
      untilSeq: pada.padaSeq,
      berkasIdList: berkasList.map(({ state }) => state.id),
    }),
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

/** Anything else in a log is no hash of ours, and gives no digest. */
const HASH = /^[0-9a-f]{64}$/;

const entryAt = (client: Client, kantorId: KantorId, seq: number): Promise<UjungCatatan | null> =>
  client.logEntry.findUnique({
    where: { kantorId_seq: { kantorId, seq } },
    select: { seq: true, hash: true },
  });

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

/** The entries that tell of these berkas. */
async function logOf(
  { client, exclusively }: Reading,
  {
    kantorId,
    untilSeq,
    berkasIdList,
  }: {
    readonly kantorId: KantorId;
    readonly untilSeq: number;
    readonly berkasIdList: readonly BerkasId[];
  },
): Promise<readonly LogEntry[]> {
  const entryList: LogEntry[] = [];
  let afterSeq = 0;
  while (afterSeq < untilSeq) {
    const where = {
      kantorId,
      seq: { gt: afterSeq, lte: untilSeq },
      berkasId: { in: [...berkasIdList] },
    };
    const page = await exclusively(() =>
      client.logEntry.findMany({ where, orderBy: { seq: "asc" }, take: LOG_PAGE }),
    );
    entryList.push(...page.map(toEntry));
    afterSeq = page.length < LOG_PAGE ? untilSeq : (page.at(-1)?.seq ?? untilSeq);
  }
  return entryList;
}
