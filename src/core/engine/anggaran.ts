import type { Kantor } from "../kantor/schema.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { nextDraf } from "./draf.ts";
import { langkahOf, openWaits } from "./holders.ts";
import { taskOf } from "./task.ts";
import { tellHolders } from "./tell-holders.ts";
import type { Turn } from "./turn.ts";

/** Whether a yearly report lies before its compiler without the money of its year. */
export const lacksAnggaran = ({ sop, state, context }: Turn): boolean =>
  jenisPeriode(state.periode) === "tahunan" &&
  langkahOf(sop, state.langkahNo).jenis === "penyusunan" &&
  programOf(context.kantor, tahunPeriode(state.periode)) === undefined;

/** A yearly report that lies before its compiler is drawn anew with the programs its year has now. */
export function followAnggaran(turn: Turn, { sebelum }: { readonly sebelum: Kantor }): Turn {
  const { sop, state, context } = turn;
  const langkah = langkahOf(sop, state.langkahNo);
  const tahun = tahunPeriode(state.periode);
  const compiled = langkah.jenis === "penyusunan" && jenisPeriode(state.periode) === "tahunan";
  const same = programOf(context.kantor, tahun) === programOf(sebelum, tahun);
  if (!compiled || same || state.draf === null) return turn;
  const drawn = nextDraf(turn, langkah, { sebutan: langkah.versi ?? null, oleh: "sistem" });
  return openWaits(drawn.state)
    .filter(({ macam }) => macam === "meja")
    .reduce((next, wait) => tellHolders(next, wait, taskOf(next, wait)), drawn);
}

/** As text, to be compared; undefined where the year has none. */
const programOf = ({ anggaranList }: Kantor, tahun: number): string | undefined => {
  const found = anggaranList?.find((one) => one.tahun === tahun);
  return found === undefined ? undefined : JSON.stringify(found.programList);
};
