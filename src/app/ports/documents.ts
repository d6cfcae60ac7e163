import type { Dokumen } from "../../core/dokumen/model.ts";
import type { Rekap } from "../../core/kinerja/rekap.ts";
import type { Chart } from "../../core/sop/chart/model.ts";

/** Makes files from what the core computed. */
export interface Documents {
  /** The workbook of a rekap, as bytes of an .xlsx file. */
  rekapXlsx(rekap: Rekap): Promise<Uint8Array>;
  /** A document as bytes of a PDF file. */
  dokumenPdf(dokumen: Dokumen): Promise<Uint8Array>;
  /** A document as bytes of a Word file. */
  dokumenDocx(dokumen: Dokumen): Promise<Uint8Array>;
  /** The pages of a flow chart below each other, as bytes of a PNG file. */
  baganPng(chart: Chart): Promise<Uint8Array>;
}
