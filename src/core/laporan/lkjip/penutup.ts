import type { Blok } from "../../dokumen/model.ts";
import { daftar, judul, paragraf, tabel } from "../../dokumen/susun.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { isPerhatian } from "../faktor.ts";
import { pelaksanaanTabel } from "../pelaksanaan.ts";
import { fill } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Reached is 100 % of the target or more. */
const TERCAPAI_PERSEN = 100;

/** Bab IV: how much was reached, what falls short, what follows. */
export const lkjipPenutup = (bahan: BahanLkjip): readonly Blok[] => [
  judul(1, lkjipText.bab4),
  ...simpulan(bahan),
  ...tindakLanjut(bahan),
  ...pelaksanaan(bahan),
  ...rapat(bahan.opsi.hasilRapat ?? []),
  ...ruang("perbaikan", lkjipText.perbaikan, 3),
];

function simpulan({ sasaranList, lembar, rekap }: BahanLkjip): readonly Blok[] {
  const { barisList } = lembar;
  const ambang = rekap.tampilan.ambangPerhatianPersen;
  const rendah = barisList.filter((baris) => isPerhatian(baris, rekap.tampilan)).length;
  return [
    paragraf(
      fill(lkjipText.simpulan, {
        sasaran: sasaranList.length,
        ...counted(sasaranList.map(({ persen }) => persen)),
      }),
    ),
    paragraf(
      fill(lkjipText.simpulanIndikator, {
        indikator: barisList.length,
        ...counted(barisList.map(({ capaianPersen }) => capaianPersen)),
        rendah,
        ambang: formatAngka(ambang),
      }),
    ),
  ];
}

function counted(persenList: readonly (number | null)[]): {
  readonly tercapai: number;
  readonly belum: number;
  readonly tanpa: number;
} {
  const measured = persenList.filter((persen) => persen !== null);
  const tercapai = measured.filter((persen) => persen >= TERCAPAI_PERSEN).length;
  return {
    tercapai,
    belum: measured.length - tercapai,
    tanpa: persenList.length - measured.length,
  };
}

function tindakLanjut({ lembar, rekap }: BahanLkjip): readonly Blok[] {
  const { tampilan } = rekap;
  const rendah = lembar.barisList.filter((baris) => isPerhatian(baris, tampilan));
  if (rendah.length === 0) {
    const ambang = formatAngka(tampilan.ambangPerhatianPersen);
    return [paragraf(fill(lkjipText.tindakLanjutTiada, { ambang }))];
  }
  return [
    paragraf(lkjipText.tindakLanjutTabel),
    tabel(
      [
        ["No", 1, "tengah"],
        ["Indikator", 5],
        ["Capaian %", 2, "kanan"],
        ["Tindak lanjut", 5],
        ["Penanggung jawab", 3.5],
      ],
      rendah.map((baris, at) => [
        String(at + 1),
        baris.nama,
        formatAngka(baris.capaianPersen ?? 0),
        baris.tindakLanjut ?? "",
        baris.jabatan,
      ]),
      { kecil: true },
    ),
  ];
}

function pelaksanaan({ lembar, rekap }: BahanLkjip): readonly Blok[] {
  const done = pelaksanaanTabel(lembar.barisList, rekap.kop.istilahTriwulan);
  return done === null ? [] : [paragraf(lkjipText.pelaksanaanTabel), done];
}

const rapat = (hasilRapat: readonly string[]): readonly Blok[] =>
  hasilRapat.length === 0 ? [] : [paragraf(lkjipText.hasilRapat), daftar("angka", hasilRapat)];
