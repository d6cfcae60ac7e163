import type { PegawaiId } from "../kantor/schema.ts";
import { sameIsian, terkiniOf } from "../kinerja/indikator.ts";
import { indukPeriode, type Periode } from "../kinerja/periode.ts";
import { periodeJenisList, type Sop, templatOf } from "../sop/schema.ts";
import { restoreDraf } from "./draf.ts";
import type { PlainEffect } from "./effect.ts";
import { holdersOf, langkahOf, openWaits, pegawaiOf, unitList } from "./holders.ts";
import { addNaskah, issueNaskah, latestNaskah } from "./naskah.ts";
import { takeNomor } from "./nomor.ts";
import { isReceipt } from "./receipt.ts";
import type { BerkasId, BerkasState, HasilPembukaan, Naskah, Pembukaan, Ralat } from "./state.ts";
import { pembukaanOf } from "./terbuka.ts";
import { closeWait, emit, endVisit, note, patch, seqOf, type Turn, tell } from "./turn.ts";

/** How an opening ends, and by whom. */
interface Penutup {
  readonly hasil: HasilPembukaan;
  readonly oleh: PegawaiId | "sistem";
  readonly alasan: string | null;
}

/** What it led to, and who was waited for when it ended. */
interface Akibat extends Penutup {
  readonly ralatList?: readonly Ralat[];
  readonly owing?: readonly PegawaiId[];
}

/** When the clock looks at an opening; there is one such timer a berkas. */
export const timerPembukaan = (berkasId: BerkasId, { batasMs }: Pembukaan): PlainEffect => ({
  kind: "timer",
  kunci: kunciOf(berkasId),
  atMs: batasMs,
  isi: { jenis: "pembukaan", berkasId },
});

const kunciOf = (berkasId: BerkasId): string => `pembukaan:${berkasId}`;

/**
 * Figures the opening that goes on, or the one that ended last, has corrected; of a roll-up those of its
 * parts. A letter of correction names them, old and new.
 */
export function ralatOf(state: BerkasState): readonly Ralat[] {
  const pembukaan = state.pembukaanList.at(-1);
  if (pembukaan === undefined) return [];
  if (pembukaan.kodeList.length === 0) return state.ralatList;
  const { periode, isianByKode } = state;
  return pembukaan.kodeList
    .map((kode) => ({
      periode,
      kode,
      lama: pembukaan.semula.isianByKode[kode]?.isian ?? null,
      baru: isianByKode[kode]?.isian ?? null,
    }))
    .filter(({ lama, baru }) => !sameIsian(lama, baru));
}

/**
 * The opening of a berkas that comes to its end once more: what was sent out is corrected by a letter,
 * what was put away is put away anew, and whoever rolled the old figures up is told.
 */
export function conclude(turn: Turn): Turn {
  const pembukaan = pembukaanOf(turn.state);
  if (pembukaan === null) return turn;
  const ralatList = ralatOf(turn.state);
  const last = turn.state.kunjunganList.at(-1);
  const written = ralatList.length === 0 ? turn : issueRalat(turn, pembukaan);
  const kept = putAwayAnew(written);
  const penutup = { hasil: "disahkan", oleh: last?.oleh ?? "sistem", alasan: null } as const;
  const ended = patch(endPembukaan(kept, pembukaan, { ...penutup, ralatList }), { ralatList: [] });
  return pembukaan.kodeList.length === 0 ? ended : passUp(ended, ralatList);
}

/**
 * An opening that leads to nothing: refused, out of time, or given up. What the head agreed to last
 * stands, figures and report; a correction nobody agreed to is taken back by one more revision.
 */
export function lapse(turn: Turn, penutup: Penutup): Turn {
  const pembukaan = pembukaanOf(turn.state);
  if (pembukaan === null) return turn;
  const { alasan, oleh, hasil } = penutup;
  const atMs = turn.context.nowMs;
  const jawaban = { oleh, pilihan: hasil, atMs, ...(alasan === null ? {} : { alasan }) };
  const waiting = openWaits(turn.state).filter((wait) => !isReceipt(wait));
  const owing = waiting.flatMap((wait) => holdersOf(wait, turn.context.kantor).map(({ id }) => id));
  const closed = waiting.reduce(
    (next, wait) => closeWait(next, wait, jawaban, { jenis: "pembukaan" }),
    turn,
  );
  const restored = restoreIsian(endVisit(closed, hasil, oleh), pembukaan);
  const { langkahNo, selesaiMs, selesaiSeq, drafVersi } = pembukaan.semula;
  const back = restoreDraf(
    patch(restored, {
      status: "selesai",
      langkahNo,
      selesaiMs,
      ...(selesaiSeq !== undefined && { selesaiSeq }),
    }),
    drafVersi,
  );
  return endPembukaan(back, pembukaan, { ...penutup, owing });
}

/** Figures go back to what was agreed to, as one more revision by nobody in person. */
function restoreIsian(turn: Turn, { kodeList, semula }: Pembukaan): Turn {
  const { id, periode } = turn.state;
  let next = turn;
  for (const kode of kodeList) {
    const [before, now] = [semula.isianByKode[kode], next.state.isianByKode[kode]];
    if (now === undefined || now.revisi === (before?.revisi ?? 0)) continue;
    const { narasi: _, ...bare } = now;
    const stands = before ?? { ...bare, isian: { jenis: "belum" }, keterangan: null, bukti: [] };
    const revisi = now.revisi + 1;
    const isianByKode = { ...next.state.isianByKode, [kode]: { ...stands, revisi } };
    next = emit(patch(next, { isianByKode }), {
      kind: "realisasi",
      berkasId: id,
      periode,
      kode,
      ...terkiniOf(stands),
      bukti: stands.bukti,
      oleh: "sistem",
      revisi,
    });
    next = note(next, "angka-dipulihkan", "sistem", { kode, revisi });
  }
  return next;
}

/** Writes down how it ended and tells whoever asked, agreed, was asked or was still waited for. */
function endPembukaan(
  turn: Turn,
  pembukaan: Pembukaan,
  { hasil, oleh, alasan, ralatList = [], owing = [] }: Akibat,
): Turn {
  const usai = { hasil, oleh, alasan, atMs: turn.context.nowMs, seq: seqOf(turn) };
  const ended: Pembukaan = { ...pembukaan, usai };
  const { disetujui, kodeList } = pembukaan;
  const units = disetujui === null ? [] : unitList(turn.state);
  const pembukaanList = [...turn.state.pembukaanList.slice(0, -1), ended];
  const noted = note(patch(turn, { pembukaanList }), "pembukaan-usai", oleh, {
    hasil,
    kode: kodeList,
    alasan,
  });
  const quiet = emit(noted, { kind: "batal-timer", awalan: kunciOf(turn.state.id) });
  const agreed = disetujui === null ? [] : [disetujui.oleh];
  const concerned = new Set([pembukaan.oleh, ...agreed, ...units, ...owing]);
  return [...concerned]
    .filter((id) => id !== oleh && pegawaiOf(turn.context.kantor, id) !== undefined)
    .reduce(
      (next, id) => tell(next, id, { jenis: "pembukaan-usai", pembukaan: ended, ralatList }),
      quiet,
    );
}

/** A report that was handed over is corrected by a letter with a number of its own. */
function issueRalat(turn: Turn, { oleh }: Pembukaan): Turn {
  const sent = penyampaianOf(turn.sop, turn.state);
  const ralat = sent === undefined ? undefined : templatOf(turn.sop, sent.jenis)?.ralat;
  const templat = ralat === undefined ? undefined : templatOf(turn.sop, ralat);
  if (sent === undefined || templat === undefined) return turn;
  const langkah = langkahOf(turn.sop, sent.langkahNo);
  const { register } = templat;
  const numbered =
    register === undefined
      ? { turn, nomor: null }
      : takeNomor(turn, { register, perihal: templat.nama, oleh });
  const { turn: added, id } = addNaskah(numbered.turn, langkah, {
    jenis: templat.id,
    nama: templat.nama,
    sebutan: null,
    oleh,
    nomor: numbered.nomor,
    unggahan: null,
    perubahan: null,
  });
  const noted = note(added, "naskah-dibuat", oleh, {
    langkah: langkah.no,
    naskah: templat.id,
    nomor: numbered.nomor,
  });
  return turn.context.kantor.pegawaiList
    .filter((one) => one.id === oleh || one.peran.includes("inspektorat"))
    .reduce((next, one) => {
      const untuk = one.id === oleh ? "pemohon" : "inspektorat";
      return tell(next, one.id, { jenis: "surat-ralat", naskahId: id, untuk });
    }, noted);
}

/** The paper the report left the office with, which another can correct; undefined while it has not. */
export const penyampaianOf = (sop: Sop, { naskahList }: BerkasState): Naskah | undefined =>
  naskahList.findLast(({ jenis }) => templatOf(sop, jenis)?.ralat !== undefined);

function putAwayAnew(turn: Turn): Turn {
  const arsip = latestNaskah(turn.state, "arsip");
  return arsip === undefined
    ? turn
    : issueNaskah(turn, langkahOf(turn.sop, arsip.langkahNo), { jenis: "arsip", oleh: arsip.oleh });
}

/** Every roll-up above is looked at by the clock, at once: a promise that survives a crash. */
function passUp(turn: Turn, ralatList: readonly Ralat[]): Turn {
  if (ralatList.length === 0) return turn;
  const { sop, context, state } = turn;
  const timers = ancestorsOf(turn, state.periode).map(
    (periode): PlainEffect => ({
      kind: "timer",
      kunci: `ralat:${state.id}:${state.pembukaanList.length}:${periode}`,
      atMs: context.nowMs,
      isi: { jenis: "ralat-bagian", sopId: sop.id, periode, ralatList },
    }),
  );
  return emit(turn, ...timers);
}

function ancestorsOf(turn: Turn, periode: Periode): readonly Periode[] {
  const induk = indukPeriode(periode, periodeJenisList(turn.sop));
  return induk === null ? [] : [induk, ...ancestorsOf(turn, induk)];
}
