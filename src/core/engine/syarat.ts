import { computeBarisRekap } from "../kinerja/baris.ts";
import type { Indikator, Isian } from "../kinerja/indikator.ts";
import type { Pelaksanaan } from "../kinerja/narasi.ts";
import { previousPeriode, tahunPeriode } from "../kinerja/periode.ts";
import type { EngineContext } from "./decision.ts";
import type { BerkasState } from "./state.ts";

/** Nobody has to excuse a target that is met, whatever last triwulan was. */
const TERCAPAI_PERSEN = 100;

/** A berkas and what is known around it. */
interface Keadaan {
  readonly state: BerkasState;
  readonly context: EngineContext;
}

/**
 * Whether a figure needs a note: its capaian is below the office's threshold of attention, or fell
 * against the triwulan before (the gate of the LLDIKTI rules: a worsening must be explained). Across
 * the year's border nothing falls: targets are the year's own.
 */
export function butuhKeterangan(
  { state, context }: Keadaan,
  indikator: Indikator,
  isian: Isian,
): boolean {
  if (isian.jenis !== "angka") return false;
  const { kode } = indikator;
  const answered = { [state.periode]: { isian, keterangan: null } };
  const overlay = { [kode]: { ...context.realisasi[kode], ...answered } };
  const { kantor } = context;
  const { tampilan } = kantor;
  const now = computeBarisRekap(indikator, overlay, state.periode, kantor).capaianPersen;
  if (now === null) return false;
  if (now < tampilan.ambangPerhatianPersen) return true;
  if (now >= TERCAPAI_PERSEN) return false;
  const before = previousPeriode(state.periode);
  if (tahunPeriode(before) !== tahunPeriode(state.periode)) return false;
  const then = computeBarisRekap(indikator, overlay, before, kantor).capaianPersen;
  return then !== null && now < then;
}

/** What was to follow the figure of the period before; null where nothing was promised. */
export function tindakLanjutLalu(
  { state, context }: Keadaan,
  kode: string,
): Omit<Pelaksanaan, "hasil"> | null {
  const periode = previousPeriode(state.periode);
  const tindakLanjut = context.realisasi[kode]?.[periode]?.narasi?.tindakLanjut;
  return tindakLanjut === undefined ? null : { periode, tindakLanjut };
}
