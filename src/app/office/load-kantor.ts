import { type Beda, bedaKantor } from "../../core/berkas-kantor/beda.ts";
import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import type { AkibatBerkas } from "../../core/conversation/akibat-berkas.ts";
import { openingTimers } from "../../core/conversation/pembukaan-berikut.ts";
import { isiCatatan } from "../../core/conversation/ubah-kantor.ts";
import { bukaKunci } from "../../core/engine/buka-triwulan.ts";
import { denganPerubahan } from "../../core/kantor/di-atas-berkas.ts";
import { type KantorId, operatorOf } from "../../core/kantor/schema.ts";
import { catatanText } from "../../core/pesan/catatan.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { yearTimers } from "../clock/check-year.ts";
import { officeTime } from "../clock/office-time.ts";
import type { Deps } from "../deps.ts";
import type { CommitRequest } from "../ports/commit.ts";
import type { KantorRecord } from "../ports/rows.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { emptyDraft } from "../turn/effects/draft.ts";
import { addUndangan, type UndanganBaru } from "./create-undangan.ts";
import { decideLoad, type LoadDecision } from "./decide-load.ts";
import type { RealisasiDiabaikan } from "./import-realisasi.ts";

type KantorDeps = Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">;

/** Loading also stores what lies beside the office file. */
type LoadDeps = KantorDeps & { readonly files: Pick<Deps["files"], "put"> };

/** What loading an office would do, told before it is done. */
export interface LoadPlan {
  readonly baru: boolean;
  readonly bedaList: readonly Beda[];
  /** What running berkas, their waits and their figures would undergo. */
  readonly akibatList: readonly AkibatBerkas[];
  /** Sentences that say why it cannot be loaded so; empty when it can. */
  readonly tolakanList: readonly string[];
  /** What was changed in the chat, is not in the file, and stays. */
  readonly tetapList: readonly string[];
  /** Figures that would be brought in. */
  readonly realisasiBaru: number;
}

/** Whether loading would leave everything as it is. */
export const isTanpaPerubahan = ({
  baru,
  bedaList,
  akibatList,
  realisasiBaru,
}: LoadPlan): boolean => !baru && bedaList.length + akibatList.length + realisasiBaru === 0;

/** How a file is laid under what was changed without it. */
export interface LoadOpsi {
  /** People are as the file says, whatever was changed in the chat. */
  readonly timpa?: boolean;
}

/** What loading an office did. */
export interface KantorDimuat {
  readonly baru: boolean;
  /** Figures brought in. */
  readonly realisasiBaru: number;
  /** Figures of the file that were left out: their periods are closed, or collected in chat. */
  readonly diabaikanList: readonly RealisasiDiabaikan[];
  /** Running berkas that came out another way. */
  readonly berkasBerubah: number;
  /** One for each pegawai without an account. */
  readonly undanganList: readonly UndanganBaru[];
}

/** What an office file would do to the office it names. Writes nothing. */
export async function planKantor(
  deps: KantorDeps,
  file: KantorIsi,
  opsi: LoadOpsi = {},
): Promise<LoadPlan> {
  const lama = await deps.store.loadKantor(file.kantor.id);
  if (lama === null) {
    const realisasiBaru = file.realisasi.length;
    return {
      baru: true,
      bedaList: [],
      akibatList: [],
      tolakanList: [],
      tetapList: [],
      realisasiBaru,
    };
  }
  const { isi, tetapList } = kept(deps, file, lama, opsi);
  const { akibatList, tolakanList, importList } = await decideLoad(deps, isi, lama);
  return {
    tetapList,
    realisasiBaru: importList.flatMap(({ realisasi }) => realisasi).length,
    baru: false,
    bedaList: bedaKantor(lama, isi),
    akibatList,
    tolakanList: tolakanList.map((one) => sentenceOf(deps, isi, one)),
  };
}

/** The office as it is going to be: the file, and what was changed in the chat on top of it. */
function kept(
  { clock, kamus }: KantorDeps,
  file: KantorIsi,
  lama: KantorRecord | null,
  { timpa = false }: LoadOpsi,
): { readonly isi: KantorIsi; readonly tetapList: readonly string[] } {
  if (lama === null) return { isi: file, tetapList: [] };
  const nowMs = clock.now();
  const { kantor, calendar, tetapList } = denganPerubahan(lama, file, { nowMs, timpa });
  const pembaca = pembacaOf({ kamus, kantor }, null);
  return {
    isi: { ...file, kantor, calendar },
    tetapList: tetapList.map(({ atMs, perubahan }) => {
      const { jenis, data } = isiCatatan(lama, perubahan);
      const waktu = formatWaktu(atMs, kantor.zonaWaktu, { tahun: true });
      return `${waktu}: ${catatanText(pembaca, jenis, data)}`;
    }),
  };
}

const sentenceOf = (
  { kamus }: Pick<KantorDeps, "kamus">,
  { kantor }: KantorIsi,
  { code, data }: LoadDecision["tolakanList"][number],
): string => inPlainWords(pembacaOf({ kamus, kantor }, null), penolakanText(code, data));

/**
 * Creates or updates an office: its sheets, its people and targets, the figures of earlier periods,
 * what running berkas wait for by its people and calendar of today, and the clock that opens the next
 * triwulan. Office, berkas and messages change in one commit. Loading the same again changes nothing
 * but the invitations, which are always fresh.
 * @throws Error when a running berkas would be left waiting for nobody; `planKantor` says so before.
 */
export async function loadKantor(
  deps: LoadDeps,
  isi: KantorIsi,
  opsi: LoadOpsi & { readonly undangan: boolean },
): Promise<KantorDimuat> {
  const { store, clock } = deps;
  const { kantor, calendar } = isi;
  const lama = await store.loadKantor(kantor.id);
  if (isi.logo !== undefined && kantor.logo !== undefined) {
    await deps.files.put(isi.logo, kantor.logo.nama, kantor.logo.mime);
  }
  for (const { sop, hash } of isi.sopList) await store.saveSop(sop, hash, clock.now());
  if (lama === null) await store.saveKantor({ kantor, calendar }, clock.now());
  const synced = await synchronise(deps, isi, lama, opsi);
  const undanganList = opsi.undangan ? await inviteUnlinked(deps, kantor.id) : [];
  return { baru: lama === null, ...synced, undanganList };
}

async function synchronise(
  deps: KantorDeps,
  file: KantorIsi,
  before: KantorRecord | null,
  opsi: LoadOpsi,
): Promise<Pick<KantorDimuat, "realisasiBaru" | "diabaikanList" | "berkasBerubah">> {
  let done: Pick<KantorDimuat, "realisasiBaru" | "diabaikanList" | "berkasBerubah"> = {
    realisasiBaru: 0,
    diabaikanList: [],
    berkasBerubah: 0,
  };
  await commitUntilDone(deps, async () => {
    const lama = before === null ? null : await deps.store.loadKantor(file.kantor.id);
    const { isi } = kept(deps, file, lama, opsi);
    const decision = await decideLoad(deps, isi, lama ?? isi);
    const [refused] = decision.tolakanList;
    if (refused !== undefined) throw new Error(sentenceOf(deps, isi, refused));
    await setClock(deps, isi, decision, lama);
    const { berkasBerubah, diabaikanList, importList } = decision;
    done = {
      berkasBerubah,
      diabaikanList,
      realisasiBaru: importList.flatMap(({ realisasi }) => realisasi).length,
    };
    const request = withImports(decision);
    // A new office is there already: the log of its first commit hangs on it.
    return lama === null
      ? request
      : { ...request, kantor: { kantor: isi.kantor, calendar: isi.calendar } };
  });
  return done;
}

async function setClock(
  deps: KantorDeps,
  isi: KantorIsi,
  { writer, berkasList, diabaikanList }: LoadDecision,
  lama: KantorRecord | null,
): Promise<void> {
  const [first] = await deps.store.readLog(isi.kantor.id, 0, 1);
  const { nowMs, logSeq, calendar } = writer.world;
  const timers = openingTimers(isi, {
    nowMs,
    sinceMs: first?.atMs ?? null,
    known: new Set(berkasList.map(({ state }) => `${state.sopId}/${state.periode}`)),
  });
  const gone = (lama?.kantor.sopIdList ?? []).filter((id) => !isi.kantor.sopIdList.includes(id));
  const effects: readonly Effect[] = [
    ...gone.map((id): Effect => ({ kind: "batal-timer", awalan: bukaKunci(id) })),
    ...timers,
    ...yearTimers(writer.world),
    {
      kind: "catat",
      jenis: "kantor-dimuat",
      berkasId: null,
      oleh: operatorOf(isi.asal),
      data: {
        kalender: calendar.versi,
        sop: isi.sopList.map(({ hash }) => hash),
        ...(lama === null ? {} : { perubahan: perubahanOf(lama, isi) }),
        ...(diabaikanList.length === 0
          ? {}
          : {
              diabaikan: diabaikanList.flatMap(({ periode, kodeList }) =>
                kodeList.map((kode) => `${kode} ${periode}`),
              ),
            }),
      },
    },
  ];
  writer.add(
    { session: null, berkasList: [], effects },
    {
      sebab: `kantor:${isi.kantor.id}:${logSeq}`,
      asal: null,
      pelaku: null,
      random: deps.random,
    },
  );
}

const perubahanOf = (lama: KantorRecord, isi: KantorIsi): readonly string[] =>
  bedaKantor(lama, isi).map(({ jenis, apa, nama }) => `${jenis} ${apa} ${nama}`.trim());

function withImports({ writer, importList }: LoadDecision): CommitRequest {
  const request = writer.request();
  return {
    ...request,
    berkas: [...request.berkas, ...importList.map(({ berkas }) => berkas)],
    realisasi: [...request.realisasi, ...importList.flatMap(({ realisasi }) => realisasi)],
    log: [...request.log, ...importList.map(({ log }) => log)],
  };
}

/** A fresh invitation for everybody of an office who has no account. */
export async function inviteUnlinked(
  deps: Pick<KantorDeps, "store" | "random" | "clock" | "log">,
  kantorId: KantorId,
): Promise<readonly UndanganBaru[]> {
  const record = await deps.store.loadKantor(kantorId);
  const linked = new Set((await deps.store.listAccount(kantorId)).map((one) => one.pegawaiId));
  const draft = emptyDraft((await officeTime(deps, kantorId)).nowMs, kantorId);
  const undanganList = (record?.kantor.pegawaiList ?? [])
    .filter(({ id }) => !linked.has(id))
    .map((pegawai) => addUndangan(deps, draft, pegawai));
  if (undanganList.length > 0) await commitUntilDone(deps, async () => draft);
  return undanganList;
}
