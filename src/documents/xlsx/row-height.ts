/** Points one line of the body font takes, and the air above and below the text. */
const BARIS_PT = 13;
const UDARA_PT = 6;
/** Excel's limit for a row. */
const TERTINGGI_PT = 409;
/** Letters of running text are narrower than the digits a column's width counts. */
const HURUF_PER_LEBAR = 1.12;
/** What indent and border take from a column, in characters. */
const TEPI_HURUF = 2;

/** A text and the width of its column, in characters. */
export interface TeksSel {
  readonly teks: string;
  readonly lebar: number;
}

/**
 * The height at which every text of a row is read in full. Programs that only show or print a
 * workbook do not measure wrapped text, so the file says it; estimated generously.
 */
export function rowHeight(selList: readonly TeksSel[], udaraPt = UDARA_PT): number {
  const lines = Math.max(1, ...selList.map(({ teks, lebar }) => lineCount(teks, lebar)));
  return Math.min(TERTINGGI_PT, lines * BARIS_PT + udaraPt);
}

function lineCount(teks: string, lebar: number): number {
  const room = Math.max(1, Math.floor(lebar * HURUF_PER_LEBAR) - TEPI_HURUF);
  return teks.split("\n").reduce((sum, paragraph) => sum + wrappedLines(paragraph, room), 0);
}

function wrappedLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(" ")) {
    const fits = used === 0 || used + 1 + word.length <= room;
    if (!fits) lines += 1;
    used = fits && used > 0 ? used + 1 + word.length : word.length;
    // a word longer than the column is broken
    lines += Math.floor(Math.max(0, used - 1) / room);
    used = used > room ? ((used - 1) % room) + 1 : used;
  }
  return lines;
}
