import type { Kantor } from "../kantor/schema.ts";
import { type Program, programTahun } from "../kinerja/anggaran.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { nextDraf } from "./draf.ts";
import { langkahOf, openWaits } from "./holders.ts";
import { taskOf } from "./task.ts";
import { tellHolders } from "./tell-holders.ts";
import type { Turn } from "./turn.ts";

/** Whether a yearly report lies before its compiler without the money of its year. */
export const lacksAnggaran = (turn: Turn): boolean =>
  isCompiled(turn) && programOf(turn.context.kantor, turn).length === 0;

/** A yearly report that lies before its compiler is drawn anew with the programs its year has now. */
export function followAnggaran(turn: Turn, { sebelum }: { readonly sebelum: Kantor }): Turn {
  if (!isCompiled(turn) || turn.state.draf === null) return turn;
  const [now, before] = [turn.context.kantor, sebelum].map((one) => programOf(one, turn));
  if (JSON.stringify(now) === JSON.stringify(before)) return turn;
  const langkah = langkahOf(turn.sop, turn.state.langkahNo);
  const drawn = nextDraf(turn, langkah, { sebutan: langkah.versi ?? null, oleh: "sistem" });
  return openWaits(drawn.state)
    .filter(({ macam }) => macam === "meja")
    .reduce((next, wait) => tellHolders(next, wait, taskOf(next, wait)), drawn);
}

/** Whether it is a yearly report, and with whoever puts it together. */
const isCompiled = ({ sop, state }: Turn): boolean =>
  jenisPeriode(state.periode) === "tahunan" &&
  langkahOf(sop, state.langkahNo).jenis === "penyusunan";

const programOf = ({ anggaranList }: Kantor, { state }: Turn): readonly Program[] =>
  programTahun(anggaranList, tahunPeriode(state.periode));
