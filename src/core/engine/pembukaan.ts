import { can } from "../authorize.ts";
import { jenisPeriode } from "../kinerja/periode.ts";
import type { Langkah } from "../sop/langkah.ts";
import type { Sop } from "../sop/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import { computeTenggat } from "../waktu/tenggat.ts";
import { accept } from "./accept.ts";
import { enter } from "./advance.ts";
import { type Decision, type Refusal, refuse } from "./decision.ts";
import type { BerkasEvent } from "./event.ts";
import { isKepala, langkahOf, pegawaiOf } from "./holders.ts";
import type { AnswerEvent, Move } from "./langkah/handler.ts";
import type { BerkasState, Pembukaan, Wait } from "./state.ts";
import { ask } from "./tell-holders.ts";
import { pembukaanOf } from "./terbuka.ts";
import { closeWait, emit, note, patch, seqOf, type Turn, tell } from "./turn.ts";
import { lapse, timerPembukaan } from "./tutup-pembukaan.ts";

type Permohonan = Extract<BerkasEvent, { kind: "buka-kembali" }>;

/** Longer than two weeks of work nothing stays open that was reported already. */
export const HARI_KERJA_TERLAMA = 10;

/**
 * Asks the head of the office to open a finished berkas again. It runs from here on, so that nobody
 * builds on figures that may change; without the head's tap it closes as it was.
 */
export function requestOpening(turn: Turn, event: Permohonan): Decision {
  const refusal = refuseOpening(turn, event);
  if (refusal !== null) return refusal;
  const { selesaiSeq: _, ...state } = turn.state;
  const { oleh, hariKerja, kodeList } = event;
  const alasan = event.alasan.trim();
  const pembukaan = begun(turn, { ...event, alasan });
  const { pembukaanList } = state;
  const opened: Turn = {
    ...turn,
    state: {
      ...state,
      status: "berjalan",
      selesaiMs: null,
      pembukaanList: [...pembukaanList, pembukaan],
    },
  };
  const pegawai = pegawaiOf(turn.context.kantor, oleh);
  const noted = note(opened, "buka-kembali-diminta", oleh, {
    alasan,
    kode: kodeList,
    hariKerja,
    rangkapJabatan: pegawai !== undefined && isKepala(pegawai),
  });
  const asked = ask(
    noted,
    langkahOf(turn.sop, state.langkahNo),
    { macam: "pembukaan", pemegang: { jenis: "peran", peran: ["camat", "kadis"] } },
    { alasan, oleh, unit: null },
  );
  return accept(emit(asked, timerPembukaan(asked.state.id, pembukaan)));
}

/** Whether there is anything to open, and by this person; then for what. */
function refuseOpening(turn: Turn, event: Permohonan): Refusal | null {
  const { sop, state, context } = turn;
  const pegawai = pegawaiOf(context.kantor, event.oleh);
  if (pegawai === undefined || !can(pegawai, "buka-kembali")) {
    return refuse("tidak-berwenang", { untuk: "Kasubbag, sekretaris, dan admin" });
  }
  if (context.kantor.aktif === false) return refuse("kantor-nonaktif");
  if (pembukaanOf(state) !== null) return refuse("sudah-dibuka");
  if (state.status === "berjalan") return refuse("belum-selesai");
  if (state.status === "dibatalkan" || beginOf(sop, state) === null) {
    return refuse("tidak-dapat-dibuka");
  }
  return refuseScope(turn, event);
}

function refuseScope(
  { sop, state }: Turn,
  { kodeList, hariKerja, alasan }: Permohonan,
): Refusal | null {
  if (!Number.isInteger(hariKerja) || hariKerja < 1 || hariKerja > HARI_KERJA_TERLAMA) {
    return refuse("waktu-pembukaan", { terlama: String(HARI_KERJA_TERLAMA) });
  }
  if (collectsIn(sop, state) && kodeList.length === 0) return refuse("lingkup-wajib");
  const unknown = kodeList.find((kode) => !state.indikatorList.some((one) => one.kode === kode));
  if (unknown !== undefined) return refuse("indikator-tidak-dikenal", { kode: unknown });
  return alasan.trim() === "" ? refuse("alasan-wajib") : null;
}

function begun(
  turn: Turn,
  { oleh, alasan, kodeList, hariKerja }: Omit<Permohonan, "kind">,
): Pembukaan {
  const { langkahNo, selesaiMs, selesaiSeq, draf, isianByKode } = turn.state;
  const own = Object.entries(isianByKode).filter(([kode]) => kodeList.includes(kode));
  return {
    oleh,
    alasan,
    kodeList,
    hariKerja,
    batasMs: batasOf(turn, hariKerja, turn.context.nowMs),
    mulaiMs: turn.context.nowMs,
    mulaiSeq: seqOf(turn),
    semula: {
      langkahNo,
      selesaiMs,
      ...(selesaiSeq !== undefined && { selesaiSeq }),
      drafVersi: draf?.versi ?? null,
      isianByKode: Object.fromEntries(own),
    },
    disetujui: null,
    usai: null,
  };
}

const batasOf = ({ context }: Turn, hariKerja: number, sejakMs: Instant): Instant =>
  computeTenggat(sejakMs, { nilai: hariKerja, satuan: "hari" }, context.calendar) ?? sejakMs;

/** The head's answer: from here the sheet runs by itself once more, or nothing has happened. */
export function answerOpening(turn: Turn, wait: Wait, event: AnswerEvent): Move | Refusal {
  const pembukaan = pembukaanOf(turn.state);
  if (event.kind !== "pilihan" || pembukaan === null) return refuse("pilihan-tidak-dikenal");
  const { oleh, pilihan } = event;
  const alasan = event.alasan?.trim() ?? "";
  const atMs = turn.context.nowMs;
  if (pilihan === "kembalikan") {
    if (alasan === "") return refuse("alasan-wajib");
    const closed = closeWait(turn, wait, { oleh, pilihan, atMs, alasan }, { jenis: "pembukaan" });
    return { turn: lapse(closed, { hasil: "ditolak", oleh, alasan }), tujuan: null };
  }
  const begin = beginOf(turn.sop, turn.state);
  if (pilihan !== "setuju" || begin === null) return refuse("pilihan-tidak-dikenal");
  const closed = closeWait(turn, wait, { oleh, pilihan, atMs }, { jenis: "pembukaan" });
  const batasMs = batasOf(turn, pembukaan.hariKerja, atMs);
  const agreed = { ...pembukaan, batasMs, disetujui: { oleh, atMs } };
  const opened = note(replaced(closed, agreed), "buka-kembali-disetujui", oleh, {
    kode: pembukaan.kodeList,
    alasan: pembukaan.alasan,
  });
  const told = tell(opened, pembukaan.oleh, { jenis: "pembukaan-disetujui" });
  const arrival = { alasan: pembukaan.alasan, oleh: pembukaan.oleh, unit: null };
  return enter(emit(told, timerPembukaan(turn.state.id, agreed)), begin.no, arrival);
}

/** The clock says that time is up; one that was counted anew meanwhile is not. */
export function expireOpening(turn: Turn): Decision {
  const pembukaan = pembukaanOf(turn.state);
  if (pembukaan === null || pembukaan.batasMs > turn.context.nowMs) return accept(turn);
  return accept(lapse(turn, { hasil: "waktu-habis", oleh: "sistem", alasan: null }));
}

/** Counts the time of an opening again with today's calendar. */
export function recountOpening(turn: Turn): Turn {
  const pembukaan = pembukaanOf(turn.state);
  if (pembukaan === null) return turn;
  const { hariKerja, disetujui, mulaiMs } = pembukaan;
  const counted = { ...pembukaan, batasMs: batasOf(turn, hariKerja, disetujui?.atMs ?? mulaiMs) };
  return counted.batasMs === pembukaan.batasMs
    ? turn
    : emit(replaced(turn, counted), timerPembukaan(turn.state.id, counted));
}

const replaced = (turn: Turn, pembukaan: Pembukaan): Turn =>
  patch(turn, { pembukaanList: [...turn.state.pembukaanList.slice(0, -1), pembukaan] });

/** Whether this berkas itself collects figures, in contrast to a roll-up. */
export const collectsIn = (sop: Sop, state: BerkasState): boolean =>
  cycleOf(sop, state).some(({ jenis }) => jenis === "realisasi");

/** Where an opened berkas begins anew: at its figures, else where its report is made of others'. */
function beginOf(sop: Sop, state: BerkasState): Langkah | null {
  const cycle = cycleOf(sop, state);
  return (
    cycle.find(({ jenis }) => jenis === "realisasi") ??
    cycle.find(({ jenis }) => jenis === "kompilasi" || jenis === "penyusunan") ??
    null
  );
}

const cycleOf = (sop: Sop, { periode }: BerkasState): readonly Langkah[] =>
  (sop.siklus[jenisPeriode(periode)] ?? []).map((no) => langkahOf(sop, no));
