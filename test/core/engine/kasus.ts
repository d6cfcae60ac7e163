import { expect } from "vitest";
import type { Decision } from "../../../src/core/engine/decision.ts";
import type { BerkasState } from "../../../src/core/engine/state.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { type Act, effectsOf, type Given, Play, told, waitingFor } from "./play.ts";

/** What a case expects; only what it names is looked at. */
export interface Expected {
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

/** given … when … expected, as data. */
export interface Kasus {
  readonly nama: string;
  readonly kantor?: Given;
  readonly given?: readonly Act[];
  readonly when: Act;
  readonly expected: Expected;
}

/** Plays a case and compares what it names. */
export function check({ kantor = {}, given = [], when, expected }: Kasus): void {
  const play = Play.after(given, kantor);
  const before = play.state;
  const decision = play.act(when);
  if (decision === null) throw new Error("time alone decides nothing");
  if (expected.ditolak !== undefined) {
    expect(decision).toMatchObject({ kind: "refused", code: expected.ditolak });
    if (expected.data !== undefined) expect(decision).toHaveProperty("data", expected.data);
    expect(play.state).toBe(before);
    return;
  }
  expect(decision, "refused").toMatchObject({ kind: "accepted" });
  checkState(play, expected);
  checkEffects(decision, expected);
}

function checkState({ state, context }: Play, expected: Expected): void {
  if (expected.langkah !== undefined) expect(state.langkahNo).toBe(expected.langkah);
  if (expected.status !== undefined) expect(state.status).toBe(expected.status);
  if (expected.menunggu !== undefined)
    expect(waitingFor(state, context)).toEqual(expected.menunggu);
  if (expected.state !== undefined) expect(state).toMatchObject(expected.state);
}

function checkEffects(decision: Decision<Effect>, expected: Expected): void {
  if (decision.kind === "refused") return;
  const { effects } = decision;
  if (expected.pesan !== undefined) expect(told(effects)).toEqual(expected.pesan);
  for (const [id, words] of Object.entries(expected.tertulis ?? {})) {
    const text = effectsOf(effects, "pesan")
      .filter(({ kepada }) => kepada.ke === "pegawai" && kepada.pegawaiId === id)
      .map(({ pesan }) => plainText(pesan.teks))
      .join("\n");
    for (const word of words) expect(text).toContain(word);
  }
  if (expected.papan !== undefined) {
    const hasil = effectsOf(effects, "tutup-prompt").map((one) => plainText(one.hasil));
    expect(hasil).toEqual(expected.papan);
  }
  if (expected.catatan !== undefined) {
    expect(effectsOf(effects, "catat").map(({ jenis }) => jenis)).toEqual(expected.catatan);
  }
}
