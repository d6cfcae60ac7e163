import { receiversOf } from "../../core/conversation/siaran.ts";
import { decide } from "../../core/engine/decide.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import { sayDecision } from "../../core/pesan/say.ts";
import { fill } from "../../core/pesan/teks.ts";
import { isOpen, nextOpening } from "../../core/waktu/calendar.ts";
import { pantauText } from "../../generated/teks.ts";
import type { TimerRow } from "../ports/rows.ts";
import { addReceivers } from "../turn/effects/siaran.ts";
import { causeOf } from "../turn/turn-writer.ts";
import type { Sweep } from "./open-due.ts";

type Isi<J extends TimerIsi["jenis"]> = Extract<TimerIsi, { readonly jenis: J }>;

/**
 * Whoever watches over this office asks after a berkas. The engine decides whether they may, and whether it
 * still is late; outside office hours it waits for the opening.
 */
export function takeReminder(
  { deps, writer, later }: Sweep,
  timer: TimerRow,
  isi: Isi<"ingatkan-kantor">,
): void {
  const { world } = writer;
  const scene = causeOf(timer, deps);
  const berkas = world.berkasById.get(isi.berkasId);
  if (berkas === undefined || world.kantor.aktif === false) return;
  if (!isOpen(world.calendar, world.nowMs)) {
    const atMs = nextOpening(world.calendar, world.nowMs);
    const effects = [{ kind: "timer", kunci: timer.kunci, atMs, isi } as const];
    return writer.add({ session: null, berkasList: [], effects }, scene);
  }
  const { sop, state } = berkas;
  const event = { kind: "ingatkan", dari: isi.dari } as const;
  const decision = sayDecision(sop, world, decide(sop, state, event, world));
  if (decision.kind === "refused") {
    const fields = { kantorId: world.kantor.id, berkasId: state.id, refused: decision.code };
    return later(() => deps.log.info(fields, "office not reminded"));
  }
  const berkasList = [{ state: decision.state, sop }];
  writer.add({ session: null, berkasList, effects: decision.effects }, scene);
}

/** Hands a broadcast of whoever watches over this office to its people, unless it was cancelled meanwhile. */
export async function takeBroadcast(
  { deps, writer, later }: Sweep,
  timer: TimerRow,
  { siaranId, teks, peran, dari }: Isi<"siaran-kantor">,
): Promise<void> {
  const { kantor } = writer.world;
  if (kantor.pemantau !== dari.kantorId || kantor.aktif === false) {
    const fields = { kantorId: kantor.id, siaranId };
    return later(() =>
      deps.log.warn(fields, "broadcast of an office that does not watch over this one"),
    );
  }
  const siaran = await deps.store.siaranStatus(dari.kantorId, siaranId);
  if (siaran === null || siaran.dibatalkan) return;
  const idList = kantor.pegawaiList
    .filter((one) => peran === null || one.peran.includes(peran))
    .map(({ id }) => id);
  const { penerima, pribadi } = receiversOf(writer.world, idList);
  const scene = causeOf(timer, deps);
  const sender = `${dari.jabatan}, ${dari.nama}`;
  const receivers = {
    siaranId,
    oleh: dari.pegawaiId,
    teks,
    penerima: penerima.map(({ pegawaiId, id: akunId }) => ({ pegawaiId, akunId })),
    pribadi,
  };
  writer.addRows(scene, (effectScene, draft) =>
    addReceivers(
      receivers,
      fill(pantauText.pengumuman, { dari: sender, teks }),
      effectScene,
      draft,
    ),
  );
  const catatan = {
    kind: "catat",
    jenis: "siaran-kabupaten",
    berkasId: null,
    oleh: "sistem",
    data: { dari: sender, siaran: siaranId, penerima: penerima.length },
  } as const;
  writer.add({ session: null, berkasList: [], effects: [catatan] }, scene);
}
