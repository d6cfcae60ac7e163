import { type BarisRekap, computeBarisRekap, type Penyajian } from "./baris.ts";
import { rataRataCapaian } from "./capaian.ts";
import type { Indikator, RealisasiByKode } from "./indikator.ts";
import type { Tampilan } from "./kategori.ts";
import type { Periode } from "./periode.ts";

/** How many indikator lie in a band, best band first. */
export interface JumlahKategori {
  readonly nama: string;
  readonly warna: string;
  readonly jumlah: number;
}

/** A table in a few figures. */
export interface Ringkasan {
  /** Mean of the capaian there are, each counted with `batasPersen` at most; null without any. */
  readonly rataRataPersen: number | null;
  readonly batasPersen: number;
  readonly jumlahIndikator: number;
  /** Indikator that were answered: those of all bands, those that are nihil, those without capaian. */
  readonly terisi: number;
  readonly perKategori: readonly JumlahKategori[];
  /** Answered as nihil: in no band and no average. */
  readonly nihil: number;
  /** With a figure that nothing can be measured by: its target is nought or missing. */
  readonly tanpaCapaian: number;
  /** Rows below the office's threshold of attention, worst first. */
  readonly perhatian: readonly BarisRekap[];
}

/** All indikator in one period. */
export interface RekapPeriode {
  readonly periode: Periode;
  readonly barisList: readonly BarisRekap[];
  readonly ringkasan: Ringkasan;
}

/** A row that moved against another period, and by how much. */
export interface Pergeseran {
  readonly baris: BarisRekap;
  readonly selisihPersen: number;
}

/** What went up and what went down, the largest movement first. */
export interface Perbandingan {
  readonly selisihRataRataPersen: number | null;
  readonly naik: readonly Pergeseran[];
  readonly turun: readonly Pergeseran[];
}

/** The table of a period and what it comes to. */
export function computeRekapPeriode(
  indikatorList: readonly Indikator[],
  realisasiByKode: RealisasiByKode,
  periode: Periode,
  penyajian: Penyajian,
): RekapPeriode {
  const barisList = numbered(
    indikatorList.map((one) => computeBarisRekap(one, realisasiByKode, periode, penyajian)),
  );
  return { periode, barisList, ringkasan: ringkasanOf(barisList, penyajian.tampilan) };
}

/** The rows with their places, from 1. */
export const numbered = <B extends BarisRekap>(barisList: readonly B[]): readonly B[] =>
  barisList.map((baris, at) => ({ ...baris, no: at + 1 }));

/** What a table comes to. */
export function ringkasanOf(barisList: readonly BarisRekap[], tampilan: Tampilan): Ringkasan {
  const count = (is: (baris: BarisRekap) => boolean): number => barisList.filter(is).length;
  const persenList = barisList.map(persenOf).filter((persen) => persen !== null);
  return {
    rataRataPersen: rataRataCapaian(persenList, tampilan.batasRataRataPersen),
    batasPersen: tampilan.batasRataRataPersen,
    jumlahIndikator: barisList.length,
    terisi: count(({ isianJenis }) => isianJenis === "angka" || isianJenis === "nihil"),
    nihil: count(({ isianJenis }) => isianJenis === "nihil"),
    tanpaCapaian: count(
      ({ isianJenis, capaianPersen }) => isianJenis === "angka" && capaianPersen === null,
    ),
    perKategori: tampilan.kategori
      .toSorted((a, b) => b.ambangPersen - a.ambangPersen)
      .map(({ nama, warna }) => ({
        nama,
        warna,
        jumlah: count(({ kategori }) => kategori === nama),
      })),
    perhatian: barisList
      .filter((baris) => (persenOf(baris) ?? Infinity) < tampilan.ambangPerhatianPersen)
      .toSorted((a, b) => (persenOf(a) ?? 0) - (persenOf(b) ?? 0)),
  };
}

/** How a period stands against another one, row by row of the same kode. */
export function compareRekap(kini: RekapPeriode, lain: RekapPeriode): Perbandingan {
  const before = new Map(lain.barisList.map((baris) => [baris.kode, persenOf(baris)]));
  const moved = kini.barisList.flatMap((baris): readonly Pergeseran[] => {
    const selisihPersen = difference(persenOf(baris), before.get(baris.kode) ?? null);
    return selisihPersen === null ? [] : [{ baris, selisihPersen }];
  });
  const sorted = moved.toSorted((a, b) => Math.abs(b.selisihPersen) - Math.abs(a.selisihPersen));
  return {
    selisihRataRataPersen: difference(kini.ringkasan.rataRataPersen, lain.ringkasan.rataRataPersen),
    naik: sorted.filter(({ selisihPersen }) => selisihPersen > 0),
    turun: sorted.filter(({ selisihPersen }) => selisihPersen < 0),
  };
}

const persenOf = ({ capaianPersen }: BarisRekap): number | null => capaianPersen;

/** At two decimals, as the capaian themselves; null where there is nothing to compare. */
const difference = (kini: number | null, lain: number | null): number | null =>
  kini === null || lain === null ? null : Math.round((kini - lain) * 100) / 100;
