import { applyTo } from "../../src/core/conversation/apply.ts";
import { converse } from "../../src/core/conversation/converse.ts";
import type { IsiBerkas } from "../../src/core/conversation/incoming/isi-berkas.ts";
import { kabarHalangan, kabarHariAkhir } from "../../src/core/conversation/kabar-halangan.ts";
import { promptFor } from "../../src/core/conversation/prompt.ts";
import { emptySession, type Session } from "../../src/core/conversation/session.ts";
import { decideHalangan } from "../../src/core/conversation/ubah-kantor.ts";
import type { BerkasTerbuka, Masukan, Outcome, World } from "../../src/core/conversation/world.ts";
import { openBerkas } from "../../src/core/engine/open.ts";
import type { Bukti } from "../../src/core/formulir/nilai.ts";
import { rentangHalangan } from "../../src/core/kantor/halangan.ts";
import { kantorPada, tercatatOf } from "../../src/core/kantor/pada.ts";
import type { Pegawai } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import type { Effect } from "../../src/core/pesan/effect.ts";
import type { Pesan, Pilihan } from "../../src/core/pesan/pesan.ts";
import { sayDecision } from "../../src/core/pesan/say.ts";
import { plainText } from "../../src/core/pesan/spans.ts";
import { tokenOf } from "../../src/core/pesan/token.ts";
import type { RevisiRealisasi } from "../../src/core/rekap/masukan.ts";
import { worldOf } from "./world.ts";

/** What a person does: text, a tap on a title or id, a file, or anything else. */
export type Act =
  | string
  | { readonly tap: string }
  | { readonly token: string }
  | {
      readonly file: string;
      readonly caption?: string;
      readonly isi?: IsiBerkas;
      readonly bukti?: Partial<Bukti>;
    }
  | { readonly masukan: Masukan };

/** A message as it reached somebody. */
export interface Delivered {
  readonly kepada: string;
  readonly pesan: Pesan;
}

/**
 * Plays a conversation the way the app does: each outcome is applied, and everything that would be
 * stored goes through JSON between any two acts.
 */
export class Stage {
  world: World;
  readonly delivered: Delivered[] = [];
  readonly effects: Effect[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #timers = new Map<string, Extract<Effect, { kind: "timer" }>>();
  #ids = 0;

  constructor(world: World = worldOf()) {
    this.world = world;
  }

  /** Opens a berkas of the first sheet. */
  open(periode = "2026-TW4"): void {
    const [first] = this.world.sopList;
    if (first === undefined) throw new Error("no sheet");
    const { sop, hash: sopHash } = first;
    const request = {
      id: this.#id(),
      sop,
      sopHash,
      periode: Periode.parse(periode),
      oleh: "sistem",
    } as const;
    const decision = sayDecision(sop, this.world, openBerkas(request, this.world));
    if (decision.kind === "refused") throw new Error(decision.code);
    this.#take([{ state: decision.state, sop: first.sop }], decision.effects, null);
  }

  /** One act of one person; returns what they got back, as one text. */
  act(id: string, act: Act): string {
    const before = this.delivered.length;
    this.outcome(id, act);
    return this.delivered
      .slice(before)
      .filter(({ kepada }) => kepada === id)
      .map(({ pesan }) => plainText(pesan.teks))
      .join("\n---\n");
  }

  /** One act of one person; returns the outcome itself. */
  outcome(id: string, act: Act): Outcome {
    this.#roundTrip();
    const pegawai = this.pegawai(id);
    const world = { ...this.world, idList: Array.from({ length: 8 }, () => this.#id()) };
    const pelaku = { pegawai, session: this.session(id), akunId: `akun-${id}` };
    const outcome = converse(world, pelaku, this.#masukan(id, act));
    this.#sessions.set(id, outcome.session);
    this.#take(outcome.berkasList, outcome.effects, id);
    return outcome;
  }

  session(id: string): Session {
    return this.#sessions.get(id) ?? emptySession;
  }

  /** Lets a prompt be the one shown last again, as if nothing had been shown since. */
  recall(id: string, prompt: Session["prompt"]): void {
    this.#sessions.set(id, { ...this.session(id), prompt });
  }

  /** Puts somebody into the middle of something. */
  openDialogue(id: string, dialogue: Session["dialogue"]): void {
    this.#sessions.set(id, { ...this.session(id), dialogue });
  }

  pegawai(id: string): Pegawai {
    const found = this.world.kantor.pegawaiList.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody is called ${id}`);
    return found;
  }

  /** The only berkas. */
  berkas(): BerkasTerbuka {
    const [only] = this.world.berkasById.values();
    if (only === undefined) throw new Error("nothing runs");
    return only;
  }

  /** The message somebody got last. */
  last(id: string): Pesan {
    const found = this.delivered.findLast(({ kepada }) => kepada === id);
    if (found === undefined) throw new Error(`${id} got nothing`);
    return found.pesan;
  }

  /** Its text. */
  lastText(id: string): string {
    return plainText(this.last(id).teks);
  }

  /** The titles below it. */
  titles(id: string): readonly string[] {
    return (this.last(id).pilihan ?? []).flat().map(({ judul }) => judul);
  }

  /** The token of a button somebody was shown, the newest message first. */
  token(id: string, titleOrId: string): string {
    for (const { kepada, pesan } of this.delivered.toReversed()) {
      if (kepada !== id) continue;
      const found = (pesan.pilihan ?? []).flat().find((one) => isCalled(one, titleOrId));
      if (found !== undefined) return tokenOf(pesan.promptId ?? null, found.id);
    }
    throw new Error(`${id} never saw a button ${titleOrId}`);
  }

  /** Lets time pass. */
  wait(minutes: number): void {
    this.passTo(this.world.nowMs + minutes * 60_000);
  }

  /** Lets time pass until an instant; absences that begin or end on the way are told when due. */
  passTo(untilMs: number): void {
    for (;;) {
      const due = [...this.#timers]
        .filter(([, { atMs, isi }]) => atMs <= untilMs && isi.jenis === "halangan")
        .toSorted(([, a], [, b]) => a.atMs - b.atMs);
      const [first] = due;
      if (first === undefined) break;
      const [kunci, { atMs, isi }] = first;
      this.#timers.delete(kunci);
      this.#at(atMs);
      if (isi.jenis === "halangan") this.#halangan(isi.halanganId, kunci);
    }
    this.#at(untilMs);
  }

  #at(nowMs: number): void {
    this.world = { ...this.world, nowMs, kantor: kantorPada(this.world.kantor, nowMs) };
  }

  #cancel(awalan: string): void {
    for (const kunci of this.#timers.keys()) {
      if (kunci.startsWith(awalan)) this.#timers.delete(kunci);
    }
  }

  #halangan(id: string, kunci: string): void {
    const { kantor, nowMs } = this.world;
    const halangan = kantor.halanganList?.find((one) => one.id === id);
    if (halangan === undefined) return;
    if (kunci.endsWith(":akhir")) {
      return this.#take([], kabarHariAkhir(this.world, halangan), null);
    }
    const { mulaiMs, usaiMs } = rentangHalangan(halangan, kantor.zonaWaktu);
    const decided = decideHalangan(this.world, nowMs < usaiMs ? mulaiMs : usaiMs);
    if (decided.kind === "refused") throw new Error(decided.code);
    const effects = [...kabarHalangan(this.world, halangan), ...decided.effects];
    this.#take(decided.berkasList, effects, null);
  }

  #masukan(id: string, act: Act): Masukan {
    if (typeof act === "string") return { jenis: "teks", teks: act };
    if ("masukan" in act) return act.masukan;
    if ("token" in act) return { jenis: "pilihan", token: act.token };
    if ("tap" in act) return { jenis: "pilihan", token: this.token(id, act.tap) };
    const { file, caption = "", isi = null, bukti } = act;
    const stored = {
      hash: `hash-${file}`,
      nama: file,
      mime: "image/jpeg",
      ukuranByte: 9,
      ...bukti,
    };
    return { jenis: "berkas-masuk", bukti: stored, keterangan: caption, isi };
  }

  #take(
    berkasList: readonly BerkasTerbuka[],
    effects: readonly Effect[],
    oleh: string | null,
  ): void {
    const before = this.world;
    const revisiList = effects.flatMap((effect): RevisiRealisasi[] =>
      effect.kind === "realisasi"
        ? [{ ...effect, atMs: before.nowMs, seq: before.logSeq + 1 }]
        : [],
    );
    this.world = {
      ...applyTo(before, berkasList, effects),
      revisiList: [...before.revisiList, ...revisiList],
    };
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.kind === "timer") this.#timers.set(effect.kunci, effect);
      if (effect.kind === "batal-timer") this.#cancel(effect.awalan);
      if (effect.kind === "putuskan") this.#sessions.delete(effect.pegawaiId);
      if (effect.kind !== "pesan") continue;
      const kepada = effect.kepada.ke === "asal" ? oleh : effect.kepada.pegawaiId;
      if (kepada === null) throw new Error("a reply to nobody");
      this.delivered.push({ kepada, pesan: effect.pesan });
      if (kepada !== oleh)
        this.#sessions.set(kepada, promptFor(this.session(kepada), effect.pesan));
    }
  }

  #roundTrip(): void {
    for (const [id, session] of this.#sessions) {
      this.#sessions.set(id, JSON.parse(JSON.stringify(session)));
    }
    const berkasById = new Map(
      [...this.world.berkasById].map(([id, { sop, state }]) => [
        id,
        { sop, state: JSON.parse(JSON.stringify(state)) },
      ]),
    );
    const tercatat = JSON.parse(JSON.stringify(tercatatOf(this.world.kantor)));
    const kantor = kantorPada(tercatat, this.world.nowMs);
    this.world = { ...this.world, kantor, berkasById };
  }

  #id(): string {
    this.#ids += 1;
    return `id${String(this.#ids).padStart(8, "0")}`;
  }
}

const isCalled = (one: Pilihan, titleOrId: string): boolean =>
  one.judul === titleOrId || one.id === titleOrId || one.judul.startsWith(titleOrId);
