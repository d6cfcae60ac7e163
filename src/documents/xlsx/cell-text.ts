import type { Cell } from "exceljs";
import { legalText, shortened } from "../legal-text.ts";

/** Longest text a cell may hold, in UTF-16 units; a longer one makes Excel repair the file. */
export const TEKS_TERPANJANG = 32_767;

const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const FORMULA_LOOKALIKE = /^[\s'"]*[=+\-@|%]/u;

/**
 * The text as a cell can hold it: no characters XML forbids, never too long, and what looks like an
 * escape of the format (`_x0041_`) kept as typed.
 */
export const cellText = (text: string): string =>
  shortened(legalText(text), TEKS_TERPANJANG).replace(ESCAPE_LOOKALIKE, "_x005F_");

/** Whether a spreadsheet program would take this for a formula if somebody typed it or read it from CSV. */
export const looksLikeFormula = (text: string): boolean => FORMULA_LOOKALIKE.test(text);

/** Has a cell, styled already, hold its words as words: editing one must not wake a formula in it. */
export function keepText(cell: Cell): void {
  if (typeof cell.value !== "number" && looksLikeFormula(cell.text))
    cell.style = { ...cell.style, numFmt: "@" };
}
