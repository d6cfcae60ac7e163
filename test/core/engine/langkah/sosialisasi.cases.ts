import type { Kasus } from "../kasus.ts";
import { type Act, sampaiKoreksi, sampaiPersetujuan } from "../play.ts";

const selesai: readonly Act[] = [...sampaiPersetujuan, { oleh: "camat", pilih: "setuju" }];

/** Returned by the Camat and sent out a second time, the first draft still unread. */
const putaranKedua: readonly Act[] = [
  ...sampaiPersetujuan,
  { oleh: "camat", pilih: "kembalikan", alasan: "Mohon diperiksa" },
  { oleh: "perencanaan", pilih: "selesai" },
];

export const kasusList: readonly Kasus[] = [
  {
    nama: "shows the corrector what goes out",
    given: sampaiKoreksi.slice(0, -1),
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      langkah: "3",
      tertulis: {
        sekcam: ["Draf 1 Laporan Triwulan IV 2026 siap dikoreksi", "disampaikan kepada pejabat"],
      },
    },
  },
  {
    nama: "sends the draft to whom it concerns and waits for none of them",
    given: sampaiKoreksi,
    when: { oleh: "sekcam", pilih: "selesai" },
    expected: {
      langkah: "4",
      menunggu: ["baca inspektorat", "meja camat"],
      pesan: ["inspektorat", "camat"],
      tertulis: { inspektorat: ["untuk diketahui", "Draf 1"] },
      papan: ["✅ Disetujui Sekcam, Sen 4 Jan, 09.00 WITA"],
    },
  },
  {
    nama: "returns the draft with a reason instead",
    given: sampaiKoreksi,
    when: { oleh: "sekcam", pilih: "kembalikan", alasan: "Penjelasan 1.1 kurang" },
    expected: {
      langkah: "2",
      menunggu: ["meja perencanaan"],
      pesan: ["perencanaan"],
      papan: ["↩️ Dikembalikan Sekcam, Sen 4 Jan, 09.00 WITA: Penjelasan 1.1 kurang"],
    },
  },
  {
    nama: "takes a receipt without moving the berkas",
    given: sampaiPersetujuan,
    when: { oleh: "inspektorat", pilih: "baca" },
    expected: {
      langkah: "4",
      menunggu: ["meja camat"],
      pesan: [],
      papan: ["✅ Sudah dibaca, Sen 4 Jan, 09.00 WITA"],
      catatan: ["dibaca"],
    },
  },
  {
    nama: "takes a receipt after the berkas has come to its end",
    given: selesai,
    when: { oleh: "inspektorat", pilih: "baca" },
    expected: { status: "selesai", menunggu: [], catatan: ["dibaca"] },
  },
  {
    nama: "takes a receipt once",
    given: [...selesai, { oleh: "inspektorat", pilih: "baca" }],
    when: { oleh: "inspektorat", pilih: "baca" },
    expected: {
      ditolak: "sudah-dijawab",
      data: { waktu: "Sen 4 Jan, 09.00 WITA", oleh: "Inspektorat" },
    },
  },
  {
    nama: "takes a receipt only from the person it is for",
    given: sampaiPersetujuan,
    when: { oleh: "pelayanan", pilih: "baca" },
    expected: { ditolak: "bukan-pelaksana", data: { giliran: "Inspektorat" } },
  },
  {
    nama: "lets a newer draft take the place of an unread one",
    given: putaranKedua,
    when: { oleh: "sekcam", pilih: "selesai" },
    expected: {
      menunggu: ["baca inspektorat", "meja camat"],
      tertulis: { inspektorat: ["Draf 2"] },
      papan: ["✅ Disetujui Sekcam, Sen 4 Jan, 09.00 WITA", "Sudah digantikan yang lebih baru."],
    },
  },
];
