import { AlignmentType, type INumberingOptions, LevelFormat, Paragraph } from "docx";
import type { Daftar, Penomoran } from "../../core/dokumen/model.ts";
import { twip } from "../ukuran.ts";
import { rataIsi, runList } from "./teks.ts";

/** Word knows nine levels of a list. */
const TINGKAT_TERBANYAK = 9;

const bentuk: {
  readonly [P in Penomoran]: {
    readonly format: (typeof LevelFormat)[keyof typeof LevelFormat];
    readonly text: (tingkat: number) => string;
  };
} = {
  angka: { format: LevelFormat.DECIMAL, text: (tingkat) => `%${tingkat + 1}.` },
  huruf: { format: LevelFormat.LOWER_LETTER, text: (tingkat) => `%${tingkat + 1}.` },
  butir: { format: LevelFormat.BULLET, text: () => "•" },
};

/** The kinds of numbering a document may use, each at every depth. */
export const numbering: INumberingOptions = {
  config: Object.entries(bentuk).map(([reference, { format, text }]) => ({
    reference,
    levels: Array.from({ length: TINGKAT_TERBANYAK }, (_, level) => ({
      level,
      format,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: twip(0.7 * (level + 1)), hanging: twip(0.7) } } },
    })),
  })),
};

/** Counts lists, because every one begins at 1 again. */
export interface Penghitung {
  next(): number;
}

/** A counter for one document. */
export function createPenghitung(): Penghitung {
  let count = 0;
  return {
    next() {
      count += 1;
      return count;
    },
  };
}

/** A list and the lists in it; where something must follow, its last entry is kept with that. */
export function docxDaftar(
  daftar: Daftar,
  penghitung: Penghitung,
  { tingkat = 0, menyusul = false } = {},
): Paragraph[] {
  const numbered = {
    reference: daftar.penomoran,
    level: Math.min(tingkat, TINGKAT_TERBANYAK - 1),
    instance: penghitung.next(),
  };
  return daftar.butirList.flatMap(({ isi, anak }, at) => [
    new Paragraph({
      keepNext: menyusul && at === daftar.butirList.length - 1,
      numbering: numbered,
      alignment: rataIsi("penuh", isi),
      spacing: { after: 40 },
      children: runList(isi),
    }),
    ...(anak === null ? [] : docxDaftar(anak, penghitung, { tingkat: tingkat + 1, menyusul })),
  ]);
}
