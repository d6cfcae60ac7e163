import type { Decision, EngineContext } from "../engine/decision.ts";
import { countEntries, type RemindEffect, type Told } from "../engine/effect.ts";
import { langkahOf, pegawaiOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import type { Turn } from "../engine/turn.ts";
import { type EffectTergambar, gambarNaskah } from "../naskah/salinan.ts";
import type { Sop } from "../sop/schema.ts";
import {
  indikatorBeralih,
  khususDefinitif,
  pemegangBerhalangan,
  tanpaPemegang,
  tugasDiterima,
} from "./beralih.ts";
import {
  arsipSiap,
  berkasCancelled,
  berkasSelesai,
  catatanDisimpan,
  circular,
  compilationReady,
  decisionSheet,
  draftSheet,
  tenggatBerubah,
} from "./berkas.ts";
import { diingatkan } from "./diingatkan.ts";
import type { Effect } from "./effect.ts";
import { edaranNaskah, formulirSiap } from "./formulir.ts";
import { hasilText } from "./hasil.ts";
import type { Kamus } from "./kamus.ts";
import {
  letterIssued,
  openingAgreed,
  openingAsked,
  openingOver,
  partsCorrected,
} from "./pembukaan.ts";
import { digest } from "./pengingat.ts";
import { collectionClosed, collectionStarted, unitAsked } from "./pengumpulan.ts";
import type { SuratMati } from "./surat-mati.ts";
import type { Ucapan } from "./teks.ts";
import { inWords, pembacaOf, sayTo } from "./ucap.ts";

/**
 * Puts a decision into words and papers, behind it and before its commit: what is sent is what was
 * committed. The figures it hands out are dated by the last entry the decision adds to the log.
 */
export function sayDecision(sop: Sop, context: KnownWords, decision: Decision): Decision<Effect> {
  if (decision.kind === "refused") return decision;
  const { state, effects } = decision;
  const logSeq = context.logSeq + countEntries(effects);
  const left: Turn = { sop, state, context: { ...context, logSeq }, effects: [] };
  const drawn = gambarNaskah(left, effects);
  const turn = { ...left, state: drawn.state };
  const said = drawn.effects.map((effect) => sayEffect(turn, context, effect));
  return { ...decision, state: drawn.state, effects: said };
}

/** An office with everything that may be said in it. */
export type KnownWords = EngineContext & { readonly kamus: Kamus };

/** Puts a sweep of reminders into words. */
export const sayReminders = (
  context: KnownWords & { readonly suratMatiList: readonly SuratMati[] },
  effects: readonly RemindEffect[],
): readonly Effect[] =>
  effects.map((effect) => {
    if (effect.kind !== "kabar") return effect;
    const { tugasList, suratIdList, papan } = effect.kabar;
    const suratList = context.suratMatiList.filter(({ id }) => suratIdList.includes(id));
    const reader = pegawaiOf(context.kantor, effect.kepada);
    return toldAs(context, effect, digest(context, reader, { tugasList, suratList, papan }));
  });

/** One fact about a berkas in words, from the berkas as it stands. */
export const sayKabar = <J extends Kabar["jenis"]>(
  turn: Turn,
  kabar: KabarOf<J> & { readonly jenis: J },
): Ucapan => ucapanByJenis[kabar.jenis](turn, kabar);

type KabarOf<J extends Kabar["jenis"]> = Extract<Kabar, { readonly jenis: J }>;

/** The words of each kind of fact: one without its own does not compile. */
const ucapanByJenis: {
  readonly [J in Kabar["jenis"]]: (turn: Turn, kabar: KabarOf<J>) => Ucapan;
} = {
  tugas: taskPesan,
  "edaran-laporan": circular,
  "edaran-naskah": edaranNaskah,
  "tugas-beralih": (turn, { tugas, peralihan }) => tugasDiterima(sayKabar(turn, tugas), peralihan),
  "indikator-beralih": (turn, { peralihanList }) => indikatorBeralih(turn, peralihanList),
  "tanpa-pemegang": (turn, { wait }) => tanpaPemegang(turn, wait),
  "pemegang-berhalangan": (turn, { wait, halangan }) => pemegangBerhalangan(turn, wait, halangan),
  "khusus-definitif": (turn, { wait }) => khususDefinitif(turn, wait),
  "pengumpulan-ditutup": (turn, { oleh, alasan }) => collectionClosed(turn, oleh, alasan),
  "tenggat-berubah": (turn, { wait }) => tenggatBerubah([{ turn, wait }]),
  "arsip-siap": (turn, { naskahId }) => arsipSiap(turn, naskahId),
  diingatkan,
  "berkas-selesai": berkasSelesai,
  "catatan-disimpan": catatanDisimpan,
  "berkas-dibatalkan": (turn, { jawaban }) => berkasCancelled(turn, jawaban),
  "pembukaan-disetujui": openingAgreed,
  "pembukaan-usai": openingOver,
  "surat-ralat": letterIssued,
  "ralat-bagian": (turn, { ralatList }) => partsCorrected(turn, ralatList),
};

function sayEffect(turn: Turn, context: KnownWords, effect: EffectTergambar): Effect {
  if (effect.kind === "kabar") return toldAs(context, effect, sayKabar(turn, effect.kabar));
  if (effect.kind === "naskah") {
    const { berkas, ...naskah } = effect;
    return { ...naskah, berkasId: berkas.id, periode: berkas.periode };
  }
  if (effect.kind !== "tutup-wait") return effect;
  const { waitId, jawaban, akhir } = effect;
  // several may have been shown it, each in a language of their own
  const hasil = inWords(pembacaOf(context, null), hasilText(turn.context.kantor, jawaban, akhir));
  return { kind: "tutup-prompt", promptId: waitId, hasil };
}

/** What somebody is to be told, as they read it. */
export const toldAs = (
  context: Pick<KnownWords, "kamus" | "kantor">,
  { kepada, prioritas }: Pick<Told<unknown>, "kepada" | "prioritas">,
  ucapan: Ucapan,
): Effect => ({
  kind: "pesan",
  kepada: { ke: "pegawai", pegawaiId: kepada },
  prioritas,
  pesan: sayTo(pembacaOf(context, kepada), ucapan),
});

function taskPesan(turn: Turn, { wait, arrival }: Extract<Kabar, { jenis: "tugas" }>): Ucapan {
  if (wait.macam === "unit") return unitAsked(turn, wait, arrival);
  if (wait.macam === "koordinator") return collectionStarted(turn, wait, arrival);
  if (wait.macam === "pembukaan") return openingAsked(turn, wait);
  const { jenis } = langkahOf(turn.sop, wait.langkahNo);
  switch (jenis) {
    case "kompilasi":
      return compilationReady(turn, wait, arrival);
    case "penyusunan":
    case "sosialisasi":
      return draftSheet(turn, wait, arrival, jenis);
    case "keputusan":
      return decisionSheet(turn, wait, arrival);
    case "formulir":
      return formulirSiap(turn, wait, arrival);
    case "realisasi":
      throw new Error(`wait ${wait.id} is a desk of a langkah that has none`);
  }
}
