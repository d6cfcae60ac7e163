import { umumText } from "../../../generated/teks.ts";
import { paragraphs, type Teks } from "../../pesan/teks.ts";
import { readSentence } from "../sentence.ts";
import { ask, closeDialogue, decline, type Talk } from "../talk.ts";
import type { DialogueOf, FileMasuk } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

/** The dialogues that ask for one sentence. */
export type Bertanya = DialogueOf<"alasan"> | DialogueOf<"tutup"> | DialogueOf<"hentikan">;

/** All of a dialogue but its beginning. */
export interface Pertanyaan<D extends Bertanya> {
  readonly onText: (talk: Talk, dialogue: D, teks: string) => Talk;
  readonly onChoice: (talk: Talk, dialogue: D, pilihan: string) => Talk;
  readonly onFile: (talk: Talk, dialogue: D, file: FileMasuk) => Talk;
  readonly again: (talk: Talk, dialogue: D, kepala: Teks) => Talk;
}

/** What one sentence is asked for, and what is done with it. */
export interface Kalimat<D extends Bertanya, Hal> {
  /** What it is about; null once that is over, and nothing is asked any more. */
  readonly about: (talk: Talk, dialogue: D) => Hal | null;
  readonly question: (talk: Talk, dialogue: D, hal: Hal) => Teks;
  readonly finish: (talk: Talk, dialogue: D, kalimat: string) => Talk;
}

/** A dialogue of one question, whose answer is one sentence. */
export function sentenceDialogue<D extends Bertanya, Hal>({
  about,
  question,
  finish,
}: Kalimat<D, Hal>): Pertanyaan<D> {
  const again = (talk: Talk, dialogue: D, kepala: Teks): Talk => {
    const hal = about(talk, dialogue);
    if (hal === null) return decline(closeDialogue(talk), "tombol-lama");
    return ask(talk, dialogue, {
      teks: paragraphs(kepala, question(talk, dialogue, hal)),
      pilihan: [[{ id: "batal", judul: umumText.batal }]],
    });
  };
  const refuse = refuseBy(again);
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
