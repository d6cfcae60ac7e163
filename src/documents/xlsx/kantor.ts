import ExcelJs, { type Cell, type Style, type Worksheet } from "exceljs";
import type {
  GayaSel,
  LembarBuku,
  PilihanSel,
  SelBuku,
} from "../../core/berkas-kantor/buku/model.ts";
import { cellText, keepText } from "./cell-text.ts";
import { halamanCetak, useA4 } from "./halaman-cetak.ts";
import { writeWide } from "./lembar.ts";
import { rowHeight } from "./row-height.ts";
import { fill, font, headerStyle, kotak, warna } from "./style.ts";

const KUNING = "FFFFF8E1";
const JINGGA = "FFFFD9A8";
const ABU = "FFF2F2F2";
const TINTA_REDUP = "FF7F7F7F";
/** What Excel itself allows for a note at a cell, and for a list written into it. */
const CATATAN_TERPANJANG = 250;
const DAFTAR_TERPANJANG = 255;
/** The longest text that is taken. */
const ISI_TERPANJANG = 1_000;
/** Title, what the sheet is for, and air stand above. */
const KEPALA = 4;
/** Choices from another sheet reach so far down. */
const BARIS_ACUAN = 500;

/** The workbook of an office, as bytes of an .xlsx file. */
export async function bukuKantorXlsx(lembarList: readonly LembarBuku[]): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  book.creator = "sopir";
  book.lastModifiedBy = "sopir";
  for (const lembar of lembarList) addLembar(book, lembar);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addLembar(book: ExcelJs.Workbook, lembar: LembarBuku): void {
  const { nama, judul, penjelasan, kolomList, barisList } = lembar;
  const sheet = book.addWorksheet(nama, {
    pageSetup: halamanCetak,
    headerFooter: { oddFooter: "&L&8&A&R&8Halaman &P dari &N" },
    views: [{ state: "frozen", xSplit: 0, ySplit: KEPALA, showGridLines: false }],
  });
  useA4(sheet);
  sheet.columns = kolomList.map(({ lebar }) => ({ width: lebar }));
  const span = { columns: kolomList.length };
  writeWide(sheet, judul, { bold: true, size: 14, color: { argb: warna.kepala } }, span);
  writeWide(sheet, penjelasan, { size: 9, color: { argb: TINTA_REDUP } }, span);
  sheet.addRow([]).height = 6;
  writeTitles(sheet, lembar);
  for (const selList of barisList) writeRow(sheet, lembar, selList);
  sheet.pageSetup.printTitlesRow = `${KEPALA}:${KEPALA}`;
}

/** What must be filled in carries a star. */
function writeTitles(sheet: Worksheet, { kolomList }: LembarBuku): void {
  const row = sheet.addRow(kolomList.map(({ judul, wajib }) => `${judul}${wajib ? " *" : ""}`));
  row.height = rowHeight(kolomList.map(({ judul, lebar }) => ({ teks: `${judul} *`, lebar })));
  row.eachCell((cell) => {
    cell.style = headerStyle;
  });
}

function writeRow(sheet: Worksheet, { kolomList }: LembarBuku, selList: readonly SelBuku[]): void {
  const row = sheet.addRow([]);
  for (const [index, sel] of selList.entries()) writeCell(row.getCell(index + 1), sel);
  row.height = rowHeight(
    selList.map(({ nilai }, index) => ({
      teks: String(nilai ?? ""),
      lebar: kolomList[index]?.lebar ?? 10,
    })),
  );
}

const gayaSel: { readonly [G in GayaSel]: Partial<Style> } = {
  isi: { font: font(), fill: fill(KUNING), border: kotak },
  periksa: { font: font(), fill: fill(JINGGA), border: kotak },
  label: { font: font({ bold: true }), border: kotak },
  penjelasan: { font: font({ size: 9, color: { argb: TINTA_REDUP } }), border: kotak },
  contoh: {
    font: font({ italic: true, color: { argb: TINTA_REDUP } }),
    fill: fill(ABU),
    border: kotak,
  },
};

function writeCell(cell: Cell, { nilai, gaya, pilihan, ...rest }: SelBuku): void {
  cell.style = {
    ...gayaSel[gaya],
    ...(rest.tetapTeks === true && { numFmt: "@" }),
    alignment: {
      vertical: "middle",
      horizontal: typeof nilai === "number" ? "center" : "left",
      wrapText: true,
    },
  };
  if (rest.catatan !== undefined) cell.note = cellText(rest.catatan);
  if (nilai !== null) cell.value = typeof nilai === "number" ? nilai : cellText(nilai);
  keepText(cell);
  if (rest.bantuan === undefined) return;
  const note = {
    allowBlank: true,
    showInputMessage: true,
    prompt: rest.bantuan.slice(0, CATATAN_TERPANJANG),
  } as const;
  const daftar = pilihan === undefined ? null : listOf(pilihan);
  cell.dataValidation =
    daftar === null
      ? {
          ...note,
          type: "textLength",
          operator: "lessThanOrEqual",
          formulae: [ISI_TERPANJANG],
          showErrorMessage: true,
          errorTitle: "Terlalu panjang",
          error: `Paling panjang ${ISI_TERPANJANG} huruf.`,
        }
      : {
          ...note,
          type: "list",
          formulae: [daftar],
          showErrorMessage: rest.hanyaPilihan === true,
          errorTitle: "Tidak ada dalam daftar",
          error: "Pilih salah satu dari daftar sel ini.",
        };
}

/** The choices as a list of words, or the cells they stand in; null where they are too many to be written. */
function listOf(pilihan: PilihanSel): string | null {
  if ("lembar" in pilihan) {
    const huruf = String.fromCharCode(65 + pilihan.kolom);
    return `'${pilihan.lembar}'!$${huruf}$${KEPALA + 1}:$${huruf}$${BARIS_ACUAN}`;
  }
  const list = pilihan.join(",");
  const fits = list.length <= DAFTAR_TERPANJANG && !pilihan.some((one) => /[",]/.test(one));
  return fits ? `"${list}"` : null;
}
