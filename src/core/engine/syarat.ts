import type { Indikator, Isian } from "../kinerja/indikator.ts";
import { previousPeriode } from "../kinerja/periode.ts";
import { computeBarisRekap } from "../kinerja/rekap.ts";
import type { EngineContext } from "./decision.ts";
import type { BerkasState } from "./state.ts";
import { realisasiOf } from "./turn.ts";

/** Capaian below this asks for a sentence about what stood in the way: under the band "Tinggi". */
export const BATAS_KETERANGAN_PERSEN = 76;

/**
 * Whether a figure needs a note: its capaian is below "Tinggi", or fell against the triwulan before
 * (the gate of the LLDIKTI rules: a worsening must be explained).
 */
export function butuhKeterangan(
  { state, context }: { readonly state: BerkasState; readonly context: EngineContext },
  indikator: Indikator,
  isian: Isian,
): boolean {
  if (isian.jenis !== "angka") return false;
  const overlay = { ...realisasiOf(state, context) };
  overlay[indikator.kode] = {
    ...overlay[indikator.kode],
    [state.periode]: { isian, keterangan: null },
  };
  const { tampilan } = context.kantor;
  const now = computeBarisRekap(indikator, overlay, state.periode, tampilan).capaianPersen;
  if (now === null) return false;
  if (now < BATAS_KETERANGAN_PERSEN) return true;
  const before = previousPeriode(state.periode);
  if (before === null) return false;
  const then = computeBarisRekap(indikator, overlay, before, tampilan).capaianPersen;
  return then !== null && now < then;
}
