import { umumText } from "../../../generated/teks.ts";
import type { Refusal } from "../../engine/decision.ts";
import type { Bukti } from "../../formulir/nilai.ts";
import type { PenolakanCode } from "../../pesan/penolakan.ts";
import type { Teks } from "../../pesan/teks.ts";
import { readSentence, type Sentence } from "../incoming/sentence.ts";
import type { Hal, Nilai } from "../session.ts";
import { decline, type Talk } from "../talk.ts";
import { findTask, type Task } from "../tugas/find.ts";
import { declineAnswer, type Opening, refusalToOpen } from "../tugas/refusal.ts";
import type { Asked, Bacaan, Field, Form, Offer, Tolak } from "./field.ts";

/** A form about a wait: over as soon as the engine would not take its answer from this person. */
export const aboutWait =
  <D extends { readonly hal: Hal["tutup"] }>(
    opening: Opening,
    form: (talk: Talk, task: Task, dialogue: D) => Form,
  ) =>
  (talk: Talk, dialogue: D): Form => {
    const task = findTask(talk.world, dialogue.hal.waitId);
    if (task === null) return over("tombol-lama");
    const refusal = refusalToOpen(talk, task, opening);
    return refusal === null ? form(talk, task, dialogue) : overBy(task, refusal);
  };

/** A refusal of an answer. */
export const tolak = (code: PenolakanCode, data: Readonly<Record<string, Teks>> = {}): Tolak => ({
  kind: "tolak",
  code,
  data,
});

/** A text as an answer. */
export const kata = (teks: string): Bacaan => jawab({ tipe: "teks", teks });

/** Nothing is asked any more, because this holds. */
export const over = (code: PenolakanCode): Form => ({
  fields: [],
  finish: (talk) => decline(talk, code),
});

/** Nothing is asked any more, because the engine refuses this about the task. */
export const overBy = (task: Task, refusal: Refusal): Form => ({
  fields: [],
  finish: (talk) => declineAnswer(talk, task, refusal),
});

/** A choice. */
export const offer = (id: string, judul: Teks, arti: Bacaan): Offer => ({ id, judul, arti });

/** The choice to leave it. */
export const batal: Offer = offer("batal", umumText.batal, { kind: "batal" });

/** What most choices mean: an answer, to pass over, to ask these next, to hand in. */
export const jawab = (nilai: Nilai): Bacaan => ({ kind: "nilai", nilai });
export const lewati: Bacaan = { kind: "lewati" };
export const tanya = (...antrean: readonly string[]): Bacaan => ({ kind: "tanya", antrean });
export const selesai: Bacaan = { kind: "selesai" };

/** A field that is answered by one of its choices. */
export const choiceField = (kode: string, asks: () => Asked): Field => ({
  kode,
  menerima: "pilihan",
  asks,
  read: () => tolak("bukan-pilihan"),
});

/** A field that is answered in one's own words, or left. */
export const sentenceField = (
  kode: string,
  teks: () => Teks,
  read: (teks: string) => Sentence = readSentence,
): Field => ({
  kode,
  menerima: "kalimat",
  asks: () => ({ teks: teks(), pilihan: [[batal]] }),
  read: (said) => sentence(read(said)),
});

/** A sentence as an answer, or why it is none. */
export const sentence = (read: Sentence): Bacaan =>
  read.kind === "ditolak" ? tolak(read.code, read.data) : kata(read.teks);

/** Files as an answer. */
export const filesAnswer = (buktiList: readonly Bukti[]): Nilai => ({
  tipe: "berkas",
  buktiList: [...buktiList],
});
