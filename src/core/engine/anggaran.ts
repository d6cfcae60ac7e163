import type { Kantor } from "../kantor/schema.ts";
import { type Program, programTahun } from "../kinerja/anggaran.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { nextDraf, suntinganOf } from "./draf.ts";
import { langkahOf, openWaits } from "./holders.ts";
import { taskOf } from "./task.ts";
import { tellHolders } from "./tell-holders.ts";
import { patch, type Turn } from "./turn.ts";

/**
 * What a yearly report lacks of the money of its year, to be told to whoever puts it together: nobody gave it
 * (`belum`), or the text was edited before (`takTermuat`).
 */
export function kurangAnggaran(turn: Turn): "belum" | "takTermuat" | null {
  if (!isCompiled(turn)) return null;
  if (programOf(turn.context.kantor, turn).length === 0) return "belum";
  return turn.state.draf?.tanpaAnggaran === true ? "takTermuat" : null;
}

/**
 * A yearly report that lies before its compiler is drawn anew with the programs its year has now. An edited
 * text stays as it was edited, wherever it lies; its compiler is told what it lacks.
 */
export function followAnggaran(turn: Turn, { sebelum }: { readonly sebelum: Kantor }): Turn {
  const { draf } = turn.state;
  if (!isYearly(turn) || draf === null) return turn;
  const [now, before] = [turn.context.kantor, sebelum].map((one) => programOf(one, turn));
  if (JSON.stringify(now) === JSON.stringify(before)) return turn;
  const edited = suntinganOf(turn.state) !== null;
  const marked = edited ? patch(turn, { draf: { ...draf, tanpaAnggaran: true } }) : turn;
  if (!isCompiled(turn)) return marked;
  const langkah = langkahOf(turn.sop, turn.state.langkahNo);
  const asal = { sebutan: langkah.versi ?? null, oleh: "sistem" } as const;
  const drawn = edited ? marked : nextDraf(turn, langkah, asal);
  return openWaits(drawn.state)
    .filter(({ macam }) => macam === "meja")
    .reduce((next, wait) => tellHolders(next, wait, taskOf(next, wait)), drawn);
}

const isYearly = ({ state }: Turn): boolean => jenisPeriode(state.periode) === "tahunan";

/** Whether it is a yearly report, and with whoever puts it together. */
const isCompiled = (turn: Turn): boolean =>
  isYearly(turn) && langkahOf(turn.sop, turn.state.langkahNo).jenis === "penyusunan";

const programOf = ({ anggaranList }: Kantor, { state }: Turn): readonly Program[] =>
  programTahun(anggaranList, tahunPeriode(state.periode));
