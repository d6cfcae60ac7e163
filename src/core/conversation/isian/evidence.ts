import { lines } from "../../pesan/teks.ts";
import { buktiOf, type FileMasuk } from "../dialogue/handler.ts";
import { ask, type Talk } from "../talk.ts";
import { readFigure } from "./figure.ts";
import {
  askTahap,
  goOnAfter,
  type Pengisian,
  refuseAnswer,
  type Saved,
  settleSheet,
} from "./flow.ts";
import { buktiText } from "./look.ts";
import { askFigureAgain } from "./question.ts";
import { buktiCount, lackOf, rowOf, type Sheet, sheetOf } from "./sheet.ts";
import { takeFigure } from "./take.ts";

/** Attaches a file to the indikator it most likely proves, and says which one that is. */
export function attach(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  file: Pick<FileMasuk, "bukti" | "bersama">,
): Talk {
  const kode = provedKode(dialogue, sheet);
  if (kode === null) return refuseAnswer(talk, dialogue, "bukti-tanpa-indikator");
  const saved = settleFiles(talk, dialogue, kode, file);
  if (saved.refused) return saved.talk;
  const after = sheetOf(saved.talk.world, dialogue.waitId) ?? sheet;
  const { nama } = rowOf(after, kode).indikator;
  const echo = buktiText(nama, buktiOf(file), buktiCount(after, kode));
  const { tahap, antrean } = dialogue;
  const [asked] = antrean;
  if (tahap.tahap === "bukti") return goOnAfter(saved.talk, dialogue, kode, echo);
  if (tahap.tahap !== "angka" || asked === undefined) return askTahap(saved.talk, dialogue, echo);
  const question = askFigureAgain(after, asked);
  return ask(saved.talk, dialogue, { ...question, teks: lines(echo, question.teks) });
}

/** A file whose caption is the figure that was asked for: both belong to the indikator in question. */
export function attachWithFigure(talk: Talk, dialogue: Pengisian, file: FileMasuk): Talk {
  const [kode] = dialogue.antrean;
  const { keterangan } = file;
  if (kode === undefined) return askTahap(talk, dialogue, []);
  const saved = settleFiles(talk, dialogue, kode, file);
  const sheet = sheetOf(saved.talk.world, dialogue.waitId);
  return saved.refused || sheet === null
    ? saved.talk
    : takeFigure(saved.talk, dialogue, sheet, { kode, teks: keterangan });
}

/** Lets the engine take a file, and those that came with it, for one kode. */
export function settleFiles(
  talk: Talk,
  dialogue: Pick<Pengisian, "waitId">,
  kode: string,
  file: Pick<FileMasuk, "bukti" | "bersama">,
): Saved {
  let saved: Saved = { talk, refused: false };
  for (const bukti of buktiOf(file)) {
    saved = settleSheet(saved.talk, dialogue, { kind: "bukti", kode, bukti });
    if (saved.refused) return saved;
  }
  return saved;
}

/** Whether the caption of a file is the figure that was just asked for, and nothing else. */
export function isClearFigure(
  sheet: Sheet,
  { antrean, tahap }: Pengisian,
  keterangan: string,
): boolean {
  const [kode] = antrean;
  if (tahap.tahap !== "angka" || kode === undefined || !/\d/.test(keterangan)) return false;
  return readFigure(rowOf(sheet, kode).indikator, keterangan).kind === "isian";
}

/**
 * The indikator in question; at the summary the one that lacks evidence; else the one answered last,
 * else the one asked for.
 */
export function provedKode({ tahap, terakhir, antrean }: Pengisian, sheet: Sheet): string | null {
  if ("kode" in tahap) return tahap.kode;
  const unproved = tahap.tahap === "ringkasan" ? lackOf(sheet).bukti[0] : undefined;
  const [only, second] = sheet.indikatorList;
  const alone = second === undefined ? only?.kode : undefined;
  return unproved ?? terakhir ?? antrean[0] ?? alone ?? null;
}
