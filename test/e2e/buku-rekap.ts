import ExcelJS from "exceljs";
import type { Office } from "./office.ts";

/** The newest file somebody got whose name matches. */
export function newestFile(office: Office, id: string, name: RegExp): Uint8Array {
  const person = office.person(id);
  const message = person.inbox.findLast((one) => name.test(one.document?.file_name ?? ""));
  if (message === undefined) throw new Error(person.transcript());
  return Uint8Array.from(person.opens(message));
}

/** The Sekcam asks for a rekap in chat; the workbook that comes is opened. */
export async function askRekap(office: Office, argumen: string): Promise<ExcelJS.Workbook> {
  await office.says("sekcam", `/rekap ${argumen}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(newestFile(office, "sekcam", /\.xlsx$/)).buffer);
  return book;
}

/** A sheet of the workbook, which must be there. */
export function sheetOf(book: ExcelJS.Workbook, nama: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(nama);
  if (sheet !== undefined) return sheet;
  throw new Error(`no sheet ${nama} among ${book.worksheets.map(({ name }) => name).join(", ")}`);
}

/** The last row of a sheet with this text in a column, by the titles of the columns. */
export function rowOf(
  book: ExcelJS.Workbook,
  lembar: string,
  isi: string,
  kolom = "Indikator Kinerja",
): Readonly<Record<string, string>> {
  let titles: readonly string[] = [];
  let found: Readonly<Record<string, string>> = {};
  sheetOf(book, lembar).eachRow((row) => {
    const texts = Array.from({ length: row.cellCount }, (_, at) => textOf(row.getCell(at + 1)));
    if (texts.includes(kolom)) titles = texts;
    if (texts[titles.indexOf(kolom)] === isi)
      found = Object.fromEntries(titles.map((one, at) => [one, texts[at] ?? ""]));
  });
  return found;
}

/** What a cell shows; nothing where cells were merged. */
const textOf = ({ value }: ExcelJS.Cell): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
