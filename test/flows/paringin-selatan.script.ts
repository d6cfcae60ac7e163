import type { Ralat } from "../../src/core/engine/state.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { type Act, isianOf } from "../core/engine/play.ts";
import { menit, type Script } from "./script.ts";
import type { TraceAct } from "./trace.ts";

const pelayanan: readonly Act[] = [
  { oleh: "kasi-pelayanan", isi: "1.1", nilai: 86.25 },
  { oleh: "kasi-pelayanan", isi: "1.2", nilai: 12 },
  {
    oleh: "kasi-pelayanan",
    isi: "1.3",
    nilai: "15/16",
    sebab: "Satu aduan menunggu dinas teknis.",
  },
  { oleh: "kasi-pelayanan", bukti: "1.3", berkas: "rekap-aduan.pdf" },
];
const kirimPelayanan: Act = { oleh: "kasi-pelayanan", kirim: true };
const pemerintahan: readonly Act[] = [
  {
    oleh: "kasi-pemerintahan",
    isi: "2.1",
    nilai: 61.9,
    sebab: "Data dua desa masuk sesudah batas.",
  },
  { oleh: "kasi-pemerintahan", isi: "2.2", nilai: "17/18", sebab: "Satu hasil rapat ditunda." },
  menit(4),
  { oleh: "kasi-pemerintahan", kirim: true },
];
const pmd: readonly Act[] = [
  { oleh: "kasi-pmd", isi: "3.1", nilai: 12 },
  { oleh: "kasi-pmd", isi: "3.2", nilai: 3 },
  menit(3),
  { oleh: "kasi-pmd", kirim: true },
];
const trantib: readonly Act[] = [
  { oleh: "kasi-trantib", isi: "4.1", nilai: 0 },
  menit(2),
  { oleh: "kasi-trantib", kirim: true },
];
const umum: readonly Act[] = [
  { oleh: "kasubbag-umum", isi: "5.1", nilai: "24/24" },
  menit(5),
  { oleh: "kasubbag-umum", kirim: true },
];
const perencanaan: readonly Act[] = [
  { oleh: "kasubbag-perencanaan", isi: "5.2", nilai: 96.9 },
  menit(1),
  { oleh: "kasubbag-perencanaan", kirim: true },
];

const semuaMengirim: readonly TraceAct[] = [
  { sampai: "2027-01-04 07:40" },
  ...trantib,
  { sampai: "2027-01-04 08:10" },
  ...pelayanan,
  menit(6),
  kirimPelayanan,
  { sampai: "2027-01-04 08:40" },
  ...pmd,
  ...umum,
  ...perencanaan,
  ...pemerintahan,
];
const sampaiCamat: readonly TraceAct[] = [
  ...semuaMengirim,
  menit(12),
  { oleh: "kasubbag-perencanaan", pilih: "selesai" },
  menit(25),
  { oleh: "sekcam", pilih: "selesai" },
];

const bukaAduan = {
  oleh: "kasubbag-perencanaan",
  buka: ["1.3"],
  hari: 2,
  alasan: "Satu aduan salah hitung.",
} as const;

/** What the figure of 1.3 was, and was corrected to. */
const ralatAduan: readonly Ralat[] = [
  {
    periode: Periode.parse("2026-TW4"),
    kode: "1.3",
    lama: isianOf("15/16"),
    baru: isianOf("16/16"),
  },
];

const triwulan = {
  periode: "2026-TW4",
  mulai: "2027-01-04 07:30",
  selesai: ["2026-TW1", "2026-TW2", "2026-TW3", "2026-S1"],
} as const;

export const scriptList: readonly Script[] = [
  {
    nama: "lancar",
    ...triwulan,
    acts: [
      ...sampaiCamat,
      menit(9),
      { oleh: "kasi-pmd", pilih: "baca" },
      { oleh: "camat", pilih: "setuju" },
      menit(90),
      { oleh: "kasi-pelayanan", pilih: "baca" },
    ],
  },
  {
    nama: "dikembalikan-camat",
    ...triwulan,
    acts: [
      ...sampaiCamat,
      menit(30),
      { oleh: "camat", pilih: "kembalikan" },
      {
        oleh: "camat",
        pilih: "kembalikan",
        alasan: "Penghambat tertib administrasi desa belum dijelaskan.",
      },
      menit(15),
      { oleh: "camat", pilih: "setuju", di: 16 },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(10),
      { oleh: "sekcam", pilih: "selesai" },
      menit(20),
      { oleh: "camat", pilih: "setuju" },
    ],
  },
  {
    nama: "perbaikan-unit",
    ...triwulan,
    acts: [
      ...sampaiCamat,
      menit(30),
      { oleh: "camat", pilih: "kembalikan", alasan: "Angka 2.1 dan 1.1 mohon dicek kembali." },
      menit(10),
      {
        oleh: "kasubbag-perencanaan",
        pilih: "kembalikan",
        unit: "kasi-pemerintahan",
        alasan: "Mohon masukkan dua desa yang terlambat.",
      },
      menit(40),
      { oleh: "kasi-pelayanan", kirim: true },
      { oleh: "kasi-pemerintahan", isi: "2.1", nilai: 84.5, sebab: "Dua desa sudah masuk." },
      { oleh: "kasi-pemerintahan", kirim: true },
      menit(5),
      {
        oleh: "kasubbag-perencanaan",
        pilih: "kembalikan",
        unit: "kasi-pelayanan",
        alasan: "Mohon cek hasil survei.",
      },
      menit(30),
      { oleh: "kasi-pelayanan", isi: "1.1", nilai: 85.9 },
      { oleh: "kasi-pelayanan", kirim: true },
      menit(5),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(10),
      { oleh: "sekcam", pilih: "selesai" },
      menit(20),
      { oleh: "camat", pilih: "setuju" },
    ],
  },
  {
    nama: "dibuka-kembali",
    ...triwulan,
    acts: [
      ...sampaiCamat,
      bukaAduan,
      menit(9),
      { oleh: "camat", pilih: "setuju" },
      menit(60),
      { oleh: "kasi-pelayanan", buka: ["1.3"], hari: 2, alasan: "Satu aduan salah hitung." },
      { ...bukaAduan, hari: 11 },
      { ...bukaAduan, buka: [] },
      bukaAduan,
      menit(10),
      bukaAduan,
      { oleh: "camat", pilih: "kembalikan" },
      { oleh: "camat", pilih: "kembalikan", alasan: "Aduan itu masuk Triwulan I 2027." },
      menit(30),
      { ...bukaAduan, alasan: "Aduannya selesai 30 Desember, buktinya ada." },
      menit(20),
      { oleh: "camat", pilih: "setuju" },
      menit(15),
      { oleh: "kasi-pelayanan", isi: "1.1", nilai: 99 },
      { oleh: "kasi-pelayanan", isi: "1.3", nilai: "16/16" },
      { oleh: "kasi-pelayanan", bukti: "1.3", berkas: "aduan-selesai.pdf" },
      kirimPelayanan,
      menit(10),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      { oleh: "sekcam", pilih: "selesai" },
      menit(20),
      { oleh: "camat", pilih: "setuju" },
    ],
  },
  {
    nama: "dibuka-kembali-habis",
    ...triwulan,
    acts: [
      ...sampaiCamat,
      menit(9),
      { oleh: "camat", pilih: "setuju" },
      menit(60),
      bukaAduan,
      { sampai: "2027-01-06 16:00" },
      { pembukaan: "waktu" },
      { sampai: "2027-01-07 08:00" },
      { ...bukaAduan, buka: ["1.2", "1.3"] },
      { oleh: "camat", pilih: "setuju" },
      { oleh: "kasi-pelayanan", isi: "1.3", nilai: "16/16" },
      { oleh: "kasi-pelayanan", kirim: true },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      { sampai: "2027-01-08 09:00" },
      { pembukaan: "waktu" },
      { sampai: "2027-01-11 16:00" },
      { pembukaan: "waktu" },
      { oleh: "sekcam", pilih: "selesai" },
      menit(10),
      { ...bukaAduan, alasan: "Belum sempat disahkan." },
      { oleh: "camat", pilih: "setuju" },
      { oleh: "kasi-pelayanan", isi: "1.3", nilai: "16/16" },
      { oleh: "sekcam", batal: "Cukup dijelaskan pada laporan semester." },
    ],
  },
  {
    nama: "ditutup-koordinator",
    ...triwulan,
    acts: [
      { sampai: "2027-01-04 07:40" },
      ...trantib,
      ...pelayanan,
      { oleh: "kasi-pelayanan", isi: "2.1", nilai: 70 },
      kirimPelayanan,
      ...pmd,
      ...umum,
      ...perencanaan,
      { oleh: "kasi-pemerintahan", isi: "2.1", nilai: 61.9 },
      { oleh: "kasi-pemerintahan", kirim: true },
      { sampai: "2027-01-13 08:00" },
      { oleh: "kasi-pmd", tutup: "Sudah terlalu lama" },
      { oleh: "staf-perencanaan", tutup: "Kasi Pemerintahan dinas luar sampai akhir bulan." },
      { oleh: "kasi-pemerintahan", kirim: true },
      { sampai: "2027-01-14 09:00" },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
    ],
  },
  {
    nama: "semester",
    periode: "2026-S2",
    mulai: "2027-01-07 10:00",
    selesai: ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4", "2026-S1"],
    acts: [
      { sampai: "2027-01-08 09:00" },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(120),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(30),
      { oleh: "sekcam", pilih: "kembalikan", alasan: "Tambahkan penjelasan tertib administrasi." },
      menit(30),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(30),
      { oleh: "sekcam", pilih: "selesai" },
    ],
  },
  {
    nama: "semester-dibetulkan",
    periode: "2026-S2",
    mulai: "2027-01-07 10:00",
    selesai: ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4", "2026-S1"],
    acts: [
      { sampai: "2027-01-08 09:00" },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(60),
      { ralat: ralatAduan },
      menit(60),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      { oleh: "sekcam", pilih: "selesai" },
      { sampai: "2027-01-12 09:00" },
      { ralat: ralatAduan },
      {
        oleh: "kasubbag-perencanaan",
        buka: [],
        hari: 3,
        alasan: "Angka aduan Triwulan IV dibetulkan.",
      },
      menit(30),
      { oleh: "camat", pilih: "setuju" },
      menit(30),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      { oleh: "sekcam", pilih: "selesai" },
    ],
  },
  {
    nama: "tahunan",
    periode: "2026",
    mulai: "2027-01-11 08:00",
    selesai: ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4", "2026-S1", "2026-S2"],
    acts: [
      menit(25),
      { oleh: "kasubbag-perencanaan", pilih: "selesai" },
      menit(60),
      { oleh: "camat", pilih: "setuju" },
    ],
  },
];

/** What was sent in the fourth triwulan, for the roll-ups that come after it. */
export const isianTw4: readonly Extract<Act, { readonly isi: string }>[] = [
  ...pelayanan,
  ...pemerintahan,
  ...pmd,
  ...trantib,
  ...umum,
  ...perencanaan,
].filter((act): act is Extract<Act, { readonly isi: string }> => "isi" in act);
