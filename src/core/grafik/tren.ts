import type { GrafikTren, LembarGrafik, TitikTren } from "../dokumen/grafik.ts";
import { type BarisRekap, computeBarisRekap } from "../kinerja/baris.ts";
import { type Indikator, isIndikatorSama } from "../kinerja/indikator.ts";
import {
  labelPendekTahun,
  type Periode,
  periodeOf,
  previousPeriode,
  tahunPeriode,
  triwulanList,
  triwulanSampai,
} from "../kinerja/periode.ts";
import { asOf, indikatorAt, latestRealisasi, ofYear, type RekapMasukan } from "../rekap/masukan.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Pada } from "../waktu/pada.ts";
import { grafikText } from "./teks.ts";

/** So many triwulan a trend shows. */
export const PANJANG_TREN = 4;

/** The triwulan a trend ends with: of a semester or year its last. */
export const ujungTren = (periode: Periode): Periode =>
  triwulanSampai(periode).at(-1) ?? periodeOf(tahunPeriode(periode), "triwulan", PANJANG_TREN);

/** The years whose rows a trend is made of, the newest first. */
export const tahunTren = (periode: Periode): readonly number[] => [
  tahunPeriode(periode),
  tahunPeriode(periode) - 1,
];

/**
 * What one indikator did in four triwulan, each by its own target, as the rekap of each has it; null
 * where there is no such indikator or none of them has a figure. Where the year before tells nothing,
 * the whole year is shown: its coming targets say more than a gap.
 */
export function grafikTren(
  yearList: readonly RekapMasukan[],
  { kode, periode }: { readonly kode: string; readonly periode: Periode },
  pada: Pada,
): LembarGrafik | null {
  const [newest] = yearList;
  const ujung = ujungTren(periode);
  const readList = yearList.map((rows, at) => readerOf(rows, tahunPeriode(ujung) - at, pada));
  const indikator = readList[0]?.indikator(ujung, kode);
  if (newest === undefined || indikator === undefined) return null;
  const barisAt = (triwulan: Periode): BarisRekap | null =>
    readList[tahunPeriode(ujung) - tahunPeriode(triwulan)]?.baris(triwulan, indikator) ?? null;
  const hasFigure = (triwulan: Periode): boolean => (barisAt(triwulan)?.realisasi ?? null) !== null;
  const titikList = periodeTren(ujung, hasFigure).map((one) =>
    titikTren(labelPendekTahun(one, newest.kantor.istilahTriwulan), barisAt(one)),
  );
  if (titikList.every(({ realisasi }) => realisasi === null)) return null;
  const { nama, zonaWaktu } = newest.kantor;
  return {
    grafik: trenGrafik(indikator, titikList),
    kantor: nama,
    catatanList: [
      ...(indikator.arah === "turun" ? [grafikText.makinKecil] : []),
      ...(indikator.agregasi === "kumulatif" ? [grafikText.kumulatif] : []),
      grafikText.angkaPer(formatWaktu(pada.padaMs, zonaWaktu, { tahun: true })),
    ],
  };
}

/** What was agreed and done, beside each other. */
export const trenGrafik = (
  { kode, nama, satuan }: Pick<Indikator, "kode" | "nama" | "satuan">,
  titikList: readonly TitikTren[],
): GrafikTren => ({
  jenis: "grafik-tren",
  judul: grafikText.tren(kode, nama),
  satuan,
  titikList,
});

/**
 * The triwulan a trend shows: the four that end here, or the whole year where those of the year before
 * have no figure.
 */
export function periodeTren(
  ujung: Periode,
  hasFigure: (triwulan: Periode) => boolean,
): readonly Periode[] {
  const back = [ujung];
  while (back.length < PANJANG_TREN) back.unshift(previousPeriode(back[0] ?? ujung));
  const earlier = back.filter((one) => tahunPeriode(one) !== tahunPeriode(ujung));
  return earlier.some(hasFigure)
    ? back
    : triwulanList(periodeOf(tahunPeriode(ujung), "tahunan", 1));
}

/** One period of it, from its row in the rekap; null where there is none. */
export function titikTren(label: string, baris: BarisRekap | null): TitikTren {
  const realisasi = baris?.realisasi ?? null;
  const kosong = baris?.isianJenis === "nihil" ? grafikText.nihil : grafikText.belum;
  return {
    label,
    target: baris?.target ?? null,
    realisasi,
    capaianPersen: baris?.capaianPersen ?? null,
    kosong: realisasi === null ? kosong : null,
  };
}

interface Reader {
  readonly indikator: (periode: Periode, kode: string) => Indikator | undefined;
  /** The row of the same indikator; null where that triwulan knows it not. */
  readonly baris: (periode: Periode, indikator: Indikator) => BarisRekap | null;
}

function readerOf(rows: RekapMasukan, tahun: number, pada: Pada): Reader {
  const masukan = asOf(ofYear(rows, tahun), pada);
  const realisasi = latestRealisasi(masukan);
  const indikator: Reader["indikator"] = (periode, kode) =>
    indikatorAt(masukan, periode).find((one) => one.kode === kode);
  return {
    indikator,
    baris(periode, wanted) {
      const own = indikator(periode, wanted.kode);
      return own === undefined || !isIndikatorSama(own, wanted)
        ? null
        : computeBarisRekap(own, realisasi, periode, masukan.kantor);
    },
  };
}
