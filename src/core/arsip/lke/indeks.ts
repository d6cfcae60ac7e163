import { sebutanNaskah } from "../../dokumen/jenis.ts";
import { jenisPeriode, labelPeriode, type Periode, periodeOf } from "../../kinerja/periode.ts";
import type { CalonIsi, IsiArsip } from "../isi.ts";
import { type BahanLke, jenisBahan, type KriteriaLke, kriteriaList, type Lke } from "./schema.ts";

/** A file of the pack, by what it proves. */
export interface Terkumpul<I extends CalonIsi = CalonIsi> {
  readonly bahan: BahanLke;
  readonly periode: Periode;
  readonly isi: I;
  /** False for a report whose berkas still runs: it may change. */
  readonly selesai: boolean;
}

/** A criterion with its files, and what of it is missing. */
export interface KriteriaTerisi {
  readonly kriteria: KriteriaLke;
  /** Where its files lie in the pack. */
  readonly pathList: readonly string[];
  /** What is not there and should be, in words. */
  readonly kurang: readonly string[];
}

/** Which year of which office, as far as words depend on it. */
export interface TahunKantor {
  readonly tahun: number;
  readonly istilahTriwulan: "triwulan" | "tribulan";
}

/** Every criterion with the files that prove it; a file that could not be had is missing. */
export const indeksLke = (
  lke: Lke,
  list: readonly Terkumpul<IsiArsip>[],
  tahun: TahunKantor,
): readonly KriteriaTerisi[] =>
  kriteriaList(lke).map((kriteria) => ({
    kriteria,
    pathList: [
      ...new Set(
        kriteria.bukti.flatMap((bahan) =>
          list
            .filter((one) => one.bahan === bahan && one.isi.keadaan === "utuh")
            .map(({ isi }) => isi.samaDengan ?? isi.path),
        ),
      ),
    ],
    kurang: kriteria.bukti.flatMap((bahan) => kurangOf(bahan, list, tahun)),
  }));

function kurangOf(
  bahan: BahanLke,
  list: readonly Terkumpul<IsiArsip>[],
  { tahun, istilahTriwulan }: TahunKantor,
): readonly string[] {
  const mine = list.filter((one) => one.bahan === bahan);
  const lost = mine
    .filter(({ isi, selesai }) => isi.keadaan !== "utuh" || !selesai)
    .map(({ isi, periode }) => {
      const sebab = isi.keadaan === "utuh" ? "berkasnya belum selesai" : kataKeadaan[isi.keadaan];
      return `${isi.apa} ${labelPeriode(periode, istilahTriwulan)} (${sebab})`;
    });
  const wanted =
    bahan === "laporan-triwulan"
      ? [1, 2, 3, 4].map((ke) => periodeOf(tahun, "triwulan", ke))
      : bahan === "laporan-semester"
        ? [1, 2].map((ke) => periodeOf(tahun, "semester", ke))
        : null;
  if (wanted === null) return mine.length === 0 ? [sebutanBahan(bahan)] : lost;
  const there = new Set(mine.map(({ periode }) => periode));
  const none = wanted
    .filter((periode) => !there.has(periode))
    .map((periode) => `Laporan Kinerja ${labelPeriode(periode, istilahTriwulan)}`);
  return [...none, ...lost];
}

const kataKeadaan: { readonly [K in IsiArsip["keadaan"]]: string } = {
  utuh: "ada",
  hilang: "hilang dari penyimpanan",
  berubah: "berubah di penyimpanan",
  dimusnahkan: "dimusnahkan menurut jadwal penyimpanan",
};

/** What a report of a period proves. */
export function bahanLaporan(periode: Periode): BahanLke {
  const jenis = jenisPeriode(periode);
  return jenis === "tahunan" ? "lkjip" : `laporan-${jenis}`;
}

/** What a kind is called, in lists and as a folder: "SK Tim", "Bukti Dukung". */
export function sebutanBahan(bahan: BahanLke): string {
  const jenis = jenisBahan(bahan);
  return jenis === null ? (sebutanByBahan.get(bahan) ?? bahan) : sebutanNaskah(jenis);
}

const sebutanByBahan: ReadonlyMap<string, string> = new Map([
  ["laporan-triwulan", "Laporan Kinerja Triwulan"],
  ["laporan-semester", "Laporan Kinerja Semester"],
  ["lkjip", "LKjIP"],
  ["rekap", "Rekap Kinerja"],
  ["bukti", "Bukti Dukung"],
  ["tindak-lanjut-lhe", "Tindak Lanjut LHE"],
  ["sop", "Lembar SOP"],
  ["log", "Catatan Peristiwa"],
]);
