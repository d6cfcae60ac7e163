import type { LangkahNo } from "./reference.ts";

/** Something about a sheet: a `galat` keeps it from running, a `catatan` is worth knowing. */
export interface Temuan {
  readonly tingkat: "galat" | "catatan";
  readonly langkahNo: LangkahNo | null;
  /** Keys and positions that lead to it in the sheet's file. */
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}

/** Makes a finding that keeps the sheet from running. */
export const galat = (
  langkahNo: LangkahNo | null,
  jalur: Temuan["jalur"],
  pesan: string,
): Temuan => ({ tingkat: "galat", langkahNo, jalur, pesan });

/** Makes a finding that is worth knowing. */
export const catatan = (
  langkahNo: LangkahNo | null,
  jalur: Temuan["jalur"],
  pesan: string,
): Temuan => ({ tingkat: "catatan", langkahNo, jalur, pesan });
