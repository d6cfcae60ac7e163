/** Longest text a cell may hold, in UTF-16 units; a longer one makes Excel repair the file. */
export const TEKS_TERPANJANG = 32_767;

// XML 1.0 has no way to write these, and a workbook that carries one does not open.
// oxlint says "no-control-regex" about a literal; built from code points it reads the same.
const ILLEGAL = new RegExp(
  `[${["\\u0000-\\u0008", "\\u000B", "\\u000C", "\\u000E-\\u001F", "\\u007F-\\u0084", "\\u0086-\\u009F", "\\uFFFE\\uFFFF"].join("")}]`,
  "gu",
);
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_END = /\r\n?/gu;
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const FORMULA_LOOKALIKE = /^[\s'"]*[=+\-@|%]/u;

/**
 * The text as a cell can hold it: no characters XML forbids, never too long, and what looks like an
 * escape of the format (`_x0041_`) kept as typed.
 */
export function cellText(text: string): string {
  const legal = text.replace(LINE_END, "\n").replace(LONE_SURROGATE, "\uFFFD").replace(ILLEGAL, "");
  return shorten(legal).replace(ESCAPE_LOOKALIKE, "_x005F_");
}

/** Whether a spreadsheet program would take this for a formula if somebody typed it or read it from CSV. */
export const looksLikeFormula = (text: string): boolean => FORMULA_LOOKALIKE.test(text);

function shorten(text: string): string {
  if (text.length <= TEKS_TERPANJANG) return text;
  const cut = text.slice(0, TEKS_TERPANJANG - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
