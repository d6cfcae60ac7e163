import { AlignmentType, Paragraph, TextRun, UnderlineType } from "docx";
import type { Isi, Rata, Run } from "../../core/dokumen/model.ts";
import { legalText } from "../legal-text.ts";

/** What a run takes over from where it stands. */
export interface RupaRun {
  readonly bold?: true;
  /** Half points. */
  readonly size?: number;
  /** Six hex digits. */
  readonly color?: string;
}

/** Runs of Word; a line feed becomes a line break. */
export const runList = (isi: Isi, rupa: RupaRun = {}): TextRun[] =>
  isi.flatMap((run) => runsOf(run, rupa));

/** Where lines stand, in Word's words. */
export const rataDocx = {
  kiri: AlignmentType.LEFT,
  tengah: AlignmentType.CENTER,
  kanan: AlignmentType.RIGHT,
  penuh: AlignmentType.BOTH,
} as const satisfies { readonly [R in Rata]: string };

/** Word stretches the line before a line break to the margin, however short: such text stays ragged. */
export const rataIsi = (rata: Rata, isi: Isi): (typeof rataDocx)[Rata] =>
  rataDocx[rata === "penuh" && isi.some(({ teks }) => teks.includes("\n")) ? "kiri" : rata];

/** A line of its own, close to the next. */
export const baris = (teks: string, rata: Rata, rupa: RupaRun = {}, keepNext = false): Paragraph =>
  new Paragraph({
    keepNext,
    alignment: rataDocx[rata],
    spacing: { after: 0 },
    children: runList([{ teks }], rupa),
  });

/** Points as the half points Word counts letters in. */
export const halfPt = (pt: number): number => pt * 2;

const runsOf = ({ teks, tebal, miring, garisBawah }: Run, rupa: RupaRun): TextRun[] =>
  legalText(teks)
    .split("\n")
    .map(
      (text, at) =>
        new TextRun({
          ...rupa,
          text,
          ...(tebal === true ? { bold: true } : {}),
          ...(miring === true ? { italics: true } : {}),
          ...(garisBawah === true ? { underline: { type: UnderlineType.SINGLE } } : {}),
          ...(at > 0 ? { break: 1 } : {}),
        }),
    );
