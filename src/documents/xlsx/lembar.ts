import { setImmediate } from "node:timers/promises";
import type { Cell, Font, Row, stream, Worksheet } from "exceljs";
import { cellText, keepText, looksLikeFormula } from "./cell-text.ts";
import { halamanCetak, KEPALA_PT, useA4 } from "./halaman-cetak.ts";
import { rowHeight } from "./row-height.ts";
import {
  type Bentuk,
  bodyStyle,
  font,
  type Hiasan,
  headerStyle,
  tableStyle,
  warna,
} from "./style.ts";

/** What a cell may hold before it is written; a `waktu` column takes local milliseconds. */
export type NilaiSel = string | number | null;

/** One column of a table. */
export interface Kolom<B> {
  readonly judul: string;
  readonly lebar: number;
  readonly bentuk: Bentuk;
  readonly nilai: (baris: B, urutan: number) => NilaiSel;
  readonly hiasan?: (baris: B, urutan: number) => Hiasan;
}

/** What is printed above every table. */
export interface Kop {
  readonly instansi: readonly string[];
  readonly judul: string;
  readonly keterangan: readonly string[];
  readonly kakiKiri: string;
}

/** One sheet: a table under the kop, and whatever closes it. */
export interface Lembar<B> {
  readonly nama: string;
  readonly kop: Kop;
  readonly kolomList: readonly Kolom<B>[];
  readonly barisList: readonly B[];
  /** Printed in place of rows when there are none. */
  readonly kosong: string;
  readonly saring: boolean;
  readonly penutup?: (sheet: Worksheet) => void;
}

const KEPALA_KAKI_TERPANJANG = 100;
/** Excel's own limit, and the characters it forbids in a name. */
const NAMA_TERPANJANG = 31;
const NAMA_TERLARANG = /[\\/*?:[\]]/gu;

/** Rows written before others get their turn: nobody waits for the end of a long table. */
const BARIS_SEKALI = 100;

/** Writes one sheet and commits its rows as it goes. */
export async function writeLembar<B>(
  book: stream.xlsx.WorkbookWriter,
  lembar: Lembar<B>,
): Promise<void> {
  const { kop, kolomList } = lembar;
  const headerRow = kop.instansi.length + kop.keterangan.length + 3;
  const sheet = book.addWorksheet(sheetName(lembar.nama), {
    views: [{ state: "frozen", ySplit: headerRow, showGridLines: false }],
    pageSetup: { ...halamanCetak, printTitlesRow: `${headerRow}:${headerRow}` },
    headerFooter: { oddFooter: pageFooter(kop.kakiKiri) },
  });
  useA4(sheet);
  sheet.columns = kolomList.map(({ lebar }) => ({ width: lebar }));
  writeKop(sheet, kop, kolomList.length);
  writeHeader(sheet, kolomList);
  if (lembar.barisList.length === 0) writeWide(sheet, lembar.kosong);
  for (const [urutan, baris] of lembar.barisList.entries()) {
    writeBaris(sheet, kolomList, baris, urutan);
    if (urutan % BARIS_SEKALI === BARIS_SEKALI - 1) await setImmediate();
  }
  if (lembar.saring && lembar.barisList.length > 0) {
    const last = headerRow + lembar.barisList.length;
    sheet.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: last, column: kolomList.length },
    };
  }
  lembar.penutup?.(sheet);
  sheet.commit();
}

/** Puts a value into a cell as what it is; no text ever becomes a formula, also when it is edited later. */
export function setNilai(cell: Cell, value: NilaiSel, bentuk: Bentuk): void {
  cell.style = bodyStyle(bentuk, value);
  putNilai(cell, value, bentuk);
  keepText(cell);
}

const isRumus = (value: NilaiSel): boolean => typeof value === "string" && looksLikeFormula(value);

function putNilai(cell: Cell, value: NilaiSel, bentuk: Bentuk): void {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return;
    cell.value = bentuk === "waktu" ? new Date(value) : value;
    return;
  }
  if (value === null || value === "") return;
  cell.value = cellText(value);
}

/** Adds a row whose one text spans the table, or its first columns, as high as the text needs. */
export function writeWide(
  sheet: Worksheet,
  text: string,
  style: Partial<Font> = notaFont,
  { columns = sheet.columns.length, udaraPt = NOTA_PT } = {},
): Row {
  const teks = cellText(text);
  const row = sheet.addRow([teks]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  row.getCell(1).font = font(style);
  row.getCell(1).alignment = { vertical: "middle", wrapText: true };
  keepText(row.getCell(1));
  const lebar = widthOf(sheet, 0, columns);
  row.height = rowHeight([{ teks, lebar }], udaraPt);
  return row;
}

/** How wide these columns are together, in characters. */
export const widthOf = (sheet: Worksheet, from: number, to?: number): number =>
  sheet.columns.slice(from, to).reduce((sum, { width }) => sum + (width ?? 0), 0);

const NOTA_PT = 2;
const notaFont: Partial<Font> = { size: 9, italic: true, color: { argb: warna.redup } };

function writeKop(sheet: Worksheet, kop: Kop, columns: number): void {
  for (const [at, text] of kop.instansi.entries()) {
    const row = writeCentred(sheet, text, columns, instansiFont[at] ?? { size: 9 });
    if (at < kop.instansi.length - 1) continue;
    for (let column = 1; column <= columns; column += 1) {
      row.getCell(column).border = { bottom: { style: "double", color: { argb: warna.kepala } } };
    }
  }
  const title = writeCentred(sheet, kop.judul, columns, {
    bold: true,
    size: 13,
    color: { argb: warna.kepala },
  });
  title.height = 30;
  for (const text of kop.keterangan) {
    writeWide(sheet, text, { size: 9 });
  }
  sheet.addRow([]).height = 6;
}

/** Government, office; what follows is the address. */
const instansiFont: readonly Parameters<typeof font>[0][] = [
  { bold: true, size: 11 },
  { bold: true, size: 14 },
];

function writeCentred(
  sheet: Worksheet,
  text: string,
  columns: number,
  style: Parameters<typeof font>[0],
): Row {
  const row = sheet.addRow([cellText(text)]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  row.getCell(1).font = font(style);
  row.getCell(1).alignment = { horizontal: "center", vertical: "middle" };
  keepText(row.getCell(1));
  row.height = 18;
  return row;
}

function writeHeader<B>(sheet: Worksheet, kolomList: readonly Kolom<B>[]): void {
  const row = sheet.addRow(kolomList.map(({ judul }) => judul));
  row.height = KEPALA_PT;
  row.eachCell((cell) => {
    cell.style = headerStyle;
    keepText(cell);
  });
}

function writeBaris<B>(
  sheet: Worksheet,
  kolomList: readonly Kolom<B>[],
  baris: B,
  urutan: number,
): void {
  const row = sheet.addRow([]);
  for (const [at, kolom] of kolomList.entries()) {
    const cell = row.getCell(at + 1);
    const { bentuk, nilai, hiasan } = kolom;
    const value = nilai(baris, urutan);
    const gaya = { selang: urutan % 2 === 1, rumus: isRumus(value), ...hiasan?.(baris, urutan) };
    putNilai(cell, value, bentuk);
    cell.style = tableStyle(bentuk, value, gaya);
  }
  row.height = rowHeight(
    kolomList.map(({ lebar }, at) => ({ teks: textOf(row.getCell(at + 1)), lebar })),
  );
  row.commit();
}

const textOf = ({ value }: Cell): string => (typeof value === "string" ? value : "");

const sheetName = (nama: string): string =>
  nama.replace(NAMA_TERLARANG, " ").slice(0, NAMA_TERPANJANG).trim();

// an ampersand starts a code of the page footer, and the whole footer may be 255 characters
const pageFooter = (left: string): string =>
  `&L&8${Array.from(cellText(left).replace(/\s+/gu, " ")).slice(0, KEPALA_KAKI_TERPANJANG).join("").replaceAll("&", "&&")}&R&8Halaman &P dari &N`;
