import { suntinganText, umumText } from "../../../generated/teks.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { findTask, type Task } from "../find.ts";
import { takeSuntingan } from "../suntingan.ts";
import { ask, closeDialogue, decline, drawId, type Talk } from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

type Bertanya = DialogueOf<"suntingan">;

/** Whether a Word file that was made from another version, or by somebody else, is to be taken. */
export const suntingan: DialogueHandler<"suntingan"> = {
  start: (talk, { waitId, suntingan, asal }) => {
    const { talk: drawn, id } = drawId(talk);
    return again(drawn, { jenis: "suntingan", id, waitId, ...suntingan, asal }, []);
  },
  onText: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  onChoice: (talk, dialogue, pilihan) => {
    if (pilihan === "batal") return cancelDialogue(talk);
    if (pilihan !== "pakai") return refuse(talk, dialogue, "bukan-pilihan");
    const closed = closeDialogue(talk);
    const task = findTask(closed.world, dialogue.waitId);
    return task === null ? decline(closed, "tombol-lama") : takeSuntingan(closed, task, dialogue);
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  again,
};

function again(talk: Talk, dialogue: Bertanya, kepala: Teks): Talk {
  const task = findTask(talk.world, dialogue.waitId);
  if (task === null) return decline(closeDialogue(talk), "tombol-lama");
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, question(talk, task, dialogue)),
    pilihan: [
      [
        { id: "pakai", judul: suntinganText.pakai },
        { id: "batal", judul: umumText.batal },
      ],
    ],
  });
}

/** Which version it was made from, and what was left open in it: whatever gives reason to ask. */
function question({ world }: Talk, { berkas }: Task, { asal, terbuka }: Bertanya): Teks {
  const { draf, periode } = berkas.state;
  const kini = draf?.sebutan ?? "";
  return lines(
    terbuka === undefined ? [] : fill(suntinganText.terbuka, { isi: terbuka }),
    asal === null
      ? fill(suntinganText.tanyaAsing, {
          periode: labelPeriode(periode, world.kantor.istilahTriwulan),
        })
      : asal === kini
        ? suntinganText.tanyaTerbuka
        : fill(suntinganText.tanyaLama, { asal, kini }),
  );
}

const refuse = refuseBy(again);
