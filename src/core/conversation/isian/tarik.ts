import { isianText } from "../../../generated/teks.ts";
import { isHolder } from "../../engine/holders.ts";
import { isCollecting } from "../../engine/tarik.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill } from "../../pesan/teks.ts";
import { dialogues } from "../dialogue/index.ts";
import type { Task } from "../find.ts";
import { declineAnswer } from "../refusal.ts";
import { prefix, say, settle, type Talk } from "../talk.ts";
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
  const periode = labelPeriode(last.berkas.state.periode, world.kantor.istilahTriwulan);
  return isCollecting(last.berkas.state, last.wait)
    ? say(talk, {
        teks: fill(isianText.sudahTerkirim, { periode }),
        promptId: last.wait.id,
        ...takeBackChoice,
      })
    : takeBackSheet(talk, last);
}

/** Takes back what a unit sent, and shows it what there is to change. */
export function takeBackSheet(talk: Talk, { berkas, wait }: Task): Talk {
  const event = { kind: "tarik", waitId: wait.id, oleh: talk.pegawai.id } as const;
  const { talk: settled, refusal } = settle(talk, berkas, event);
  if (refusal !== null) return declineAnswer(settled, { berkas, wait }, refusal);
  const again = settled.world.berkasById.get(berkas.state.id)?.state.waitList.at(-1);
  if (again === undefined) throw new Error(`${wait.id} was taken back and nothing is asked`);
  const resumed = dialogues.isian.start(settled, { waitId: again.id, kode: null });
  const { kantor } = talk.world;
  return prefix(
    resumed,
    settled.effects.length,
    fill(isianText.ditarik, {
      periode: labelPeriode(berkas.state.periode, kantor.istilahTriwulan),
    }),
  );
}
