import { penolakanText } from "../../pesan/penolakan.ts";
import { lines, type Teks } from "../../pesan/teks.ts";
import type { Dialogue, Perihal } from "../session.ts";
import { closeDialogue, drawId, markDeclined, prefix, type Talk } from "../talk.ts";
import { filesAnswer } from "./declare.ts";
import { type Bacaan, buktiOf, type FileMasuk, type Tolak } from "./field.ts";
import { formOf } from "./form/index.ts";
import { cancelDialogue } from "./leave.ts";
import { again, askedIn, leaving, nowIn, refuse, within } from "./question.ts";
import { itemsOf, type Progress, saveAll } from "./save.ts";

/** How a dialogue begins. */
export interface Awal extends Partial<Omit<Extract<Bacaan, { kind: "lain" }>, "kind" | "perihal">> {
  /** Answers that are known already. */
  readonly jawaban?: Dialogue["jawaban"];
  /** An answer that came before any question. */
  readonly teks?: string;
}

/** Begins a dialogue; where it cannot be, it is said why, and an open one stays. */
export function start(talk: Talk, perihal: Perihal, awal: Awal = {}): Talk {
  const { talk: drawn, id } = drawId(talk);
  const { dahulu = [], kepala = [], jawaban, teks, lalu } = awal;
  const blank = fresh(perihal, id, jawaban);
  const owed = owedIn(drawn, blank).filter((one) => !dahulu.includes(one));
  const dialogue = { ...blank, antrean: [...dahulu, ...owed] };
  const begun =
    teks !== undefined
      ? text(drawn, dialogue, teks)
      : lalu === undefined
        ? again(drawn, dialogue, formOf(drawn, dialogue).kepala ?? [])
        : "kind" in lalu
          ? take(drawn, dialogue, lalu)
          : attach(drawn, dialogue, lalu, lalu.file);
  return prefix(begun, talk.effects.length, kepala);
}

/** A dialogue of which nothing was asked yet. */
export const fresh = (
  perihal: Perihal,
  id: string,
  jawaban: Dialogue["jawaban"] = {},
): Dialogue => ({ ...perihal, id, antrean: [], jawaban, ragu: null, terakhir: null });

/** What is asked in a dialogue from its beginning. */
export function owedIn(talk: Talk, dialogue: Dialogue): readonly string[] {
  const form = formOf(talk, dialogue);
  const all = form.antrean?.() ?? form.fields.map(({ kode }) => kode);
  return all.filter((kode) => dialogue.jawaban[kode] === undefined);
}

/** Takes a text that is none of the choices shown. */
export const text = (talk: Talk, dialogue: Dialogue, teks: string): Talk =>
  within(talk, dialogue, (field, form) => {
    const own = field.menerima === "kalimat" && dialogue.ragu === null;
    return take(talk, dialogue, (own ? null : form.baca?.(teks)) ?? field.read(teks));
  });

/** Takes one of the choices that were shown. */
export const choice = (talk: Talk, dialogue: Dialogue, pilihan: string): Talk =>
  within(talk, dialogue, (field) => {
    const offers = askedIn(field, dialogue).pilihan.flat();
    const offer = offers.find(({ id }) => id === pilihan);
    return offer === undefined
      ? refuse(talk, dialogue, "bukan-pilihan")
      : take(talk, dialogue, offer.arti);
  });

/** Takes a file. */
export const file = (talk: Talk, dialogue: Dialogue, masuk: FileMasuk): Talk =>
  within(talk, dialogue, (_, form) => {
    const place = form.berkas?.(masuk);
    if (place === undefined) return refuse(talk, dialogue, "bukan-waktunya-berkas");
    return "kind" in place ? take(talk, dialogue, place) : attach(talk, dialogue, place, masuk);
  });

/** A text that is read anew as the answer to a field, with what is said beside it. */
export interface Ralat {
  readonly kode: string;
  readonly teks: string;
  readonly kabar: Teks;
}

/**
 * Takes an answer to a field that may be asked no more, or says why not: no text answers it, or it would
 * have to be asked back of somebody who is in the middle of something else: `elsewhere`, where they stay.
 */
export function amend(
  talk: Talk,
  dialogue: Dialogue,
  { kode, teks, kabar }: Ralat,
  elsewhere: Dialogue | null,
): Talk | "ralat-tidak-dibaca" | "ralat-belum-jelas" {
  const form = formOf(talk, dialogue);
  const field = form.fields.find((one) => one.kode === kode);
  if (field === undefined || field.menerima === "berkas") return "ralat-tidak-dibaca";
  const list = field.menerima === "kalimat" ? null : form.baca?.(teks);
  const read = list?.kind === "banyak" ? list : field.read(teks);
  const items = itemsOf(kode, read);
  if (items === null) {
    if (elsewhere !== null) return "ralat-belum-jelas";
    const antrean = [kode, ...dialogue.antrean.filter((one) => one !== kode)];
    return take(talk, { ...dialogue, antrean, ragu: null }, read);
  }
  const saved = saveAll({ talk, dialogue }, items, { koreksi: true });
  const at = { ...saved, dialogue: elsewhere ?? saved.dialogue };
  return goOn(at, lines(...saved.gema, kabar));
}

function take(talk: Talk, dialogue: Dialogue, read: Bacaan): Talk {
  switch (read.kind) {
    case "nilai": {
      const kode = nowIn(talk, dialogue);
      const saved = saveAll({ talk, dialogue }, [{ ...read, kode }]);
      return goOn(saved, lines(...saved.gema));
    }
    case "banyak":
      return takeMany(talk, { ...dialogue, ragu: null }, read);
    case "tolak":
      return turnDown(talk, dialogue, read);
    case "ragu":
    case "lewati":
    case "ulang":
    case "tanya":
      return again(talk, moved(dialogue, nowIn(talk, dialogue), read), gemaOf(read));
    case "selesai":
      return formOf(talk, dialogue).finish(leaving(talk, dialogue), []);
    case "batal":
      return cancelDialogue(talk);
    case "lain":
      return start(closeDialogue(talk), read.perihal, read);
  }
}

function turnDown(
  talk: Talk,
  dialogue: Dialogue,
  { code, data, teks, antrean }: Tolak,
  gema: Teks = [],
): Talk {
  const open = { ...dialogue, antrean: antrean ?? dialogue.antrean, ragu: null };
  const why = teks ?? penolakanText(code, data ?? {});
  return again(markDeclined(talk, code), open, lines(gema, why));
}

/** A reading by which nothing is saved. */
type Moving = Extract<Bacaan, { readonly kind: "ragu" | "lewati" | "ulang" | "tanya" }>;

const gemaOf = (read: Moving): Teks => (read.kind === "lewati" ? (read.gema ?? []) : []);

/** What is asked next, where nothing was saved. */
function moved(dialogue: Dialogue, now: string, read: Moving): Dialogue {
  const rest = dialogue.antrean.filter((one) => one !== now);
  switch (read.kind) {
    case "ragu": {
      const { kind: _, ...ragu } = read;
      return { ...dialogue, antrean: [now, ...rest], ragu };
    }
    case "lewati": {
      const { sesudah } = read;
      const terakhir = sesudah === undefined ? dialogue.terakhir : now;
      return { ...dialogue, antrean: [...(sesudah ?? []), ...rest], terakhir, ragu: null };
    }
    case "ulang":
      return { ...dialogue, ragu: null };
    case "tanya": {
      const { antrean } = read;
      const kept = Object.entries(dialogue.jawaban).filter(([kode]) => !antrean.includes(kode));
      return { ...dialogue, antrean, jawaban: Object.fromEntries(kept), ragu: null };
    }
  }
}

/** Saves what is clear of several answers; the rest is asked for next. */
function takeMany(
  talk: Talk,
  dialogue: Dialogue,
  { items, antrean, gema, selesai }: Extract<Bacaan, { readonly kind: "banyak" }>,
): Talk {
  const saved = saveAll({ talk, dialogue }, items);
  const given = new Set(items.flatMap(({ kode, nilai }) => (nilai === null ? [] : [kode])));
  const next = [...items.map(({ kode }) => kode), ...antrean].filter((one) => !given.has(one));
  const left = { ...saved.dialogue, antrean: [...new Set(next)] };
  if (!selesai || saved.over !== null) return goOn({ ...saved, dialogue: left }, gema);
  const form = formOf(saved.talk, left);
  const lack = form.kurang?.() ?? null;
  return lack === null
    ? form.finish(leaving(saved.talk, left), gema)
    : turnDown(saved.talk, left, lack, gema);
}

/** A file changes nothing about what was answered last. */
function attach(
  talk: Talk,
  dialogue: Dialogue,
  { kode, teks }: { readonly kode: string; readonly teks?: string },
  masuk: Pick<FileMasuk, "bukti" | "bersama">,
): Talk {
  const saved = saveAll({ talk, dialogue }, [{ kode, nilai: filesAnswer(buktiOf(masuk)) }]);
  if (saved.over !== null) return goOn(saved, []);
  const next = { ...saved.dialogue, terakhir: dialogue.terakhir };
  if (teks !== undefined) return text(saved.talk, next, teks);
  const unchanged = next.antrean[0] === dialogue.antrean[0] && next.ragu === null;
  return again(saved.talk, next, lines(...saved.gema), unchanged);
}

/** Goes on after answers were saved, or says why one was not. */
const goOn = ({ talk, dialogue, over }: Progress, gema: Teks): Talk =>
  over === null ? again(talk, dialogue, gema) : over.finish(leaving(talk, dialogue), []);
