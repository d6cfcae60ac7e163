import type { Worksheet } from "exceljs";
import { istilahAwal, istilahSingkat, labelPendek } from "../../core/kinerja/periode.ts";
import type { BarisLembar, KopRekap, LembarCapaian, Rekap } from "../../core/rekap/index.ts";
import { kataAgregasi, kataAlasan } from "../kata.ts";
import { kopOf } from "./kop.ts";
import type { Kolom, Lembar, NilaiSel } from "./lembar.ts";
import { writePenutup } from "./penutup.ts";

type KolomCapaian = Kolom<BarisLembar>;

/**
 * One table of capaian as a sheet: the seven columns of the format table first, in their order; beside its
 * Keterangan what else was told of a row.
 */
export function lembarCapaian(
  rekap: Pick<Rekap, "kop" | "tampilan">,
  lembar: LembarCapaian,
): Lembar<BarisLembar> {
  const { barisList } = lembar;
  return {
    nama: namaLembar(lembar, rekap.kop),
    kop: kopOf(rekap.kop, `Rekap Kinerja ${lembar.label}`),
    kolomList: [
      ...formatKolom(lembar, rekap.kop),
      ...narasiKolom(lembar),
      ...capaianKolom,
      ...semulaKolom(lembar, rekap.kop),
      ...rincianKolom(lembar),
      ...pelengkapKolom(lembar, rekap.kop),
    ],
    barisList,
    kosong: "Belum ada indikator untuk periode ini.",
    saring: false,
    penutup: (sheet: Worksheet) => writePenutup(sheet, rekap, lembar),
  };
}

/** Sheet 002's format table: No, Sasaran, Indikator Kinerja, targets, realisasi, Keterangan. */
const formatKolom = (lembar: LembarCapaian, kop: KopRekap): readonly KolomCapaian[] => [
  { judul: "No", lebar: 5, bentuk: "tengah", nilai: ({ no }) => no },
  {
    judul: "Sasaran",
    lebar: 24,
    bentuk: "teks",
    nilai: ({ sasaran }) => sasaran,
    // said in every row so that rows can be sorted and pasted, but read only once
    hiasan: (baris, at) => ({ redup: lembar.barisList[at - 1]?.sasaran === baris.sasaran }),
  },
  { judul: "Indikator Kinerja", lebar: 30, bentuk: "teks", nilai: ({ nama }) => nama },
  {
    judul: "Target Tahunan",
    lebar: 12,
    bentuk: "angka",
    nilai: ({ targetTahunan }) => targetTahunan,
  },
  {
    judul: `Target ${cakupan(lembar, kop)}`,
    lebar: 12,
    bentuk: "angka",
    nilai: ({ target }) => target,
  },
  {
    judul: lembar.jenis === "tahunan" ? "Realisasi Tahun" : `Realisasi ${cakupan(lembar, kop)}`,
    lebar: 12,
    bentuk: "angka",
    nilai: realisasiCell,
    hiasan: () => ({ tebal: true }),
  },
  { judul: "Keterangan", lebar: 26, bentuk: "teks", nilai: ({ keterangan }) => keterangan },
];

/** What follows and what helped, under the titles of the reports; a column that would stay empty is not there. */
const narasiKolom = ({ barisList }: LembarCapaian): readonly KolomCapaian[] =>
  [
    { judul: "Tindak lanjut", nilai: ({ tindakLanjut }: BarisLembar) => tindakLanjut },
    { judul: "Faktor pendukung", nilai: ({ pendukung }: BarisLembar) => pendukung },
  ]
    .filter(({ nilai }) => barisList.some((baris) => nilai(baris) !== null))
    .map((one) => ({ ...one, lebar: 26, bentuk: "teks" }));

const capaianKolom: readonly KolomCapaian[] = [
  {
    judul: "Capaian %",
    lebar: 10,
    bentuk: "angka",
    nilai: ({ capaianPersen }) => capaianPersen,
    hiasan: () => ({ tebal: true }),
  },
  {
    judul: "Kategori",
    lebar: 13,
    bentuk: "tengah",
    nilai: ({ kategori }) => kategori,
    hiasan: ({ warna }) => ({ latar: warna }),
  },
  {
    judul: "Capaian terhadap tahun %",
    lebar: 12,
    bentuk: "angka",
    nilai: ({ capaianTahunPersen }) => capaianTahunPersen,
  },
];

/** Where targets were changed within the year: what they were, and the number of the change. */
const semulaKolom = (lembar: LembarCapaian, kop: KopRekap): readonly KolomCapaian[] =>
  lembar.barisList.every(({ targetSemula }) => targetSemula === null)
    ? []
    : [
        {
          judul: "Target Tahunan Semula",
          lebar: 12,
          bentuk: "angka",
          nilai: ({ targetSemula }) => targetSemula?.tahunan ?? null,
        },
        {
          judul: `Target ${cakupan(lembar, kop)} Semula`,
          lebar: 12,
          bentuk: "angka",
          nilai: ({ targetSemula }) => targetSemula?.target ?? null,
        },
        {
          judul: "Dasar Perubahan Target",
          lebar: 26,
          bentuk: "teks",
          nilai: ({ targetSemula }) => targetSemula?.dasarList.join("; ") ?? null,
        },
      ];

const rincianKolom = ({ rincianList }: LembarCapaian): readonly KolomCapaian[] =>
  rincianList.map((judul, at) => ({
    judul,
    lebar: 9,
    bentuk: "angka",
    nilai: ({ rincian }) => rincian[at] ?? null,
  }));

const pelengkapKolom = (lembar: LembarCapaian, kop: KopRekap): readonly KolomCapaian[] => [
  { judul: "Satuan", lebar: 12, bentuk: "tengah", nilai: ({ satuan }) => satuan },
  { judul: "Penanggung jawab", lebar: 18, bentuk: "teks", nilai: ({ jabatan }) => jabatan },
  { judul: "Catatan", lebar: 22, bentuk: "teks", nilai: (baris) => catatanOf(lembar, kop, baris) },
];

function realisasiCell({ realisasi, isianJenis }: BarisLembar): NilaiSel {
  if (realisasi !== null) return realisasi;
  return isianJenis === "nihil" || isianJenis === "belum" ? isianJenis : null;
}

function catatanOf(
  lembar: LembarCapaian,
  { istilahTriwulan }: KopRekap,
  baris: BarisLembar,
): string {
  const { terisi, dari } = baris.lengkap;
  const said = [
    baris.alasan === null ? null : kataAlasan[baris.alasan],
    terisi < dari && dari > 1 && terisi > 0
      ? `belum lengkap (${terisi}/${dari} ${istilahSingkat(istilahTriwulan)})`
      : null,
    baris.melampaui ? "melampaui target" : null,
    baris.arah === "turun" ? "makin kecil makin baik" : null,
    lembar.rincianList.length > 1 ? kataAgregasi(baris.agregasi, istilahTriwulan) : null,
  ];
  return said.filter((part) => part !== null).join("; ");
}

function cakupan({ jenis, periode }: LembarCapaian, { istilahTriwulan }: KopRekap): string {
  switch (jenis) {
    case "triwulan":
      return istilahAwal(istilahTriwulan);
    case "sampai-dengan":
      return `s.d. ${labelPendek(periode, istilahTriwulan)}`;
    case "semester":
      return "Semester";
    case "tahunan":
      return "Pembanding";
  }
}

function namaLembar({ jenis, periode }: LembarCapaian, { istilahTriwulan }: KopRekap): string {
  switch (jenis) {
    case "triwulan":
      return `Rekap ${labelPendek(periode, istilahTriwulan)}`;
    case "sampai-dengan":
      return `s.d. ${labelPendek(periode, istilahTriwulan)}`;
    case "semester":
      return labelPendek(periode, istilahTriwulan);
    case "tahunan":
      return "Tahunan";
  }
}
