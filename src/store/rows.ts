import type { KantorRows, RealisasiRow } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import type { Session } from "../core/conversation/session.ts";
import type { BerkasTerbuka } from "../core/conversation/world.ts";
import { KantorId, Operator, PegawaiId } from "../core/kantor/schema.ts";
import { Isian } from "../core/kinerja/indikator.ts";
import { Periode } from "../core/kinerja/periode.ts";
import type { RealisasiByKode } from "../core/kinerja/realisasi.ts";
import { Sop } from "../core/sop/schema.ts";
import type { Berkas, Realisasi } from "../generated/sqlite/client.ts";
import { listAccount } from "./account.ts";
import type { Client } from "./client.ts";
import { BerkasJson } from "./codec/berkas.ts";
import { BuktiJson } from "./codec/bukti.ts";
import { SessionJson } from "./codec/session.ts";
import { takenNomor } from "./nomor.ts";

/** Sheets never change under their hash, so each is parsed once per process. */
export class SopCache {
  readonly #client: Client;
  readonly #sopByHash = new Map<string, Sop>();

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * The sheet with this content hash.
   * @throws Error when it is not stored: a berkas without its sheet cannot go on.
   */
  async get(hash: string): Promise<Sop> {
    const sop = await this.find(hash);
    if (sop === null) throw new Error(`sop version ${hash} is not in the database`);
    return sop;
  }

  /** The sheet with this content hash, null when it is not stored. */
  async find(hash: string): Promise<Sop | null> {
    const cached = this.#sopByHash.get(hash);
    if (cached !== undefined) return cached;
    const row = await this.#client.sopVersion.findUnique({ where: { hash } });
    if (row === null) return null;
    const sop = Sop.parse(JSON.parse(row.dokumen));
    this.#sopByHash.set(hash, sop);
    return sop;
  }
}

/** What changes all the time, for one batch of one office. */
export async function loadRows(
  client: Client,
  sopCache: SopCache,
  { kantorId, pegawaiIdList, berkasIdList, tahun }: Parameters<Store["loadRows"]>[0],
): Promise<KantorRows> {
  const kantor = await client.kantor.findUnique({
    where: { id: kantorId },
    select: { versi: true },
  });
  const berkasRows = await client.berkas.findMany({
    where: { kantorId, OR: [{ status: "berjalan" }, { id: { in: [...berkasIdList] } }] },
  });
  const berkasList = await Promise.all(
    berkasRows.map(async (row) => ({ ...(await toBerkas(sopCache, row)), versi: row.versi })),
  );
  return {
    kantorVersi: kantor?.versi ?? 0,
    sessionByPegawai: await loadSessions(client, kantorId, pegawaiIdList),
    berkasById: new Map(berkasList.map((berkas) => [berkas.state.id, berkas])),
    accountList: await listAccount(client, kantorId),
    realisasi: await loadRealisasi(client, kantorId, tahun),
    periodeSelesai: await loadPeriodeSelesai(client, kantorId),
    nomorList: await takenNomor(client, kantorId, tahun),
  };
}

/** A stored berkas with the sheet it is pinned to. */
export async function toBerkas(sopCache: SopCache, row: Berkas): Promise<BerkasTerbuka> {
  const state = BerkasJson.parse(JSON.parse(row.state));
  return { state, sop: await sopCache.get(row.sopHash) };
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
});

async function loadSessions(
  client: Client,
  kantorId: KantorId,
  pegawaiIdList: readonly PegawaiId[],
): Promise<KantorRows["sessionByPegawai"]> {
  const rows = await client.session.findMany({
    where: { kantorId, pegawaiId: { in: [...pegawaiIdList] } },
  });
  return new Map(
    rows.map((row): [PegawaiId, { session: Session; versi: number }] => [
      PegawaiId.parse(row.pegawaiId),
      { session: SessionJson.parse(JSON.parse(row.dokumen)), versi: row.versi },
    ]),
  );
}

/** The newest revision of each figure; a cancelled berkas' figures give way to its successor's. */
async function loadRealisasi(
  client: Client,
  kantorId: KantorId,
  tahun: readonly number[],
): Promise<RealisasiByKode> {
  const rows = await client.realisasi.findMany({
    where: { kantorId, OR: tahun.map((one) => ({ periode: { startsWith: `${one}-TW` } })) },
    orderBy: [{ atMs: "asc" }, { revisi: "asc" }],
    select: { kode: true, periode: true, isian: true, keterangan: true },
  });
  const newest: Record<string, Record<string, RealisasiByKode[string][string]>> = {};
  for (const { kode, periode, isian, keterangan } of rows) {
    newest[kode] ??= {};
    newest[kode][periode] = { isian: Isian.parse(JSON.parse(isian)), keterangan };
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
