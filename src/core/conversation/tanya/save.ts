import type { Teks } from "../../pesan/teks.ts";
import type { Dialogue } from "../session.ts";
import type { Talk } from "../talk.ts";
import type { Answer, Bacaan, Form, Item } from "./field.ts";
import { formOf } from "./form/index.ts";

/** Answers on their way into a dialogue. */
export interface Progress {
  readonly talk: Talk;
  readonly dialogue: Dialogue;
  /** What is said of each that was taken. */
  readonly gema: readonly Teks[];
  /** Why the rest was not taken. */
  readonly over: Form | null;
}

/** What a reading gives to save, each by its kode; null where something of it must be asked back. */
export function itemsOf(kode: string, read: Bacaan): readonly Item[] | null {
  if (read.kind === "nilai") return [{ ...read, kode }];
  if (read.kind !== "banyak") return null;
  return read.jelas ? read.items : null;
}

/** Saves answers one after the other, until one is refused. */
export const saveAll = (
  begun: Pick<Progress, "talk" | "dialogue">,
  items: readonly Item[],
  how: Pick<Answer, "koreksi"> = {},
): Progress =>
  items.reduce<Progress>(
    (progress, { nilai, ...item }) =>
      progress.over !== null || nilai === null
        ? progress
        : saveOne(progress, { ...item, ...how, nilai }),
    { ...begun, gema: [], over: null },
  );

function saveOne(progress: Progress, { tahan, ...answer }: Answer & Pick<Item, "tahan">): Progress {
  const { talk, dialogue, gema } = progress;
  const { kode, nilai } = answer;
  const form = formOf(talk, dialogue);
  if (form.save === undefined || tahan) {
    const kept = { ...dialogue.jawaban, [kode]: "teks" in nilai ? nilai.teks : "" };
    const next = tahan ? dialogue : answered(dialogue, kode, []);
    return { ...progress, dialogue: { ...next, jawaban: kept } };
  }
  const saved = form.save(talk, answer);
  return {
    talk: saved.talk,
    over: saved.over,
    dialogue: answered(dialogue, kode, saved.sesudah),
    gema: [...gema, saved.gema],
  };
}

/** The dialogue once a kode was answered: it leaves the queue with what was further wanted of it. */
function answered(dialogue: Dialogue, kode: string, sesudah: readonly string[]): Dialogue {
  const isOf = (one: string): boolean => one === kode || one.startsWith(`${kode}/`);
  const jawaban = Object.entries(dialogue.jawaban).filter(([one]) => !isOf(one));
  const antrean = [...sesudah, ...dialogue.antrean.filter((one) => !isOf(one))];
  return {
    ...dialogue,
    antrean,
    jawaban: Object.fromEntries(jawaban),
    terakhir: kode,
    // What is asked back stays open while its field does.
    ragu: antrean[0] === dialogue.antrean[0] ? dialogue.ragu : null,
  };
}
