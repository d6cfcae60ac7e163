import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import { lines, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import type { Dialogue } from "../session.ts";
import { ask, closeDialogue, markDeclined, type Talk } from "../talk.ts";
import type { Asked, Field, Form, Menerima, Offer } from "./field.ts";
import { currentOf, formOf } from "./form/index.ts";

/** Asks what the queue has come to, below what has just been said; `singkat` only reminds of it. */
export const again = (talk: Talk, dialogue: Dialogue, kepala: Teks, singkat = false): Talk =>
  within(
    talk,
    dialogue,
    (field) => {
      const { teks, pilihan } = askedIn(field, dialogue);
      const lagi = singkat ? field.lagi?.() : undefined;
      return ask(talk, dialogue, {
        teks: lagi === undefined ? paragraphs(kepala, teks) : lines(kepala, lagi),
        pilihan: pilihan.map((row) => row.map(choiceOf)),
        ...(dialogue.ragu === null && field.menerima === "angka" && { tanpaNomor: true }),
      });
    },
    kepala,
  );

/** Handing in is the way forward of every form. */
const choiceOf = ({ id, judul, arti }: Offer): Tawaran => ({
  id,
  judul,
  ...(arti.kind === "selesai" && { peran: "maju" }),
});

/** Refuses something said: why it does not serve, and below it the open question once more. */
export const refuse = (
  talk: Talk,
  dialogue: Dialogue,
  code: PenolakanCode,
  data: Readonly<Record<string, Teks>> = {},
): Talk => again(markDeclined(talk, code), dialogue, penolakanText(code, data));

/** What a typed text is held to be, while this is open. */
export function listening(talk: Talk, dialogue: Dialogue): Menerima {
  const field = currentOf(formOf(talk, dialogue), dialogue);
  return field === undefined || dialogue.ragu !== null ? "pilihan" : field.menerima;
}

/** With the field that is asked now; a form of which nothing is asked any more is handed in. */
export function within(
  talk: Talk,
  dialogue: Dialogue,
  go: (field: Field, form: Form) => Talk,
  gema: Teks = [],
): Talk {
  const form = formOf(talk, dialogue);
  const field = currentOf(form, dialogue);
  return field === undefined ? form.finish(leaving(talk, dialogue), gema) : go(field, form);
}

/** The kode of the field that is asked now. */
export const nowIn = (talk: Talk, dialogue: Dialogue): string =>
  currentOf(formOf(talk, dialogue), dialogue)?.kode ?? "";

/** What is asked of a field: itself, or the answer that is in doubt. */
export const askedIn = (field: Field, { ragu }: Dialogue): Asked =>
  ragu === null ? field.asks() : (field.back?.(ragu) ?? field.asks());

/** The talk without this dialogue, if it is the open one. */
export const leaving = (talk: Talk, { id }: Dialogue): Talk =>
  talk.session.dialogue?.id === id ? closeDialogue(talk) : talk;
