import { isianText } from "../../../generated/teks.ts";
import { sameIsian } from "../../kinerja/same-isian.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { readSentence } from "../sentence.ts";
import { drawId, settle, type Talk } from "../talk.ts";
import { type Checked, checkOne, checkPairs, readPairs } from "./bulk.ts";
import { bulkAnswer } from "./bulk-answer.ts";
import {
  answered,
  askTahap,
  beginPengisian,
  gemaOf,
  goOn,
  goOnAfter,
  noteWith,
  type Pengisian,
} from "./flow.ts";
import { changeText } from "./look.ts";
import { lackOf, needsNote, recordedOf, rowOf, type Sheet, sheetOf } from "./sheet.ts";
import { takeFigure, takeNote } from "./take.ts";

/** A correction that was taken at once, with what is said of it. */
export interface Amended {
  readonly talk: Talk;
  readonly echo: Teks;
}

/** One answer of a sheet that is written anew. */
export interface Amendment {
  readonly bagian: "angka" | "keterangan";
  readonly kode: string;
  readonly teks: string;
}

/** Takes a correction that raises no question; null where the sheet's own dialogue must ask. */
export function amendSheet(talk: Talk, sheet: Sheet, amendment: Amendment): Amended | null {
  return amendment.bagian === "angka"
    ? amendFigures(talk, sheet, checkedOf(sheet, amendment))
    : amendNote(talk, sheet, amendment);
}

/** Lets the dialogue read the correction like a new answer. */
export function askAmended(talk: Talk, sheet: Sheet, amendment: Amendment): Talk {
  const { talk: drawn, dialogue } = dialogueOf(talk, sheet);
  const { bagian, kode, teks } = amendment;
  if (bagian === "keterangan") return takeNote(drawn, dialogue, kode, teks);
  const pairs = readPairs(teks);
  return pairs === null
    ? takeFigure(drawn, dialogue, sheet, { kode, teks })
    : bulkAnswer(drawn, dialogue, sheet, pairs);
}

/** Goes on where the person was: with what the new figure needs, or with what was being asked. */
export function goOnAmended({ talk, echo }: Amended, sheet: Sheet, kode: string): Talk {
  const { talk: drawn, dialogue } = dialogueOf(talk, sheet);
  const left = answered(dialogue, kode);
  const after = sheetOf(drawn.world, sheet.wait.id) ?? sheet;
  const { tahap } = left;
  const asked = "kode" in tahap && tahap.kode === kode;
  if (asked || needsNote(after, kode)) return goOnAfter(drawn, left, kode, echo);
  return tahap.tahap === "angka" ? goOn(drawn, left, echo) : askTahap(drawn, left, echo);
}

/** The open dialogue if it is about this sheet, else a fresh one. */
function dialogueOf(
  talk: Talk,
  sheet: Sheet,
): { readonly talk: Talk; readonly dialogue: Pengisian } {
  const { dialogue } = talk.session;
  if (dialogue?.jenis === "isian" && dialogue.waitId === sheet.wait.id) return { talk, dialogue };
  const { talk: drawn, id } = drawId(talk);
  const now = sheetOf(talk.world, sheet.wait.id) ?? sheet;
  return { talk: drawn, dialogue: beginPengisian(now, id, lackOf(now).isian) };
}

function checkedOf(sheet: Sheet, { kode, teks }: Amendment): readonly Checked[] {
  const pairs = readPairs(teks);
  return pairs === null
    ? [checkOne(sheet, rowOf(sheet, kode).indikator, { kunci: kode, teks })]
    : checkPairs(sheet, pairs);
}

function amendFigures(talk: Talk, sheet: Sheet, checked: readonly Checked[]): Amended | null {
  let amended: Amended = { talk, echo: [] };
  for (const one of checked) {
    if (one.kind === "masalah") return null;
    const next = amendFigure(amended.talk, sheet.wait.id, one);
    if (next === null) return null;
    amended = { talk: next.talk, echo: lines(amended.echo, next.echo) };
  }
  return amended;
}

function amendFigure(
  talk: Talk,
  waitId: string,
  one: Extract<Checked, { kind: "isian" }>,
): Amended | null {
  const { isian } = one;
  const { kode } = one.indikator;
  const sheet = sheetOf(talk.world, waitId);
  if (sheet === null) return null;
  const lalu = recordedOf(sheet, kode)?.isian;
  // An earlier note explains the figure it was given for, and only that.
  if (lalu !== undefined && sameIsian(lalu, isian)) {
    return { talk, echo: changeText(sheet, kode, lalu, isian) };
  }
  const by = { waitId, oleh: talk.pegawai.id };
  const { dialogue } = talk.session;
  const open = dialogue?.jenis === "isian" && dialogue.waitId === waitId ? dialogue : {};
  const keterangan = noteWith(sheet, open, kode, isian);
  const event = { kind: "isian", ...by, kode, isian, keterangan } as const;
  const { talk: settled, refusal } = settle(talk, sheet.berkas, event);
  const after = sheetOf(settled.world, waitId);
  if (refusal !== null || after === null) return null;
  return { talk: settled, echo: gemaOf(after, kode, one, lalu) };
}

function amendNote(talk: Talk, sheet: Sheet, { kode, teks }: Amendment): Amended | null {
  const sentence = readSentence(teks);
  const recorded = recordedOf(sheet, kode);
  if (sentence.kind === "ditolak" || recorded === null) return null;
  const by = { waitId: sheet.wait.id, oleh: talk.pegawai.id };
  const { isian } = recorded;
  const event = { kind: "isian", ...by, kode, isian, keterangan: sentence.teks } as const;
  const { talk: settled, refusal } = settle(talk, sheet.berkas, event);
  const { nama } = rowOf(sheet, kode).indikator;
  const echo = fill(isianText.gemaKeteranganUbah, { nama, keterangan: sentence.teks });
  return refusal === null ? { talk: settled, echo } : null;
}
