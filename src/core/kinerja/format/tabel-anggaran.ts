import { type Row, rowsBelow, textOf } from "./baris-tabel.ts";
import type { SelLembar } from "./index.ts";

const judul = {
  nama: /\b(program|kegiatan|uraian)\b/i,
  pagu: /\b(pagu|anggaran)\b/i,
  realisasi: /\brealisasi\b/i,
  sasaran: /\bsasaran\b/i,
};

/** Whether the titles of a row are those of a budget. */
export const isJudulAnggaran = (kepala: readonly SelLembar[]): boolean =>
  columnsOf(kepala) !== null;

/**
 * The programs of a table, written as they would be typed: one a line, name; pagu; realisasi; sasaran. Sums below
 * them, and rows without a figure, are none. Null where the table is no budget.
 */
export function programDariTabel(selList: readonly SelLembar[]): string | null {
  const kepala = selList[0]?.baris ?? 0;
  const kolom = columnsOf(selList.filter(({ baris }) => baris === kepala));
  if (kolom === null) return null;
  const { nama, pagu, realisasi, sasaran } = kolom;
  return [...rowsBelow(selList, kepala).values()]
    .map((row) => [nama, pagu, realisasi, sasaran].map((one) => wordsAt(row, one)))
    .filter(([name = "", given]) => name !== "" && given !== "" && !JUMLAH.test(name))
    .map((part) => part.join("; "))
    .join("\n");
}

const JUMLAH = /^(sub\s*)?(total|jumlah)/i;

const wordsAt = (row: Row, kolom: string | null): string =>
  kolom === null ? "" : textOf(row.get(kolom)).replaceAll(/[;|\n\t]+/g, " ");

interface Kolom {
  readonly nama: string;
  readonly pagu: string;
  readonly realisasi: string;
  readonly sasaran: string | null;
}

/** Figures are told by the first title that names them; "Realisasi anggaran" is no pagu. */
function columnsOf(kepala: readonly SelLembar[]): Kolom | null {
  const find = (kata: RegExp, but: RegExp): string | null =>
    kepala.find(({ isi }) => kata.test(textOf(isi)) && !but.test(textOf(isi)))?.kolom ?? null;
  const realisasi = find(judul.realisasi, /%|persen|fisik/i);
  const pagu = find(judul.pagu, /%|persen|realisasi|sisa/i);
  const nama = find(judul.nama, /kode|pagu|anggaran|realisasi|sasaran/i);
  return nama === null || pagu === null || realisasi === null
    ? null
    : { nama, pagu, realisasi, sasaran: find(judul.sasaran, judul.nama) };
}
