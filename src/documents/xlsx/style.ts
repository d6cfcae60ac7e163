import type { Alignment, Border, Borders, Fill, Font, Style } from "exceljs";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";

/** How a column shows its values; `angka` rounded as `formatAngka` writes it in reports. */
export type Bentuk = "teks" | "tengah" | "angka" | "bulat" | "waktu";

/** Ink and paper of the printed sheets. */
export const warna = {
  kepala: "FF1F3864",
  kepalaTeks: "FFFFFFFF",
  garis: "FFA6A6A6",
  redup: "FF8C8C8C",
  selang: "FFF5F8FC",
  lembut: "FFE9EEF6",
} as const;

const HURUF = "Arial";
/** As many as a report prints: whoever lays the two side by side must read the same figure. */
const DESIMAL_TERBANYAK = 2;
// Indonesian separators and month names wherever the program honours the locale of a format.
const LOKAL = "[$-421]";

/** A letter of the sheet's one typeface. */
export const font = (font: Partial<Font> = {}): Partial<Font> => ({
  name: HURUF,
  size: 10,
  ...font,
});

/** A full, even background. `argb` is eight hex digits, opacity first. */
export const fill = (argb: string): Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
});

const line: Partial<Border> = { style: "thin", color: { argb: warna.garis } };

/** Thin lines on all four sides. */
export const kotak: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** The number format for one value: none or as many decimals as it has, at most two. */
function numberFormat(bentuk: Bentuk, value: unknown): string {
  if (bentuk === "waktu") return `${LOKAL}dd\\ mmm\\ yyyy\\ hh"."mm`;
  if (typeof value !== "number") return "General";
  const decimals = bentuk === "angka" ? decimalsOf(value) : 0;
  return decimals === 0 ? `${LOKAL}#,##0` : `${LOKAL}#,##0.${"0".repeat(decimals)}`;
}

/** The style of a cell below a column header. */
export function bodyStyle(bentuk: Bentuk, value: unknown): Partial<Style> {
  return {
    font: font(),
    border: kotak,
    numFmt: numberFormat(bentuk, value),
    alignment: alignmentOf(bentuk),
  };
}

/** How one cell departs from its column: a coloured background, or ink that steps back. */
export interface Hiasan {
  readonly latar?: string | null;
  readonly redup?: boolean;
  readonly tebal?: boolean;
}

/** What the style of a cell in a table comes from. */
export interface GayaSel extends Hiasan {
  /** Every second row stands on a shade. */
  readonly selang: boolean;
  /** Text that a program would take for a formula. */
  readonly rumus: boolean;
}

const styleByKey = new Map<string, Partial<Style>>();

/**
 * The style of a cell in a table. Equal ones are one object: exceljs knows by it what it has written, and
 * would else write and compare the style of every cell anew, which is most of the time a long table takes.
 */
export function tableStyle(bentuk: Bentuk, value: unknown, gaya: GayaSel): Partial<Style> {
  const numFmt = gaya.rumus ? "@" : numberFormat(bentuk, value);
  const { selang, latar = null, redup = false, tebal = false } = gaya;
  const key = [bentuk, numFmt, selang, latar, redup, tebal].join("|");
  const known = styleByKey.get(key);
  if (known !== undefined) return known;
  const ground = latar === null ? selang && warna.selang : argb(latar);
  const style: Partial<Style> = {
    ...bodyStyle(bentuk, value),
    numFmt,
    font: inkOf({ latar, redup, tebal }),
    ...(ground !== false && { fill: fill(ground) }),
  };
  styleByKey.set(key, style);
  return style;
}

function inkOf({ latar = null, redup, tebal }: Hiasan): Partial<Font> {
  if (latar !== null) return font({ bold: true, color: { argb: inkOn(latar) } });
  if (redup === true) return font({ color: { argb: warna.redup } });
  return tebal === true ? font({ bold: true }) : font();
}

/** The style of a column header. */
export const headerStyle: Partial<Style> = {
  font: font({ bold: true, color: { argb: warna.kepalaTeks } }),
  fill: fill(warna.kepala),
  border: kotak,
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
};

/** `#rrggbb` as the eight digits of the format. */
export const argb = (hex: string): string => `FF${hex.replace("#", "").toUpperCase()}`;

/** Black or white, whichever reads better on this background (relative luminance, WCAG 2). */
export function inkOn(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(hex.slice(at, at + 2)));
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > 0.179 ? "FF000000" : "FFFFFFFF";
}

function linear(channel: string): number {
  const part = Number.parseInt(channel, 16) / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Running text to the left, everything else in the middle: figures here carry different decimals. */
const alignmentOf = (bentuk: Bentuk): Partial<Alignment> =>
  bentuk === "teks"
    ? { vertical: "middle", horizontal: "left", indent: 1, wrapText: true }
    : { vertical: "middle", horizontal: "center", wrapText: true };

/** As `formatAngka` has it: what two decimals leave, without noughts at the end. */
const decimalsOf = (value: number): number =>
  formatAngka(value, DESIMAL_TERBANYAK).split(",")[1]?.length ?? 0;
