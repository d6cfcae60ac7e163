import type { Rekap } from "../../core/kinerja/rekap.ts";

/** Makes files from what the core computed. */
export interface Documents {
  /** The workbook of a rekap, as bytes of an .xlsx file. */
  rekapXlsx(rekap: Rekap): Promise<Uint8Array>;
}
