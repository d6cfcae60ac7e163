import { jawabanText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { openWaits } from "../../engine/holders.ts";
import { lines, paragraphs, type Ucapan } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import { boardText } from "./board.ts";
import { type Command, semua } from "./handler.ts";
import { papan } from "./papan.ts";
import { siapabelum } from "./siapabelum.ts";

/**
 * The board of running berkas: langkah, holder, due time, and who has not delivered; for whoever watches
 * over other offices, those. Who asks "siapa belum?" and may ask after them gets their list instead.
 */
export const status: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const whoIsMissing = argumen === "belum";
    const watches = can(talk.pegawai, "pantau-kantor") && argumen !== "sendiri";
    if (watches) return papan(talk, whoIsMissing ? "" : argumen);
    if (whoIsMissing && siapabelum.untuk(talk.pegawai)) return siapabelum.run(talk, "");
    const running = [...talk.world.berkasById.values()]
      .filter(({ state }) => state.status === "berjalan")
      .toSorted((a, b) => a.state.dibukaMs - b.state.dibukaMs);
    if (running.length === 0) return say(talk, nothingRuns(talk));
    const boards = running.map((berkas) => boardText(talk.world, berkas));
    return say(talk, { teks: paragraphs(...boards), ...nudgeButton(talk, running) });
  },
};

const nothingRuns = ({ pegawai }: Talk): Ucapan => ({
  teks: lines(
    jawabanText.statusKosong,
    can(pegawai, "mulai-berkas") ? jawabanText.statusMulai : [],
  ),
});

/** With one collection running, whoever may nudge does so from the board. */
function nudgeButton(
  { pegawai }: Talk,
  running: readonly BerkasTerbuka[],
): Pick<Ucapan, "pilihan" | "promptId"> {
  const collecting = running.flatMap(({ state }) => {
    const waitList = openWaits(state);
    const missing = waitList.some(({ macam }) => macam === "unit");
    return missing ? waitList.filter(({ macam }) => macam === "koordinator") : [];
  });
  const [only, second] = collecting;
  return only === undefined || second !== undefined || !can(pegawai, "colek")
    ? {}
    : { pilihan: [[{ id: "colek", judul: jawabanText.statusColek }]], promptId: only.id };
}
