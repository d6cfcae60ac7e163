import { isianText } from "../../../generated/teks.ts";
import type { RefusalCode } from "../../engine/decision.ts";
import type { BerkasEvent } from "../../engine/event.ts";
import { isCollecting } from "../../engine/tarik.ts";
import type { Isian } from "../../kinerja/indikator.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import { fill, paragraphs, type Teks } from "../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../pesan/ucap.ts";
import { formatWaktu } from "../../waktu/format.ts";
import type { DialogueOf } from "../dialogue/handler.ts";
import { refuseBy } from "../dialogue/refuse.ts";
import { declineAnswer } from "../refusal.ts";
import {
  ask,
  closeDialogue,
  decline,
  markDeclined,
  type Question,
  say,
  settle,
  type Talk,
} from "../talk.ts";
import { askConfirmation } from "./confirm.ts";
import { doubtOf, isianOf } from "./figure.ts";
import { changeText, echoText } from "./look.ts";
import { askBukti, askNote } from "./note.ts";
import { askFigure, askReading, exampleOf } from "./question.ts";
import {
  buktiCount,
  lackOf,
  needsBukti,
  needsNote,
  recordedOf,
  rowOf,
  type Sheet,
  sheetOf,
} from "./sheet.ts";
import { askSummary, takeBackChoice } from "./summary.ts";

/** Where somebody is in filling in their sheet. */
export type Pengisian = DialogueOf<"isian">;
export type Tahap = Pengisian["tahap"];

/** Asks whatever the dialogue has come to, below an echo of what was understood. */
export function askTahap(talk: Talk, dialogue: Pengisian, echo: Teks): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet === null) return decline(closeDialogue(talk), "tombol-lama");
  const question = questionOf(sheet, dialogue);
  return ask(talk, dialogue, { ...question, teks: paragraphs(echo, question.teks) });
}

/** Goes to a stage of the dialogue and asks. */
export const goTo = (talk: Talk, dialogue: Pengisian, tahap: Tahap, echo: Teks): Talk =>
  askTahap(talk, { ...dialogue, tahap }, echo);

/** Goes on: the next figure, a note that is still missing, or the summary. */
export function goOn(talk: Talk, dialogue: Pengisian, echo: Teks): Talk {
  if (dialogue.antrean.length > 0) return goTo(talk, dialogue, { tahap: "angka" }, echo);
  const sheet = sheetOf(talk.world, dialogue.waitId);
  const kode = sheet === null ? undefined : lackOf(sheet).keterangan[0];
  const tahap: Tahap = kode === undefined ? { tahap: "ringkasan" } : { tahap: "penghambat", kode };
  return goTo(talk, dialogue, tahap, echo);
}

/** What a figure that was just recorded still needs, before the next one is asked for. */
export function goOnAfter(talk: Talk, dialogue: Pengisian, kode: string, echo: Teks): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet !== null && needsNote(sheet, kode)) {
    return goTo(talk, dialogue, { tahap: "penghambat", kode }, echo);
  }
  if (sheet !== null && needsBukti(sheet, kode)) {
    return goTo(talk, dialogue, { tahap: "bukti", kode }, echo);
  }
  return goOn(talk, dialogue, echo);
}

/** Saves a figure at once and goes on; an earlier note falls away with the figure it explained. */
export function record(
  talk: Talk,
  dialogue: Pengisian,
  kode: string,
  read: { readonly isian: Isian; readonly asal?: string },
): Talk {
  const before = sheetOf(talk.world, dialogue.waitId);
  const saved = saveFigure(talk, dialogue, kode, read.isian);
  if (saved.refused) return saved.talk;
  const sheet = sheetOf(saved.talk.world, dialogue.waitId);
  const lalu = before === null ? undefined : recordedOf(before, kode)?.isian;
  const echo = sheet === null ? [] : gemaOf(sheet, kode, read, lalu);
  return goOnAfter(saved.talk, answered(dialogue, kode), kode, echo);
}

/** What was saved; over an earlier figure, what it was before. */
export const gemaOf = (
  sheet: Sheet,
  kode: string,
  read: { readonly isian: Isian; readonly asal?: string },
  lalu?: Isian,
): Teks =>
  lalu === undefined ? echoText(sheet, kode, read) : changeText(sheet, kode, lalu, read.isian);

/** The dialogue about a sheet at its beginning. */
export const beginPengisian = (
  sheet: Sheet,
  id: string,
  antrean: readonly string[],
): Pengisian => ({
  jenis: "isian",
  id,
  berkasId: sheet.berkas.state.id,
  waitId: sheet.wait.id,
  antrean,
  terakhir: null,
  tahap: { tahap: "angka" },
});

/**
 * The note a figure is saved with: the one that came ahead of it, or with `belum` of what has evidence
 * the word itself, told apart from a file that was sent ahead, whose figure is still to come.
 */
export const noteWith = (
  sheet: Sheet,
  { catatan }: Pick<Pengisian, "catatan">,
  kode: string,
  isian: Isian,
): string | null =>
  catatan?.[kode] ??
  (isian.jenis === "belum" && buktiCount(sheet, kode) > 0
    ? inPlainWords(pembacaOf(sheet.world, null), isianText.belum)
    : null);

/** Saves a figure at once, without asking for anything. */
export function saveFigure(talk: Talk, dialogue: Pengisian, kode: string, isian: Isian): Saved {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  const keterangan = sheet === null ? null : noteWith(sheet, dialogue, kode, isian);
  return settleSheet(talk, dialogue, { kind: "isian", kode, isian, keterangan });
}

/** Hands the sheet in; what is lacking is asked for instead. */
export function send(talk: Talk, dialogue: Pengisian): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet === null) return decline(closeDialogue(talk), "tombol-lama");
  const gap = firstGap(sheet);
  if (gap !== null) {
    const marked = markDeclined(talk, gap.code);
    return fillGap(marked, dialogue, gap, penolakanText(gap.code, gap.data));
  }
  const { talk: settled, refusal } = settle(talk, sheet.berkas, {
    kind: "kirim",
    waitId: dialogue.waitId,
    oleh: talk.pegawai.id,
  });
  return refusal === null
    ? sent(settled, sheet)
    : declineAnswer(closeDialogue(settled), sheet, refusal);
}

/** Goes to whatever keeps the sheet from being sent, without having tried to. */
export function complete(talk: Talk, dialogue: Pengisian): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  const gap = sheet === null ? null : firstGap(sheet);
  return gap === null
    ? goTo(talk, dialogue, { tahap: "ringkasan" }, [])
    : fillGap(talk, dialogue, gap, []);
}

/** Refuses an answer of the dialogue and asks again. */
export const refuseAnswer = refuseBy(askTahap);

/** Refuses a figure, with an example of one that would do. */
export function refuseFigure(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  refused: { readonly kode: string; readonly code: PenolakanCode },
): Talk {
  const contoh = exampleOf(sheet, refused.kode);
  const back: Pengisian = {
    ...dialogue,
    antrean: [refused.kode, ...dialogue.antrean.filter((one) => one !== refused.kode)],
    tahap: { tahap: "angka" },
  };
  return refuseAnswer(talk, back, refused.code, { contoh });
}

/** The dialogue once a kode was answered: it leaves the queue, and what follows belongs to it. */
export function answered({ catatan, ...dialogue }: Pengisian, kode: string): Pengisian {
  const notes = Object.entries(catatan ?? {}).filter(([one]) => one !== kode);
  return {
    ...dialogue,
    antrean: dialogue.antrean.filter((one) => one !== kode),
    terakhir: kode,
    ...(notes.length === 0 ? {} : { catatan: Object.fromEntries(notes) }),
  };
}

type SheetEvent =
  | Pick<Extract<BerkasEvent, { kind: "isian" }>, "kind" | "kode" | "isian" | "keterangan">
  | Pick<Extract<BerkasEvent, { kind: "bukti" }>, "kind" | "kode" | "bukti">;

/** A talk after the engine was asked to take something; when it refused, the talk has said so. */
export interface Saved {
  readonly talk: Talk;
  readonly refused: boolean;
}

/** Lets the engine take something into the sheet; a refusal ends the dialogue. */
export function settleSheet(
  talk: Talk,
  { waitId }: Pick<Pengisian, "waitId">,
  event: SheetEvent,
): Saved {
  const sheet = sheetOf(talk.world, waitId);
  if (sheet === null) return { talk: decline(closeDialogue(talk), "tombol-lama"), refused: true };
  const by = { waitId, oleh: talk.pegawai.id };
  const { talk: settled, refusal } = settle(talk, sheet.berkas, { ...event, ...by });
  return refusal === null
    ? { talk: settled, refused: false }
    : { talk: declineAnswer(closeDialogue(settled), sheet, refusal), refused: true };
}

function questionOf(sheet: Sheet, { antrean, tahap }: Pengisian): Question {
  switch (tahap.tahap) {
    case "angka": {
      const [kode] = antrean;
      return kode === undefined ? askSummary(sheet) : askFigure(sheet, kode);
    }
    case "pilih":
      return askReading(sheet, tahap.kode, {
        calon: tahap.calon,
        sisa: tahap.sisa ?? [],
        satuan: tahap.satuan ?? null,
      });
    case "tegaskan":
      return confirmationOf(sheet, tahap.kode, tahap.calon);
    case "penghambat":
      return askNote(sheet, tahap.kode);
    case "bukti":
      return askBukti(sheet, tahap.kode);
    case "ringkasan":
      return askSummary(sheet);
  }
}

/** The doubt is found again from the figure; where it no longer holds, the figure is asked anew. */
function confirmationOf(sheet: Sheet, kode: string, calon: readonly number[]): Question {
  const { indikator } = rowOf(sheet, kode);
  const doubt = doubtOf(sheet, indikator, isianOf(indikator, calon));
  return doubt === null ? askFigure(sheet, kode) : askConfirmation(sheet, kode, doubt, calon);
}

/** What keeps a sheet from being sent, in the engine's own words. */
interface Gap {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string>>;
  readonly antrean: readonly string[];
  readonly tahap: Tahap;
}

function firstGap(sheet: Sheet): Gap | null {
  const { isian, keterangan, bukti } = lackOf(sheet);
  if (isian.length > 0) {
    const data = { kurang: String(isian.length) };
    return { code: "isian-belum-lengkap", data, antrean: isian, tahap: { tahap: "angka" } };
  }
  const [noteless] = keterangan;
  if (noteless !== undefined) {
    const tahap = { tahap: "penghambat", kode: noteless } as const;
    return { code: "penghambat-wajib", data: nameOf(sheet, noteless), antrean: [], tahap };
  }
  const [unproved] = bukti;
  if (unproved === undefined) return null;
  const tahap = { tahap: "bukti", kode: unproved } as const;
  return { code: "bukti-wajib", data: nameOf(sheet, unproved), antrean: [], tahap };
}

const nameOf = (sheet: Sheet, kode: string): Readonly<Record<string, string>> => ({
  nama: rowOf(sheet, kode).indikator.nama,
});

const fillGap = (talk: Talk, dialogue: Pengisian, gap: Gap, echo: Teks): Talk =>
  goTo(talk, { ...dialogue, antrean: gap.antrean }, gap.tahap, echo);

function sent(talk: Talk, { berkas, indikatorList, wait }: Sheet): Talk {
  const { kantor, nowMs, berkasById } = talk.world;
  const state = berkasById.get(berkas.state.id)?.state ?? berkas.state;
  const collecting = isCollecting(state, wait);
  return say(closeDialogue(talk), {
    teks: fill(isianText.terkirim, {
      periode: labelPeriode(berkas.state.periode, kantor.istilahTriwulan),
      jumlah: indikatorList.length,
      waktu: formatWaktu(nowMs, kantor.zonaWaktu),
    }),
    ...(collecting ? { promptId: wait.id, ...takeBackChoice } : {}),
  });
}
