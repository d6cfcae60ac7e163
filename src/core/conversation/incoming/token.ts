import { perintahText, siaranText, umumText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { refuse } from "../../engine/decision.ts";
import { fill } from "../../pesan/teks.ts";
import { parseToken } from "../../pesan/token.ts";
import { inWords } from "../../pesan/ucap.ts";
import { dialoguePromptId } from "../prompt.ts";
import { decline, emit, readerOf, say, type Talk } from "../talk.ts";
import { choice } from "../tanya/drive.ts";
import { refuse as refuseIn } from "../tanya/question.ts";
import { answerWait } from "../tugas/answer.ts";
import { findTask } from "../tugas/find.ts";
import { declineAnswer } from "../tugas/refusal.ts";
import { readSlash, runPerintah } from "./perintah.ts";

/** Takes a tapped button, or a vote. */
export function onToken(talk: Talk, token: string): Talk {
  const { promptId, id } = parseToken(token);
  return answerPrompt(talk, promptId ?? "", id);
}

/**
 * Takes a choice, tapped or typed: of the open dialogue, of a wait, or a command that needs neither.
 * Whatever points at anything else is stale and changes nothing.
 */
export function answerPrompt(talk: Talk, promptId: string, id: string): Talk {
  const perintah = readSlash(id);
  if (perintah !== null) return runPerintah(talk, perintah.nama, perintah.argumen);
  const { dialogue, seq } = talk.session;
  if (dialogue !== null && promptId === dialoguePromptId(dialogue, seq)) {
    return choice(closeKeyboard(talk, promptId, id), dialogue, id);
  }
  if (id === "batal-siaran") return cancelSiaran(talk, promptId);
  const task = findTask(talk.world, promptId);
  if (task !== null) return answerWait(talk, task, id);
  return dialogue !== null && promptId.startsWith(`${dialogue.id}-`)
    ? refuseIn(talk, dialogue, "pertanyaan-lama")
    : decline(talk, "tombol-lama");
}

/** Taking a vote back undoes nothing; whoever may think it does is told what stands. */
export function onWithdrawn(talk: Talk, promptId: string): Talk {
  const task = findTask(talk.world, promptId);
  return task === null || task.wait.jawaban === null
    ? talk
    : declineAnswer(talk, task, refuse("sudah-dijawab"));
}

/** A question shows what was chosen in place of its keyboard. */
function closeKeyboard(talk: Talk, promptId: string, id: string): Talk {
  const { prompt } = talk.session;
  const shown = prompt?.promptId === promptId ? prompt.pilihan : [];
  const judul = shown.find((one) => one.id === id)?.judul;
  if (judul === undefined) return talk;
  const hasil = inWords(readerOf(talk), fill(umumText.dipilih, { judul }));
  return emit(talk, { kind: "tutup-prompt", promptId, hasil });
}

function cancelSiaran(talk: Talk, siaranId: string): Talk {
  if (!can(talk.pegawai, "siaran")) {
    return decline(talk, "tidak-berwenang", { untuk: perintahText.siaran.untuk });
  }
  const cancelled = emit(talk, { kind: "batal-siaran", siaranId, oleh: talk.pegawai.id });
  const { prompt } = cancelled.session;
  const session =
    prompt?.promptId === siaranId ? { ...cancelled.session, prompt: null } : cancelled.session;
  return say({ ...cancelled, session }, { teks: siaranText.dibatalkan });
}
