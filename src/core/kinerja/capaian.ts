import type { Arah } from "./indikator.ts";
import { roundTo } from "./pembulatan.ts";

/** Which formula a lower-is-better indikator uses. */
export type Formula = "A" | "B";

/** What capaian is computed from. */
export interface BahanCapaian {
  readonly target: number | null;
  readonly realisasi: number | null;
  readonly arah: Arah;
  readonly formula?: Formula;
}

/** Capaian in percent at two decimals, or why there is none. */
export type Capaian =
  | { readonly persen: number }
  | { readonly persen: null; readonly alasan: "target-kosong" | "realisasi-kosong" | "target-nol" };

/**
 * Capaian of one figure. Higher is better: R/T×100. Lower is better: formula A (2T−R)/T×100 by
 * default (PermenPANRB 8/2021, kondisi khusus), formula B T/R×100 where an indikator says so. Never
 * below 0, never capped. Target 0 cannot be divided by: no capaian, except a lower-is-better figure
 * that is 0 too, which is 100. Below 0 the distance to the target
 * counts, so that the better figure still has the higher capaian.
 */
export function computeCapaian({ target, realisasi, arah, formula = "A" }: BahanCapaian): Capaian {
  if (target === null) return { persen: null, alasan: "target-kosong" };
  if (realisasi === null) return { persen: null, alasan: "realisasi-kosong" };
  if (target === 0) {
    return arah === "turun" && realisasi === 0
      ? { persen: 100 }
      : { persen: null, alasan: "target-nol" };
  }
  const raw =
    arah === "naik" ? 100 + selisih(target, realisasi) : turun[formula](target, realisasi);
  return { persen: Math.max(0, round2(raw)) };
}

/**
 * The mean over several indikator, each counted with `batasPersen` at most; null without any. Only
 * here is capaian capped, and whoever shows the mean says so.
 */
export function rataRataCapaian(persenList: readonly number[], batasPersen: number): number | null {
  if (persenList.length === 0) return null;
  const sum = persenList.reduce((total, persen) => total + Math.min(persen, batasPersen), 0);
  return round2(sum / persenList.length);
}

/** Percentages are kept and compared at two decimals. */
export const round2 = (value: number): number => roundTo(value, 2);

/** How far realisasi lies above target, in percent of the target's size. */
const selisih = (target: number, realisasi: number): number =>
  ((realisasi - target) / Math.abs(target)) * 100;

const turun: { readonly [F in Formula]: (target: number, realisasi: number) => number } = {
  A: (target, realisasi) => 100 - selisih(target, realisasi),
  // Nothing left of what was to shrink cannot be divided by; it counts as double the target.
  B: (target, realisasi) => (realisasi <= 0 ? 200 : (target / realisasi) * 100),
};
