import { cutLines, type Gaya, textWidth, wrapText } from "./huruf.ts";
import type { BarisTeks, Bidang, Sel } from "./model.ts";
import { BANTALAN, JARAK_BARIS } from "./ukuran.ts";

/** How lines stand in a cell. */
export interface Susunan {
  readonly gaya: Gaya;
  readonly rata: BarisTeks["rata"];
  readonly tegak: "atas" | "tengah";
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

/** Puts lines that fit into a cell. */
export function placeLines(
  bidang: Bidang,
  lines: readonly string[],
  { gaya, rata, tegak }: Susunan,
): readonly BarisTeks[] {
  const leading = gaya.ukuran * JARAK_BARIS;
  const top =
    tegak === "atas"
      ? bidang.y + BANTALAN
      : bidang.y + (bidang.tinggi - lines.length * leading) / 2;
  const x = rata === "kiri" ? bidang.x + BANTALAN : bidang.x + bidang.lebar / 2;
  return lines.map((teks, index) => ({
    x,
    // Capitals stand in the middle of their line.
    y: top + leading * index + leading / 2 + gaya.ukuran * HALF_CAPITAL,
    teks,
    ...gaya,
    rata,
  }));
}

const HALF_CAPITAL = 0.345;

/** A cell with one text in it, broken to its width and cut to its height. */
export function cellOf(
  bidang: Bidang,
  teks: string,
  susunan: Susunan,
  latar: Sel["latar"] = "kosong",
): Sel {
  const room = roomIn(bidang.lebar);
  const lines = wrapText(teks, room, susunan.gaya);
  const fitting = cutLines(lines, linesIn(bidang.tinggi, susunan.gaya), room, susunan.gaya);
  return { bidang, teksList: placeLines(bidang, fitting, susunan), latar };
}

/** The lines of a list: one entry as it is, several with a sign before each and indented below it. */
export function listLines(
  list: readonly string[],
  width: number,
  gaya: Gaya,
  sign: (index: number) => string,
): readonly ListLine[] {
  const entries = list.length === 0 ? ["-"] : list;
  if (entries.length === 1) {
    return entries.flatMap((entry) =>
      wrapText(entry, width, gaya).map((teks) => ({ teks, sign: "", indent: 0 })),
    );
  }
  const indent = Math.max(...entries.map((_, index) => textWidth(`${sign(index)} `, gaya)));
  return entries.flatMap((entry, index) =>
    wrapText(entry, width - indent, gaya).map((teks, line) => ({
      teks,
      sign: line === 0 ? sign(index) : "",
      indent,
    })),
  );
}

/** A line of a list, moved in behind its sign. */
export interface ListLine {
  readonly teks: string;
  readonly sign: string;
  readonly indent: number;
}

/** Puts the lines of a list into a cell. */
export function placeList(
  bidang: Bidang,
  lines: readonly ListLine[],
  susunan: Omit<Susunan, "rata">,
): readonly BarisTeks[] {
  const texts = lines.map(({ teks }) => teks);
  return placeLines(bidang, texts, { ...susunan, rata: "kiri" }).flatMap((line, index) => {
    const { sign = "", indent = 0 } = lines[index] ?? {};
    const moved = { ...line, x: line.x + indent };
    return sign === "" ? [moved] : [{ ...line, teks: sign }, moved];
  });
}
