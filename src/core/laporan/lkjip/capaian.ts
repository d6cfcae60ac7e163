import type { Blok } from "../../dokumen/model.ts";
import { judul, paragraf, sel, tabel } from "../../dokumen/susun.ts";
import { sasaranGrafik } from "../../grafik/capaian.ts";
import type { BarisLembar } from "../../rekap/lembar.ts";
import type { Sasaran } from "../../rekap/sasaran.ts";
import { kalimat, kataAlasan } from "../kata.ts";
import { laporanRingkasan } from "../ringkasan.ts";
import { sasaranPengantar } from "../sasaran.ts";
import { angkaText, namaBertanda, nilaiText, perubahanTarget, targetText } from "../tabel.ts";
import { laporanText } from "../teks.ts";
import { fill } from "../template.ts";
import { efisiensi, program, realisasiAnggaran } from "./anggaran.ts";
import type { BahanLkjip } from "./bahan.ts";
import { bandingNasional, bandingRpjmd, bandingTahun } from "./banding.ts";
import { sebab } from "./sebab.ts";
import { lkjipText } from "./teks.ts";

/** Bab III: the year in short, the seven analyses of every sasaran, and the budget. */
export const lkjipCapaian = (bahan: BahanLkjip): readonly Blok[] => [
  judul(1, lkjipText.bab3),
  judul(2, lkjipText.capaian),
  ...laporanRingkasan(bahan.rekap, bahan.lembar),
  ...(bahan.sasaranList.length === 0
    ? [paragraf(laporanText.tanpaIndikator)]
    : [sasaranGrafik(bahan.sasaranList, bahan.rekap, bahan.lembar)]),
  ...bahan.sasaranList.flatMap((sasaran, at) => [
    judul(3, kalimat(lkjipText.sasaran, { no: at + 1, nama: sasaran.nama })),
    paragraf(sasaranPengantar(sasaran, bahan.rekap)),
    ...analisisList(sasaran, bahan),
  ]),
  judul(2, lkjipText.anggaran),
  ...realisasiAnggaran(bahan),
];

/** The seven of PermenPANRB 53/2014, in its order. */
function analisisList(sasaran: Sasaran, bahan: BahanLkjip): readonly Blok[] {
  const { barisList } = sasaran;
  const { tahun } = bahan;
  return [
    judul(4, kalimat(lkjipText.analisis1, { tahun })),
    ...targetRealisasi(barisList),
    judul(4, lkjipText.analisis2),
    ...bandingTahun(barisList, bahan),
    judul(4, lkjipText.analisis3),
    ...bandingRpjmd(barisList),
    judul(4, lkjipText.analisis4),
    ...bandingNasional(barisList),
    judul(4, lkjipText.analisis5),
    ...sebab(barisList, bahan.rekap),
    judul(4, lkjipText.analisis6),
    ...efisiensi(sasaran, bahan),
    judul(4, lkjipText.analisis7),
    ...program(sasaran, bahan),
  ];
}

function targetRealisasi(barisList: readonly BarisLembar[]): readonly Blok[] {
  const catatan = barisList.flatMap(catatanOf);
  const bukti = barisList.reduce((sum, { buktiJumlah }) => sum + buktiJumlah, 0);
  return [
    tabel(
      [
        ["Indikator", 6],
        ["Target", 2.4, "kanan"],
        ["Realisasi", 2, "kanan"],
        ["Capaian %", 2, "kanan"],
        ["Kategori", 2.6, "tengah"],
      ],
      barisList.map((baris) => [
        namaBertanda(baris),
        targetText(baris),
        nilaiText(baris),
        angkaText(baris.capaianPersen),
        sel(baris.kategori ?? "", baris.warna),
      ]),
      { kecil: true },
    ),
    ...perubahanTarget(barisList),
    ...(catatan.length === 0 ? [] : [paragraf(catatan.join("\n"), { kecil: true, rata: "kiri" })]),
    paragraf(bukti === 0 ? lkjipText.buktiKosong : fill(lkjipText.bukti, { jumlah: bukti })),
  ];
}

/** What a reader must know before trusting a figure. */
function catatanOf({ nama, lengkap, capaianPersen, alasan }: BarisLembar): readonly string[] {
  const { terisi, dari } = lengkap;
  return [
    ...(capaianPersen === null && alasan !== null
      ? [kalimat(lkjipText.tanpaCapaian, { nama, alasan: kataAlasan[alasan] })]
      : []),
    ...(terisi > 0 && terisi < dari
      ? [kalimat(lkjipText.belumLengkap, { nama, terisi, dari })]
      : []),
  ];
}
