import { decide } from "../engine/decide.ts";
import type { Decision } from "../engine/decision.ts";
import type { EngineEffect } from "../engine/effect.ts";
import type { Kantor, PegawaiId, Pencatat } from "../kantor/schema.ts";
import { type TenggatPindah, tenggatBerubah } from "../pesan/berkas.ts";
import type { Effect } from "../pesan/effect.ts";
import { sayDecision, toldAs } from "../pesan/say.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import { bedaLibur } from "../waktu/ubah-libur.ts";
import { applyTo } from "./apply.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** An office as it was, and whoever changed it. */
export interface Pergantian {
  readonly oleh: Pencatat;
  readonly sebelum: Kantor;
  readonly kalenderLama: OfficeCalendar;
}

/** One running berkas, and what it made of the office it finds itself in. */
export interface Ikutan {
  readonly berkas: BerkasTerbuka;
  readonly decision: Decision<Effect>;
}

/** What running berkas make of their office once it is another. */
export interface Diikuti {
  /** With everything that was not refused. */
  readonly world: World;
  readonly ikutanList: readonly Ikutan[];
  /** Word to each person whose deadlines moved: one message, whatever number of them. */
  readonly kabar: readonly Effect[];
}

/** Asks every running berkas of an office that has changed; `world` is the office as it is now. */
export function ikutiKantor(world: World, ganti: Pergantian): Diikuti {
  const { oleh, sebelum, kalenderLama } = ganti;
  const pindahById = new Map<PegawaiId, TenggatPindah[]>();
  const ikutanList: Ikutan[] = [];
  let next = world;
  for (const { sop, state } of world.berkasById.values()) {
    if (state.status !== "berjalan") continue;
    const decided = decide(sop, state, { kind: "kantor", oleh, sebelum }, next);
    const decision = sayDecision(sop, next, withoutMoves(decided));
    ikutanList.push({ berkas: { sop, state }, decision });
    if (decided.kind === "refused" || decision.kind === "refused") continue;
    next = applyTo(next, [{ sop, state: decision.state }], decision.effects);
    const turn = { sop, state: decided.state, context: next, effects: [] };
    for (const { kepada, kabar } of decided.effects.filter(isMove)) {
      const list = pindahById.get(kepada) ?? [];
      pindahById.set(kepada, [...list, { turn, wait: kabar.wait }]);
    }
  }
  const beda = bedaLibur(kalenderLama, world.calendar);
  const kabar = [...pindahById].map(([kepada, pindahList]) =>
    toldAs(next, { kepada, prioritas: "tugas" }, tenggatBerubah(pindahList, beda)),
  );
  return { world: next, ikutanList, kabar };
}

type Told = Extract<EngineEffect, { readonly kind: "kabar" }>;
type Move = Told & { readonly kabar: Extract<Told["kabar"], { jenis: "tenggat-berubah" }> };

const isMove = (effect: EngineEffect): effect is Move =>
  effect.kind === "kabar" && effect.kabar.jenis === "tenggat-berubah";

/** Deadlines are told together, by person and not by berkas. */
const withoutMoves = (decision: Decision): Decision =>
  decision.kind === "refused"
    ? decision
    : { ...decision, effects: decision.effects.filter((effect) => !isMove(effect)) };
