import type { World } from "../../core/conversation/world.ts";
import { bukaTimer } from "../../core/engine/buka-triwulan.ts";
import type { Refusal } from "../../core/engine/decision.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import { openBerkas } from "../../core/engine/open.ts";
import { jenisPeriode, nextPeriode } from "../../core/kinerja/periode.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { sayDecision } from "../../core/pesan/say.ts";
import { fill, lines } from "../../core/pesan/teks.ts";
import { tahunText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import type { TimerRow } from "../ports/rows.ts";
import type { Later } from "../turn/commit.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";
import { tellKeepers, yearTimers } from "./check-year.ts";

type BukaIsi = Extract<TimerIsi, { jenis: "buka-berkas" }>;

/** What timers of one office fire with, and into. */
export interface Sweep {
  readonly deps: Deps;
  readonly writer: TurnWriter;
  readonly later: Later;
}

/**
 * Opens the berkas a timer stands for: a triwulan on the first working day after it, a semester or
 * year as soon as its parts are complete. One that runs already is left alone, so a timer may come
 * twice. A triwulan also sets the timer of the next one.
 */
export function openDue({ deps, writer, later }: Sweep, timer: TimerRow, isi: BukaIsi): void {
  const { world } = writer;
  // Switched off since the timer was set.
  if (jenisPeriode(isi.periode) === "triwulan" && !world.kantor.pembukaanOtomatis) return;
  if (world.kantor.aktif === false) return;
  const scene = causeOf(timer, deps);
  const available = world.sopList.find(({ sop }) => sop.id === isi.sopId);
  if (available === undefined) {
    const fields = { kantorId: world.kantor.id, sopId: isi.sopId };
    later(() => deps.log.warn(fields, "timer for an unknown sop"));
    return;
  }
  scheduleNext(writer, isi, scene);
  if (isRunning(world, isi)) return;
  const { sop, hash: sopHash } = available;
  const request = {
    id: deps.random.id(),
    sop,
    sopHash,
    periode: isi.periode,
    oleh: "sistem",
  } as const;
  const decision = sayDecision(sop, world, openBerkas(request, world));
  if (decision.kind === "refused") {
    const fields = { sopId: isi.sopId, refused: decision.code };
    later(() => deps.log.info(fields, "berkas not opened"));
    tellRefused(writer, isi, decision, scene);
    return;
  }
  const { state, effects } = decision;
  const berkasList = [{ state, sop }];
  writer.add({ session: null, berkasList, effects }, scene);
}

/** Nobody waits for a berkas that did not open, so who can mend it must hear why. */
function tellRefused(
  writer: TurnWriter,
  { periode }: BukaIsi,
  { code, data }: Refusal,
  scene: Parameters<TurnWriter["add"]>[1],
): void {
  if (code !== "tahun-belum-siap") return;
  const { sop = "", kurang = "", periode: label = "" } = data;
  const catatan: Effect = {
    kind: "catat",
    jenis: code,
    berkasId: null,
    oleh: "sistem",
    data: { periode, sebab: kurang },
  };
  const told = tellKeepers(writer.world, {
    teks: lines(
      fill(tahunText.belumDibuka, { sop, periode: label, kurang }),
      tahunText.lengkapiDibuka,
    ),
  });
  writer.add({ session: null, berkasList: [], effects: [...told, catatan] }, scene);
}

const isRunning = (world: World, isi: BukaIsi): boolean =>
  [...world.berkasById.values()].some(
    ({ state }) =>
      state.sopId === isi.sopId && state.periode === isi.periode && state.status === "berjalan",
  );

function scheduleNext(
  writer: TurnWriter,
  isi: BukaIsi,
  scene: Parameters<TurnWriter["add"]>[1],
): void {
  const { calendar } = writer.world;
  if (jenisPeriode(isi.periode) !== "triwulan") return;
  const periode = nextPeriode(isi.periode);
  writer.add(
    {
      session: null,
      berkasList: [],
      effects: [bukaTimer(isi.sopId, periode, calendar), ...yearTimers(writer.world)],
    },
    scene,
  );
}
