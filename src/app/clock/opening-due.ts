import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { decide } from "../../core/engine/decide.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import type { BerkasEvent } from "../../core/engine/event.ts";
import { sayDecision } from "../../core/pesan/say.ts";
import type { Deps } from "../deps.ts";
import type { TimerRow } from "../ports/rows.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";

type PembukaanIsi = Extract<TimerIsi, { jenis: "pembukaan" | "ralat-bagian" }>;

/**
 * What openings ask of the clock: one whose time has run out closes, and a roll-up, running or finished,
 * learns of figures that were corrected. One that is not there yet will begin with the new ones.
 */
export function openingDue(
  { random }: Pick<Deps, "random">,
  writer: TurnWriter,
  timer: TimerRow,
  isi: PembukaanIsi,
): void {
  const berkas = berkasOf(writer, isi);
  if (berkas === undefined) return;
  const { world } = writer;
  const event: BerkasEvent =
    isi.jenis === "pembukaan"
      ? { kind: "pembukaan-habis" }
      : { kind: "ralat-bagian", ralatList: isi.ralatList };
  const decision = decide(berkas.sop, berkas.state, event, world);
  const said = sayDecision(berkas.sop, world, decision);
  if (said.kind === "refused") return;
  const { state, effects } = said;
  const berkasList = [{ state, sop: berkas.sop }];
  const scene = causeOf(timer, { random });
  writer.add({ session: null, berkasList, effects }, scene);
}

function berkasOf({ world }: TurnWriter, isi: PembukaanIsi): BerkasTerbuka | undefined {
  if (isi.jenis === "pembukaan") return world.berkasById.get(isi.berkasId);
  return [...world.berkasById.values()].find(
    ({ state }) =>
      state.sopId === isi.sopId && state.periode === isi.periode && state.status !== "dibatalkan",
  );
}
