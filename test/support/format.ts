import ExcelJs from "exceljs";
import { formatIsian } from "../../src/core/conversation/tanya/form/isian/format-sheet.ts";
import { openWaits } from "../../src/core/engine/holders.ts";
import type { FormatIsian } from "../../src/core/kinerja/format/index.ts";
import type { Stage } from "./stage.ts";
import { kamus } from "./teks.ts";

/** The sheet of figures a unit is given now. */
export function formatOf(stage: Stage, unit: string): FormatIsian {
  const { state } = stage.berkas();
  const wait = openWaits(state).find(
    ({ macam, pemegang }) =>
      macam === "unit" && pemegang.jenis === "pegawai" && pemegang.pegawaiId === unit,
  );
  if (wait === undefined) throw new Error(`nothing is asked of ${unit}`);
  const { kantor, realisasi } = stage.world;
  return formatIsian({ state, wait, kantor, realisasi, kamus });
}

/** Opens a workbook the way a person's program does. */
export async function openBook(
  data: Uint8Array,
): Promise<{ readonly book: ExcelJs.Workbook; readonly sheet: ExcelJs.Worksheet }> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(data).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("the workbook is empty");
  return { book, sheet };
}

/** The number of the row whose name begins like this. */
export function rowOf(sheet: ExcelJs.Worksheet, nama: string): number {
  for (let at = 1; at <= sheet.rowCount; at += 1) {
    if (sheet.getCell(at, 3).text.startsWith(nama)) return at;
  }
  throw new Error(`no row ${nama}`);
}

/** Fills cells in by the name of the indikator and the letter of the column, and saves. */
export async function filledIn(
  data: Uint8Array,
  change: (sheet: ExcelJs.Worksheet, row: (nama: string) => number) => void,
): Promise<Uint8Array> {
  const { book, sheet } = await openBook(data);
  change(sheet, (nama) => rowOf(sheet, nama));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
