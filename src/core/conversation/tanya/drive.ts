import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import type { RichText } from "../../pesan/pesan.ts";
import { lines, paragraphs } from "../../pesan/template.ts";
import type { Dialogue, Perihal } from "../session.ts";
import { ask, closeDialogue, drawId, markDeclined, prefix, type Talk } from "../talk.ts";
import {
  type Bacaan,
  buktiOf,
  type Field,
  type FileMasuk,
  filesAnswer,
  type Menerima,
} from "./field.ts";
import { currentOf, formOf } from "./forms.ts";
import { cancelDialogue } from "./leave.ts";
import { itemsOf, type Progress, saveAll } from "./save.ts";

/** How a dialogue begins. */
export interface Awal {
  /** Asked before anything else. */
  readonly dahulu?: readonly string[];
  /** Answers that are known already. */
  readonly jawaban?: Readonly<Record<string, string>>;
  /** Said above the first question. */
  readonly kepala?: RichText;
  /** An answer that came before any question. */
  readonly teks?: string;
  readonly lalu?: Extract<Bacaan, { readonly kind: "lain" }>["lalu"];
}

/** Begins a dialogue; where it cannot be, it is said why, and an open one stays. */
export function start(talk: Talk, perihal: Perihal, awal: Awal = {}): Talk {
  const { talk: drawn, id } = drawId(talk);
  const blank = fresh(perihal, id, awal.jawaban);
  const form = formOf(drawn, blank);
  if (typeof form === "function") return form(drawn);
  const { dahulu = [], kepala = [], teks, lalu } = awal;
  const owed = owedIn(drawn, blank).filter((one) => !dahulu.includes(one));
  const dialogue = { ...blank, antrean: [...dahulu, ...owed] };
  const begun =
    teks !== undefined
      ? text(drawn, dialogue, teks)
      : lalu === undefined
        ? proceed(drawn, dialogue, form.kepala ?? [])
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
  if (typeof form === "function") return [];
  const kodeList = form.antrean ?? form.fields.map(({ kode }) => kode);
  return kodeList.filter((kode) => dialogue.jawaban[kode] === undefined);
}

/** What a typed text is held to be, while this is open. */
export function listening(talk: Talk, dialogue: Dialogue): Menerima {
  const form = formOf(talk, dialogue);
  if (typeof form === "function" || dialogue.ragu !== null) return "pilihan";
  return currentOf(form, dialogue)?.menerima ?? "pilihan";
}

/** Takes a text that is none of the choices shown. */
export function text(talk: Talk, dialogue: Dialogue, teks: string): Talk {
  const form = formOf(talk, dialogue);
  if (typeof form === "function") return form(leaving(talk, dialogue));
  const field = currentOf(form, dialogue);
  if (field === undefined) return proceed(talk, dialogue, []);
  const own = field.menerima === "kalimat" && dialogue.ragu === null;
  const whatever = own ? null : (form.baca?.(teks) ?? null);
  return take(talk, dialogue, whatever ?? field.read(teks));
}

/** Takes one of the choices that were shown. */
export function choice(talk: Talk, dialogue: Dialogue, pilihan: string): Talk {
  const form = formOf(talk, dialogue);
  if (typeof form === "function") return form(leaving(talk, dialogue));
  const field = currentOf(form, dialogue);
  if (field === undefined) return proceed(talk, dialogue, []);
  const offer = askedIn(field, dialogue)
    .pilihan.flat()
    .find(({ id }) => id === pilihan);
  return offer === undefined
    ? refuse(talk, dialogue, "bukan-pilihan")
    : take(talk, dialogue, offer.arti);
}

/** Takes a file. */
export function file(talk: Talk, dialogue: Dialogue, masuk: FileMasuk): Talk {
  const form = formOf(talk, dialogue);
  if (typeof form === "function") return form(leaving(talk, dialogue));
  const place = form.berkas?.(masuk);
  if (place === undefined) return refuse(talk, dialogue, "bukan-waktunya-berkas");
  return "kind" in place ? take(talk, dialogue, place) : attach(talk, dialogue, place, masuk);
}

/** Asks the open question once more, below what has just been said. */
export const again = (talk: Talk, dialogue: Dialogue, kepala: RichText): Talk =>
  proceed(talk, dialogue, kepala);

/** Refuses something said: why it does not serve, and below it the open question once more. */
export const refuse = (
  talk: Talk,
  dialogue: Dialogue,
  code: PenolakanCode,
  data: Readonly<Record<string, string>> = {},
): Talk => proceed(markDeclined(talk, code), dialogue, penolakanText(code, data));

/**
 * Reads a text as the answer to a field anew, though something else may be asked by now. Null where it
 * would have to be asked back `elsewhere`, where the person is in the middle of something else.
 */
export function amend(
  talk: Talk,
  dialogue: Dialogue,
  { kode, teks, kabar }: { readonly kode: string; readonly teks: string; readonly kabar: RichText },
  elsewhere: Dialogue | null,
): Talk | null {
  const form = formOf(talk, dialogue);
  if (typeof form === "function") return form(leaving(talk, dialogue));
  const field = form.fields.find((one) => one.kode === kode);
  if (field === undefined) return null;
  const list = field.menerima === "kalimat" ? null : form.baca?.(teks);
  const read = list?.kind === "banyak" ? list : field.read(teks);
  const items = itemsOf(kode, read);
  if (items === null) {
    const antrean = [kode, ...dialogue.antrean.filter((one) => one !== kode)];
    return elsewhere === null ? take(talk, { ...dialogue, antrean, ragu: null }, read) : null;
  }
  const saved = saveAll({ talk, dialogue }, items, { koreksi: true });
  const gema = lines(...saved.gema, kabar);
  return saved.over === null
    ? proceed(saved.talk, elsewhere ?? saved.dialogue, gema)
    : saved.over(leaving(saved.talk, dialogue));
}

function take(talk: Talk, dialogue: Dialogue, read: Bacaan): Talk {
  const [kode, ...rest] = headed(talk, dialogue);
  switch (read.kind) {
    case "nilai":
    case "banyak":
      return record(talk, dialogue, read, kode ?? "");
    case "ragu": {
      const { kind: _, ...ragu } = read;
      return proceed(talk, { ...dialogue, antrean: headed(talk, dialogue), ragu }, []);
    }
    case "tolak": {
      const antrean = read.antrean ?? dialogue.antrean;
      const said = read.teks ?? penolakanText(read.code, read.data ?? {});
      return proceed(markDeclined(talk, read.code), { ...dialogue, antrean, ragu: null }, said);
    }
    case "lewati": {
      const terakhir = read.sesudah === undefined ? dialogue.terakhir : (kode ?? null);
      const antrean = [...(read.sesudah ?? []), ...rest];
      return proceed(talk, { ...dialogue, antrean, terakhir, ragu: null }, read.gema ?? []);
    }
    case "ulang":
      return proceed(talk, { ...dialogue, ragu: null }, []);
    case "tanya":
      return proceed(talk, asking(dialogue, read.antrean), []);
    case "selesai":
      return finish(talk, dialogue);
    case "batal":
      return cancelDialogue(talk);
    case "lain":
      return start(closeDialogue(talk), read.perihal, read);
  }
}

/** Saves what was answered and goes on: with what is wanted because of it, else with the queue. */
function record(
  talk: Talk,
  dialogue: Dialogue,
  read: Extract<Bacaan, { readonly kind: "nilai" | "banyak" }>,
  kode: string,
): Talk {
  if (read.kind === "nilai") {
    return proceedWith(saveAll({ talk, dialogue }, [{ ...read, kode }]), (saved) =>
      lines(...saved.gema),
    );
  }
  const { items, antrean, gema } = read;
  const saved = saveAll(
    { talk, dialogue: { ...dialogue, antrean, ragu: null } },
    items.filter(({ nilai }) => nilai !== null),
  );
  const given = new Set(items.flatMap((one) => (one.nilai === null ? [] : [one.kode])));
  const doubtful = items.flatMap((one) => (given.has(one.kode) ? [] : [one.kode]));
  const next = [...doubtful, ...antrean.filter((one) => !given.has(one))];
  return proceedWith(
    { ...saved, dialogue: { ...saved.dialogue, antrean: [...new Set(next)] } },
    () => gema,
  );
}

const proceedWith = (saved: Progress, gema: (saved: Progress) => RichText): Talk =>
  saved.over === null
    ? proceed(saved.talk, saved.dialogue, gema(saved))
    : saved.over(leaving(saved.talk, saved.dialogue));

function attach(
  talk: Talk,
  dialogue: Dialogue,
  { kode, teks }: { readonly kode: string; readonly teks?: string },
  masuk: Pick<FileMasuk, "bukti" | "bersama">,
): Talk {
  const saved = saveAll({ talk, dialogue }, [{ kode, nilai: filesAnswer(buktiOf(masuk)) }]);
  if (saved.over !== null) return saved.over(leaving(saved.talk, dialogue));
  // A file changes nothing about what was answered last.
  const next = { ...saved.dialogue, terakhir: dialogue.terakhir };
  if (teks !== undefined) return text(saved.talk, next, teks);
  const unchanged = next.antrean[0] === dialogue.antrean[0];
  return proceed(saved.talk, next, lines(...saved.gema), unchanged);
}

/** Asks what the queue has come to, below an echo; nothing left to ask hands the form in. */
function proceed(talk: Talk, dialogue: Dialogue, gema: RichText, singkat = false): Talk {
  const form = formOf(talk, dialogue);
  if (typeof form === "function") return form(leaving(talk, dialogue));
  const field = currentOf(form, dialogue);
  if (field === undefined) return form.finish(leaving(talk, dialogue), gema);
  const { teks, pilihan } = askedIn(field, dialogue);
  const open = dialogue.ragu === null;
  return ask(talk, dialogue, {
    teks:
      singkat && open && field.lagi !== undefined
        ? lines(gema, field.lagi())
        : paragraphs(gema, teks),
    pilihan: pilihan.map((row) => row.map(({ id, judul }) => ({ id, judul }))),
    ...(open && field.menerima === "angka" && { tanpaNomor: true }),
  });
}

function finish(talk: Talk, dialogue: Dialogue): Talk {
  const form = formOf(talk, dialogue);
  const closed = leaving(talk, dialogue);
  return typeof form === "function" ? form(closed) : form.finish(closed, []);
}

const askedIn = (field: Field, { ragu }: Dialogue) =>
  ragu === null ? field.asks() : (field.back?.(ragu) ?? field.asks());

/** The queue with what is asked now at its head, though nothing is queued. */
function headed(talk: Talk, dialogue: Dialogue): readonly string[] {
  const form = formOf(talk, dialogue);
  const field = typeof form === "function" ? undefined : currentOf(form, dialogue);
  return [
    ...(field === undefined ? [] : [field.kode]),
    ...dialogue.antrean.filter((one) => one !== field?.kode),
  ];
}

/** These are asked next; what was answered to them is forgotten. */
const asking = (dialogue: Dialogue, antrean: readonly string[]): Dialogue => ({
  ...dialogue,
  antrean,
  ragu: null,
  jawaban: Object.fromEntries(
    Object.entries(dialogue.jawaban).filter(([kode]) => !antrean.includes(kode)),
  ),
});

/** The talk without this dialogue, if it is the open one. */
const leaving = (talk: Talk, { id }: Dialogue): Talk =>
  talk.session.dialogue?.id === id ? closeDialogue(talk) : talk;
