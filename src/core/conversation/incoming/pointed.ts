import type { Dilipat, Pertanyaan } from "../../pesan/pesan.ts";
import { recognizeChoice, recognizeWords } from "../../pesan/recognize.ts";
import { dialoguePromptId } from "../prompt.ts";
import { waitOf } from "../session.ts";
import { decline, type Talk } from "../talk.ts";
import { refuse } from "../tanya/question.ts";
import { findTask } from "../tugas/find.ts";
import { readWord } from "./perintah.ts";
import { answerPrompt } from "./token.ts";

/**
 * Takes a text written as an answer to an earlier message: `1` and `setuju` mean the choices of that
 * message, whatever was shown since. Null where pointing at it changes nothing.
 */
export function answerPointed(
  talk: Talk,
  text: string,
  menjawab: Pertanyaan | Dilipat,
): Talk | null {
  if (menjawab === "dilipat") return readWord(text) === null ? tooOld(talk) : null;
  const { promptId, pilihan, tanpaNomor } = menjawab;
  const { dialogue, seq } = talk.session;
  if (dialogue !== null && promptId === dialoguePromptId(dialogue, seq)) return null;
  const found = (tanpaNomor ? recognizeWords : recognizeChoice)(text, pilihan);
  if (found !== null) return answerPrompt(talk, promptId, found.id);
  if (promptId === "" || readWord(text) !== null) return null;
  const task = findTask(talk.world, promptId);
  // An earlier question of a dialogue: a figure meant for it must not become the one asked for now.
  if (task === null) return answerPrompt(talk, promptId, "");
  return dialogue !== null && waitOf(dialogue) !== promptId
    ? refuse(talk, dialogue, "tidak-dipahami")
    : null;
}

/** What the text was meant for is not known, so it must not become the answer to what is asked now. */
function tooOld(talk: Talk): Talk {
  const { dialogue } = talk.session;
  return dialogue === null ? decline(talk, "balasan-lama") : refuse(talk, dialogue, "balasan-lama");
}
