import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import type { SopTersedia } from "../../core/conversation/world.ts";
import { decide } from "../../core/engine/decide.ts";
import type { Decision, EngineContext, Refusal } from "../../core/engine/decision.ts";
import { countEntries } from "../../core/engine/effect.ts";
import type { BerkasEvent } from "../../core/engine/event.ts";
import { langkahOf, progressOf } from "../../core/engine/holders.ts";
import { openBerkas } from "../../core/engine/open.ts";
import type { BerkasState } from "../../core/engine/state.ts";
import type { RealisasiByKode } from "../../core/kinerja/indikator.ts";
import { labelPeriode, type Periode } from "../../core/kinerja/periode.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import { bareTitle } from "../../core/pesan/render.ts";
import { type KnownWords, sayDecision } from "../../core/pesan/say.ts";
import { plainText } from "../../core/pesan/spans.ts";
import type { Teks } from "../../core/pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Prompt } from "./prompt.ts";

/** What a play starts from. */
export interface GameStart {
  readonly isi: KantorIsi;
  readonly chosen: SopTersedia;
  readonly periode: Periode;
  readonly nowMs: Instant;
  readonly kamus: Kamus;
}

const MENIT_MS = 60_000;

/** One berkas carried through the engine in memory; every answer takes a minute. */
export class Game {
  readonly sop: SopTersedia["sop"];
  readonly #prompt: Prompt;
  #context: KnownWords;
  #state: BerkasState | null = null;
  #langkahTold: string | null = null;

  constructor({ isi, chosen, nowMs, kamus }: GameStart, prompt: Prompt) {
    this.sop = chosen.sop;
    this.#prompt = prompt;
    this.#context = {
      nowMs,
      logSeq: 0,
      kantor: isi.kantor,
      calendar: isi.calendar,
      terhubung: new Set(isi.kantor.pegawaiList.map(({ id }) => id)),
      realisasi: earlierFigures(isi),
      periodeSelesai: new Set(isi.realisasi.map(({ periode }) => `${chosen.sop.id}/${periode}`)),
      nomorList: [],
      kamus,
    };
  }

  get context(): EngineContext {
    return this.#context;
  }

  /** @throws Error before {@link open}. */
  get state(): BerkasState {
    if (this.#state === null) throw new Error("the play has not begun");
    return this.#state;
  }

  /** Opens the berkas; null, or why it does not open. */
  open({ chosen, periode }: GameStart): string | null {
    // A period the office brings figures of is played all the same.
    const periodeSelesai = new Set(this.#context.periodeSelesai);
    periodeSelesai.delete(`${chosen.sop.id}/${periode}`);
    this.#context = { ...this.#context, periodeSelesai };
    const { sop, hash: sopHash } = chosen;
    const request = { id: "peraga0001", sop, sopHash, periode, oleh: "sistem" } as const;
    const refusal = this.#take(openBerkas(request, this.#context));
    return refusal === null ? null : this.#sentence(refusal);
  }

  /** Hands an event to the engine; a refusal is told and given back. */
  answer(event: BerkasEvent): Refusal | null {
    const refusal = this.#take(decide(this.sop, this.state, event, this.#context));
    if (refusal !== null) this.#prompt.say(`  ${this.#sentence(refusal)}`);
    this.#context = { ...this.#context, nowMs: this.#context.nowMs + MENIT_MS };
    return refusal;
  }

  #take(decided: Decision): Refusal | null {
    const decision = sayDecision(this.sop, this.#context, decided);
    if (decision.kind === "refused") return decision;
    this.#state = decision.state;
    const logSeq = this.#context.logSeq + countEntries(decision.effects);
    this.#context = { ...this.#context, logSeq };
    this.#tellLangkah();
    this.#tellMessages(decision.effects);
    return null;
  }

  #tellLangkah(): void {
    const { state, sop } = this;
    const visit = `${state.langkahNo}/${state.kunjunganList.length}`;
    if (state.status !== "berjalan" || visit === this.#langkahTold) return;
    this.#langkahTold = visit;
    const { ke, dari } = progressOf(sop, state);
    const periode = labelPeriode(state.periode, this.#context.kantor.istilahTriwulan);
    const { uraian } = langkahOf(sop, state.langkahNo);
    this.#prompt.say(`\n== ${periode}, langkah ${ke} dari ${dari}: ${uraian}`);
  }

  /** A text that several people get is shown once. */
  #tellMessages(effects: readonly Effect[]): void {
    const namesByText = new Map<string, string[]>();
    for (const effect of effects) {
      if (effect.kind !== "pesan" || effect.kepada.ke !== "pegawai") continue;
      const { pegawaiId } = effect.kepada;
      const jabatan =
        this.#context.kantor.pegawaiList.find(({ id }) => id === pegawaiId)?.jabatan ?? pegawaiId;
      const text = messageText(effect.pesan);
      namesByText.set(text, [...(namesByText.get(text) ?? []), jabatan]);
    }
    for (const [text, names] of namesByText) {
      this.#prompt.say(`\nKepada ${names.join(", ")}:\n${text.replaceAll(/^/gm, "  | ")}`);
    }
  }

  /** A text as the office reads it. */
  words(teks: Teks): string {
    return inPlainWords(pembacaOf(this.#context, null), teks);
  }

  #sentence({ code, data }: Refusal): string {
    return this.words(penolakanText(code, data));
  }
}

function messageText({ teks, pilihan = [], lampiran }: Pesan): string {
  const buttons = pilihan.map((row) => row.map(({ judul }) => `[ ${bareTitle(judul)} ]`).join(" "));
  const file = lampiran === undefined ? [] : ["(berkas terlampir)"];
  return [plainText(teks), ...file, ...buttons].join("\n");
}

function earlierFigures({ realisasi }: KantorIsi): RealisasiByKode {
  const byKode: Record<string, RealisasiByKode[string]> = {};
  for (const { kode, periode, isian, keterangan = null } of realisasi) {
    byKode[kode] = { ...byKode[kode], [periode]: { isian, keterangan } };
  }
  return byKode;
}
