import type { Agregasi, Indikator, Isian } from "./indikator.ts";
import { cleaned } from "./pembulatan.ts";
import { jenisPeriode, nomorPeriode, type Periode, triwulanList } from "./periode.ts";

/** How many of the triwulan a figure is made of were filled in. */
export interface Lengkap {
  readonly terisi: number;
  readonly dari: number;
}

/** The figure of a period; `nilai` null when nothing in it is a number. */
export interface NilaiPeriode {
  readonly nilai: number | null;
  readonly lengkap: Lengkap;
}

type Angka = Extract<Isian, { jenis: "angka" }>;

/** Figures of one indikator by triwulan; what is missing was never filled in. */
export type IsianByTriwulan = Readonly<Record<string, { readonly isian: Isian } | undefined>>;

/**
 * The triwulan of a period as one figure, by the indikator's own method. Blank and `belum` are not
 * filled; `nihil` is filled and not counted: neither its figure nor its target. `kumulatif` figures are running totals of the year, so
 * semester II reads "s.d. TW IV", not the second half alone.
 */
export function aggregate(
  indikator: Pick<Indikator, "agregasi" | "satuan">,
  isianList: readonly (Isian | null)[],
): NilaiPeriode {
  const angkaList = isianList.filter((isian): isian is Angka => isian?.jenis === "angka");
  const terisi = isianList.filter((isian) => isian !== null && isian.jenis !== "belum").length;
  const nilai =
    angkaList.length === 0
      ? null
      : methods[indikator.agregasi](angkaList, faktor(indikator.satuan));
  return {
    nilai: nilai === null || !Number.isFinite(nilai) ? null : nilai,
    lengkap: { terisi, dari: isianList.length },
  };
}

/** The realisasi of a triwulan, semester or year. */
export const realisasiPeriode = (
  indikator: Indikator,
  isianByTriwulan: IsianByTriwulan,
  periode: Periode,
): NilaiPeriode =>
  aggregate(
    indikator,
    triwulanList(periode).map((tw) => isianByTriwulan[tw]?.isian ?? null),
  );

/**
 * The target a period is held against. A triwulan has its own. A semester or year with figures of
 * some of its triwulan is compared with those triwulan, so that nobody is measured by figures still
 * to come or by what there was nothing of; a complete year with the yearly target.
 */
export function targetPeriode(
  indikator: Indikator,
  isianByTriwulan: IsianByTriwulan,
  periode: Periode,
): number | null {
  const jenis = jenisPeriode(periode);
  const parts = triwulanList(periode);
  if (jenis === "triwulan") return indikator.targetTriwulan[nomorPeriode(periode) - 1] ?? null;
  const counted = parts.filter((tw) => isCounted(isianByTriwulan[tw]?.isian));
  if (jenis === "tahunan" && counted.length === parts.length && indikator.targetTahunan !== null) {
    return indikator.targetTahunan;
  }
  const targetList = (counted.length === 0 ? parts : counted)
    .map((tw) => indikator.targetTriwulan[nomorPeriode(tw) - 1] ?? null)
    .filter((target) => target !== null);
  return targetList.length === 0 ? null : gabunganTarget(indikator.agregasi, targetList);
}

/** The targets of several triwulan as one; there is at least one. */
export const gabunganTarget = (agregasi: Agregasi, targetList: readonly number[]): number =>
  targetMethods[agregasi](targetList);

/** Whether there is a figure: what is `nihil` was answered, but is measured by nothing. */
export const isCounted = (isian: Isian | null | undefined): boolean => isian?.jenis === "angka";

/** A ratio shown in percent is multiplied by 100; any other stays a plain quotient. */
export const faktor = (satuan: string): number => (/%|persen/i.test(satuan) ? 100 : 1);

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const last = (list: readonly number[]): number => list.at(-1) ?? Number.NaN;
const mean = (list: readonly number[]): number => sum(list) / list.length;
const nilaiOf = (list: readonly Angka[]): readonly number[] => list.map(({ nilai }) => nilai);

const methods: {
  readonly [A in Agregasi]: (list: readonly Angka[], faktor: number) => number;
} = {
  jumlah: (list) => cleaned(sum(nilaiOf(list))),
  kumulatif: (list) => last(nilaiOf(list)),
  posisi_akhir: (list) => last(nilaiOf(list)),
  rata_rata: (list) => cleaned(mean(nilaiOf(list))),
  rasio: (list, times) => {
    const parts = list.filter(
      ({ pembilang, penyebut }) => pembilang !== undefined && penyebut !== undefined,
    );
    // Figures brought in without their two parts cannot be summed; the newest one stands.
    if (parts.length === 0) return last(nilaiOf(list));
    const above = sum(parts.map(({ pembilang }) => pembilang ?? 0));
    const below = sum(parts.map(({ penyebut }) => penyebut ?? 0));
    return below === 0 ? Number.NaN : cleaned((above / below) * times);
  },
};

const targetMethods: { readonly [A in Agregasi]: (list: readonly number[]) => number } = {
  jumlah: (list) => cleaned(sum(list)),
  kumulatif: last,
  posisi_akhir: last,
  rata_rata: (list) => cleaned(mean(list)),
  rasio: last,
};
