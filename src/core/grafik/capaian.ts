import type { Batang, GrafikBatang, LembarGrafik } from "../dokumen/grafik.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { kategoriOf, type Tampilan } from "../kinerja/kategori.ts";
import { type Periode, tahunPeriode } from "../kinerja/periode.ts";
import { projectRekap, type Rekap } from "../rekap/index.ts";
import { lembarPeriode } from "../rekap/lembar-periode.ts";
import type { RekapMasukan } from "../rekap/masukan.ts";
import { type Sasaran, sasaranList } from "../rekap/sasaran.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Pada } from "../waktu/pada.ts";
import { grafikText } from "./teks.ts";

const ABU = "#9E9E9E";

/** A bar for each sasaran in the colour of its band, hatched where it needs attention. */
export const sasaranGrafik = (
  list: readonly Sasaran[],
  { tampilan }: Pick<Rekap, "tampilan">,
  { label }: { readonly label: string },
): GrafikBatang => ({
  jenis: "grafik",
  judul: grafikText.capaian(label),
  satuan: "%",
  garisTarget: 100,
  batangList: list.map((sasaran) => batangOf(sasaran, tampilan)),
});

function batangOf({ nama, persen }: Sasaran, tampilan: Tampilan): Batang {
  if (persen === null) return { label: nama, nilai: null, warna: ABU };
  const kategori = kategoriOf(persen, tampilan);
  return {
    label: nama,
    nilai: persen,
    warna: kategori.warna,
    keterangan: kategori.nama,
    ...(persen < tampilan.ambangPerhatianPersen ? { arsir: true } : {}),
  };
}

/** Capaian by sasaran as the rekap of the period has it; null where nothing can be measured. */
export function grafikCapaian(
  rows: RekapMasukan,
  { periode, unit }: { readonly periode: Periode; readonly unit: PegawaiId | null },
  pada: Pada,
): LembarGrafik | null {
  const rekap = projectRekap(rows, tahunPeriode(periode), periode, { unit, ...pada });
  const lembar = lembarPeriode(rekap);
  const list = sasaranList(rekap, lembar);
  if (list.every(({ persen }) => persen === null)) return null;
  const grafik = sasaranGrafik(list, rekap, lembar);
  return { grafik, kantor: rekap.kop.kantor, catatanList: catatanOf(rekap, grafik) };
}

function catatanOf(rekap: Rekap, { batangList }: GrafikBatang): readonly string[] {
  const { kop, tampilan } = rekap;
  const { rataRataPersen, batasPersen } = lembarPeriode(rekap).ringkasan;
  return [
    ...(kop.unit === null ? [] : [grafikText.unit(kop.unit)]),
    ...(rataRataPersen === null
      ? []
      : [grafikText.rataRata(formatAngka(rataRataPersen), formatAngka(batasPersen))]),
    ...(batangList.some(({ arsir }) => arsir)
      ? [grafikText.arsirCapaian(formatAngka(tampilan.ambangPerhatianPersen))]
      : []),
    grafikText.angkaPer(formatWaktu(kop.dibuatMs, kop.zonaWaktu, { tahun: true })),
  ];
}
