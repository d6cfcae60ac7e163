import type { Act } from "../core/engine/play.ts";
import { isi, kembalikan, menit, pilih, type Script } from "./script.ts";
import type { TraceAct } from "./trace.ts";

const tanggal = (oleh: string, hari: string): Act =>
  isi(oleh, "tanggal", { tipe: "tanggal", tanggal: hari });
const keputusan = (oleh: string, ...butirList: readonly string[]): Act =>
  isi(oleh, "keputusan", { tipe: "daftar", butirList });
const arsip = (oleh: string): readonly Act[] => [
  isi(oleh, "lokasi", { tipe: "teks", teks: "Lemari 2, map Laporan Kinerja" }),
  pilih(oleh, "selesai"),
];

const angka = (kasubbag: string): readonly Act[] => [
  { oleh: "kasi-pelayanan", isi: "1.1", nilai: 86 },
  { oleh: "kasi-pelayanan", isi: "1.2", nilai: 14 },
  { oleh: "kasi-pelayanan", kirim: true },
  { oleh: "kasi-pemerintahan", isi: "2.1", nilai: 88.5 },
  { oleh: "kasi-pemerintahan", isi: "2.2", nilai: 12 },
  { oleh: "kasi-pemerintahan", kirim: true },
  { oleh: kasubbag, isi: "3.1", nilai: 95 },
  { oleh: kasubbag, kirim: true },
];

const PKP = "kasubbag-pkp";

const mekanismeLancar: readonly TraceAct[] = [
  pilih("camat", "selesai"),
  menit(30),
  pilih("sekcam", "selesai"),
  menit(10),
  pilih("camat", "setuju"),
  pilih("kasi-pelayanan", "baca"),
  menit(60),
  pilih("sekcam", "selesai"),
  { sampai: "2027-01-06T10:00:00+07:00" },
  ...angka(PKP),
  menit(60),
  pilih(PKP, "selesai"),
  menit(30),
  pilih("sekcam", "setuju"),
  menit(15),
  pilih("sekcam", "selesai"),
  pilih("camat", "baca"),
  tanggal("camat", "2027-01-07"),
  pilih("camat", "selesai"),
  pilih("sekcam", "hadir"),
  pilih(PKP, "hadir"),
  pilih("kasi-pelayanan", "hadir"),
  pilih("kasi-pemerintahan", "berhalangan"),
  { sampai: "2027-01-07T11:00:00+07:00" },
  keputusan("camat", "Laporan disetujui", "Pembinaan desa dilanjutkan"),
  pilih("camat", "selesai"),
  menit(60),
  pilih(PKP, "selesai"),
  menit(10),
  pilih("camat", "selesai"),
  menit(30),
  pilih(PKP, "selesai"),
  menit(60),
  pilih("inspektorat", "selesai"),
  ...arsip(PKP),
];

const mekanismeDikembalikan: readonly TraceAct[] = [
  pilih("camat", "selesai"),
  pilih("sekcam", "selesai"),
  kembalikan("camat", "Ketua tim mohon diganti."),
  pilih("sekcam", "selesai"),
  pilih("camat", "setuju"),
  pilih("sekcam", "selesai"),
  { sampai: "2027-01-06T10:00:00+07:00" },
  ...angka(PKP),
  {
    oleh: PKP,
    pilih: "kembalikan",
    unit: "kasi-pemerintahan",
    alasan: "Satu desa belum masuk hitungan.",
  },
  menit(20),
  { oleh: "kasi-pemerintahan", isi: "2.1", nilai: 90 },
  { oleh: "kasi-pemerintahan", kirim: true },
  pilih(PKP, "selesai"),
  kembalikan("sekcam", "Jelaskan capaian tertib administrasi desa."),
  menit(30),
  pilih(PKP, "selesai"),
  pilih("sekcam", "setuju"),
  pilih("sekcam", "selesai"),
  tanggal("camat", "2027-01-07"),
  pilih("camat", "selesai"),
  pilih("sekcam", "hadir"),
  pilih("camat", "ulang"),
  tanggal("camat", "2027-01-08"),
  pilih("camat", "selesai"),
  pilih("sekcam", "hadir"),
  pilih(PKP, "berhalangan"),
  { sampai: "2027-01-08T10:00:00+07:00" },
  keputusan("camat", "Laporan diperbaiki sebelum ditandatangani"),
  pilih("camat", "selesai"),
  { oleh: PKP, unggah: "Laporan disunting.docx", perubahan: "teks: alinea 1 diganti" },
  pilih(PKP, "selesai"),
  kembalikan("camat", "Perbaiki salah ketik di halaman pertama."),
  pilih(PKP, "selesai"),
  pilih("camat", "selesai"),
  pilih(PKP, "selesai"),
  pilih("inspektorat", "selesai"),
  ...arsip(PKP),
];

/** The report is with the Inspektorat; a figure of it was wrong. */
const mekanismeDibukaKembali: readonly TraceAct[] = [
  ...mekanismeLancar,
  menit(600),
  {
    oleh: PKP,
    buka: ["2.1"],
    hari: 3,
    alasan: "Dua desa terhitung dua kali.",
  },
  menit(30),
  pilih("camat", "setuju"),
  { oleh: "kasi-pemerintahan", isi: "2.1", nilai: 80, sebab: "Dua desa belum selesai." },
  { oleh: "kasi-pemerintahan", kirim: true },
  pilih(PKP, "selesai"),
  pilih("sekcam", "setuju"),
  pilih("sekcam", "selesai"),
  pilih(PKP, "selesai"),
  menit(20),
  pilih("camat", "selesai"),
];

const triwulanLancar = (kasubbag: string): readonly TraceAct[] => [
  pilih("camat", "selesai"),
  pilih("kasi-pelayanan", "baca"),
  menit(20),
  pilih("sekcam", "selesai"),
  menit(30),
  ...angka(kasubbag),
  menit(30),
  pilih(kasubbag, "selesai"),
];

const triwulanDikembalikan = (kasubbag: string): readonly TraceAct[] => [
  ...triwulanLancar(kasubbag).slice(0, -1),
  {
    oleh: kasubbag,
    pilih: "kembalikan",
    unit: "kasi-pelayanan",
    alasan: "Mohon cek hasil survei.",
  },
  menit(15),
  { oleh: "kasi-pelayanan", isi: "1.1", nilai: 85.5 },
  { oleh: "kasi-pelayanan", kirim: true },
  pilih(kasubbag, "selesai"),
];

const sampaiSetuju = (kasubbag: string): readonly TraceAct[] => [
  pilih(kasubbag, "selesai"),
  menit(20),
  pilih("sekcam", "setuju"),
  tanggal("sekcam", "2027-01-07"),
  pilih("sekcam", "selesai"),
  pilih("camat", "hadir"),
  pilih("kasi-pelayanan", "hadir"),
  pilih("kasi-pemerintahan", "berhalangan"),
  { sampai: "2027-01-07T10:00:00+07:00" },
  keputusan("sekcam", "LAKIP diajukan kepada Camat"),
  pilih("sekcam", "selesai"),
];

const sesudahSetuju = (kasubbag: string): readonly TraceAct[] => [
  pilih("camat", "setuju"),
  menit(15),
  pilih("camat", "selesai"),
  menit(20),
  pilih(kasubbag, "selesai"),
  pilih("staf", "selesai"),
  menit(30),
  isi("staf", "cara", { tipe: "pilihan", teks: "Pos" }),
  pilih("staf", "selesai"),
  ...arsip("staf"),
];

const tahunanDikembalikan = (kasubbag: string): readonly TraceAct[] => [
  pilih(kasubbag, "selesai"),
  kembalikan("sekcam", "Tambahkan efisiensi anggaran."),
  menit(40),
  ...sampaiSetuju(kasubbag),
  kembalikan("camat", "Lampirkan perjanjian kinerja."),
  menit(60),
  pilih(kasubbag, "selesai"),
  pilih("sekcam", "setuju"),
  tanggal("sekcam", "2027-01-08"),
  pilih("sekcam", "selesai"),
  pilih("camat", "hadir"),
  { sampai: "2027-01-08T10:00:00+07:00" },
  keputusan("sekcam", "LAKIP diajukan kembali kepada Camat"),
  pilih("sekcam", "selesai"),
  ...sesudahSetuju(kasubbag),
];

const mulai = "2027-01-04T07:30:00+07:00";
const triwulan = { periode: "2026-TW4", mulai, selesai: [] } as const;
const tahun = {
  periode: "2026",
  mulai,
  selesai: ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"],
} as const;

const lakip = (kasubbag: string): readonly Script[] => [
  { nama: "lancar", ...triwulan, acts: triwulanLancar(kasubbag) },
  { nama: "dikembalikan", ...triwulan, acts: triwulanDikembalikan(kasubbag) },
  {
    nama: "tahunan-lancar",
    ...tahun,
    acts: [...sampaiSetuju(kasubbag), ...sesudahSetuju(kasubbag)],
  },
  { nama: "tahunan-dikembalikan", ...tahun, acts: tahunanDikembalikan(kasubbag) },
];

export const mekanisme: readonly Script[] = [
  { nama: "lancar", ...triwulan, acts: mekanismeLancar },
  { nama: "dikembalikan", ...triwulan, acts: mekanismeDikembalikan },
  { nama: "dibuka-kembali", ...triwulan, acts: mekanismeDibukaKembali },
];
export const pasrujambe = lakip("kasubbag-program");
export const kemlagi = lakip("kasubag-program");
