import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import type { RichText } from "../../pesan/pesan.ts";
import { paragraphs } from "../../pesan/template.ts";
import { umumText } from "../../pesan/umum.ts";
import { findTask, type Task } from "../find.ts";
import { readSentence } from "../sentence.ts";
import { ask, closeDialogue, decline, markDeclined, type Talk } from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";

/** What one sentence is asked for, and what is done with it. */
export interface Kalimat<J extends "alasan" | "tutup"> {
  readonly question: (talk: Talk, dialogue: DialogueOf<J>, task: Task) => RichText;
  readonly finish: (talk: Talk, dialogue: DialogueOf<J>, kalimat: string) => Talk;
}

/** A dialogue of one question, whose answer is one sentence. */
export function sentenceDialogue<J extends "alasan" | "tutup">({
  question,
  finish,
}: Kalimat<J>): Omit<DialogueHandler<J>, "start"> {
  const again = (talk: Talk, dialogue: DialogueOf<J>, kepala: RichText): Talk => {
    const task = findTask(talk.world, dialogue.waitId);
    if (task === null) return decline(closeDialogue(talk), "tombol-lama");
    return ask(talk, dialogue, {
      teks: paragraphs(kepala, question(talk, dialogue, task)),
      pilihan: [[{ id: "batal", judul: umumText.batal }]],
    });
  };
  const refuse = (
    talk: Talk,
    dialogue: DialogueOf<J>,
    code: PenolakanCode,
    data: Readonly<Record<string, string>> = {},
  ): Talk => again(markDeclined(talk, code), dialogue, penolakanText(code, data));
  return {
    onText: (talk, dialogue, teks) => {
      const sentence = readSentence(teks);
      return sentence.kind === "ditolak"
        ? refuse(talk, dialogue, sentence.code, sentence.data)
        : finish(talk, dialogue, sentence.teks);
    },
    onChoice: (talk, dialogue, pilihan) =>
      pilihan === "batal" ? cancelDialogue(talk) : refuse(talk, dialogue, "bukan-pilihan"),
    onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-waktunya-berkas"),
    again,
  };
}
