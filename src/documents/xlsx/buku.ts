import { PassThrough } from "node:stream";
import ExcelJs from "exceljs";
import type { Instant } from "../../core/waktu/instant.ts";

/** A workbook written row by row, as bytes of an .xlsx file. */
export async function writeBook(
  write: (book: ExcelJs.stream.xlsx.WorkbookWriter) => Promise<void>,
): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = collect(stream);
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  await write(book);
  const [data] = await Promise.all([bytes, book.commit()]);
  return data;
}

/** Says when a workbook was made, and that no person made it. */
export function setMade(book: ExcelJs.stream.xlsx.WorkbookWriter, dibuatMs: Instant): void {
  const made = new Date(dibuatMs);
  book.creator = "sopir";
  book.lastModifiedBy = "sopir";
  book.created = made;
  book.modified = made;
}

async function collect(stream: PassThrough): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
