import type { Isian } from "./indikator.ts";

/** One figure with its note, as it stands now. */
export interface RealisasiTerkini {
  readonly isian: Isian;
  readonly keterangan: string | null;
}

/** Figures by kode and then by triwulan ("2026-TW3"); what is missing was never filled in. */
export type RealisasiByKode = Readonly<Record<string, Readonly<Record<string, RealisasiTerkini>>>>;
