import type { Pertanyaan } from "../../pesan/pesan.ts";
import { recognizeChoice, recognizeWords } from "../../pesan/recognize.ts";
import { dialoguePromptId } from "../prompt.ts";
import { waitOf } from "../session.ts";
import type { Talk } from "../talk.ts";
import { refuse } from "../tanya/question.ts";
import { findTask } from "../tugas/find.ts";
import { readWord } from "./perintah.ts";
import { answerPrompt } from "./token.ts";

/**
 * Takes a text written as an answer to an earlier message: `1` and `setuju` mean the choices of that
 * message, whatever was shown since. Null where pointing at it changes nothing.
 */
export function answerPointed(talk: Talk, text: string, menjawab: Pertanyaan): Talk | null {
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
