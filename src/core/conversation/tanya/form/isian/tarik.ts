import { isianText } from "../../../../../generated/teks.ts";
import { isHolder } from "../../../../engine/holders.ts";
import { isCollecting } from "../../../../engine/tarik.ts";
import { sebutPeriode } from "../../../../pesan/periode.ts";
import { fill } from "../../../../pesan/teks.ts";
import { say, type Talk } from "../../../talk.ts";
import type { Task } from "../../../tugas/find.ts";
import { settleTask } from "../../../tugas/settle.ts";
import { start } from "../../drive.ts";
import { takeBackChoice } from "./summary.ts";

/** Figures that were sent can be taken back while the others are waited for; afterwards it is said who can. */
export function correctSent(talk: Talk): Talk | null {
  const { world, pegawai } = talk;
  const [last] = [...world.berkasById.values()]
    .filter(({ state }) => state.status === "berjalan")
    .flatMap((berkas) => berkas.state.waitList.map((wait): Task => ({ berkas, wait })))
    .filter(
      ({ wait }) =>
        wait.macam === "unit" && isHolder(wait, pegawai) && wait.jawaban?.pilihan === "kirim",
    )
    .toSorted((a, b) => (b.wait.jawaban?.seq ?? 0) - (a.wait.jawaban?.seq ?? 0));
  if (last === undefined) return null;
  const periode = sebutPeriode(last.berkas.state.periode);
  return isCollecting(last.berkas.state, last.wait)
    ? say(talk, {
        teks: fill(isianText.sudahTerkirim, { periode }),
        promptId: last.wait.id,
        ...takeBackChoice,
      })
    : takeBackSheet(talk, last);
}

/** Takes back what a unit sent, and shows it what there is to change. */
export const takeBackSheet = (talk: Talk, task: Task): Talk =>
  settleTask(talk, task, { kind: "tarik" }, (settled, { state }) => {
    const again = state.waitList.at(-1);
    if (again === undefined) throw new Error(`${task.wait.id} was taken back and nothing is asked`);
    const periode = sebutPeriode(state.periode);
    const kepala = fill(isianText.ditarik, { periode });
    return start(settled, { jenis: "isian", hal: { waitId: again.id } }, { kepala });
  });
