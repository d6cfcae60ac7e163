import type { PageSetup, Worksheet } from "exceljs";

/** Room for a column title of three lines. */
export const KEPALA_PT = 44;

/** How every workbook is printed: lying, as wide as the paper, margins in inches. */
export const halamanCetak: Partial<PageSetup> = {
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};

const A4 = 9;

/** Prints on A4; the typings know paper sizes as an enum that does not exist at run time. */
export function useA4(sheet: Worksheet): void {
  Object.assign(sheet.pageSetup, { paperSize: A4 });
}
