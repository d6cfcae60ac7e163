import type { RichText, Span } from "../core/pesan/pesan.ts";

/**
 * Invisible and of no width; between a mark and a letter it keeps WhatsApp from reading the mark.
 * Word joiner rather than zero-width joiner, which would melt emoji together.
 */
export const JOINER = "\u2060";

/** A text in WhatsApp's markup. What a person typed stays what it is: only our looks are marks. */
export const toMarkup = (text: RichText): string =>
  neutralizeLineStarts(text.map(markupOf).join(""));

/** A name that every phone can store. */
export function sanitizeFileName(nama: string): string {
  const clean = nama
    .replace(/\p{Cc}/gu, "")
    .replace(/[/\\]/g, "-")
    .trim();
  return clean === "" ? "berkas" : clean;
}

/** WhatsApp's looks end with the line, and do not begin or end with a space. */
function markupOf(span: Span): string {
  const markList = [...(span.tebal ? ["*"] : []), ...(span.miring ? ["_"] : [])];
  const bare = neutralize(span.teks);
  if (markList.length === 0) return bare;
  const before = markList.join("");
  const behind = markList.toReversed().join("");
  return bare.replace(/\S(?:[^\n]*\S)?/g, (line) => `${before}${line}${behind}`);
}

/** Underscores within a word, as in a file's name, are no marks. */
const neutralize = (teks: string): string =>
  teks.replace(
    /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
    (mark) => `${JOINER}${mark}${JOINER}`,
  );

/** At the head of a line these make a quotation or a list. */
const neutralizeLineStarts = (markup: string): string => markup.replace(/^(?=[>-] )/gm, JOINER);
