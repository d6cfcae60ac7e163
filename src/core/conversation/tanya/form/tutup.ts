import { mejaText } from "../../../../generated/teks.ts";
import { holdersOf, openWaits } from "../../../engine/holders.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill, lines, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { say, type Talk } from "../../talk.ts";
import type { Task } from "../../tugas/find.ts";
import { positionText } from "../../tugas/position.ts";
import { settleTask } from "../../tugas/settle.ts";
import { aboutWait, sentenceField } from "../declare.ts";

/** Why the coordinator goes on without the units that have not sent. */
export const tutup = aboutWait<DialogueOf<"tutup">>("tutup", (talk, task, { jawaban }) => ({
  fields: [sentenceField("alasan", () => question(talk, task))],
  finish: (closed) => {
    const answer = { kind: "tutup", alasan: jawaban["alasan"] ?? "" } as const;
    return settleTask(closed, task, answer, (settled, berkas) => {
      const position = positionText(settled.world.kantor, berkas);
      return say(settled, { teks: lines(mejaText.ditutup, position) });
    });
  },
}));

function question({ world: { kantor } }: Talk, { berkas: { state } }: Task): Teks {
  const periode = sebutPeriode(state.periode);
  const belum = openWaits(state)
    .filter(({ macam }) => macam === "unit")
    .flatMap((wait) => holdersOf(wait, kantor).map(({ jabatan }) => jabatan))
    .join(", ");
  return belum === ""
    ? fill(mejaText.tanyaTutupLengkap, { periode })
    : fill(mejaText.tanyaTutup, { periode, belum });
}
