import { mejaText } from "../../generated/teks.ts";
import { langkahOf, unitList } from "../engine/holders.ts";
import { isReceipt } from "../engine/receipt.ts";
import { fill, lines } from "../pesan/teks.ts";
import { dialogues } from "./dialogue/index.ts";
import { showFigures } from "./figures.ts";
import { findTask, type Task } from "./find.ts";
import { sendFormat } from "./format.ts";
import { takeBackSheet } from "./isian/tarik.ts";
import { nudge } from "./nudge.ts";
import { positionText } from "./position.ts";
import { declineAnswer, refusalToOpen } from "./refusal.ts";
import { closeDialogue, say, settle, type Talk } from "./talk.ts";

/** Takes a choice made at a wait of a berkas: some begin a dialogue, the rest is decided at once. */
export function answerWait(talk: Talk, task: Task, pilihan: string): Talk {
  switch (pilihan) {
    case "isi":
      return dialogues.isian.start(talk, { waitId: task.wait.id, kode: null });
    case "formulir":
      return startForm(talk, task);
    case "excel":
      return sendFormat(talk, task);
    case "kembalikan":
      return startReturn(talk, task);
    case "tutup":
      return startClosing(talk, task);
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

/** Where figures would be asked again, first whose: one unit's slip must not trouble the others. */
function startReturn(talk: Talk, task: Task): Talk {
  const refusal = refusalToOpen(talk, task, "kembalikan");
  if (refusal !== null) return declineAnswer(talk, task, refusal);
  const { berkas, wait } = task;
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  const back = "kembalikan" in langkah.hasil ? langkah.hasil.kembalikan : undefined;
  const compiles = langkah.jenis === "penyusunan" || langkah.jenis === "kompilasi";
  const [only, second] = unitList(berkas.state);
  const toFigures =
    back !== undefined && back !== "selesai" && langkahOf(berkas.sop, back).jenis === "realisasi";
  if (!compiles || !toFigures) {
    return dialogues.alasan.start(talk, { waitId: wait.id, unit: null });
  }
  return second === undefined
    ? dialogues.alasan.start(talk, { waitId: wait.id, unit: only ?? null })
    : dialogues.unit.start(talk, { waitId: wait.id });
}

function startForm(talk: Talk, task: Task): Talk {
  const refusal = refusalToOpen(talk, task, "formulir");
  return refusal === null
    ? dialogues.formulir.start(talk, { waitId: task.wait.id })
    : declineAnswer(talk, task, refusal);
}

function startClosing(talk: Talk, task: Task): Talk {
  const refusal = refusalToOpen(talk, task, "tutup");
  return refusal === null
    ? dialogues.tutup.start(talk, { waitId: task.wait.id })
    : declineAnswer(talk, task, refusal);
}

function choose(talk: Talk, task: Task, pilihan: string): Talk {
  const { berkas, wait } = task;
  const { talk: settled, refusal } = settle(talk, berkas, {
    kind: "pilihan",
    waitId: wait.id,
    oleh: talk.pegawai.id,
    pilihan,
  });
  if (refusal !== null) return declineAnswer(settled, task, refusal);
  return confirm(dropClosed(settled), { talk, task, pilihan });
}

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
  if (receipt) return say(talk, { teks: fill(mejaText[terimaKasih(pilihan)], {}) });
  const berkas = talk.world.berkasById.get(task.berkas.state.id) ?? task.berkas;
  const where = toSelf ? [] : positionText(talk.world.kantor, berkas);
  return say(talk, { teks: lines(mejaText.tercatat, where) });
}

const terimaKasih = (pilihan: string): "dibaca" | "hadir" | "berhalangan" =>
  pilihan === "hadir" || pilihan === "berhalangan" ? pilihan : "dibaca";

/**
 * A wait that is answered leaves no dialogue about it behind. Its choices stay: whoever types one a
 * moment later, perhaps on another channel, is told that it was answered.
 */
function dropClosed(talk: Talk): Talk {
  const { dialogue } = talk.session;
  const open = dialogue === null || !("waitId" in dialogue) || isOpen(talk, dialogue.waitId);
  return open ? talk : closeDialogue(talk);
}

const isOpen = ({ world }: Talk, waitId: string): boolean =>
  findTask(world, waitId)?.wait.jawaban === null;
