import { kabarHalangan, kabarHariAkhir } from "../../core/conversation/kabar-halangan.ts";
import { decideHalangan } from "../../core/conversation/ubah-kantor.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import { rentangHalangan } from "../../core/kantor/halangan.ts";
import type { TimerRow } from "../ports/rows.ts";
import { causeOf } from "../turn/turn-writer.ts";
import type { Sweep } from "./open-due.ts";

/**
 * An absence has begun or ended: who stands in and who is back is told, and whoever holds its desks now is
 * asked. Who holds them changed at midnight, whenever this comes. On its last day what is open is told.
 */
export function followHalangan(
  { deps, writer, later }: Sweep,
  timer: TimerRow,
  { halanganId }: Extract<TimerIsi, { jenis: "halangan" }>,
): void {
  const { world } = writer;
  const { kantor, nowMs } = world;
  const halangan = kantor.halanganList?.find(({ id }) => id === halanganId);
  if (halangan === undefined || kantor.aktif === false) return;
  const { mulaiMs, usaiMs } = rentangHalangan(halangan, kantor.zonaWaktu);
  // It ended while the office was closed: its end is told by the timer of that.
  if (nowMs >= usaiMs && !timer.kunci.endsWith(":usai")) return;
  if (timer.kunci.endsWith(":akhir")) {
    const effects = kabarHariAkhir(world, halangan);
    writer.add({ session: null, berkasList: [], effects }, causeOf(timer, deps));
    return;
  }
  const decided = decideHalangan(world, nowMs < usaiMs ? mulaiMs : usaiMs);
  if (decided.kind === "refused") {
    later(() => deps.log.warn({ halanganId, refused: decided.code }, "nobody to ask"));
    return;
  }
  const { berkasList, effects } = decided;
  writer.add(
    { session: null, berkasList, effects: [...kabarHalangan(world, halangan), ...effects] },
    causeOf(timer, deps),
  );
}
