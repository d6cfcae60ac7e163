import type { RichText, Span } from "./pesan.ts";
import { plainText } from "./spans.ts";

/**
 * Cuts a text into parts of at most `max` UTF-16 units (the first of `firstMax`; both > 1), between
 * paragraphs if it can be, else lines, else words. White space at a cut goes; looks stay with their
 * letters. A text of white space only has no parts.
 */
export function splitText(text: RichText, max: number, firstMax: number = max): RichText[] {
  return partsOf(plainText(text), max, firstMax).map(({ start, end }) =>
    sliceText(text, start, end),
  );
}

/**
 * Like `splitText`, but into `count` parts at most. A text that needs more loses some of its body in
 * the last one, never its last paragraph: there stands what became of it.
 */
export function splitInto(
  text: RichText,
  count: number,
  { max, firstMax }: { readonly max: number; readonly firstMax: number },
): RichText[] {
  const whole = plainText(text);
  const partList = partsOf(whole, max, firstMax);
  const last = partList[count - 1];
  if (partList.length <= count || last === undefined) return splitText(text, max, firstMax);
  const rest = sliceText(text, last.start, whole.trimEnd().length);
  return [
    ...partList.slice(0, count - 1).map(({ start, end }) => sliceText(text, start, end)),
    shortenBody(rest, count === 1 ? firstMax : max),
  ];
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

const PARAGRAPH = "\n\n";
/** From the tidiest cut to the roughest. */
const BORDER_LIST = [PARAGRAPH, "\n", " "] as const;
/** A shorter piece of a text says nothing. */
const BODY_MIN = 20;

interface Range {
  readonly start: number;
  readonly end: number;
}

function partsOf(whole: string, max: number, firstMax: number): Range[] {
  const partList: Range[] = [];
  let start = skipSpace(whole, 0);
  while (start < whole.length) {
    const cut = endOfPart(whole, start, partList.length === 0 ? firstMax : max);
    partList.push({ start, end: start + whole.slice(start, cut).trimEnd().length });
    start = skipSpace(whole, cut);
  }
  return partList;
}

function shortenBody(text: RichText, max: number): RichText {
  const whole = plainText(text);
  const border = whole.lastIndexOf(PARAGRAPH);
  const room = max - (whole.length - border);
  if (border === -1) return shorten(text, max);
  if (room < BODY_MIN)
    return shorten(sliceText(text, border + PARAGRAPH.length, whole.length), max);
  return [...shorten(sliceText(text, 0, border), room), ...sliceText(text, border, whole.length)];
}

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
