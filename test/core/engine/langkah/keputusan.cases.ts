import { kantor } from "../../../support/world.ts";
import type { Kasus } from "../kasus.ts";
import { sampaiKoreksi, sampaiPersetujuan } from "../play.ts";

/** The Sekcam stands in for the Camat. */
const rangkap = {
  context: {
    kantor: {
      ...kantor,
      pegawaiList: kantor.pegawaiList.map((pegawai) =>
        pegawai.id === "sekcam"
          ? { ...pegawai, peran: [...pegawai.peran, "camat" as const] }
          : pegawai,
      ),
    },
  },
};

export const kasusList: readonly Kasus[] = [
  {
    nama: "shows what is low first and how to answer last",
    given: [
      { oleh: "pelayanan", isi: "1.1", nilai: 50, sebab: "Survei baru separuh jalan." },
      ...sampaiKoreksi.slice(1),
    ],
    when: { oleh: "sekcam", pilih: "selesai" },
    expected: {
      langkah: "4",
      tertulis: {
        camat: [
          "Laporan Kinerja Triwulan IV 2026 — mohon persetujuan",
          "Perlu perhatian: Indeks Kepuasan Masyarakat 58,82 % (Survei baru separuh jalan).",
          "atau Kembalikan dengan satu kalimat alasan.",
        ],
      },
    },
  },
  {
    nama: "agrees with one tap",
    given: sampaiPersetujuan,
    when: { oleh: "camat", pilih: "setuju" },
    expected: {
      status: "selesai",
      menunggu: ["baca inspektorat"],
      pesan: ["camat", "sekcam", "perencanaan", "inspektorat"],
      papan: ["✅ Disetujui Camat, Sen 4 Jan, 09.00 WITA"],
      catatan: ["dijawab", "draf-dibuat", "langkah-keluar", "berkas-selesai"],
    },
  },
  {
    nama: "returns only with a reason",
    given: sampaiPersetujuan,
    when: { oleh: "camat", pilih: "kembalikan", alasan: " " },
    expected: { ditolak: "alasan-wajib" },
  },
  {
    nama: "passes the reason on to the desk it returns to",
    given: sampaiPersetujuan,
    when: { oleh: "camat", pilih: "kembalikan", alasan: "Penjelasan kurang" },
    expected: {
      langkah: "2",
      menunggu: ["baca inspektorat", "meja perencanaan"],
      tertulis: { perencanaan: ["dikembalikan Camat", "Catatan: Penjelasan kurang"] },
      state: {
        kunjunganList: [
          { langkahNo: "1", putaran: 1 },
          { langkahNo: "2", putaran: 1 },
          { langkahNo: "3", putaran: 1 },
          { langkahNo: "4", putaran: 1, hasil: "kembalikan", oleh: "camat" },
          { langkahNo: "2", putaran: 2, alasan: "Penjelasan kurang" },
        ],
      },
    },
  },
  {
    nama: "says how often it has been asked",
    given: [
      ...sampaiPersetujuan,
      { oleh: "camat", pilih: "kembalikan", alasan: "Penjelasan kurang" },
      { oleh: "perencanaan", pilih: "selesai" },
    ],
    when: { oleh: "sekcam", pilih: "selesai" },
    expected: { tertulis: { camat: ["Pengajuan ke-2"] } },
  },
  {
    nama: "refuses whoever's turn it is not, and names whose it is",
    given: sampaiPersetujuan,
    when: { oleh: "perencanaan", pilih: "setuju" },
    expected: { ditolak: "bukan-pelaksana", data: { giliran: "Camat" } },
  },
  {
    nama: "lets one person hold two desks",
    kantor: rangkap,
    given: sampaiPersetujuan,
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: { status: "selesai" },
  },
];
