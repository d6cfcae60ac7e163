import { expect } from "vitest";
import type { Decision } from "../../../src/core/engine/decision.ts";
import type { BerkasState } from "../../../src/core/engine/state.ts";
import { plainText } from "../../../src/core/pesan/template.ts";
import type { Act, Given } from "./play.ts";
import { effectsOf, Play, told, waitingFor } from "./play.ts";

/** What a case expects; only what it names is looked at. */
export interface Then {
  /** Refused with this code, and the words that fill its sentence. */
  readonly ditolak?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly langkah?: string;
  readonly status?: BerkasState["status"];
  /** Everybody who is waited for afterwards. */
  readonly menunggu?: readonly string[];
  /** Everybody a message goes to. */
  readonly pesan?: readonly string[];
  /** Words that stand in the message to a person. */
  readonly tertulis?: Readonly<Record<string, readonly string[]>>;
  /** What keyboards become. */
  readonly papan?: readonly string[];
  /** Entries of the event log. */
  readonly catatan?: readonly string[];
  readonly state?: object;
}

/** given … when … then, as data. */
export interface Kasus {
  readonly nama: string;
  readonly kantor?: Given;
  readonly given?: readonly Act[];
  readonly when: Act;
  readonly then: Then;
}

/** Plays a case and compares what it names. */
export function check({ kantor = {}, given = [], when, then }: Kasus): void {
  const play = Play.after(given, kantor);
  const before = play.state;
  const decision = play.act(when);
  if (decision === null) throw new Error("time alone decides nothing");
  if (then.ditolak !== undefined) {
    expect(decision).toMatchObject({ kind: "refused", code: then.ditolak });
    if (then.data !== undefined) expect(decision).toHaveProperty("data", then.data);
    expect(play.state).toBe(before);
    return;
  }
  expect(decision, "refused").toMatchObject({ kind: "accepted" });
  checkState(play, then);
  checkEffects(decision, then);
}

function checkState({ state, context }: Play, then: Then): void {
  if (then.langkah !== undefined) expect(state.langkahNo).toBe(then.langkah);
  if (then.status !== undefined) expect(state.status).toBe(then.status);
  if (then.menunggu !== undefined) expect(waitingFor(state, context)).toEqual(then.menunggu);
  if (then.state !== undefined) expect(state).toMatchObject(then.state);
}

function checkEffects(decision: Decision, then: Then): void {
  if (decision.kind === "refused") return;
  const { effects } = decision;
  if (then.pesan !== undefined) expect(told(effects)).toEqual(then.pesan);
  for (const [id, words] of Object.entries(then.tertulis ?? {})) {
    const text = effectsOf(effects, "pesan")
      .filter(({ kepada }) => kepada.ke === "pegawai" && kepada.pegawaiId === id)
      .map(({ pesan }) => plainText(pesan.teks))
      .join("\n");
    for (const word of words) expect(text).toContain(word);
  }
  if (then.papan !== undefined) {
    const hasil = effectsOf(effects, "tutup-prompt").map((one) => plainText(one.hasil));
    expect(hasil).toEqual(then.papan);
  }
  if (then.catatan !== undefined) {
    expect(effectsOf(effects, "catat").map(({ jenis }) => jenis)).toEqual(then.catatan);
  }
}
