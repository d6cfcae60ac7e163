import type { Blok } from "../../dokumen/model.ts";
import { halaman, judul, type Kolom, paragraf, sel, tabel } from "../../dokumen/susun.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import type { BarisLembar } from "../../rekap/lembar.ts";
import { kalimat } from "../kata.ts";
import {
  angkaText,
  namaSatuan,
  nilaiText,
  perubahanTarget,
  sasaranText,
  targetTahunanText,
  targetText,
} from "../tabel.ts";
import { fill } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Bab II: the Perjanjian Kinerja in short. */
export function lkjipPerencanaan({
  rekap,
  lembar,
  tahun,
  sasaranList,
}: BahanLkjip): readonly Blok[] {
  const { barisList } = lembar;
  return [
    judul(1, lkjipText.bab2),
    judul(2, lkjipText.pk),
    ...(barisList.length === 0
      ? ruang("pk", kalimat(lkjipText.pkKosong, { tahun }), 3)
      : [
          paragraf(
            fill(lkjipText.pkPengantar, {
              kantor: rekap.kop.kantor,
              tahun,
              sasaran: sasaranList.length,
              indikator: barisList.length,
            }),
          ),
          perjanjian(barisList, { penanggungJawab: false }),
          ...perubahanTarget(barisList),
        ]),
  ];
}

/** The Perjanjian Kinerja with who answers for it, and the measurement of each triwulan. */
export function lkjipLampiran({ lembar, tahun }: BahanLkjip): readonly Blok[] {
  const { barisList } = lembar;
  if (barisList.length === 0) return [];
  return [
    halaman(),
    judul(1, kalimat(lkjipText.lampiranPk, { tahun })),
    perjanjian(barisList, { penanggungJawab: true }),
    ...perubahanTarget(barisList),
    paragraf(lkjipText.lampiranPkCatatan, { kecil: true }),
    halaman("rebah"),
    judul(1, kalimat(lkjipText.lampiranUkur, { tahun })),
    pengukuran(lembar.rincianList, barisList),
  ];
}

function perjanjian(
  barisList: readonly BarisLembar[],
  { penanggungJawab }: { readonly penanggungJawab: boolean },
): Blok {
  const kolomList: readonly Kolom[] = [
    ["No", 1, "tengah"],
    ["Sasaran", 4.5],
    ["Indikator Kinerja", 5.5],
    ["Satuan", 2.2, "tengah"],
    ["Target", 2, "kanan"],
  ];
  const row = (baris: BarisLembar, at: number): readonly string[] => [
    String(baris.no),
    sasaranText(barisList, at),
    baris.nama,
    baris.satuan,
    targetTahunanText(baris),
  ];
  return penanggungJawab
    ? tabel(
        [...kolomList, ["Penanggung Jawab", 3.5]],
        barisList.map((baris, at) => [...row(baris, at), baris.jabatan]),
        { kecil: true },
      )
    : tabel(kolomList, barisList.map(row), { kecil: true });
}

const pengukuran = (rincianList: readonly string[], barisList: readonly BarisLembar[]): Blok =>
  tabel(
    [
      ["No", 0.8, "tengah"],
      ["Sasaran", 4.5],
      ["Indikator Kinerja", 5.5],
      ["Target", 2, "kanan"],
      ...rincianList.map((label): Kolom => [label, 1.6, "kanan"]),
      ["Realisasi Tahun", 1.9, "kanan"],
      ["Capaian %", 1.8, "kanan"],
      ["Kategori", 2.4, "tengah"],
    ],
    barisList.map((baris, at) => [
      String(baris.no),
      sasaranText(barisList, at),
      namaSatuan(baris),
      targetText(baris),
      ...baris.rincian.map((one) => (typeof one === "number" ? formatAngka(one) : (one ?? ""))),
      nilaiText(baris),
      angkaText(baris.capaianPersen),
      sel(baris.kategori ?? "", baris.warna),
    ]),
    { kecil: true },
  );
