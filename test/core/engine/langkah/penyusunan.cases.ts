import type { Kasus } from "../kasus.ts";
import { type Act, isiSemua, sampaiDraf, sampaiPersetujuan } from "../play.ts";

const dikembalikan: readonly Act[] = [
  ...sampaiPersetujuan,
  { oleh: "camat", pilih: "kembalikan", alasan: "Angka 1.2 mohon diperiksa" },
];

/** One unit corrects, then the other; the compiler sees a draft in between. */
const duaPerbaikan: readonly Act[] = [
  ...dikembalikan,
  { oleh: "perencanaan", pilih: "kembalikan", alasan: "Periksa 1.2", unit: "pelayanan" },
  { oleh: "pelayanan", isi: "1.2", nilai: "26/40" },
  { oleh: "pelayanan", kirim: true },
  { oleh: "perencanaan", pilih: "kembalikan", alasan: "Periksa 2.1", unit: "pemerintahan" },
  { oleh: "pemerintahan", isi: "2.1", nilai: 13 },
  { oleh: "pemerintahan", kirim: true },
];

export const kasusList: readonly Kasus[] = [
  {
    nama: "makes the first draft with nothing to compare it to",
    given: [...isiSemua, { oleh: "pelayanan", kirim: true }],
    when: { oleh: "pemerintahan", kirim: true },
    expected: {
      langkah: "2",
      tertulis: { perencanaan: ["Draf 1 Laporan Triwulan IV 2026", "Tepat waktu: 2 dari 2 unit"] },
      state: { draf: { versi: 1, perubahan: [], sebelumnya: [] } },
    },
  },
  {
    nama: "passes the draft on",
    given: sampaiDraf,
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      langkah: "3",
      menunggu: ["meja sekcam"],
      pesan: ["sekcam"],
      papan: ["✅ Diteruskan Kasubbag Perencanaan, Sen 4 Jan, 09.00 WITA"],
      catatan: ["dijawab", "langkah-keluar", "langkah-masuk"],
    },
  },
  {
    nama: "makes one more draft each time the berkas comes back",
    given: sampaiPersetujuan,
    when: { oleh: "camat", pilih: "kembalikan", alasan: "Angka 1.2 mohon diperiksa" },
    expected: {
      langkah: "2",
      tertulis: {
        perencanaan: [
          "Draf 2 Laporan Triwulan IV 2026 dikembalikan Camat",
          "Catatan: Angka 1.2 mohon diperiksa",
          "Tidak ada angka yang berubah sejak Draf 1",
        ],
      },
      state: { draf: { versi: 2, perubahan: [], sebelumnya: [{ versi: 1 }] } },
    },
  },
  {
    nama: "names what changed against the draft before",
    given: [
      ...dikembalikan,
      { oleh: "perencanaan", pilih: "kembalikan", alasan: "Periksa 1.2", unit: "pelayanan" },
      { oleh: "pelayanan", isi: "1.2", nilai: "26/40" },
    ],
    when: { oleh: "pelayanan", kirim: true },
    expected: {
      state: {
        draf: { versi: 3, perubahan: [{ kode: "1.2", lama: { nilai: 60 }, baru: { nilai: 65 } }] },
      },
    },
  },
  {
    nama: "tells each reader what changed since the draft they saw",
    given: [...duaPerbaikan, { oleh: "perencanaan", pilih: "selesai" }],
    when: { oleh: "sekcam", pilih: "selesai" },
    expected: {
      tertulis: {
        camat: [
          "Berubah sejak Draf 1: Persentase desa tertib administrasi 60 → 65; " +
            "BUM Desa yang dibina 12 → 13.",
          "Pengajuan ke-2",
        ],
      },
      state: { draf: { versi: 4, perubahan: [{ kode: "2.1" }] } },
    },
  },
  {
    nama: "asks a unit to correct only with a reason",
    given: sampaiDraf,
    when: { oleh: "perencanaan", pilih: "kembalikan", unit: "pelayanan" },
    expected: { ditolak: "alasan-wajib" },
  },
  {
    nama: "sends nothing back to somebody without figures in this period",
    given: sampaiDraf,
    when: { oleh: "perencanaan", pilih: "kembalikan", alasan: "Periksa", unit: "camat" },
    expected: { ditolak: "pilihan-tidak-dikenal" },
  },
  {
    nama: "takes only the exits of its langkah",
    given: sampaiDraf,
    when: { oleh: "perencanaan", pilih: "setuju" },
    expected: { ditolak: "pilihan-tidak-dikenal" },
  },
];
