import type { PegawaiId } from "../kantor/schema.ts";
import { aggregate, isCounted, targetPeriode } from "../kinerja/agregasi.ts";
import { type BarisRekap, barisOf, type RealisasiByPeriode, uraianOf } from "../kinerja/baris.ts";
import { computeCapaian } from "../kinerja/capaian.ts";
import type { Indikator, RealisasiByKode } from "../kinerja/indikator.ts";
import {
  labelPendek,
  labelPeriode,
  type Periode,
  periodeOf,
  previousPeriode,
  tahunPeriode,
  triwulanList,
  triwulanSampai,
} from "../kinerja/periode.ts";
import {
  compareRekap,
  computeRekapPeriode,
  numbered,
  type Perbandingan,
  type Ringkasan,
  ringkasanOf,
} from "../kinerja/rekap-periode.ts";
import { dasarText, indikatorAwal } from "../kinerja/target.ts";
import { indikatorAt, jabatanOf, type RekapMasukan } from "./masukan.ts";
import {
  buktiCount,
  type PembandingTahun,
  pembandingTahun,
  tanpaPembanding,
} from "./pembanding.ts";

/** Which table a sheet of the workbook shows. */
export type JenisLembar = "triwulan" | "sampai-dengan" | "semester" | "tahunan";

/** What a row was to be held against before its targets were changed within the year. */
export interface TargetSemula {
  readonly tahunan: number | null;
  readonly target: number | null;
  /** What each change rests on, and from when on it holds. */
  readonly dasarList: readonly string[];
}

/** A row with what stands beside the seven columns of the format table. */
export interface BarisLembar extends BarisRekap, PembandingTahun {
  /** Null where nothing was changed when the period opened. */
  readonly targetSemula: TargetSemula | null;
  /** Realisasi of the year up to the end of this period against the yearly target. */
  readonly capaianTahunPersen: number | null;
  /** Office of the penanggung jawab. */
  readonly jabatan: string;
  readonly arah: Indikator["arah"];
  readonly agregasi: Indikator["agregasi"];
  /** The figures the row is made of, one for each label of the sheet. */
  readonly rincian: readonly (number | "nihil" | "belum" | null)[];
  /** Files that prove the figures the row is made of. */
  readonly buktiJumlah: number;
}

/** One table of the workbook. */
export interface LembarCapaian {
  readonly jenis: JenisLembar;
  readonly periode: Periode;
  /** "Triwulan IV 2026", "s.d. Triwulan IV 2026", "Semester I 2026", "Tahun 2026". */
  readonly label: string;
  /** The triwulan a row is made of; none where it is one triwulan itself. */
  readonly rincianList: readonly string[];
  readonly barisList: readonly BarisLembar[];
  readonly ringkasan: Ringkasan;
  /** Against the triwulan before in the same year; null on other sheets and in the first. */
  readonly perbandingan: (Perbandingan & { readonly label: string }) | null;
}

/** The tables of a rekap about one triwulan: itself, s.d., both semesters, the year. */
export function lembarList(
  masukan: RekapMasukan,
  realisasi: RealisasiByKode,
  { triwulan, unit }: { readonly triwulan: Periode; readonly unit: PegawaiId | null },
): readonly LembarCapaian[] {
  const tahun = tahunPeriode(triwulan);
  const make = (jenis: JenisLembar, periode: Periode): LembarCapaian =>
    lembarOf(masukan, realisasi, { jenis, periode, unit });
  return [
    make("triwulan", triwulan),
    make("sampai-dengan", triwulan),
    make("semester", periodeOf(tahun, "semester", 1)),
    make("semester", periodeOf(tahun, "semester", 2)),
    make("tahunan", periodeOf(tahun, "tahunan", 1)),
  ];
}

interface Pilihan {
  readonly jenis: JenisLembar;
  readonly periode: Periode;
  readonly unit: PegawaiId | null;
}

function lembarOf(
  masukan: RekapMasukan,
  realisasi: RealisasiByKode,
  { jenis, periode, unit }: Pilihan,
): LembarCapaian {
  const { kantor } = masukan;
  const indikatorList = indikatorAt(masukan, periode).filter(
    ({ penanggungJawab }) => unit === null || penanggungJawab === unit,
  );
  const plainOf = (list: readonly Indikator[]): readonly BarisRekap[] =>
    jenis === "sampai-dengan"
      ? numbered(list.map((one) => sampaiDengan(masukan, one, realisasi, periode)))
      : computeRekapPeriode(list, realisasi, periode, kantor).barisList;
  const plain = plainOf(indikatorList);
  const awal = plainOf(indikatorList.map(indikatorAwal));
  const partList = jenis === "sampai-dengan" ? triwulanSampai(periode) : triwulanList(periode);
  const shown = jenis === "triwulan" ? [] : partList;
  const countBukti = buktiCount(masukan);
  const barisList = indikatorList.flatMap((indikator, at): readonly BarisLembar[] => {
    const baris = plain[at];
    if (baris === undefined) return [];
    const byPeriode = realisasi[indikator.kode] ?? {};
    return [
      {
        ...baris,
        targetSemula: semulaOf(kantor, indikator, awal[at]),
        capaianTahunPersen: capaianTahun(indikator, byPeriode, periode),
        jabatan: jabatanOf(kantor, indikator.penanggungJawab),
        arah: indikator.arah,
        agregasi: indikator.agregasi,
        rincian: shown.map((part) => nilaiRincian(byPeriode, part)),
        buktiJumlah: countBukti(baris.kode, [periode, ...partList]),
        ...(jenis === "tahunan" ? pembandingTahun(indikator, baris.realisasi) : tanpaPembanding),
      },
    ];
  });
  const label = labelPeriode(periode, kantor.istilahTriwulan);
  return {
    jenis,
    periode,
    label: jenis === "sampai-dengan" ? `s.d. ${label}` : label,
    rincianList: shown.map((part) => labelPendek(part, kantor.istilahTriwulan)),
    barisList,
    ringkasan: ringkasanOf(barisList, kantor.tampilan),
    perbandingan:
      jenis === "triwulan" ? againstBefore(masukan, realisasi, { indikatorList, periode }) : null,
  };
}

const semulaOf = (
  { istilahTriwulan }: RekapMasukan["kantor"],
  { perubahanTarget = [] }: Indikator,
  awal: BarisRekap | undefined,
): TargetSemula | null =>
  awal === undefined || perubahanTarget.length === 0
    ? null
    : {
        tahunan: awal.targetTahunan,
        target: awal.target,
        dasarList: perubahanTarget.map((one) => dasarText(one, istilahTriwulan)),
      };

/** The same indikator a triwulan earlier, measured by that triwulan's own targets. */
function againstBefore(
  { kantor }: RekapMasukan,
  realisasi: RealisasiByKode,
  now: { readonly indikatorList: readonly Indikator[]; readonly periode: Periode },
): LembarCapaian["perbandingan"] {
  const before = previousPeriode(now.periode);
  if (tahunPeriode(before) !== tahunPeriode(now.periode)) return null;
  const [kini, lain] = [now.periode, before].map((periode) =>
    computeRekapPeriode(now.indikatorList, realisasi, periode, kantor),
  );
  if (kini === undefined || lain === undefined) return null;
  return { ...compareRekap(kini, lain), label: labelPendek(before, kantor.istilahTriwulan) };
}

function sampaiDengan(
  { kantor }: RekapMasukan,
  indikator: Indikator,
  realisasi: RealisasiByKode,
  periode: Periode,
): BarisRekap {
  const byPeriode = realisasi[indikator.kode] ?? {};
  const partList = triwulanSampai(periode);
  const isianList = partList.map((part) => byPeriode[part]?.isian ?? null);
  return barisOf(
    indikator,
    {
      ...aggregate(indikator, isianList),
      target: targetSampai(indikator, byPeriode, periode),
      jenis: isianList.map((isian) => isian?.jenis),
      uraian: uraianOf(byPeriode, partList, kantor),
    },
    kantor.tampilan,
  );
}

/** The year's target rule, seen from the end of this period: later triwulan are not there yet. */
function targetSampai(
  indikator: Indikator,
  byPeriode: RealisasiByPeriode,
  periode: Periode,
): number | null {
  const partList = triwulanSampai(periode);
  const figures = partList.filter((part) => isCounted(byPeriode[part]?.isian));
  const counted = figures.length === 0 ? partList : figures;
  return targetPeriode(
    indikator,
    Object.fromEntries(counted.map((part) => [part, { isian: { jenis: "angka", nilai: 0 } }])),
    periodeOf(tahunPeriode(periode), "tahunan", 1),
  );
}

function capaianTahun(
  indikator: Indikator,
  byPeriode: RealisasiByPeriode,
  periode: Periode,
): number | null {
  const { arah, formula, targetTahunan } = indikator;
  const whole = byPeriode[periodeOf(tahunPeriode(periode), "tahunan", 1)];
  const isianList =
    whole === undefined
      ? triwulanSampai(periode).map((part) => byPeriode[part]?.isian ?? null)
      : [whole.isian];
  const { nilai } = aggregate(indikator, isianList);
  return computeCapaian({ target: targetTahunan, realisasi: nilai, arah, formula }).persen;
}

function nilaiRincian(
  byPeriode: RealisasiByPeriode,
  part: Periode,
): BarisLembar["rincian"][number] {
  const isian = byPeriode[part]?.isian;
  if (isian === undefined) return null;
  return isian.jenis === "angka" ? isian.nilai : isian.jenis;
}
