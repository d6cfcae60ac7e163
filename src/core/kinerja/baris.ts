import {
  aggregate,
  type Lengkap,
  type NilaiPeriode,
  realisasiPeriode,
  targetPeriode,
} from "./agregasi.ts";
import { type Capaian, computeCapaian } from "./capaian.ts";
import type { Indikator, Isian, RealisasiByKode, RealisasiTerkini } from "./indikator.ts";
import { isMelampaui, type Kategori, kategoriOf, type Tampilan } from "./kategori.ts";
import type { Pelaksanaan } from "./narasi.ts";
import {
  type IstilahTriwulan,
  jenisPeriode,
  labelPendek,
  type Periode,
  triwulanList,
} from "./periode.ts";

/** Why a row has no capaian. */
export type AlasanKosong =
  | Extract<Capaian, { readonly alasan: string }>["alasan"]
  | "nihil"
  | "belum";

/** One indikator in one period: what was agreed, what was done, and how good that is. */
export interface BarisRekap extends UraianBaris {
  /** Place in its table, from 1. */
  readonly no: number;
  readonly sasaran: string;
  readonly kode: string;
  readonly nama: string;
  readonly satuan: string;
  readonly targetTahunan: number | null;
  readonly target: number | null;
  /** The figure; null when nothing in the period is a number. 0 is a number. */
  readonly realisasi: number | null;
  /** What was answered; null where nothing was. */
  readonly isianJenis: Isian["jenis"] | null;
  /** Never capped, at two decimals. */
  readonly capaianPersen: number | null;
  readonly kategori: string | null;
  readonly warna: string | null;
  readonly melampaui: boolean;
  readonly alasan: AlasanKosong | null;
  readonly lengkap: Lengkap;
  readonly penanggungJawab: Indikator["penanggungJawab"];
}

/** What is told of the figures of a row; of several periods each part is named by its own. */
export interface UraianBaris {
  readonly keterangan: string | null;
  readonly pendukung: string | null;
  readonly tindakLanjut: string | null;
  /** What became of each tindak lanjut that was asked after. */
  readonly pelaksanaanList: readonly Pelaksanaan[];
}

/** How an office shows its figures: its bands, and its word for a triwulan. */
export interface Penyajian {
  readonly tampilan: Tampilan;
  readonly istilahTriwulan: IstilahTriwulan;
}

/** Figures of one indikator by period. */
export type RealisasiByPeriode = RealisasiByKode[string];

/** The row of one indikator in a triwulan, semester or year, numbered 1. */
export function computeBarisRekap(
  indikator: Indikator,
  realisasiByKode: RealisasiByKode,
  periode: Periode,
  penyajian: Penyajian,
): BarisRekap {
  const byPeriode = realisasiByKode[indikator.kode] ?? {};
  const own = ownFigure(byPeriode, periode);
  const partList = own === null ? triwulanList(periode) : [periode];
  return barisOf(
    indikator,
    {
      ...nilaiOf(indikator, byPeriode, periode, own),
      target: targetOf(indikator, byPeriode, periode, own),
      jenis: partList.map((part) => byPeriode[part]?.isian.jenis),
      uraian: uraianOf(byPeriode, partList, penyajian),
    },
    penyajian.tampilan,
  );
}

/** What a row is made of once the period's own figure is known. */
export interface BahanBaris extends NilaiPeriode {
  readonly target: number | null;
  readonly jenis: readonly (Isian["jenis"] | undefined)[];
  readonly uraian: UraianBaris;
}

/** Puts figure, target, capaian and band of one indikator together. */
export function barisOf(indikator: Indikator, bahan: BahanBaris, tampilan: Tampilan): BarisRekap {
  const { nilai, target } = bahan;
  const { arah, formula } = indikator;
  const capaian = computeCapaian({ target, realisasi: nilai, arah, formula });
  const isianJenis = jenisOf(nilai, bahan.jenis);
  return {
    no: 1,
    sasaran: indikator.sasaran,
    kode: indikator.kode,
    nama: indikator.nama,
    satuan: indikator.satuan,
    targetTahunan: indikator.targetTahunan,
    target,
    realisasi: nilai,
    isianJenis,
    capaianPersen: capaian.persen,
    ...bandOf(capaian, tampilan),
    alasan: alasanOf(capaian, isianJenis),
    lengkap: bahan.lengkap,
    ...bahan.uraian,
    penanggungJawab: indikator.penanggungJawab,
  };
}

/** What is told in several periods as one, each named when there is more than one period. */
export function uraianOf(
  byPeriode: RealisasiByPeriode,
  partList: readonly Periode[],
  { istilahTriwulan }: Pick<Penyajian, "istilahTriwulan">,
): UraianBaris {
  const told = (read: (figure: RealisasiTerkini) => string | null | undefined): string | null => {
    const sentences = partList.flatMap((part) => {
      const figure = byPeriode[part];
      const sentence = figure === undefined ? "" : (read(figure) ?? "");
      if (sentence === "") return [];
      return [
        partList.length === 1 ? sentence : `${labelPendek(part, istilahTriwulan)}: ${sentence}`,
      ];
    });
    return sentences.length === 0 ? null : sentences.join("\n");
  };
  return {
    keterangan: told(({ keterangan }) => keterangan),
    pendukung: told(({ narasi }) => narasi?.pendukung),
    tindakLanjut: told(({ narasi }) => narasi?.tindakLanjut),
    pelaksanaanList: partList.flatMap((part) => byPeriode[part]?.narasi?.pelaksanaan ?? []),
  };
}

/** A sheet that collects once a semester or year leaves the figure with that period itself. */
const ownFigure = (byPeriode: RealisasiByPeriode, periode: Periode): RealisasiTerkini | null =>
  jenisPeriode(periode) === "triwulan" ? null : (byPeriode[periode] ?? null);

const nilaiOf = (
  indikator: Indikator,
  byPeriode: RealisasiByPeriode,
  periode: Periode,
  own: RealisasiTerkini | null,
): NilaiPeriode =>
  own === null
    ? realisasiPeriode(indikator, byPeriode, periode)
    : aggregate(indikator, [own.isian]);

const targetOf = (
  indikator: Indikator,
  byPeriode: RealisasiByPeriode,
  periode: Periode,
  own: RealisasiTerkini | null,
): number | null =>
  own !== null && jenisPeriode(periode) === "tahunan" && indikator.targetTahunan !== null
    ? indikator.targetTahunan
    : targetPeriode(indikator, byPeriode, periode);

function bandOf(
  { persen }: Capaian,
  tampilan: Tampilan,
): Pick<BarisRekap, "kategori" | "warna" | "melampaui"> {
  const band: Kategori | null = persen === null ? null : kategoriOf(persen, tampilan);
  return {
    kategori: band?.nama ?? null,
    warna: band?.warna ?? null,
    melampaui: persen !== null && isMelampaui(persen),
  };
}

/** A number outweighs nihil, nihil outweighs "belum": what is said of several triwulan at once. */
function jenisOf(nilai: number | null, jenisList: BahanBaris["jenis"]): BarisRekap["isianJenis"] {
  if (nilai !== null) return "angka";
  if (jenisList.includes("nihil")) return "nihil";
  return jenisList.includes("belum") ? "belum" : null;
}

function alasanOf(capaian: Capaian, jenis: BarisRekap["isianJenis"]): AlasanKosong | null {
  if (capaian.persen !== null) return null;
  return jenis === "nihil" || jenis === "belum" ? jenis : capaian.alasan;
}
