import type { KantorRows, RealisasiRow } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import { emptySession, type Session } from "../core/conversation/session.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import { KantorId, Operator, PegawaiId } from "../core/kantor/schema.ts";
import type { RealisasiByKode } from "../core/kinerja/indikator.ts";
import { Isian } from "../core/kinerja/indikator.ts";
import { Periode } from "../core/kinerja/periode.ts";
import type { Sop } from "../core/sop/schema.ts";
import type { Berkas, Realisasi } from "../generated/sqlite/client.ts";
import { listAccount } from "./account.ts";
import type { Client } from "./client.ts";
import { BerkasJson } from "./codec/berkas.ts";
import { BuktiJson } from "./codec/bukti.ts";
import { SessionJson } from "./codec/session.ts";
import { takenNomor } from "./nomor.ts";
import type { Reading } from "./reading.ts";

/** What changes all the time, for one batch of one office. */
export async function loadRows(
  reading: Reading,
  { kantorId, pegawaiIdList, berkasIdList, tahun }: Parameters<Store["loadRows"]>[0],
): Promise<KantorRows> {
  const { client } = reading;
  const kantor = await client.kantor.findUnique({
    where: { id: kantorId },
    select: { versi: true },
  });
  const berkasRows = await client.berkas.findMany({
    where: { kantorId, OR: [{ status: "berjalan" }, { id: { in: [...berkasIdList] } }] },
  });
  const berkasList = await readBerkas(reading, berkasRows);
  const berkasById: KantorRows["berkasById"] = new Map(
    berkasList.map(({ berkas, row }) => [row.id, { ...berkas, versi: row.versi }]),
  );
  const { sessionByPegawai, unreadable } = await loadSessions(reading, kantorId, pegawaiIdList);
  return {
    kantorVersi: kantor?.versi ?? 0,
    unreadable: {
      berkas: new Set(berkasRows.map(({ id }) => id).filter((id) => !berkasById.has(id))),
      sessions: unreadable,
    },
    sessionByPegawai,
    berkasById,
    accountList: await listAccount(reading, kantorId),
    realisasi: await loadRealisasi(reading, kantorId, tahun),
    periodeSelesai: await loadPeriodeSelesai(client, kantorId),
    nomorList: await takenNomor(reading, kantorId, tahun),
  };
}

/** Those of these berkas that can be read, each with the sheet it is pinned to. */
export async function readBerkas(
  { sheets, aside }: Reading,
  rows: readonly Berkas[],
): Promise<readonly { readonly row: Berkas; readonly berkas: BerkasTerbuka }[]> {
  const list = [];
  for (const row of rows) {
    const sop = await sheets.find(row.sopHash);
    const berkas = aside.read("berkas", row.id, () => toBerkas(row, sop));
    if (berkas !== null) list.push({ row, berkas });
  }
  return list;
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
  isian: Isian.parse(JSON.parse(row.isian)),
  keterangan: row.keterangan,
  bukti: BuktiJson.array().parse(JSON.parse(row.bukti)),
  oleh: Operator.or(PegawaiId).parse(row.oleh),
  atMs: Number(row.atMs),
  seq: row.seq,
});

/** Whose session cannot be read begins anew; saying so is left to whoever answers them. */
async function loadSessions(
  { client, aside }: Reading,
  kantorId: KantorId,
  pegawaiIdList: readonly PegawaiId[],
): Promise<{
  readonly sessionByPegawai: KantorRows["sessionByPegawai"];
  readonly unreadable: ReadonlySet<PegawaiId>;
}> {
  const rows = await client.session.findMany({
    where: { kantorId, pegawaiId: { in: [...pegawaiIdList] } },
  });
  const sessionByPegawai = new Map<PegawaiId, { session: Session; versi: number }>();
  const unreadable = new Set<PegawaiId>();
  for (const row of rows) {
    const pegawaiId = PegawaiId.parse(row.pegawaiId);
    const session = aside.read("session", `${kantorId}/${pegawaiId}`, () => toSession(row));
    if (session === null) unreadable.add(pegawaiId);
    sessionByPegawai.set(pegawaiId, { session: session ?? emptySession, versi: row.versi });
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
async function loadRealisasi(
  { client, aside }: Reading,
  kantorId: KantorId,
  tahun: readonly number[],
): Promise<RealisasiByKode> {
  const rows = await client.realisasi.findMany({
    where: { kantorId, OR: tahun.map((one) => ({ periode: { startsWith: `${one}-TW` } })) },
    orderBy: [{ seq: "asc" }, { revisi: "asc" }],
    select: { id: true, kode: true, periode: true, isian: true, keterangan: true },
  });
  const newest: Record<string, Record<string, RealisasiByKode[string][string]>> = {};
  for (const { id, kode, periode, isian, keterangan } of rows) {
    const read = aside.read("realisasi", id, () => Isian.parse(JSON.parse(isian)));
    newest[kode] ??= {};
    if (read === null) delete newest[kode][periode];
    else newest[kode][periode] = { isian: read, keterangan };
  }
  return newest;
}

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
