import { isi, kembalikan, menit, type Script } from "./script.ts";
import type { TraceAct } from "./trace.ts";

const sampaiDraf: readonly TraceAct[] = [
  menit(5),
  { oleh: "kadis", pilih: "selesai" },
  { oleh: "sekdis", pilih: "selesai" },
  menit(20),
  { oleh: "perencana", pilih: "selesai" },
];
const angka: readonly TraceAct[] = [
  { oleh: "bidang-layanan", isi: "1.1", nilai: 86 },
  { oleh: "bidang-layanan", isi: "1.2", nilai: 95 },
  { oleh: "bidang-layanan", kirim: true },
  { oleh: "analis-data", isi: "2.1", nilai: 3 },
  { oleh: "analis-data", kirim: true },
  { oleh: "perencana", isi: "2.2", nilai: 60, sebab: "Dua paket gagal lelang." },
  { oleh: "perencana", kirim: true },
];
const undang = (tanggal: string): readonly TraceAct[] => [
  isi("analis-data", "tanggal", { tipe: "tanggal", tanggal }),
  { oleh: "analis-data", pilih: "setuju" },
  { oleh: "perencana", pilih: "hadir" },
  { sampai: `${tanggal} 10:30` },
];
const sahkan: readonly TraceAct[] = [
  isi("sekdis", "keputusan", { tipe: "daftar", butirList: ["Laporan disetujui"] }),
  { oleh: "sekdis", pilih: "setuju" },
];
const penutup: readonly TraceAct[] = [
  { oleh: "kadis", pilih: "setuju" },
  menit(30),
  { oleh: "sekdis", pilih: "selesai" },
  { oleh: "bidang-layanan", pilih: "baca" },
  isi("perencana", "lokasi", { tipe: "teks", teks: "Lemari 2" }),
  { oleh: "perencana", pilih: "selesai" },
];
const triwulan = {
  periode: "2026-TW4",
  mulai: "2027-01-04 09:00",
  selesai: ["2026-TW1", "2026-TW2", "2026-TW3"],
} as const;

export const scriptList: readonly Script[] = [
  {
    nama: "lancar",
    ...triwulan,
    acts: [
      ...sampaiDraf,
      { oleh: "sekdis", pilih: "setuju" },
      { oleh: "kadis", pilih: "setuju" },
      ...angka,
      { oleh: "perencana", pilih: "selesai" },
      ...undang("2027-01-06"),
      ...sahkan,
      ...penutup,
    ],
  },
  {
    nama: "dikembalikan",
    ...triwulan,
    acts: [
      ...sampaiDraf,
      kembalikan("sekdis", "Tambahkan bidang layanan."),
      { oleh: "perencana", pilih: "selesai" },
      { oleh: "sekdis", pilih: "setuju" },
      kembalikan("kadis", "Dasar hukumnya mohon dicek."),
      kembalikan("sekdis", "Kepala Dinas meminta dasar hukumnya dicek."),
      { oleh: "perencana", pilih: "selesai" },
      { oleh: "sekdis", pilih: "setuju" },
      kembalikan("kadis", "Tugas tim terlalu umum."),
      { oleh: "sekdis", pilih: "setuju" },
      { oleh: "kadis", pilih: "setuju" },
      ...angka,
      { oleh: "perencana", pilih: "selesai" },
      ...undang("2027-01-06"),
      kembalikan("sekdis", "Analisis anggaran belum lengkap."),
      { oleh: "perencana", pilih: "selesai" },
      ...undang("2027-01-07"),
      ...sahkan,
      kembalikan("kadis", "Tambahkan penyebab anggaran rendah."),
      ...undang("2027-01-08"),
      ...sahkan,
      ...penutup,
    ],
  },
];
