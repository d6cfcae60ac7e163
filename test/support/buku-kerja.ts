import type { Worksheet } from "exceljs";
import { zipOf } from "./zip.ts";

const OOXML = "http://schemas.openxmlformats.org";
const MAIN = `${OOXML}/spreadsheetml/2006/main`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The programs whose way of writing a sheet is imitated. */
export type Penulis = "excel" | "google";

/** The sheet with its values written the way Excel or Google Sheets writes them, without its looks. */
export async function writtenBy(penulis: Penulis, sheet: Worksheet): Promise<Buffer> {
  const texts: string[] = [];
  const rows: string[] = [];
  sheet.eachRow((row, nomor) => {
    const cells: string[] = [];
    row.eachCell((cell) => {
      if (cell.formula !== undefined) {
        cells.push(
          `<c r="${cell.address}" s="1"><f>${cell.formula}</f><v>${String(cell.result)}</v></c>`,
        );
      } else if (typeof cell.value === "number") {
        cells.push(`<c r="${cell.address}" s="1"><v>${cell.value}</v></c>`);
      } else if (penulis === "google") {
        cells.push(
          `<c r="${cell.address}" t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`,
        );
      } else {
        cells.push(`<c r="${cell.address}" t="s"><v>${texts.push(cell.text) - 1}</v></c>`);
      }
    });
    rows.push(`<row r="${nomor}" spans="1:9" x14ac:dyDescent="0.25">${cells.join("")}</row>`);
  });
  return zipOf(partsOf(penulis, rows, texts));
}

/** A workbook of one sheet, whose rows are given as XML. */
export const bookOf = (
  rows: string,
  rest: Readonly<Record<string, string>> = {},
): Promise<Buffer> => zipOf({ ...partsOf("google", [rows], []), ...rest });

function partsOf(
  penulis: Penulis,
  rows: readonly string[],
  texts: readonly string[],
): Record<string, string> {
  const excel: Record<string, string> =
    penulis === "google"
      ? {}
      : {
          "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${texts
            .map((teks) => `<si><t xml:space="preserve">${escaped(teks)}</t></si>`)
            .join("")}</sst>`,
          "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="F10" i="1"/></calcChain>`,
          "xl/printerSettings/printerSettings1.bin": "\u0000",
        };
  return {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="${TYPE}.printerSettings"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}"><workbookPr defaultThemeVersion="166925"/><sheets><sheet name="Lembar1" sheetId="1"/></sheets></workbook>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ...excel,
  };
}

const escaped = (teks: string): string =>
  teks.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
