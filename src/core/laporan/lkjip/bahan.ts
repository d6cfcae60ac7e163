import type { Kantor } from "../../kantor/schema.ts";
import { isIndikatorSama } from "../../kinerja/indikator.ts";
import { tahunPeriode } from "../../kinerja/periode.ts";
import type { BarisLembar, LembarCapaian, Rekap } from "../../rekap/index.ts";
import { lembarPeriode } from "../../rekap/lembar-periode.ts";
import { type Sasaran, sasaranList } from "../../rekap/sasaran.ts";
import { type OpsiLaporan, type StatusLaporan, statusLaporan } from "../status.ts";

/** What the yearly report is besides the figures of its year. */
export interface OpsiLkjip extends OpsiLaporan {
  /** Whose report it is: its people, and its profil and programs where they are known. */
  readonly kantor: Pick<Kantor, "pegawaiList" | "profil" | "anggaranList">;
  /** Rekap of earlier years, each of its whole year, newest first; years without figures count for nothing. */
  readonly tahunLaluList: readonly Rekap[];
}

/** An earlier year, as far as it can be compared with. */
export interface TahunLalu {
  readonly tahun: number;
  readonly barisList: readonly BarisLembar[];
}

/** Everything the chapters are made of. */
export interface BahanLkjip {
  readonly rekap: Rekap;
  readonly lembar: LembarCapaian;
  readonly tahun: number;
  readonly sasaranList: readonly Sasaran[];
  /** Newest first. */
  readonly tahunLaluList: readonly TahunLalu[];
  readonly status: StatusLaporan;
  readonly opsi: OpsiLkjip;
}

/** Looks everything up once. */
export function bahanLkjip(rekap: Rekap, opsi: OpsiLkjip): BahanLkjip {
  const lembar = lembarPeriode(rekap);
  return {
    rekap,
    lembar,
    tahun: tahunPeriode(rekap.kop.periode),
    sasaranList: sasaranList(rekap, lembar),
    tahunLaluList: opsi.tahunLaluList.map(tahunLalu).filter(isMeasured),
    status: statusLaporan(rekap, opsi),
    opsi,
  };
}

/** The same indikator in an earlier year. */
export const barisLalu = (
  baris: Pick<BarisLembar, "kode" | "nama">,
  { barisList }: TahunLalu,
): BarisLembar | null => barisList.find((one) => isIndikatorSama(one, baris)) ?? null;

const tahunLalu = (rekap: Rekap): TahunLalu => ({
  tahun: tahunPeriode(rekap.kop.periode),
  barisList: rekap.lembarList.find(({ jenis }) => jenis === "tahunan")?.barisList ?? [],
});

const isMeasured = ({ barisList }: TahunLalu): boolean =>
  barisList.some(({ realisasi }) => realisasi !== null);
