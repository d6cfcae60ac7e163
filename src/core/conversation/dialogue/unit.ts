import { mejaText, umumText } from "../../../generated/teks.ts";
import { unitList } from "../../engine/holders.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import { fill, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { findTask } from "../find.ts";
import { ask, closeDialogue, decline, drawId, type Talk } from "../talk.ts";
import { alasan } from "./alasan.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

type Unit = DialogueOf<"unit">;

/** Whose figures are to be corrected; the reason is asked next. */
export const unit: DialogueHandler<"unit"> = {
  start: (talk, { waitId }) => {
    const { talk: drawn, id } = drawId(talk);
    return again(drawn, { jenis: "unit", id, waitId }, []);
  },
  onText: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  onChoice: (talk, dialogue, pilihan) => {
    if (pilihan === "batal") return cancelDialogue(talk);
    const chosen = chosenUnit(talk, dialogue, pilihan);
    if (chosen === undefined) return refuse(talk, dialogue, "bukan-pilihan");
    return alasan.start(closeDialogue(talk), { waitId: dialogue.waitId, unit: chosen });
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-waktunya-berkas"),
  again,
};

function again(talk: Talk, dialogue: Unit, kepala: Teks): Talk {
  const task = findTask(talk.world, dialogue.waitId);
  if (task === null) return decline(closeDialogue(talk), "tombol-lama");
  const { kantor } = talk.world;
  const { state } = task.berkas;
  const choiceList = unitList(state).map((id, index): readonly Tawaran[] => [
    { id: `unit-${index + 1}`, judul: jabatanDi(kantor, id) },
  ]);
  return ask(talk, dialogue, {
    teks: paragraphs(
      kepala,
      fill(mejaText.tanyaUnit, { periode: labelPeriode(state.periode, kantor.istilahTriwulan) }),
    ),
    pilihan: [
      ...choiceList,
      [
        { id: "semua", judul: mejaText.semuaUnit },
        { id: "batal", judul: umumText.batal },
      ],
    ],
  });
}

/** The unit a choice means, null for all of them, undefined for none. */
function chosenUnit(talk: Talk, { waitId }: Unit, pilihan: string): PegawaiId | null | undefined {
  if (pilihan === "semua") return null;
  const task = findTask(talk.world, waitId);
  const index = Number(/^unit-(\d+)$/.exec(pilihan)?.[1] ?? 0) - 1;
  return task === null ? undefined : unitList(task.berkas.state)[index];
}

const refuse = refuseBy(again);
