import type { Talk } from "../talk.ts";
import { filesAnswer } from "../tanya/declare.ts";
import { saveAnswer } from "../tanya/form/isian/save.ts";
import { tableAnswer } from "../tanya/form/isian/table-answer.ts";
import { answerSheet, openSheet } from "./format.ts";
import type { BuktiMasuk, LembarMasuk } from "./lembar-masuk.ts";

/** Takes figures that were filled in side by side on the page, like a sheet that came back. */
export const lembarMasuk = (talk: Talk, lembar: LembarMasuk): Talk =>
  answerSheet(talk, lembar.tanda, (sheet) => tableAnswer(sheet, lembar));

/**
 * Takes a file that proves a figure on the page. The page shows it there, and what follows is said once the
 * figures come, so nothing is said here unless it cannot be taken.
 */
export function buktiMasuk(talk: Talk, { tanda, kode, bukti }: BuktiMasuk): Talk {
  const opened = openSheet(talk, tanda);
  if (opened.sheet === null) return opened.talk;
  const { sheet } = opened;
  if (!sheet.indikatorList.some((one) => one.kode === kode)) return talk;
  const saved = saveAnswer(talk, sheet, { kode, nilai: filesAnswer([bukti]) });
  return saved.over === null ? saved.talk : saved.over.finish(saved.talk, []);
}
