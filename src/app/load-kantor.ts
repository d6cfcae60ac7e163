import { decide } from "../core/engine/decide.ts";
import type { KantorIsi } from "../core/kantor/isi.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { commitUntilDone } from "./commit.ts";
import { addUndangan, type UndanganBaru } from "./create-undangan.ts";
import type { Deps } from "./deps.ts";
import { emptyDraft } from "./effects/draft.ts";
import { type ImportTarget, importRows, importTargets } from "./import-realisasi.ts";
import { KantorCache } from "./kantor-cache.ts";
import { type LoadedWorld, loadWorld } from "./load-world.ts";
import { openingTimers } from "./next-opening.ts";
import { officeTime } from "./office-time.ts";
import type { CommitRequest } from "./ports/commit.ts";
import { TurnWriter } from "./turn-writer.ts";

type KantorDeps = Pick<Deps, "store" | "random" | "clock" | "log">;

/** What loading an office did. */
export interface KantorDimuat {
  readonly baru: boolean;
  /** Figures brought in, or changed by the file since. */
  readonly realisasiBaru: number;
  /** Running berkas whose deadlines were counted again with another outcome. */
  readonly berkasBerubah: number;
  /** One for each pegawai without an account. */
  readonly undanganList: readonly UndanganBaru[];
}

/**
 * Creates or updates an office: its sheets, its people and targets, the figures of earlier periods,
 * the deadlines of running berkas by its calendar of today, and the clock that opens the next
 * triwulan. Loading the same again changes nothing but the invitations, which are always fresh.
 */
export async function loadKantor(
  deps: KantorDeps,
  isi: KantorIsi,
  opsi: { readonly undangan: boolean },
): Promise<KantorDimuat> {
  const { store, clock } = deps;
  const { kantor, calendar } = isi;
  const baru = (await store.loadKantor(kantor.id)) === null;
  for (const { sop, hash } of isi.sopList) await store.saveSop(sop, hash, clock.now());
  await store.saveKantor({ kantor, calendar }, clock.now());
  const synced = await synchronise(deps, isi);
  const undanganList = opsi.undangan ? await inviteAll(deps, kantor.id) : [];
  return { baru, ...synced, undanganList };
}

async function synchronise(
  deps: KantorDeps,
  isi: KantorIsi,
): Promise<Pick<KantorDimuat, "realisasiBaru" | "berkasBerubah">> {
  const cache = new KantorCache(deps.store);
  let done = { realisasiBaru: 0, berkasBerubah: 0 };
  await commitUntilDone(deps, async () => {
    const targets = await openTargets(deps, isi);
    const idList = targets.map(({ berkasId }) => berkasId);
    const loaded = await loadWorld(deps, cache, isi.kantor.id, idList);
    const writer = new TurnWriter(loaded);
    const berkasBerubah = recountAll(deps, writer, loaded);
    await setClock(deps, isi, writer);
    const request = withImports(isi, targets, loaded, writer.request());
    done = { berkasBerubah, realisasiBaru: request.realisasi.length };
    return request;
  });
  return done;
}

/** A period that was collected here, or is being collected, keeps the figures people sent. */
async function openTargets(deps: KantorDeps, isi: KantorIsi): Promise<readonly ImportTarget[]> {
  const berkasList = await deps.store.listBerkas(isi.kantor.id);
  return importTargets(isi, deps.random).filter(({ home, periode, berkasId }) =>
    berkasList.every(
      ({ state }) =>
        state.id === berkasId ||
        state.status === "dibatalkan" ||
        state.sopId !== home.sop.id ||
        state.periode !== periode,
    ),
  );
}

/** Deadlines that come out the same are left alone, so this may be asked whenever in doubt. */
function recountAll(deps: KantorDeps, writer: TurnWriter, { world }: LoadedWorld): number {
  let changed = 0;
  for (const { state, sop } of world.berkasById.values()) {
    if (state.status !== "berjalan") continue;
    const decision = decide(sop, state, { kind: "kalender" }, writer.world);
    if (decision.kind === "refused" || decision.effects.length === 0) continue;
    changed += 1;
    writer.add(
      { session: null, berkasList: [{ state: decision.state, sop }], effects: decision.effects },
      { ...scene(deps), sebab: `kalender:${state.id}:${writer.world.logSeq}` },
    );
  }
  return changed;
}

async function setClock(deps: KantorDeps, isi: KantorIsi, writer: TurnWriter): Promise<void> {
  const [first] = await deps.store.readLog(isi.kantor.id, 0, 1);
  const berkasList = await deps.store.listBerkas(isi.kantor.id);
  const { nowMs, logSeq, calendar } = writer.world;
  const timers = openingTimers(isi, {
    nowMs,
    sinceMs: first?.atMs ?? null,
    known: new Set(berkasList.map(({ state }) => `${state.sopId}/${state.periode}`)),
  });
  const catatan = {
    kind: "catat",
    jenis: "kantor-dimuat",
    berkasId: null,
    oleh: "sistem",
    data: { kalender: calendar.versi, sop: isi.sopList.map(({ hash }) => hash) },
  } as const;
  writer.add(
    { session: null, berkasList: [], effects: [...timers, catatan] },
    { ...scene(deps), sebab: `kantor:${isi.kantor.id}:${logSeq}` },
  );
}

function withImports(
  isi: KantorIsi,
  targets: readonly ImportTarget[],
  { rows, world }: LoadedWorld,
  request: CommitRequest,
): CommitRequest {
  const imports = targets.map((target) =>
    importRows(isi, target, rows.berkasById.get(target.berkasId)?.state, {
      nowMs: world.nowMs,
      logSeq: world.logSeq + request.log.length,
    }),
  );
  const berkas = imports.flatMap((one) => one.berkas);
  return {
    ...request,
    berkas: [
      ...request.berkas,
      ...berkas.map((state) => ({ state, versi: rows.berkasById.get(state.id)?.versi ?? 0 })),
    ],
    realisasi: [...request.realisasi, ...imports.flatMap((one) => one.realisasi)],
    log: [...request.log, ...imports.flatMap((one) => one.log)],
  };
}

async function inviteAll(deps: KantorDeps, kantorId: KantorId): Promise<readonly UndanganBaru[]> {
  const record = await deps.store.loadKantor(kantorId);
  const linked = new Set((await deps.store.listAccount(kantorId)).map((one) => one.pegawaiId));
  const draft = emptyDraft((await officeTime(deps, kantorId)).nowMs, kantorId);
  const undanganList = (record?.kantor.pegawaiList ?? [])
    .filter(({ id }) => !linked.has(id))
    .map((pegawai) => addUndangan(deps, draft, pegawai));
  if (undanganList.length > 0) await commitUntilDone(deps, async () => draft);
  return undanganList;
}

const scene = ({ random }: KantorDeps): Omit<Parameters<TurnWriter["add"]>[1], "sebab"> => ({
  asal: null,
  pelaku: null,
  random,
});
