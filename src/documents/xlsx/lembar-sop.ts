import ExcelJs from "exceljs";
import type { Bidang } from "../../core/sop/chart/model.ts";
import { lebarList } from "../../core/sop/chart/tabel.ts";
import type { BarisResmi, LembarResmi, RuasResmi } from "../../core/sop/lembar-resmi.ts";
import { potonganPng } from "../gambar/potongan-png.ts";
import { cellText } from "./cell-text.ts";
import { halamanCetak, useA4 } from "./halaman-cetak.ts";
import { rowHeight } from "./row-height.ts";
import { fill, font, kotak } from "./style.ts";

/** Points in the width of one digit of the body font. */
const PT_PER_LEBAR = 5.25;
const ABU = "FFEDEDED";

/**
 * A sheet in the official form as a workbook: the words in cells, symbols and arrows as pictures over the
 * cells they belong to. What a picture shows stands below it in words.
 */
export async function lembarSopXlsx(lembar: LembarResmi): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet("SOP", { pageSetup: { ...halamanCetak } });
  useA4(sheet);
  const widths = lebarList(lembar.kolom).map((lebar) => lebar / PT_PER_LEBAR);
  sheet.columns = widths.map((width) => ({ width }));
  let row = 0;
  const next = (): number => {
    row += 1;
    return row;
  };
  const tulis: Tulis = { book, sheet, lembar, widths, next };
  writeKepala(tulis);
  for (const [at, ruasList] of lembar.halamanList.entries()) {
    writeJudul(tulis);
    for (const ruas of ruasList) await writeRuas(tulis, ruas, at + 1);
    if (at + 1 < lembar.halamanList.length) sheet.getRow(row).addPageBreak();
  }
  if (lembar.legenda !== null) await writeLegenda(tulis, lembar.legenda);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

interface Tulis {
  readonly book: ExcelJs.Workbook;
  readonly sheet: ExcelJs.Worksheet;
  readonly lembar: LembarResmi;
  readonly widths: readonly number[];
  /** Begins the next row; asking the sheet would count rows that only a picture touches. */
  readonly next: () => number;
}

interface Rupa {
  readonly tebal?: boolean;
  readonly rata?: "left" | "center";
  readonly tegak?: "top" | "middle";
  readonly latar?: boolean;
  readonly ukuran?: number;
}

/** Fills the cells from one column to another of a row, made one. */
function put(
  { sheet }: Tulis,
  [baris, dari, sampai, bawah = baris]: readonly [number, number, number, number?],
  teks: string,
  { tebal = false, rata = "left", tegak = "middle", latar = false, ukuran = 8 }: Rupa = {},
): void {
  if (dari !== sampai || bawah !== baris) sheet.mergeCells(baris, dari, bawah, sampai);
  const cell = sheet.getCell(baris, dari);
  cell.value = cellText(teks);
  cell.font = font({ bold: tebal, size: ukuran });
  cell.alignment = { wrapText: true, horizontal: rata, vertical: tegak };
  cell.border = kotak;
  cell.numFmt = "@";
  if (latar) cell.fill = fill(ABU);
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** The columns left and right of the middle of the page. */
function halves(widths: readonly number[]): number {
  const middle = sum(widths) / 2;
  const at = widths.findIndex((_, index) => sum(widths.slice(0, index + 1)) >= middle);
  return Math.max(1, Math.min(widths.length - 3, at));
}

const TANDA_TANGAN_PT = 46;

function writeKepala(tulis: Tulis): void {
  const { sheet, lembar, widths } = tulis;
  const half = halves(widths);
  const last = widths.length;
  put(tulis, [1, 1, half, lembar.identitas.length], lembar.instansiList.join("\n"), {
    tebal: true,
    rata: "center",
    ukuran: 12,
  });
  for (const [nama, isi] of lembar.identitas) {
    const row = tulis.next();
    put(tulis, [row, half + 1, half + 2], nama, { tebal: true });
    put(tulis, [row, half + 3, last], isi, { tebal: nama === "NAMA SOP" });
    sheet.getRow(row).height = nama === "DISAHKAN OLEH" ? TANDA_TANGAN_PT : 16;
  }
  const [left, right] = [sum(widths.slice(0, half)), sum(widths.slice(half))];
  for (const pair of lembar.daftarList) {
    const [kiri, kanan] = pair;
    const head = tulis.next();
    put(tulis, [head, 1, half], kiri[0], { tebal: true, latar: true });
    put(tulis, [head, half + 1, last], kanan[0], { tebal: true, latar: true });
    for (let at = 0; at < Math.max(1, kiri[1].length, kanan[1].length); at += 1) {
      const row = tulis.next();
      const [l, r] = [entry(kiri[1], at), entry(kanan[1], at)];
      put(tulis, [row, 1, half], l, { tegak: "top" });
      put(tulis, [row, half + 1, last], r, { tegak: "top" });
      const texts = [
        { teks: l, lebar: left },
        { teks: r, lebar: right },
      ];
      sheet.getRow(row).height = rowHeight(texts, 3);
    }
  }
  sheet.lastRow?.addPageBreak();
}

function entry(list: readonly string[], at: number): string {
  const teks = list[at];
  if (teks === undefined) return at === 0 ? "-" : "";
  return list.length === 1 ? teks : `${at + 1}. ${teks}`;
}

/** The titles in two rows; every page has its own, for a page of the chart is one of the print. */
function writeJudul(tulis: Tulis): void {
  const { sheet, lembar, widths } = tulis;
  const [row] = [tulis.next(), tulis.next()];
  const count = lembar.judulPelaksana.length;
  const look = { tebal: true, rata: "center", latar: true } as const;
  put(tulis, [row, 1, 1, row + 1], "No", look);
  put(tulis, [row, 2, 2, row + 1], "Uraian Prosedur", look);
  put(tulis, [row, 3, 2 + count], "Pelaksana", look);
  put(tulis, [row, 3 + count, 5 + count], "Mutu Baku", look);
  put(tulis, [row, widths.length, widths.length, row + 1], "Keterangan", look);
  for (const [at, judul] of [
    ...lembar.judulPelaksana,
    "Kelengkapan",
    "Waktu",
    "Output",
  ].entries()) {
    put(tulis, [row + 1, 3 + at, 3 + at], judul, look);
  }
  sheet.getRow(row + 1).height = 24;
}

async function writeRuas(tulis: Tulis, ruas: RuasResmi, halaman: number): Promise<void> {
  const { sheet, widths } = tulis;
  const row = tulis.next();
  if (ruas.baris === null) {
    put(tulis, [row, 1, widths.length], ruas.pita, { tebal: true });
    sheet.getRow(row).height = ruas.bidang.tinggi;
    await overlay(tulis, { halaman, bidang: ruas.bidang }, [row, 1, widths.length]);
    return;
  }
  writeBaris(tulis, ruas.baris, row);
  // rows of the chart are measured for the letters of the chart, which are those of the sheet
  sheet.getRow(row).height = ruas.bidang.tinggi;
  for (const { kolom, bidang } of ruas.gambarList) {
    await overlay(tulis, { halaman, bidang }, [row, 3 + kolom, 3 + kolom]);
  }
}

const list = (isi: readonly string[]): string =>
  isi.length === 0
    ? "-"
    : isi.length === 1
      ? (isi[0] ?? "-")
      : isi.map((teks) => `– ${teks}`).join("\n");

function writeBaris(tulis: Tulis, baris: BarisResmi, row: number): void {
  const count = baris.tandaList.length;
  put(tulis, [row, 1, 1], `${baris.no}.`, { rata: "center" });
  put(tulis, [row, 2, 2], baris.uraian);
  for (const [at, teks] of baris.tandaList.entries())
    put(tulis, [row, 3 + at, 3 + at], teks, { ukuran: 5 });
  put(tulis, [row, 3 + count, 3 + count], list(baris.kelengkapan));
  put(tulis, [row, 4 + count, 4 + count], baris.waktu, { rata: "center" });
  put(tulis, [row, 5 + count, 5 + count], list(baris.keluaran));
  put(tulis, [row, 6 + count, 6 + count], baris.keterangan);
}

interface Potongan {
  readonly halaman: number;
  readonly bidang: Bidang;
  readonly bergaris?: boolean;
}

/** A picture from the corner of the first cell to that of the last, whatever a program makes of their widths. */
async function overlay(
  { book, sheet, lembar }: Tulis,
  { halaman, bidang, bergaris }: Potongan,
  [row, dari, sampai]: readonly [number, number, number],
): Promise<void> {
  const png = await potonganPng(lembar.chart, halaman, bidang, bergaris);
  const id = book.addImage({ base64: png.toString("base64"), extension: "png" });
  sheet.addImage(id, `${sheet.getCell(row, dari).address}:${sheet.getCell(row, sampai).address}`);
}

async function writeLegenda(tulis: Tulis, bidang: Bidang): Promise<void> {
  const row = tulis.next();
  tulis.sheet.getRow(row).height = bidang.tinggi;
  tulis.sheet.getCell(row, 1).value = " ";
  const { length } = tulis.widths;
  await overlay(tulis, { halaman: tulis.lembar.halamanList.length, bidang, bergaris: false }, [
    row,
    1,
    length,
  ]);
}
