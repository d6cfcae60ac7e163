import { mejaText } from "../../../generated/teks.ts";
import { holdersOf, openWaits } from "../../engine/holders.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { findTask, type Task } from "../find.ts";
import { positionText } from "../position.ts";
import { declineAnswer } from "../refusal.ts";
import { closeDialogue, decline, drawId, say, settle, type Talk } from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { sentenceDialogue } from "./kalimat.ts";

type Tutup = DialogueOf<"tutup">;

const asking = sentenceDialogue<Tutup, Task>({
  about: ({ world }, { waitId }) => findTask(world, waitId),
  question,
  finish: close,
});

/** Why the coordinator goes on without the units that have not sent. */
export const tutup: DialogueHandler<"tutup"> = {
  ...asking,
  start: (talk, { waitId }) => {
    const { talk: drawn, id } = drawId(talk);
    return asking.again(drawn, { jenis: "tutup", id, waitId }, []);
  },
};

function question({ world }: Talk, _dialogue: Tutup, { berkas }: Task): Teks {
  const { kantor } = world;
  const { state } = berkas;
  const periode = labelPeriode(state.periode, kantor.istilahTriwulan);
  const belum = openWaits(state)
    .filter(({ macam }) => macam === "unit")
    .flatMap((wait) => holdersOf(wait, kantor).map(({ jabatan }) => jabatan))
    .join(", ");
  return belum === ""
    ? fill(mejaText.tanyaTutupLengkap, { periode })
    : fill(mejaText.tanyaTutup, { periode, belum });
}

function close(talk: Talk, { waitId }: Tutup, alasan: string): Talk {
  const closed = closeDialogue(talk);
  const task = findTask(closed.world, waitId);
  if (task === null) return decline(closed, "tombol-lama");
  const event = { kind: "tutup", waitId, oleh: talk.pegawai.id, alasan } as const;
  const { talk: settled, refusal } = settle(closed, task.berkas, event);
  if (refusal !== null) return declineAnswer(settled, task, refusal);
  const berkas = settled.world.berkasById.get(task.berkas.state.id) ?? task.berkas;
  return say(settled, {
    teks: lines(mejaText.ditutup, positionText(settled.world.kantor, berkas)),
  });
}
