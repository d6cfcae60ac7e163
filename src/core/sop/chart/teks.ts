import { cutLines, type Gaya, textWidth, wrapText } from "./huruf.ts";
import type { BarisTeks, Bidang, Sel } from "./model.ts";
import { BANTALAN, JARAK_BARIS } from "./ukuran.ts";

/** How lines stand in a cell. */
export interface Susunan {
  readonly gaya: Gaya;
  readonly rata: BarisTeks["rata"];
  readonly tegak: "atas" | "tengah";
}

/** A line of a cell, moved in behind its sign. */
export interface BarisSel {
  readonly teks: string;
  readonly sign: string;
  readonly indent: number;
  readonly tebal: boolean;
}

/** The height lines take in a cell, padding included. */
export const linesHeight = (count: number, { ukuran }: Gaya): number =>
  count * ukuran * JARAK_BARIS + 2 * BANTALAN;

/** How many lines a cell of this height holds. */
export const linesIn = (tinggi: number, { ukuran }: Gaya): number =>
  Math.max(0, Math.floor((tinggi - 2 * BANTALAN + EPSILON) / (ukuran * JARAK_BARIS)));

const EPSILON = 0.001;

/** The width left for text between the paddings of a cell. */
export const roomIn = (lebar: number): number => lebar - 2 * BANTALAN;

/** A text as lines for a cell so wide, `most` of them. */
export const textLines = (
  teks: string,
  lebar: number,
  gaya: Gaya,
  most: number = Number.POSITIVE_INFINITY,
): readonly BarisSel[] => {
  const room = roomIn(lebar);
  return plainLines(cutLines(wrapText(teks, room, gaya), most, room, gaya), gaya);
};

/** Lines as they are. */
export const plainLines = (lines: readonly string[], { tebal }: Gaya): readonly BarisSel[] =>
  lines.map((teks) => ({ teks, sign: "", indent: 0, tebal }));

/** The lines of a list: one entry as it is, several with a sign before each and indented below it. */
export function listLines(
  list: readonly string[],
  lebar: number,
  gaya: Gaya,
  sign: (index: number) => string,
): readonly BarisSel[] {
  const [first = "-", ...others] = list;
  if (others.length === 0) return textLines(first, lebar, gaya);
  const indent = Math.max(...list.map((_, index) => textWidth(`${sign(index)} `, gaya)));
  return list.flatMap((entry, index) =>
    textLines(entry, lebar - indent, gaya).map((line, at) => ({
      ...line,
      sign: at === 0 ? sign(index) : "",
      indent,
    })),
  );
}

/** A cell with lines that fit into it. */
export function cellOf(
  bidang: Bidang,
  lines: readonly BarisSel[],
  { gaya, rata, tegak }: Susunan,
  latar: Sel["latar"] = "kosong",
): Sel {
  const leading = gaya.ukuran * JARAK_BARIS;
  const high = tegak === "atas" ? 0 : (bidang.tinggi - lines.length * leading) / 2;
  const top = bidang.y + (tegak === "atas" ? BANTALAN : high);
  const x = rata === "kiri" ? bidang.x + BANTALAN : bidang.x + bidang.lebar / 2;
  const teksList = lines.flatMap(({ teks, sign, indent, tebal }, index): readonly BarisTeks[] => {
    // Capitals stand in the middle of their line.
    const y = top + leading * index + leading / 2 + gaya.ukuran * HALF_CAPITAL;
    const line = { x: x + indent, y, teks, ukuran: gaya.ukuran, tebal, rata };
    return sign === "" ? [line] : [{ ...line, x, teks: sign }, line];
  });
  return { bidang, teksList, latar };
}

const HALF_CAPITAL = 0.345;

/** A cell with one text in it, broken to its width and cut to its height. */
export const textCell = (
  bidang: Bidang,
  teks: string,
  susunan: Susunan,
  latar: Sel["latar"] = "kosong",
): Sel => {
  const most = linesIn(bidang.tinggi, susunan.gaya);
  return cellOf(bidang, textLines(teks, bidang.lebar, susunan.gaya, most), susunan, latar);
};
