import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import { type AkibatBerkas, akibatBerkas } from "../../core/conversation/akibat-berkas.ts";
import { ikutiKantor } from "../../core/conversation/ikuti-kantor.ts";
import type { Accepted, Refusal } from "../../core/engine/decision.ts";
import type { BerkasState } from "../../core/engine/state.ts";
import type { BerkasTerbuka } from "../../core/engine/turn.ts";
import { operatorOf } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import type { OfficeTime } from "../clock/office-time.ts";
import type { Deps } from "../deps.ts";
import { worldOf } from "../turn/load-world.ts";
import { readOffice } from "../turn/offices.ts";
import { type Cause, TurnWriter } from "../turn/turn-writer.ts";
import {
  type ImportRows,
  ignoredRows,
  importRows,
  importTargets,
  type RealisasiDiabaikan,
} from "./import-realisasi.ts";

/** What a load comes to, decided and not yet written. */
export interface LoadDecision {
  readonly writer: TurnWriter;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly berkasBerubah: number;
  readonly akibatList: readonly AkibatBerkas[];
  /** Why it cannot be taken; empty when it can. */
  readonly tolakanList: readonly Refusal[];
  readonly importList: readonly ImportRows[];
  readonly diabaikanList: readonly RealisasiDiabaikan[];
}

/** Decides what an office file means for an office that is there: every running berkas is asked. */
export async function decideLoad(
  deps: Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">,
  isi: KantorIsi,
  sebelum: Pick<KantorIsi, "kantor" | "calendar">,
): Promise<LoadDecision> {
  const { kantor, calendar, sopList } = isi;
  // What is decided on is the office as it is going to be.
  const office = await readOffice(deps.store, kantor.id, deps.clock.now());
  const writer = new TurnWriter(worldOf(deps, { ...office, kantor, calendar, sopList }));
  const akibatList: AkibatBerkas[] = [];
  const tolakanList: Refusal[] = [];
  let berkasBerubah = 0;
  const { ikutanList, kabar } = ikutiKantor(writer.world, {
    oleh: operatorOf(isi.asal),
    sebelum: sebelum.kantor,
    kalenderLama: sebelum.calendar,
  });
  const cause = (what: string): Cause => ({
    sebab: `kantor:${what}:${writer.world.logSeq}`,
    asal: null,
    pelaku: null,
    random: deps.random,
  });
  for (const { berkas, decision } of ikutanList) {
    const { state, sop } = berkas;
    if (decision.kind === "refused") {
      tolakanList.push(decision);
      continue;
    }
    akibatList.push(...akibatBerkas(writer.world, state, decision, sebelum.kantor));
    if (!changes(state, decision)) continue;
    berkasBerubah += 1;
    const berkasList = [{ state: decision.state, sop }];
    writer.add({ session: null, berkasList, effects: decision.effects }, cause(state.id));
  }
  if (kabar.length > 0) {
    writer.add({ session: null, berkasList: [], effects: kabar }, cause("tenggat"));
  }
  const berkasList = await deps.store.listBerkas(kantor.id);
  return {
    writer,
    berkasList,
    berkasBerubah,
    akibatList,
    tolakanList,
    ...decideImports(deps, isi, berkasList, writer.world),
  };
}

/** Deadlines and people that come out the same are left alone, so a load may come twice. */
const changes = (before: BerkasState, { state, effects }: Accepted<Effect>): boolean =>
  effects.length > 0 || JSON.stringify(before) !== JSON.stringify(state);

function decideImports(
  { random }: Pick<Deps, "random">,
  isi: KantorIsi,
  berkasList: readonly BerkasTerbuka[],
  now: OfficeTime,
): Pick<LoadDecision, "importList" | "diabaikanList"> {
  const importList: ImportRows[] = [];
  const diabaikanList: RealisasiDiabaikan[] = [];
  for (const target of importTargets(isi, random)) {
    const there = berkasList.find(
      ({ state: { status, sopId, periode } }) =>
        status !== "dibatalkan" && sopId === target.home.sop.id && periode === target.periode,
    );
    if (there === undefined) {
      importList.push(importRows(isi, target, now));
      continue;
    }
    const ignored = ignoredRows(target, there.state);
    if (ignored !== null) diabaikanList.push(ignored);
  }
  return { importList, diabaikanList };
}
