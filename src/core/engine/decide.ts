import { can } from "../authorize.ts";
import { isDiwakili } from "../kantor/pegawai.ts";
import { pejabatOf, singkatanWakil } from "../kantor/pejabat.ts";
import type { Pegawai } from "../kantor/schema.ts";
import type { Sop } from "../sop/schema.ts";
import { formatTanggal, formatWaktu } from "../waktu/format.ts";
import { accept } from "./accept.ts";
import { advance } from "./advance.ts";
import { followAnggaran } from "./anggaran.ts";
import { askAfter } from "./ask-after.ts";
import { colek } from "./colek.ts";
import { type Decision, type EngineContext, type Refusal, refuse } from "./decision.ts";
import type { BerkasEvent } from "./event.ts";
import { followOffice } from "./follow-office.ts";
import { findWait, isHolder, isPemegang, langkahOf, pegawaiOf } from "./holders.ts";
import type { AnswerEvent } from "./langkah/handler.ts";
import { answerLangkah } from "./langkah/index.ts";
import { answerOpening, expireOpening, recountOpening, requestOpening } from "./pembukaan.ts";
import { kuasaOf, penjawabText, penugasanUsai } from "./penjawab.ts";
import { takeRalat } from "./ralat-bagian.ts";
import { recount, takeOutage } from "./recount.ts";
import type { BerkasState, Jawaban, Wait } from "./state.ts";
import { stop } from "./stop.ts";
import { takeBack } from "./tarik.ts";
import { putOff } from "./tunda.ts";
import { holderNames, type Turn } from "./turn.ts";

/**
 * What an event makes of a berkas. Pure: the same sheet, state, event and context give the same
 * answer, and a refusal changes nothing. Whoever answers is checked here, whatever button they saw.
 */
export function decide(
  sop: Sop,
  state: BerkasState,
  event: BerkasEvent,
  context: EngineContext,
): Decision {
  const turn: Turn = { sop, state, context, effects: [] };
  if (isAnswer(event)) return answer(turn, event);
  switch (event.kind) {
    case "kantor":
      return takeOffice(turn, event);
    case "gangguan":
      return takeOutage(turn, event.jeda);
    case "batal":
      return stop(turn, event.oleh, event.alasan);
    case "ingatkan":
      return askAfter(turn, event.dari);
    case "tarik":
      return takeBack(turn, event);
    case "tunda":
      return putOff(turn, event);
    case "colek":
      return colek(turn, event);
    case "buka-kembali":
      return requestOpening(turn, event);
    case "pembukaan-habis":
      return expireOpening(turn);
    case "ralat-bagian":
      return takeRalat(turn, event.ralatList);
  }
}

const isAnswer = (event: BerkasEvent): event is AnswerEvent =>
  "waitId" in event && event.kind !== "tarik" && event.kind !== "tunda";

/** A closed berkas stays as it is, and so does one of a retired office until it works again. */
function takeOffice(turn: Turn, event: Extract<BerkasEvent, { kind: "kantor" }>): Decision {
  const rests = turn.state.status !== "berjalan" || turn.context.kantor.aktif === false;
  if (rests) return accept(turn);
  const followed = followOffice(turn, event);
  return "kind" in followed
    ? followed
    : accept(recount(recountOpening(followAnggaran(followed, event))));
}

function answer(turn: Turn, event: AnswerEvent): Decision {
  const wait = findWait(turn.state, event.waitId);
  if (wait === undefined) return refuse("sudah-beralih");
  const refusal = refuseAnswer(turn, wait, event);
  if (refusal !== null) return refusal;
  const pegawai = pegawaiOf(turn.context.kantor, event.oleh);
  const penjawab =
    pegawai === undefined
      ? {}
      : { penjawab: { id: pegawai.id, pejabat: pejabatOf(pegawai, kuasaOf(wait)) } };
  const answering = { ...turn, ...penjawab };
  const move =
    wait.macam === "pembukaan"
      ? answerOpening(answering, wait, event)
      : answerLangkah(answering, langkahOf(turn.sop, wait.langkahNo), wait, event);
  return "kind" in move ? move : accept(advance(move));
}

function refuseAnswer(turn: Turn, wait: Wait, event: AnswerEvent): Refusal | null {
  const { context, state } = turn;
  const pegawai = pegawaiOf(context.kantor, event.oleh);
  const allowed =
    pegawai !== undefined &&
    (isHolder(wait, pegawai) || (event.kind === "tutup" && can(pegawai, "tutup-pengumpulan")));
  // To a stranger too: what is answered waits for nobody any more.
  if (pegawai !== undefined && wait.jawaban !== null) return refuseAnswered(turn, wait.jawaban);
  if (!allowed) return refuseOther(turn, wait, pegawai);
  // A receipt may come long after the berkas is closed; everything else is too late by then.
  if (state.status !== "berjalan" && wait.macam !== "baca") return refuse("berkas-selesai");
  return null;
}

/** Whose turn it is; of somebody who stands in, or did, or is stood in for, why it is not theirs. */
function refuseOther({ sop, context }: Turn, wait: Wait, pegawai: Pegawai | undefined): Refusal {
  const giliran = holderNames(wait, context);
  const { pemegang } = wait;
  if (pegawai === undefined) return refuse("bukan-pelaksana", { giliran });
  if (pemegang.jenis === "peran" && pemegang.definitif === true) {
    const { pejabatDefinitif } = langkahOf(sop, wait.langkahNo);
    const acting = isPemegang({ jenis: "peran", peran: pemegang.peran }, pegawai);
    if (acting) return refuse("khusus-definitif", { giliran, alasan: pejabatDefinitif ?? "" });
  }
  const past = penugasanUsai(context, wait, pegawai);
  if (past !== undefined) {
    return refuse("penugasan-usai", {
      giliran,
      sebagai: `${singkatanWakil[past.wakil.jenis]} ${past.jabatan.jabatan}`,
      sampai: formatTanggal(past.sampai),
    });
  }
  const { halangan } = pegawai.kini ?? {};
  return isDiwakili(halangan) && halangan !== null && halangan !== undefined
    ? refuse("sedang-diwakili", { giliran, sampai: formatTanggal(halangan.sampai) })
    : refuse("bukan-pelaksana", { giliran });
}

/** Only an answer of the holder's own is told as one; others ended the wait for different reasons. */
function refuseAnswered(turn: Turn, jawaban: Jawaban): Refusal {
  if (jawaban.pilihan === "batal") return refuse("berkas-selesai");
  if (jawaban.oleh === "sistem" || jawaban.pilihan === "ditutup") return refuse("sudah-beralih");
  const { kantor } = turn.context;
  return refuse("sudah-dijawab", {
    waktu: formatWaktu(jawaban.atMs, kantor.zonaWaktu),
    oleh: penjawabText(kantor, jawaban),
  });
}
