import { jenisPeriode } from "../kinerja/periode.ts";
import type { Rekap } from "./index.ts";
import type { LembarCapaian } from "./lembar.ts";

/** The table of the period asked for; every rekap has one. */
export function lembarPeriode({ kop, lembarList }: Rekap): LembarCapaian {
  const jenis = jenisPeriode(kop.periode);
  const found = lembarList.find((one) => one.jenis === jenis && one.periode === kop.periode);
  if (found === undefined) throw new Error(`the rekap has no table of ${kop.periode}`);
  return found;
}
