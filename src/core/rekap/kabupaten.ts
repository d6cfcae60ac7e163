import { dueOf } from "../engine/late.ts";
import type { BerkasDipantau, KantorDipantau, KeadaanKantor } from "../kabupaten/papan.ts";
import type { Kantor } from "../kantor/schema.ts";
import { type Kategori, kategoriOf } from "../kinerja/kategori.ts";
import { labelPeriode, type Periode } from "../kinerja/periode.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant, ZonaWaktu } from "../waktu/instant.ts";
import { MENIT_PER_HARI_KERJA, menitKerjaAntara } from "../waktu/tenggat.ts";
import type { LembarCapaian, Rekap } from "./index.ts";

/** What stands above the sheets about all offices. */
export interface KopKabupaten {
  readonly kantor: string;
  readonly kabupaten: string;
  readonly alamat: string | null;
  readonly zonaWaktu: ZonaWaktu;
  readonly periode: Periode;
  readonly label: string;
  readonly dibuatMs: Instant;
}

/** One office against the others. */
export interface BarisPeringkat {
  /** 1 for the best; null where there is nothing to rank by. Equal averages share a place. */
  readonly peringkat: number | null;
  readonly kantor: string;
  readonly rataRataPersen: number | null;
  readonly kategori: Kategori | null;
  readonly terisi: number;
  readonly jumlahIndikator: number;
  /** Indikator below the office's threshold of attention. */
  readonly perhatian: number;
  readonly keadaan: KeadaanKantor;
  /** "langkah 1 dari 4" of what runs, the worst first. */
  readonly letak: readonly string[];
  /** Working days of the longest lateness; null where nothing is late. */
  readonly terlambatHari: number | null;
}

/** Somebody who is late, or was. */
export interface BarisTerlambat {
  readonly kantor: string;
  readonly siapa: string;
  readonly apa: string;
  readonly batasMs: Instant;
  /** When it came; null while it is waited for. */
  readonly selesaiMs: Instant | null;
  readonly terlambatHari: number;
  /** When the office was last asked after it; null where it was not. */
  readonly diingatkanMs: Instant | null;
}

/** The table of one office, and who signs it. */
export interface LembarKantor extends Pick<Rekap, "kop" | "tampilan"> {
  readonly lembar: LembarCapaian;
}

/** All offices of a kabupaten in one workbook. */
export interface RekapKabupaten {
  readonly kop: KopKabupaten;
  /** The best first. */
  readonly peringkat: readonly BarisPeringkat[];
  /** Who is waited for first, the longest lateness first; then who came late. */
  readonly terlambat: readonly BarisTerlambat[];
  readonly kantorList: readonly LembarKantor[];
}

/** One office as the workbook of its kabupaten needs it. */
export interface BagianKantor {
  readonly papan: KantorDipantau;
  readonly lembar: LembarKantor | null;
  readonly peringkat: Omit<BarisPeringkat, "peringkat">;
  readonly terlambat: readonly BarisTerlambat[];
}

/** What is kept of an office once its rekap was projected: little, whatever its history. */
export function bagianKantor(
  papan: KantorDipantau,
  rekap: Rekap | null,
  calendar: OfficeCalendar,
): BagianKantor {
  const lembar = rekap === null ? null : lembarOf(rekap);
  const late = papan.berkasList.flatMap(({ terlambatMenit }) => terlambatMenit ?? []);
  return {
    papan,
    lembar,
    peringkat: {
      kantor: papan.nama,
      ...(lembar === null ? tanpaAngka : angkaOf(lembar)),
      keadaan: papan.keadaan,
      letak: papan.berkasList.map(({ ke, dari }) => `langkah ${ke} dari ${dari}`),
      terlambatHari: late.length === 0 ? null : hariOf(Math.max(...late)),
    },
    terlambat: [
      ...papan.berkasList.flatMap((berkas) => waitedFor(papan, berkas)),
      ...(rekap === null ? [] : cameLate(papan, rekap, calendar)),
    ],
  };
}

type AngkaKantor = Pick<
  BarisPeringkat,
  "rataRataPersen" | "kategori" | "terisi" | "jumlahIndikator" | "perhatian"
>;

function angkaOf({ tampilan, lembar: { ringkasan } }: LembarKantor): AngkaKantor {
  const { rataRataPersen, terisi, jumlahIndikator, perhatian } = ringkasan;
  return {
    rataRataPersen,
    kategori: rataRataPersen === null ? null : kategoriOf(rataRataPersen, tampilan),
    terisi,
    jumlahIndikator,
    perhatian: perhatian.length,
  };
}

const tanpaAngka: AngkaKantor = {
  rataRataPersen: null,
  kategori: null,
  terisi: 0,
  jumlahIndikator: 0,
  perhatian: 0,
};

/** Puts the offices into one workbook. Pure: the same offices give the same workbook. */
export function rekapKabupaten(
  kantor: Kantor,
  { periode, dibuatMs }: { readonly periode: Periode; readonly dibuatMs: Instant },
  bagianList: readonly BagianKantor[],
): RekapKabupaten {
  const peringkat = ranked(bagianList.map((bagian) => bagian.peringkat));
  const place = new Map(peringkat.map(({ kantor: nama }, at) => [nama, at]));
  return {
    kop: {
      kantor: kantor.nama,
      kabupaten: kantor.kabupaten,
      alamat: kantor.alamat ?? null,
      zonaWaktu: kantor.zonaWaktu,
      periode,
      label: labelPeriode(periode, kantor.istilahTriwulan),
      dibuatMs,
    },
    peringkat,
    terlambat: bagianList.flatMap(({ terlambat }) => terlambat).toSorted(worstFirst),
    kantorList: bagianList
      .toSorted((a, b) => (place.get(a.papan.nama) ?? 0) - (place.get(b.papan.nama) ?? 0))
      .flatMap(({ lembar }) => lembar ?? []),
  };
}

function ranked(rows: readonly Omit<BarisPeringkat, "peringkat">[]): readonly BarisPeringkat[] {
  const sorted = rows.toSorted(
    (a, b) =>
      (b.rataRataPersen ?? -1) - (a.rataRataPersen ?? -1) || a.kantor.localeCompare(b.kantor, "id"),
  );
  return sorted.map((row) => ({
    ...row,
    peringkat:
      row.rataRataPersen === null
        ? null
        : sorted.findIndex(({ rataRataPersen }) => rataRataPersen === row.rataRataPersen) + 1,
  }));
}

/** The table that was asked for; the triwulan itself where several are of it. */
function lembarOf({ kop, tampilan, lembarList }: Rekap): LembarKantor | null {
  const lembar =
    lembarList.find(({ periode, jenis }) => periode === kop.periode && jenis !== "sampai-dengan") ??
    lembarList[0];
  return lembar === undefined ? null : { kop, tampilan, lembar };
}

const waitedFor = (
  { nama }: KantorDipantau,
  { ditunggu, periode, uraian, batasMs, terlambatMenit, diingatkanMs }: BerkasDipantau,
): readonly BarisTerlambat[] =>
  terlambatMenit === null || batasMs === null
    ? []
    : ditunggu.map((siapa) => ({
        kantor: nama,
        siapa,
        apa: `${uraian} (${periode})`,
        batasMs,
        selesaiMs: null,
        terlambatHari: hariOf(terlambatMenit),
        diingatkanMs,
      }));

const cameLate = (
  { nama }: KantorDipantau,
  { kelengkapan, lembarList: [first] }: Rekap,
  calendar: OfficeCalendar,
): readonly BarisTerlambat[] =>
  kelengkapan.flatMap(({ penanggungJawab, tepatWaktu, terkirimMs, batasMs, tenggatMs, status }) => {
    const dueMs = dueOf({ batasMs, tenggatMs });
    if (tepatWaktu !== false || status !== "terkirim" || terkirimMs === null || dueMs === null)
      return [];
    return [
      {
        kantor: nama,
        siapa: penanggungJawab,
        apa: `Realisasi ${first?.label ?? ""}`,
        batasMs: dueMs,
        selesaiMs: terkirimMs,
        terlambatHari: hariOf(menitKerjaAntara(dueMs, terkirimMs, calendar)),
        diingatkanMs: null,
      },
    ];
  });

const worstFirst = (a: BarisTerlambat, b: BarisTerlambat): number =>
  Number(a.selesaiMs !== null) - Number(b.selesaiMs !== null) || b.terlambatHari - a.terlambatHari;

/** Working days of 450 minutes, to a tenth. */
const hariOf = (menit: number): number => Math.round((menit / MENIT_PER_HARI_KERJA) * 10) / 10;
