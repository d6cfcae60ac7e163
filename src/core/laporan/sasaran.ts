import type { Grafik } from "../dokumen/model.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { rataRataCapaian } from "../kinerja/capaian.ts";
import { kategoriOf } from "../kinerja/kategori.ts";
import type { RichText } from "../pesan/pesan.ts";
import type { Rekap } from "../rekap/index.ts";
import type { BarisLembar, LembarCapaian } from "../rekap/lembar.ts";
import { kalimat } from "./kata.ts";
import { laporanText } from "./teks.ts";
import { fill } from "./template.ts";

const ABU = "#9E9E9E";

/** A sasaran with its rows and their mean. */
export interface Sasaran {
  readonly nama: string;
  readonly barisList: readonly BarisLembar[];
  readonly persen: number | null;
}

/** The rows of one sasaran together, in the order of the table. */
export function sasaranList({ tampilan }: Rekap, { barisList }: LembarCapaian): readonly Sasaran[] {
  return [...new Set(barisList.map(({ sasaran }) => sasaran))].map((nama) => {
    const own = barisList.filter(({ sasaran }) => sasaran === nama);
    const persenList = own.map(({ capaianPersen }) => capaianPersen).filter((one) => one !== null);
    return {
      nama,
      barisList: own,
      persen: rataRataCapaian(persenList, tampilan.batasRataRataPersen),
    };
  });
}

/** A bar for each sasaran in the colour of its band. */
export const sasaranGrafik = (
  list: readonly Sasaran[],
  { tampilan }: Rekap,
  { label }: LembarCapaian,
): Grafik => ({
  jenis: "grafik",
  judul: kalimat(laporanText.grafik, { periode: label }),
  satuan: "%",
  garisTarget: 100,
  batangList: list.map(({ nama, persen }) => ({
    label: nama,
    nilai: persen,
    warna: persen === null ? ABU : kategoriOf(persen, tampilan).warna,
  })),
});

/** By how many indikator a sasaran is measured, and its capaian. */
export const sasaranPengantar = (
  { barisList, persen }: Sasaran,
  { tampilan }: Pick<Rekap, "tampilan">,
): RichText =>
  persen === null
    ? fill(laporanText.sasaranKosong, { jumlah: barisList.length })
    : fill(laporanText.sasaran, {
        jumlah: barisList.length,
        persen: formatAngka(persen),
        kategori: kategoriOf(persen, tampilan).nama,
      });
