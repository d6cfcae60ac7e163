import ExcelJs, { type Cell, type Worksheet } from "exceljs";
import {
  AWALAN_KODE,
  type BarisFormat,
  type FormatIsian,
  type KolomFormat,
  kolomFormat,
  type PetunjukSel,
  tandaText,
} from "../../core/kinerja/format/index.ts";
import { awalanKolom, KEPALA } from "../format-sandi.ts";
import { cellText, keepText } from "./cell-text.ts";
import { halamanCetak, KEPALA_PT, useA4 } from "./halaman-cetak.ts";
import { setNilai, writeWide } from "./lembar.ts";
import { rowHeight } from "./row-height.ts";
import { bodyStyle, fill, font, headerStyle, kotak, warna } from "./style.ts";

const KUNING = "FFFFF2CC";
const TINTA_KECIL = "FF595959";
const TERKUNCI = "FFEDEDED";
/** Air around the lines above the table. */
const KOP_PT = 4;
/** What Excel itself allows. */
const CATATAN_TERPANJANG = 250;
const TEKS_ANGKA_TERPANJANG = 60;
const TEKS_KETERANGAN_TERPANJANG = 500;

const lebarByKolom: { readonly [K in KolomFormat]: number } = {
  no: 5,
  sasaran: 26,
  indikator: 46,
  "target-tahunan": 12,
  target: 12,
  realisasi: 18,
  penyebut: 14,
  keterangan: 40,
};

/** The sheet of figures of one unit, as bytes of an .xlsx file. */
export async function formatXlsx(format: FormatIsian): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  book.creator = "sopir";
  book.lastModifiedBy = "sopir";
  const kolomList = kolomFormat.filter((kolom) => kolom !== "penyebut" || format.adaRasio);
  const sheet = addSheet(book);
  sheet.columns = [
    ...kolomList.map((kolom) => ({ width: lebarByKolom[kolom] })),
    { width: 10, hidden: true },
  ];
  writeKeys(sheet, kolomList, format);
  writeHead(sheet, format, kolomList.length);
  const kepala = writeTitles(sheet, kolomList, format);
  for (const [index, baris] of format.barisList.entries()) {
    writeRow(sheet, kolomList, baris, index + 1);
  }
  finish(sheet, kolomList.length, kepala);
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJs.Workbook): Worksheet {
  const sheet = book.addWorksheet("Format Isian", {
    pageSetup: halamanCetak,
    headerFooter: { oddFooter: "&R&8Halaman &P dari &N" },
  });
  useA4(sheet);
  return sheet;
}

/** The hidden row by which the file and its columns are known again. */
function writeKeys(
  sheet: Worksheet,
  kolomList: readonly KolomFormat[],
  { tanda }: FormatIsian,
): void {
  const row = sheet.addRow([...kolomList.map(awalanKolom), tandaText(tanda)]);
  row.hidden = true;
}

function writeHead(
  sheet: Worksheet,
  { instansi, judul, unit, petunjukList }: FormatIsian,
  columns: number,
): void {
  const span = { columns, udaraPt: KOP_PT };
  for (const teks of instansi) writeWide(sheet, teks, { bold: true, size: 11 }, span);
  writeWide(sheet, judul, { bold: true, size: 13, color: { argb: warna.kepala } }, span);
  writeWide(sheet, unit, { bold: true }, span);
  for (const teks of petunjukList) writeWide(sheet, teks, { size: 9 }, span);
  sheet.addRow([]).height = 6;
}

function writeTitles(
  sheet: Worksheet,
  kolomList: readonly KolomFormat[],
  { judulByKolom }: FormatIsian,
): number {
  const row = sheet.addRow([...kolomList.map((kolom) => judulByKolom[kolom]), KEPALA]);
  row.height = KEPALA_PT;
  for (const [index] of kolomList.entries()) {
    const cell = row.getCell(index + 1);
    cell.style = headerStyle;
    keepText(cell);
  }
  return row.number;
}

function writeRow(
  sheet: Worksheet,
  kolomList: readonly KolomFormat[],
  baris: BarisFormat,
  nomor: number,
): void {
  const row = sheet.addRow([]);
  for (const [index, kolom] of kolomList.entries()) {
    writeCell[kolom](row.getCell(index + 1), baris, nomor);
  }
  row.getCell(kolomList.length + 1).value = `${AWALAN_KODE}${baris.kode}`;
  row.height = rowHeight([
    { teks: baris.sasaran, lebar: lebarByKolom.sasaran },
    { teks: `${baris.nama}\n${baris.keteranganNama}`, lebar: lebarByKolom.indikator },
    { teks: baris.keterangan, lebar: lebarByKolom.keterangan },
  ]);
}

type WriteCell = (cell: Cell, baris: BarisFormat, nomor: number) => void;

const writeCell: { readonly [K in KolomFormat]: WriteCell } = {
  no: (cell, _, nomor) => setNilai(cell, nomor, "bulat"),
  sasaran: (cell, { sasaran }) => setNilai(cell, sasaran, "teks"),
  indikator: (cell, { nama, keteranganNama }) => {
    cell.style = bodyStyle("teks", nama);
    cell.value = {
      richText: [
        { text: cellText(nama), font: font({ bold: true }) },
        {
          text: cellText(`\n${keteranganNama}`),
          font: font({ size: 8, color: { argb: TINTA_KECIL } }),
        },
      ],
    };
    keepText(cell);
  },
  "target-tahunan": (cell, { targetTahunan }) => setNilai(cell, targetTahunan, "angka"),
  target: (cell, { target }) => setNilai(cell, target, "angka"),
  realisasi: (cell, { realisasi, petunjuk }) => setAnswer(cell, realisasi, petunjuk, "realisasi"),
  penyebut: (cell, { penyebut, rasio, petunjuk }) => {
    if (rasio) setAnswer(cell, penyebut, petunjuk, "penyebut");
    else cell.style = { border: kotak, fill: fill(TERKUNCI) };
  },
  keterangan: (cell, { keterangan, petunjuk }) => {
    setAnswer(cell, keterangan, petunjuk, "keterangan");
    cell.alignment = { vertical: "middle", horizontal: "left", indent: 1, wrapText: true };
  },
};

/**
 * A cell to write into. It holds text: a program set to another language would read "86,25" or
 * "39/40" as a different number or a date before we see it.
 */
function setAnswer(
  cell: Cell,
  teks: string,
  petunjuk: PetunjukSel,
  kolom: "realisasi" | "penyebut" | "keterangan",
): void {
  cell.style = {
    font: font(),
    border: kotak,
    fill: fill(KUNING),
    numFmt: "@",
    alignment: { vertical: "middle", horizontal: "center", wrapText: true },
    protection: { locked: false },
  };
  if (teks !== "") cell.value = cellText(teks);
  cell.dataValidation = {
    type: "textLength",
    operator: "lessThanOrEqual",
    formulae: [kolom === "keterangan" ? TEKS_KETERANGAN_TERPANJANG : TEKS_ANGKA_TERPANJANG],
    allowBlank: true,
    showInputMessage: true,
    prompt: petunjuk[kolom].slice(0, CATATAN_TERPANJANG),
    showErrorMessage: true,
    error: petunjuk.terlaluPanjang,
  };
}

function finish(sheet: Worksheet, columns: number, kepala: number): void {
  sheet.views = [{ state: "frozen", ySplit: kepala, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${kepala}:${kepala}`;
  const last = sheet.getColumn(columns).letter;
  sheet.pageSetup.printArea = `A1:${last}${sheet.rowCount}`;
}
