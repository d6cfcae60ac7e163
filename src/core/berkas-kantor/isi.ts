import type { Kantor } from "../kantor/schema.ts";
import type { SopTersedia } from "../sop/schema.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { RealisasiAwal } from "./schema.ts";

/** An office as its file describes it, with the sheets it runs and the figures it brings along. */
export interface KantorIsi {
  /** The name of the file. */
  readonly asal: string;
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly sopList: readonly SopTersedia[];
  readonly realisasi: readonly RealisasiAwal[];
}
