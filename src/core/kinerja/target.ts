import { formatTanggal } from "../waktu/format.ts";
import { gabunganTarget } from "./agregasi.ts";
import { formatAngka } from "./angka/tulis.ts";
import type {
  Agregasi,
  DasarTarget,
  Indikator,
  PerubahanTarget,
  TargetSejak,
} from "./indikator.ts";
import { type IstilahTriwulan, labelPendek, periodeOf } from "./periode.ts";

/** Other targets, since when and by what. */
export interface TargetBaru extends DasarTarget, TargetSejak {}

/** Why targets cannot be changed so. */
export type SebabTarget = "target-sama" | "target-disusul";

/**
 * An indikator with other targets from a triwulan on; those before it stay. The same decree again
 * corrects what it was entered with, and with the targets of before takes it back.
 */
export function denganTarget(indikator: Indikator, baru: TargetBaru): Indikator | SebabTarget {
  const list = indikator.perubahanTarget ?? [];
  const entered = list.findIndex((one) => isSameDasar(one, baru));
  if (entered !== -1 && entered < list.length - 1) return "target-disusul";
  const before = entered === -1 ? indikator : tanpaTerakhir(indikator);
  const { mulaiTriwulan, dasar, tanggal, targetTahunan, targetTriwulan } = baru;
  const semula = targetSejak(before, mulaiTriwulan);
  if (isSameTarget(semula, baru)) return entered === -1 ? "target-sama" : before;
  return {
    ...withTarget(before, mulaiTriwulan, { targetTahunan, targetTriwulan }),
    perubahanTarget: [...(before.perubahanTarget ?? []), { mulaiTriwulan, dasar, tanggal, semula }],
  };
}

/** An indikator as it was first agreed on. */
export const indikatorAwal = (indikator: Indikator): Indikator =>
  (indikator.perubahanTarget ?? []).reduce(tanpaTerakhir, indikator);

/** What holds from a triwulan on. */
export const targetSejak = (
  { targetTahunan, targetTriwulan }: Indikator,
  mulaiTriwulan: number,
): TargetSejak => ({ targetTahunan, targetTriwulan: targetTriwulan.slice(mulaiTriwulan - 1) });

/** "Perubahan PK Nomor 12/2026 tanggal 14 Agustus 2026, mulai TW III". */
export const dasarText = (
  { dasar, tanggal, mulaiTriwulan }: DasarTarget,
  istilah: IstilahTriwulan,
): string =>
  `${dasar} tanggal ${formatTanggal(tanggal)}, mulai ${labelTriwulan(mulaiTriwulan, istilah)}`;

/** A target as logs and lists write it, "-" where there is none. */
export const targetKata = (nilai: number | null): string =>
  nilai === null ? "-" : formatAngka(nilai, 6);

/** "TW III". */
export const labelTriwulan = (nomor: number, istilah: IstilahTriwulan): string =>
  labelPendek(periodeOf(2000, "triwulan", nomor), istilah);

/**
 * The target of the year that the four of its triwulan come to; null where they do not tell, as those
 * of a `rasio`, which hide their denominators.
 */
export function targetTahunanDari({
  agregasi,
  targetTriwulan,
}: {
  readonly agregasi: Agregasi;
  readonly targetTriwulan: readonly (number | null)[];
}): number | null {
  const list = targetTriwulan.filter((one) => one !== null);
  return agregasi === "rasio" || list.length < targetTriwulan.length
    ? null
    : gabunganTarget(agregasi, list);
}

/** What is odd about targets: those of the triwulan do not come to that of the year; null where they do. */
export function janggalTarget(indikator: Indikator): string | null {
  const { kode, agregasi, targetTahunan } = indikator;
  const expected = targetTahunanDari(indikator);
  if (expected === null || targetTahunan === null) return null;
  if (Math.abs(expected - targetTahunan) < 0.005) return null;
  return `indikator ${kode}: ${sebutan[agregasi]} ${formatAngka(expected)}, target tahunan ${formatAngka(targetTahunan)}`;
}

const sebutan: { readonly [A in Agregasi]: string } = {
  jumlah: "jumlah keempat target triwulan",
  kumulatif: "target triwulan IV",
  posisi_akhir: "target triwulan IV",
  rata_rata: "rata-rata keempat target triwulan",
  rasio: "",
};

/** Before the newest change. */
function tanpaTerakhir(indikator: Indikator): Indikator {
  const { perubahanTarget = [], ...rest } = indikator;
  const last = perubahanTarget.at(-1);
  if (last === undefined) return indikator;
  const kept = perubahanTarget.slice(0, -1);
  const before = withTarget(rest, last.mulaiTriwulan, last.semula);
  return kept.length === 0 ? before : { ...before, perubahanTarget: kept };
}

function withTarget<I extends Omit<Indikator, "perubahanTarget">>(
  indikator: I,
  mulaiTriwulan: number,
  { targetTahunan, targetTriwulan }: TargetSejak,
): I {
  const [tw1 = null, tw2 = null, tw3 = null, tw4 = null] = [
    ...indikator.targetTriwulan.slice(0, mulaiTriwulan - 1),
    ...targetTriwulan,
  ];
  return { ...indikator, targetTahunan, targetTriwulan: [tw1, tw2, tw3, tw4] };
}

const isSameDasar = (one: PerubahanTarget, other: DasarTarget): boolean =>
  one.mulaiTriwulan === other.mulaiTriwulan && one.dasar === other.dasar;

const isSameTarget = (one: TargetSejak, other: TargetSejak): boolean =>
  one.targetTahunan === other.targetTahunan &&
  one.targetTriwulan.every((target, at) => target === other.targetTriwulan[at]);
