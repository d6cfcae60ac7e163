import type { PeriodeJenis } from "../kinerja/periode.ts";
import type { Sop } from "./schema.ts";

/** The kinds of period a sheet runs in, from the shortest to the longest. */
export const periodeJenisList = ({ siklus }: Sop): readonly PeriodeJenis[] =>
  (["triwulan", "semester", "tahunan"] as const).filter((jenis) => siklus[jenis] !== undefined);
