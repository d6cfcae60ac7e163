import type { RichText, Span } from "./pesan.ts";
import { plainText } from "./template.ts";

/**
 * Cuts a text into parts of at most `max` UTF-16 units (the first of `firstMax`; both > 1), between
 * paragraphs if it can be, else lines, else words. White space at a cut goes; looks stay with their
 * letters. A text of white space only has no parts.
 */
export function splitText(text: RichText, max: number, firstMax: number = max): RichText[] {
  const whole = plainText(text);
  const partList: RichText[] = [];
  let start = skipSpace(whole, 0);
  while (start < whole.length) {
    const end = endOfPart(whole, start, partList.length === 0 ? firstMax : max);
    partList.push(sliceText(text, start, start + whole.slice(start, end).trimEnd().length));
    start = skipSpace(whole, end);
  }
  return partList;
}

/** The text cut to `max` UTF-16 units, with "…" where something is missing. */
export function shorten(text: RichText, max: number): RichText {
  const whole = plainText(text);
  if (whole.length <= max) return text;
  const kept = whole.slice(0, keepPair(whole, max - 1)).trimEnd().length;
  return [...sliceText(text, 0, kept), { teks: "…" }];
}

/** The part of a text between two positions, counted in UTF-16 units. */
export function sliceText(text: RichText, start: number, end: number): RichText {
  const spanList: Span[] = [];
  let at = 0;
  for (const span of text) {
    const teks = span.teks.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (teks !== "") spanList.push({ ...span, teks });
    at += span.teks.length;
  }
  return spanList;
}

/** From the tidiest cut to the roughest. */
const BORDER_LIST = ["\n\n", "\n", " "] as const;

function endOfPart(whole: string, start: number, max: number): number {
  if (whole.length - start <= max) return whole.length;
  // One more than fits: a border right behind the limit is a good place too.
  const view = whole.slice(start, start + max + 1);
  for (const border of BORDER_LIST) {
    const at = view.lastIndexOf(border);
    // A border near the beginning would leave a scrap of a message.
    if (at > max / 4) return start + at;
  }
  return keepPair(whole, start + max);
}

/** Moves a cut so that it does not part the two halves of one character. */
function keepPair(whole: string, cut: number): number {
  const code = whole.charCodeAt(cut);
  return code >= 0xdc00 && code <= 0xdfff ? cut - 1 : cut;
}

function skipSpace(whole: string, from: number): number {
  const rest = whole.slice(from);
  return from + rest.length - rest.trimStart().length;
}
