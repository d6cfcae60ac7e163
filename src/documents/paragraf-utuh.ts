import type { Isi } from "../core/dokumen/model.ts";

/** A paragraph of more than this may be cut by the foot of a page; a shorter one moves as a whole. */
const HURUF_TERBANYAK = 400;
const BARIS_TERBANYAK = 6;

/** Whether a paragraph is short enough to be kept on one page. */
export function isParagrafUtuh(isi: Isi): boolean {
  const teks = isi.map((run) => run.teks).join("");
  return teks.length <= HURUF_TERBANYAK && teks.split("\n").length <= BARIS_TERBANYAK;
}
