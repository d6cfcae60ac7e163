import { z } from "zod";
import { round2 } from "./capaian.ts";

const rupiah = z.number().min(0).max(1e15);

/** A program of an office in a year: what the DPA gives it and what of that was spent, in rupiah. */
export const Program = z.strictObject({
  nama: z.string().min(1).max(200),
  /** The sasaran it serves, by name; null where it serves the office as a whole. */
  sasaran: z.string().min(1).nullable(),
  pagu: rupiah.positive(),
  realisasi: rupiah,
});
export type Program = z.infer<typeof Program>;

/** The programs of a year. */
export const Anggaran = z.strictObject({
  tahun: z.number().int(),
  programList: z.array(Program).min(1).max(200),
});
export type Anggaran = z.infer<typeof Anggaran>;

/** The programs of one of these years; none before anybody gave them. */
export const programTahun = (
  anggaranList: readonly Anggaran[] | undefined,
  tahun: number,
): readonly Program[] => anggaranList?.find((one) => one.tahun === tahun)?.programList ?? [];

/** Several programs taken together. */
export interface Serapan {
  readonly pagu: number;
  readonly realisasi: number;
  /** Of the pagu, in percent. */
  readonly persen: number;
}

/** What several programs were given and spent; null without any. */
export function serapanOf(programList: readonly Program[]): Serapan | null {
  const pagu = programList.reduce((sum, one) => sum + one.pagu, 0);
  const realisasi = programList.reduce((sum, one) => sum + one.realisasi, 0);
  return pagu === 0 ? null : { pagu, realisasi, persen: round2((realisasi / pagu) * 100) };
}

/** What should have been spent for what was achieved, and how much less was. */
export interface Efisiensi {
  /** Pagu × capaian, in rupiah. */
  readonly seharusnya: number;
  /** In percent of it; below zero where more was spent. */
  readonly persen: number;
}

/**
 * Efficiency as in the evaluation of budget performance (PMK 22/PMK.02/2021): the expense that was to be expected
 * for the capaian, less what was spent, against the former. Null where nothing was achieved.
 */
export function efisiensiOf(
  { pagu, realisasi }: Pick<Serapan, "pagu" | "realisasi">,
  capaianPersen: number | null,
): Efisiensi | null {
  const seharusnya = (pagu * (capaianPersen ?? 0)) / 100;
  return seharusnya <= 0
    ? null
    : { seharusnya, persen: round2(((seharusnya - realisasi) / seharusnya) * 100) };
}
