import type { Penanda } from "../dokumen/susun.ts";
import { isKepala, pegawaiOf } from "../engine/holders.ts";
import type { Logo } from "../kantor/logo.ts";
import { kantorPada } from "../kantor/pada.ts";
import { pejabatOf, sebutanPejabat } from "../kantor/pejabat.ts";
import { peranKepala } from "../kantor/peran.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Tampilan } from "../kinerja/kategori.ts";
import { labelPeriode, type Periode, periodeOf, triwulanSampai } from "../kinerja/periode.ts";
import type { Instant, ZonaWaktu } from "../waktu/instant.ts";
import type { Pada } from "../waktu/pada.ts";
import { type BarisBukti, buktiList } from "./bukti.ts";
import { type BarisKelengkapan, kelengkapanList } from "./kelengkapan.ts";
import { type BarisKetepatan, ketepatanList } from "./ketepatan.ts";
import { type LembarCapaian, lembarList } from "./lembar.ts";
import { asOf, indikatorAt, latestRealisasi, ofYear, type RekapMasukan } from "./masukan.ts";
import { type BarisPersetujuan, persetujuanKepala, persetujuanList } from "./persetujuan.ts";
import { type BarisRiwayat, riwayatList } from "./riwayat.ts";
import { sidikCatatan } from "./sidik.ts";

export type { BarisBukti } from "./bukti.ts";
export type { BarisKelengkapan, StatusKiriman } from "./kelengkapan.ts";
export type { BarisKetepatan, Ketepatan } from "./ketepatan.ts";
export type { BarisLembar, LembarCapaian, TargetSemula } from "./lembar.ts";
export type { CatatanRekap, RekapMasukan, RevisiRealisasi } from "./masukan.ts";
export { type BarisPersetujuan, persetujuanKepala } from "./persetujuan.ts";
export type { BarisRiwayat, NilaiRiwayat } from "./riwayat.ts";

/** What stands above every sheet. */
export interface KopRekap {
  readonly kantor: string;
  readonly kabupaten: string;
  readonly alamat: string | null;
  readonly logo?: Logo;
  readonly zonaWaktu: ZonaWaktu;
  /** The sheets whose berkas the rekap tells of, each with its number where it has one. */
  readonly sopList: readonly { readonly nama: string; readonly nomor: string | null }[];
  readonly periode: Periode;
  readonly label: string;
  readonly istilahTriwulan: "triwulan" | "tribulan";
  /** The office whose rows alone are shown, or null for all. */
  readonly unit: string | null;
  readonly dibuatMs: Instant;
  /** Whoever approved the period, else the head of the office; null when nobody holds that office. */
  readonly penanda: Penanda | null;
  /** The digest of the office's log up to this entry; null before its first. */
  readonly sidik: { readonly teks: string; readonly sampai: number } | null;
}

/** Everything the workbook shows, as plain rows. */
export interface Rekap {
  readonly kop: KopRekap;
  readonly tampilan: Tampilan;
  /** Triwulan, s.d. triwulan, semester I and II, year. */
  readonly lembarList: readonly LembarCapaian[];
  readonly kelengkapan: readonly BarisKelengkapan[];
  /** Null in the rekap of one unit: desks and decisions are the office's. */
  readonly ketepatan: readonly BarisKetepatan[] | null;
  readonly persetujuan: readonly BarisPersetujuan[] | null;
  readonly bukti: readonly BarisBukti[];
  readonly riwayat: readonly BarisRiwayat[];
}

/** Whose rows are shown, and of which moment. */
export interface OpsiRekap extends Pada {
  readonly unit: PegawaiId | null;
}

/**
 * The rekap of a period as it stood when made. A semester or year is told from its last triwulan.
 * Pure: the same rows give the same rekap.
 */
export function projectRekap(
  rows: RekapMasukan,
  tahun: number,
  periode: Periode,
  { unit, ...pada }: OpsiRekap,
): Rekap {
  const masukan = asOf(ofYear(rows, tahun), pada);
  const realisasi = latestRealisasi(masukan);
  const triwulan = triwulanSampai(periode).at(-1) ?? periodeOf(tahun, "triwulan", 4);
  const scope = unit === null ? null : unitScope(masukan, triwulan, unit);
  const decided = persetujuanList(masukan);
  return {
    kop: {
      ...kopOf(masukan, periode, { unit, ...pada }),
      penanda: penandaOf(masukan, persetujuanKepala(decided, periode), pada),
    },
    tampilan: masukan.kantor.tampilan,
    lembarList: lembarList(masukan, realisasi, { triwulan, unit }),
    kelengkapan: kelengkapanList(masukan, realisasi, triwulan).filter(
      ({ pegawaiId }) => unit === null || pegawaiId === unit,
    ),
    ketepatan: unit === null ? ketepatanList(masukan, pada.padaMs) : null,
    persetujuan: unit === null ? decided : null,
    bukti: buktiList(masukan, scope),
    riwayat: riwayatList(masukan, scope),
  };
}

/** Whoever approved; before that whoever is the head of the office then. */
function penandaOf(
  { kantor }: RekapMasukan,
  setuju: BarisPersetujuan | null,
  { padaMs }: Pada,
): Penanda | null {
  const head = kantorPada(kantor, padaMs).pegawaiList.find(isKepala);
  const pejabat = setuju?.pejabat ?? (head && pejabatOf(head, peranKepala));
  if (pejabat === undefined) return null;
  return { jabatan: sebutanPejabat(pejabat), nama: pejabat.nama, nip: pejabat.nip };
}

function kopOf(
  masukan: RekapMasukan,
  periode: Periode,
  { unit, padaMs }: OpsiRekap,
): Omit<KopRekap, "penanda"> {
  const { kantor, berkasList, ujung } = masukan;
  const byId = new Map(berkasList.map(({ sop }) => [sop.id, sop]));
  return {
    kantor: kantor.nama,
    kabupaten: kantor.kabupaten,
    alamat: kantor.alamat ?? null,
    ...(kantor.logo === undefined ? {} : { logo: kantor.logo }),
    zonaWaktu: kantor.zonaWaktu,
    sopList: [...byId.values()].map(({ nama, kepala }) => ({ nama, nomor: kepala.nomor })),
    periode,
    label: labelPeriode(periode, kantor.istilahTriwulan),
    istilahTriwulan: kantor.istilahTriwulan,
    unit: unit === null ? null : (pegawaiOf(kantor, unit)?.jabatan ?? unit),
    dibuatMs: padaMs,
    sidik: ujung === undefined ? null : { teks: sidikCatatan(ujung), sampai: ujung.seq },
  };
}

const unitScope = (
  masukan: RekapMasukan,
  triwulan: Periode,
  unit: PegawaiId,
): { readonly pegawaiId: PegawaiId; readonly kodeList: ReadonlySet<string> } => ({
  pegawaiId: unit,
  kodeList: new Set(
    indikatorAt(masukan, triwulan)
      .filter(({ penanggungJawab }) => penanggungJawab === unit)
      .map(({ kode }) => kode),
  ),
});
