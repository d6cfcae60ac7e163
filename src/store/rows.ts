import type { BerkasRows, Office, RealisasiRow } from "../app/ports/rows.ts";
import type { Session } from "../core/conversation/session.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import { Bukti } from "../core/formulir/nilai.ts";
import { KantorId, PegawaiId, Pencatat } from "../core/kantor/schema.ts";
import { Isian, type RealisasiByKode, type RealisasiTerkini } from "../core/kinerja/indikator.ts";
import { Narasi } from "../core/kinerja/narasi.ts";
import { Periode } from "../core/kinerja/periode.ts";
import type { Sop } from "../core/sop/schema.ts";
import { tahunOf } from "../core/waktu/instant.ts";
import type { Berkas, Prisma, Realisasi } from "../generated/sqlite/client.ts";
import { listAccount } from "./account.ts";
import type { Client } from "./client.ts";
import { BerkasJson } from "./codec/berkas.ts";
import { SessionJson } from "./codec/session.ts";
import { parseKantor, toRecords } from "./kantor.ts";
import { logHead } from "./log-chain.ts";
import { takenNomor } from "./nomor.ts";
import type { Reading } from "./reading.ts";

/** An office as decisions look at it. */
export async function loadOffice(
  reading: Reading,
  kantorId: KantorId,
  nowMs: number,
): Promise<Office | null> {
  const { client } = reading;
  // Its version before anything else: what comes in between is a conflict then, and nothing is missed.
  const row = await client.kantor.findUnique({ where: { id: kantorId } });
  if (row === null) return null;
  const [record] = await toRecords(reading, [parseKantor(row)]);
  if (record === undefined) return null;
  const log = await logHead(client, kantorId);
  const tahun = tahunOf(Math.max(nowMs, log.atMs), record.kantor.zonaWaktu);
  const running = await loadBerkas(reading, { kantorId, status: "berjalan" });
  const { sessionByPegawai, unreadable } = await loadSessions(reading, kantorId);
  return {
    ...record,
    versi: row.versi,
    log,
    tahun,
    unreadable: { berkas: running.unreadable, sessions: unreadable },
    sessionByPegawai,
    berkasById: running.berkasById,
    accountList: await listAccount(reading, kantorId),
    realisasi: await loadRealisasi(reading, kantorId, [tahun - 1, tahun]),
    periodeSelesai: await loadPeriodeSelesai(client, kantorId),
    nomorList: await takenNomor(reading, kantorId, [tahun - 1, tahun]),
  };
}

/** Berkas with what cannot be read of them. */
export async function loadBerkas(
  reading: Reading,
  where: Prisma.BerkasWhereInput,
): Promise<BerkasRows> {
  const rows = await reading.client.berkas.findMany({
    where,
    orderBy: [{ dibukaSeq: "asc" }, { dibukaMs: "asc" }, { id: "asc" }],
  });
  const berkasList = await readBerkas(reading, rows);
  const berkasById = new Map(berkasList.map(({ berkas, row }) => [row.id, berkas]));
  const unread = rows.map(({ id }) => id).filter((id) => !berkasById.has(id));
  return { berkasById, unreadable: new Set(unread) };
}

/** Those of these berkas that can be read, each with the sheet it is pinned to. */
export async function readBerkas(
  { sheets, aside, waits }: Reading,
  rows: readonly Berkas[],
): Promise<readonly { readonly row: Berkas; readonly berkas: BerkasTerbuka }[]> {
  const sopByHash = await sheets.findAll(rows.map(({ sopHash }) => sopHash));
  return rows.flatMap((row) => {
    const sop = sopByHash.get(row.sopHash) ?? null;
    const berkas = aside.read("berkas", row.id, () => toBerkas(row, sop));
    for (const wait of berkas?.state.waitList ?? []) waits.add(wait);
    return berkas === null ? [] : [{ row, berkas }];
  });
}

/** A berkas without its sheet cannot go on. */
function toBerkas(row: Berkas, sop: Sop | null): BerkasTerbuka {
  if (sop === null) throw new Error(`sop version ${row.sopHash} is not there to be read`);
  return { state: BerkasJson.parse(JSON.parse(row.state)), sop };
}

/** A stored revision. */
export const toRealisasi = (row: Realisasi): RealisasiRow => ({
  kantorId: KantorId.parse(row.kantorId),
  berkasId: row.berkasId,
  periode: Periode.parse(row.periode),
  kode: row.kode,
  revisi: row.revisi,
  ...toTerkini(row),
  bukti: Bukti.array().parse(JSON.parse(row.bukti)),
  oleh: Pencatat.parse(row.oleh),
  atMs: Number(row.atMs),
  seq: row.seq,
});

/** Whose session cannot be read begins anew; saying so is left to whoever answers them. */
async function loadSessions(
  { client, aside }: Reading,
  kantorId: KantorId,
): Promise<{
  readonly sessionByPegawai: Office["sessionByPegawai"];
  readonly unreadable: ReadonlySet<PegawaiId>;
}> {
  const rows = await client.session.findMany({ where: { kantorId } });
  const sessionByPegawai = new Map<PegawaiId, Session>();
  const unreadable = new Set<PegawaiId>();
  for (const row of rows) {
    const pegawaiId = PegawaiId.parse(row.pegawaiId);
    const session = aside.read("session", `${kantorId}/${pegawaiId}`, () => toSession(row));
    if (session === null) unreadable.add(pegawaiId);
    else sessionByPegawai.set(pegawaiId, session);
  }
  return { sessionByPegawai, unreadable };
}

/** A stored session. */
export const toSession = ({ dokumen }: { readonly dokumen: string }): Session =>
  SessionJson.parse(JSON.parse(dokumen));

/**
 * The newest revision of each figure; a cancelled berkas' figures give way to its successor's. One
 * that cannot be read counts as not there, rather than what stood there before it.
 */
export async function loadRealisasi(
  { client, aside }: Reading,
  kantorId: KantorId,
  tahun: readonly number[],
): Promise<RealisasiByKode> {
  const rows = await client.realisasi.findMany({
    where: { kantorId, OR: tahun.map((one) => ({ periode: { startsWith: `${one}-TW` } })) },
    orderBy: [{ seq: "asc" }, { revisi: "asc" }],
    select: { id: true, kode: true, periode: true, isian: true, keterangan: true, narasi: true },
  });
  const newest: Record<string, Record<string, RealisasiByKode[string][string]>> = {};
  for (const { id, kode, periode, ...row } of rows) {
    const read = aside.read("realisasi", id, () => toTerkini(row));
    newest[kode] ??= {};
    if (read === null) delete newest[kode][periode];
    else newest[kode][periode] = read;
  }
  return newest;
}

const toTerkini = (row: Pick<Realisasi, "isian" | "keterangan" | "narasi">): RealisasiTerkini => ({
  isian: Isian.parse(JSON.parse(row.isian)),
  keterangan: row.keterangan,
  ...narasiOf(row),
});

const narasiOf = ({ narasi }: Pick<Realisasi, "narasi">): Pick<RealisasiTerkini, "narasi"> =>
  narasi === null ? {} : { narasi: Narasi.parse(JSON.parse(narasi)) };

async function loadPeriodeSelesai(
  client: Client,
  kantorId: KantorId,
): Promise<ReadonlySet<string>> {
  const rows = await client.berkas.findMany({
    where: { kantorId, status: "selesai" },
    select: { sopId: true, periode: true },
  });
  return new Set(rows.map(({ sopId, periode }) => `${sopId}/${periode}`));
}
