import type { Isi, Rata, Run } from "../../core/dokumen/model.ts";
import { legalText } from "../legal-text.ts";
import type { ContentText } from "./jenis.ts";

// pictographs have no letters in a typeface for documents: they would be drawn as empty boxes
const PICTOGRAPH =
  /\p{Emoji_Presentation}|[\u{1F000}-\u{1FAFF}]|\u{FE0F}|\u{200D}|[\u{E0000}-\u{E007F}]/gu;
/** A word this long never fits a line; it may then be cut anywhere. */
const WORD = /\S{40}/gu;
const ZERO_WIDTH_SPACE = "\u200B";

/** The text as the PDF can show it: legal, without pictographs, every word short enough for a line. */
export const pdfText = (text: string): string =>
  legalText(text)
    .replaceAll("\t", " ")
    .replace(PICTOGRAPH, "")
    .replace(WORD, (word) => `${word}${ZERO_WIDTH_SPACE}`);

/** Runs as pdfmake takes them. */
export const runList = (isi: Isi): ContentText[] => isi.map(runOf);

/**
 * Where lines stand, in pdfmake's words. It justifies by moving every piece of a line, also the two
 * halves of "rata-rata" and the full stop behind a bold word: ragged lines read better.
 */
export const rataPdf: { readonly [R in Rata]: "left" | "center" | "right" } = {
  kiri: "left",
  tengah: "center",
  kanan: "right",
  penuh: "left",
};

const runOf = ({ teks, tebal, miring, garisBawah }: Run): ContentText => ({
  text: pdfText(teks),
  bold: tebal === true,
  italics: miring === true,
  ...(garisBawah === true ? { decoration: "underline" as const } : {}),
});
