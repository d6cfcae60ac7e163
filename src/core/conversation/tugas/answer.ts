import { lembarIsianText, mejaText } from "../../../generated/teks.ts";
import { isReceipt } from "../../engine/receipt.ts";
import { kosongDi } from "../../pesan/isian-kosong.ts";
import { lines } from "../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../pesan/ucap.ts";
import { sendFormat } from "../incoming/format.ts";
import { waitOf } from "../session.ts";
import { closeDialogue, say, type Talk, turnOf } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { takeBackSheet } from "../tanya/form/isian/tarik.ts";
import { giveBack } from "../tanya/form/kembalikan.ts";
import { showFigures } from "./figures.ts";
import { findTask, type Task } from "./find.ts";
import { nudge } from "./nudge.ts";
import { positionText } from "./position.ts";
import { settleTask } from "./settle.ts";
import { sayTask } from "./task.ts";

/** Takes a choice made at a wait of a berkas: some begin a dialogue, the rest is decided at once. */
export function answerWait(talk: Talk, task: Task, pilihan: string): Talk {
  const hal = { waitId: task.wait.id };
  switch (pilihan) {
    case "isi":
      return start(talk, { jenis: "isian", hal });
    case "formulir":
    case "kembalikan":
    case "tutup":
      return start(talk, { jenis: pilihan, hal });
    case "excel":
      return sendFormat(talk, task);
    case "tabel":
      return sayTask(talk, task, lembarIsianText.dibukaDariTombol);
    case "lengkapi":
      return giveBackOpen(talk, task);
    case "colek":
      return nudge(talk, task);
    case "angka":
      return showFigures(talk, task);
    case "tarik":
      return takeBackSheet(talk, task);
    default:
      return choose(talk, task, pilihan);
  }
}

/** Sends a report back in one tap for what it leaves open; where nothing is, the choice is none. */
function giveBackOpen(talk: Talk, task: Task): Talk {
  const { alasan } = kosongDi(turnOf(talk.world, task.berkas), task.wait);
  if (alasan === null) return choose(talk, task, "lengkapi");
  // the sentence is kept with the berkas, so it is worded for nobody in particular
  const kalimat = inPlainWords(pembacaOf(talk.world, null), alasan);
  return dropClosed(giveBack(talk, task, { alasan: kalimat }));
}

const choose = (talk: Talk, task: Task, pilihan: string): Talk =>
  settleTask(talk, task, { kind: "pilihan", pilihan }, (settled, berkas) =>
    confirm(dropClosed(settled), { talk, task: { ...task, berkas }, pilihan }),
  );

/** Says what became of it, unless the tapped keyboard or the next task already does. */
function confirm(
  talk: Talk,
  {
    talk: before,
    task,
    pilihan,
  }: { readonly talk: Talk; readonly task: Task; readonly pilihan: string },
): Talk {
  const toSelf = talk.effects
    .slice(before.effects.length)
    .some(
      (effect) =>
        effect.kind === "pesan" &&
        effect.kepada.ke === "pegawai" &&
        effect.kepada.pegawaiId === talk.pegawai.id,
    );
  const receipt = isReceipt(task.wait);
  if (talk.tapped && (toSelf || receipt)) return talk;
  if (receipt) return say(talk, { teks: mejaText[terimaKasih(pilihan)] });
  const where = toSelf ? [] : positionText(talk.world.kantor, task.berkas);
  return say(talk, { teks: lines(mejaText.tercatat, where) });
}

const terimaKasih = (pilihan: string): "dibaca" | "hadir" | "berhalangan" =>
  pilihan === "hadir" || pilihan === "berhalangan" ? pilihan : "dibaca";

/**
 * A wait that is answered leaves no dialogue about it behind. Its choices stay: whoever types one a
 * moment later, perhaps on another channel, is told that it was answered.
 */
function dropClosed(talk: Talk): Talk {
  const waitId = waitOf(talk.session.dialogue);
  return waitId === null || isOpen(talk, waitId) ? talk : closeDialogue(talk);
}

const isOpen = ({ world }: Talk, waitId: string): boolean =>
  findTask(world, waitId)?.wait.jawaban === null;
