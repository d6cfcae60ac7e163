/**
 * Advance widths of Arial, in thousandths of the letter size, rounded up. Arimo, Liberation Sans and
 * Helvetica have the same, so a text measured here is as wide wherever one of them is there.
 */
const biasaWidths: readonly (readonly [number, string])[] = [
  [191, "'"],
  [223, "ijl‘’"],
  [260, "|"],
  [278, " !,./:;I[\\]ft"],
  [334, "()-`r{}“”²³"],
  [355, '"•'],
  [400, "*°"],
  [470, "^"],
  [500, "Jcksvxyz"],
  [557, "#$0123456789?L_abdeghnopqu–§"],
  [584, "+<=>~×≤≥"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [723, "CDHNRUw"],
  [778, "GOQ"],
  [834, "Mm½"],
  [890, "%"],
  [944, "W"],
  [1016, "@—…→"],
];
const tebalWidths: readonly (readonly [number, string])[] = [
  [238, "'"],
  [278, " ,./I\\ijl‘’"],
  [280, "|"],
  [334, "!()-:;[]`ft²³"],
  [390, "*r{}•"],
  [400, "°"],
  [475, '"'],
  [500, "z“”"],
  [557, "#$0123456789J_aceksvxy–§"],
  [584, "+<=>^~×≤≥"],
  [611, "?FLTZbdghnopqu"],
  [667, "EPSVXY"],
  [723, "&ABCDHKNRU"],
  [778, "GOQw"],
  [834, "M½"],
  [890, "%m"],
  [976, "@W—…→"],
];

/** Letters of other scripts: as wide as the widest of the typeface, or as the whole square. */
const UNKNOWN = 940;
const SQUARE = 1016;
const SQUARE_FROM = 0x2e80;

const byLetter = (widths: typeof biasaWidths): ReadonlyMap<string, number> =>
  new Map(widths.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width])));
const biasa = byLetter(biasaWidths);
const tebal = byLetter(tebalWidths);

/** How a text is set. */
export interface Gaya {
  readonly ukuran: number;
  readonly tebal: boolean;
}

/** The width of a text in points; never less than what is drawn. */
export function textWidth(teks: string, gaya: Gaya): number {
  const table = gaya.tebal ? tebal : biasa;
  let sum = 0;
  for (const letter of teks) sum += letterWidth(letter, table);
  return (sum * gaya.ukuran) / 1000;
}

function letterWidth(letter: string, table: ReadonlyMap<string, number>): number {
  // An accent makes no letter wider; "é" is measured as "e".
  const [base = letter] = letter.normalize("NFD");
  const known = table.get(base);
  if (known !== undefined) return known;
  return (base.codePointAt(0) ?? 0) >= SQUARE_FROM ? SQUARE : UNKNOWN;
}

/** Breaks a text into lines of at most `width` points; a word that is longer is broken, too. */
export function wrapText(teks: string, width: number, gaya: Gaya): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const words = teks.split(/\s+/u).filter((word) => word !== "");
  for (const piece of words.flatMap((word) => fittingPieces(word, width, gaya))) {
    const longer = line === "" ? piece : `${line} ${piece}`;
    if (line !== "" && textWidth(longer, gaya) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** The first lines, the last of them ending in an ellipsis where some were left out. */
export function cutLines(
  lines: readonly string[],
  most: number,
  width: number,
  gaya: Gaya,
): readonly string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(1, most));
  const last = Array.from(kept.at(-1) ?? "");
  while (last.length > 0 && textWidth(`${last.join("")}…`, gaya) > width) last.pop();
  return [...kept.slice(0, -1), `${last.join("")}…`];
}

function fittingPieces(word: string, width: number, gaya: Gaya): readonly string[] {
  if (textWidth(word, gaya) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && textWidth(piece + letter, gaya) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
