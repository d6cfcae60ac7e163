import { computeCapaian } from "../kinerja/capaian.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import type { Periode } from "../kinerja/periode.ts";
import { latestRevisiList, type RekapMasukan } from "./masukan.ts";

/** A figure the year is held against besides its target. */
export interface Pembanding {
  readonly nilai: number;
  /** Realisasi of the year against it, by the indikator's own formula; null where nothing is measured. */
  readonly persen: number | null;
}

/** What the LKjIP compares a year with (PermenPANRB 53/2014): plan of several years, and standard. */
export interface PembandingTahun {
  readonly rpjmd: (Pembanding & { readonly tahun: number }) | null;
  readonly nasional: (Pembanding & { readonly sumber: string }) | null;
}

/** Where nothing is compared: a sheet of less than a year. */
export const tanpaPembanding: PembandingTahun = { rpjmd: null, nasional: null };

/** The realisasi of a year against the medium-term target and the national standard, where set. */
export function pembandingTahun(
  { targetRpjmd, standarNasional, arah, formula }: Indikator,
  realisasi: number | null,
): PembandingTahun {
  const against = (nilai: number): Pembanding => ({
    nilai,
    persen: computeCapaian({ target: nilai, realisasi, arah, formula }).persen,
  });
  return {
    rpjmd:
      targetRpjmd === undefined
        ? null
        : { ...against(targetRpjmd.nilai), tahun: targetRpjmd.tahun },
    nasional:
      standarNasional === undefined
        ? null
        : { ...against(standarNasional.nilai), sumber: standarNasional.sumber },
  };
}

/** How many files prove the figures of an indikator in these periods. */
export type BuktiCount = (kode: string, periodeList: readonly Periode[]) => number;

/** Counts the files of the figures that count; one file on two figures proves twice. */
export function buktiCount(masukan: RekapMasukan): BuktiCount {
  const byPlace = new Map(
    latestRevisiList(masukan).map(({ kode, periode, bukti }) => [
      `${kode}\n${periode}`,
      bukti.length,
    ]),
  );
  return (kode, periodeList) =>
    [...new Set(periodeList)].reduce(
      (sum, periode) => sum + (byPlace.get(`${kode}\n${periode}`) ?? 0),
      0,
    );
}
