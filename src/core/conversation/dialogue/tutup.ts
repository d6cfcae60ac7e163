import { holdersOf, openWaits } from "../../engine/holders.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { mejaText } from "../../pesan/meja.ts";
import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import type { RichText } from "../../pesan/pesan.ts";
import { fill, lines, paragraphs } from "../../pesan/template.ts";
import { umumText } from "../../pesan/umum.ts";
import { findTask } from "../find.ts";
import { positionText } from "../position.ts";
import { declineAnswer } from "../refusal.ts";
import { readSentence } from "../sentence.ts";
import {
  ask,
  closeDialogue,
  decline,
  drawId,
  markDeclined,
  say,
  settle,
  type Talk,
} from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";

type Tutup = DialogueOf<"tutup">;

/** Why the coordinator goes on without the units that have not sent. */
export const tutup: DialogueHandler<"tutup"> = {
  start: (talk, { waitId }) => {
    const { talk: drawn, id } = drawId(talk);
    return again(drawn, { jenis: "tutup", id, waitId }, []);
  },
  onText: (talk, dialogue, teks) => {
    const sentence = readSentence(teks);
    return sentence.kind === "ditolak"
      ? refuse(talk, dialogue, sentence)
      : close(talk, dialogue, sentence.teks);
  },
  onChoice: (talk, dialogue, pilihan) =>
    pilihan === "batal"
      ? cancelDialogue(talk)
      : refuse(talk, dialogue, { code: "bukan-pilihan", data: {} }),
  onFile: (talk, dialogue) => refuse(talk, dialogue, { code: "bukan-waktunya-berkas", data: {} }),
  again,
};

function again(talk: Talk, dialogue: Tutup, kepala: RichText): Talk {
  const task = findTask(talk.world, dialogue.waitId);
  if (task === null) return decline(closeDialogue(talk), "tombol-lama");
  const { kantor } = talk.world;
  const { state } = task.berkas;
  const periode = labelPeriode(state.periode, kantor.istilahTriwulan);
  const belum = openWaits(state)
    .filter(({ macam }) => macam === "unit")
    .flatMap((wait) => holdersOf(wait, kantor).map(({ jabatan }) => jabatan))
    .join(", ");
  const question =
    belum === ""
      ? fill(mejaText.tanyaTutupLengkap, { periode })
      : fill(mejaText.tanyaTutup, { periode, belum });
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, question),
    pilihan: [[{ id: "batal", judul: umumText.batal }]],
  });
}

const refuse = (
  talk: Talk,
  dialogue: Tutup,
  { code, data }: { readonly code: PenolakanCode; readonly data: Readonly<Record<string, string>> },
): Talk => again(markDeclined(talk, code), dialogue, penolakanText(code, data));

function close(talk: Talk, { waitId }: Tutup, alasan: string): Talk {
  const closed = closeDialogue(talk);
  const task = findTask(closed.world, waitId);
  if (task === null) return decline(closed, "tombol-lama");
  const event = { kind: "tutup", waitId, oleh: talk.pegawai.id, alasan } as const;
  const { talk: settled, refusal } = settle(closed, task.berkas, event);
  if (refusal !== null) return declineAnswer(settled, task, refusal);
  const berkas = settled.world.berkasById.get(task.berkas.state.id) ?? task.berkas;
  return say(settled, {
    teks: lines(fill(mejaText.ditutup, {}), positionText(settled.world.kantor, berkas)),
  });
}
