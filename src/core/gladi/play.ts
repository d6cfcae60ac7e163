import { decide } from "../engine/decide.ts";
import type { Decision, EngineContext } from "../engine/decision.ts";
import { countEntries, type EngineEffect } from "../engine/effect.ts";
import type { BerkasEvent } from "../engine/event.ts";
import { jawabList, kurangList, tahapOf } from "../engine/formulir/lengkap.ts";
import { holdersOf, langkahOf, owedWaits, unitIndikator } from "../engine/holders.ts";
import { openBerkas } from "../engine/open.ts";
import type { BerkasState, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { contohNilai } from "../formulir/contoh.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import { pembukaanPeriode } from "../kinerja/batas.ts";
import type { Indikator, Isian } from "../kinerja/indikator.ts";
import {
  isBagian,
  nomorPeriode,
  type Periode,
  periodeOf,
  rangePeriode,
  tahunPeriode,
  triwulanList,
} from "../kinerja/periode.ts";
import type { Kamus } from "../pesan/kamus.ts";
import { penolakanText } from "../pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../pesan/ucap.ts";
import { forwardExit } from "../sop/langkah.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { SopTersedia } from "../sop/schema.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { addMenitKerja, menitKerjaAntara } from "../waktu/tenggat.ts";

/** What a rehearsal is played with: an office, its calendar and one of its sheets. */
export interface GladiBahan {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly chosen: SopTersedia;
  readonly periode: Periode;
  readonly kamus: Kamus;
}

/** One thing somebody has to do in the rehearsed period, and when. */
export interface GladiTugas {
  readonly periode: Periode;
  readonly langkahNo: LangkahNo;
  readonly uraian: string;
  /** Everybody who may do it; one of them will. */
  readonly pegawaiList: readonly PegawaiId[];
  readonly diterimaMs: Instant;
  readonly selesaiMs: Instant;
  readonly tenggatMs: Instant | null;
  readonly batasMs: Instant | null;
  /** Working minutes from arrival to the end of the mutu baku. */
  readonly menit: number;
}

/** Where the sheet gives no duration, a desk is taken to need an hour of office time. */
const MENIT_TANPA_BAKU = 60;
/** No sheet has more desks; more answers mean that it never comes to an end. */
const JAWABAN_PALING_BANYAK = 1_000;

/**
 * Plays a period through the real engine as if everybody used up their mutu baku exactly and nobody
 * returned anything: what the sheet itself demands of the office, from the opening on. The semester
 * or year it closes is played too, earlier periods taken as complete. Nothing is stored or sent.
 * @throws Error when the sheet does not run in this period or never ends.
 */
export function playGladi(bahan: GladiBahan): readonly GladiTugas[] {
  const { calendar, chosen, kantor } = bahan;
  const tugasList: GladiTugas[] = [];
  const openings: { periode: Periode; atMs: Instant }[] = [
    { periode: bahan.periode, atMs: pembukaanPeriode(bahan.periode, calendar) },
  ];
  for (let next = openings.shift(); next !== undefined; next = openings.shift()) {
    const played = playBerkas(bahan, next.periode, next.atMs);
    tugasList.push(...played.tugasList);
    for (const effect of played.effects) {
      if (effect.kind !== "timer" || effect.isi.jenis !== "buka-berkas") continue;
      openings.push({ periode: effect.isi.periode, atMs: effect.atMs });
    }
  }
  if (tugasList.length === 0) {
    throw new Error(`sop ${chosen.sop.id} asks nothing of ${kantor.id} in ${bahan.periode}`);
  }
  return tugasList.toSorted((a, b) => a.diterimaMs - b.diterimaMs);
}

interface Played {
  readonly tugasList: readonly GladiTugas[];
  readonly effects: readonly EngineEffect[];
}

function playBerkas(bahan: GladiBahan, periode: Periode, atMs: Instant): Played {
  const { chosen } = bahan;
  const request = {
    id: "gladi00001",
    sop: chosen.sop,
    sopHash: chosen.hash,
    periode,
    oleh: "sistem",
  } as const;
  let { state, effects } = accepted(bahan, openBerkas(request, contextAt(bahan, periode, atMs)));
  const tugasList: GladiTugas[] = [];
  for (let count = 0; state.status === "berjalan"; count += 1) {
    if (count > JAWABAN_PALING_BANYAK) throw new Error(`sop ${chosen.sop.id} never ends`);
    const { wait, selesaiMs } = nextAnswer(bahan, state);
    tugasList.push(tugasOf(bahan, state, wait, selesaiMs));
    const context = contextAt(bahan, periode, selesaiMs);
    for (const event of answers(bahan, context, state, wait)) {
      const now = { ...context, logSeq: countEntries(effects) };
      const decision = accepted(bahan, decide(chosen.sop, state, event, now));
      state = decision.state;
      effects = [...effects, ...decision.effects];
    }
  }
  return { tugasList, effects };
}

/** The open wait whose time runs out first; receipts and the coordinator hold nothing up. */
function nextAnswer(
  { calendar }: GladiBahan,
  state: BerkasState,
): { readonly wait: Wait; readonly selesaiMs: Instant } {
  const [first] = owedWaits(state)
    .map((wait) => ({
      wait,
      selesaiMs: wait.tenggatMs ?? addMenitKerja(wait.diterimaMs, MENIT_TANPA_BAKU, calendar),
    }))
    .toSorted((a, b) => a.selesaiMs - b.selesaiMs);
  if (first === undefined) throw new Error(`berkas of ${state.sopId} waits for nobody`);
  return first;
}

function tugasOf(
  { kantor, chosen, calendar }: GladiBahan,
  state: BerkasState,
  wait: Wait,
  selesaiMs: Instant,
): GladiTugas {
  return {
    periode: state.periode,
    langkahNo: wait.langkahNo,
    uraian: langkahOf(chosen.sop, wait.langkahNo).uraian,
    pegawaiList: holdersOf(wait, kantor).map(({ id }) => id),
    diterimaMs: wait.diterimaMs,
    selesaiMs,
    tenggatMs: wait.tenggatMs,
    batasMs: wait.batasMs,
    menit: menitKerjaAntara(wait.diterimaMs, selesaiMs, calendar),
  };
}

/** A unit reaches every target exactly and proves it; a desk takes the way forward. */
function answers(
  { kantor, chosen }: GladiBahan,
  context: EngineContext,
  state: BerkasState,
  wait: Wait,
): readonly BerkasEvent[] {
  const oleh = holdersOf(wait, kantor)[0]?.id;
  if (oleh === undefined) {
    throw new Error(`nobody in ${kantor.id} holds langkah ${wait.langkahNo}`);
  }
  const by = { waitId: wait.id, oleh };
  if (wait.macam === "unit") {
    return [
      ...unitIndikator(state, oleh).flatMap((indikator): readonly BerkasEvent[] => {
        const { kode, wajibBukti } = indikator;
        const filled = { kind: "isian", ...by, kode, isian: onTarget(indikator, state) } as const;
        return wajibBukti ? [filled, { kind: "bukti", ...by, kode, bukti: contoh }] : [filled];
      }),
      { kind: "kirim", ...by },
    ];
  }
  const langkah = langkahOf(chosen.sop, wait.langkahNo);
  const forward = { kind: "pilihan", ...by, pilihan: forwardExit(langkah).pilihan } as const;
  if (langkah.jenis !== "formulir") return [forward];
  const turn: Turn = { sop: chosen.sop, state, context, effects: [] };
  const lacking = kurangList(jawabList(turn, langkah, tahapOf(langkah, wait)));
  return [
    ...lacking.map(
      (isian): BerkasEvent => ({
        kind: "isi-formulir",
        ...by,
        kode: isian.kode,
        nilai: contohNilai(isian, context),
      }),
    ),
    forward,
  ];
}

const contoh = { hash: "0".repeat(64), nama: "contoh.pdf", mime: "application/pdf", ukuranByte: 1 };

function onTarget({ targetTriwulan }: Indikator, { periode }: BerkasState): Isian {
  const nilai = targetTriwulan[nomorPeriode(periode) - 1] ?? null;
  return nilai === null ? { jenis: "nihil" } : { jenis: "angka", nilai };
}

/** What ended before is complete, so that the semester or year this period closes can follow. */
function contextAt(
  { kantor, calendar, chosen }: GladiBahan,
  periode: Periode,
  nowMs: Instant,
): EngineContext {
  const tahun = tahunPeriode(periode);
  const year = periodeOf(tahun, "tahunan", 1);
  const semesters = [1, 2].map((nomor) => periodeOf(tahun, "semester", nomor));
  const others = [...triwulanList(year), ...semesters].filter(
    (one) => isBagian(one, periode) || rangePeriode(one).selesai < rangePeriode(periode).selesai,
  );
  return {
    nowMs,
    logSeq: 0,
    kantor,
    calendar,
    terhubung: new Set(),
    realisasi: {},
    periodeSelesai: new Set(others.map((one) => `${chosen.sop.id}/${one}`)),
    nomorList: [],
  };
}

function accepted(bahan: GladiBahan, decision: Decision): Extract<Decision, { kind: "accepted" }> {
  if (decision.kind === "accepted") return decision;
  const { code, data } = decision;
  throw new Error(inPlainWords(pembacaOf(bahan, null), penolakanText(code, data)));
}
