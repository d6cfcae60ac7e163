import type { Kasus } from "../kasus.ts";
import { type Act, isiSemua, sampaiDraf } from "../play.ts";

const pelayananLengkap = isiSemua.filter((act) => "oleh" in act && act.oleh === "pelayanan");
const tanpa = (acts: readonly Act[], kode: string): readonly Act[] =>
  acts.filter((act) => !("isi" in act && act.isi === kode));

export const kasusList: readonly Kasus[] = [
  {
    nama: "saves a figure at once, as its first revision",
    when: { oleh: "pelayanan", isi: "1.1", nilai: 86 },
    expected: {
      langkah: "1",
      menunggu: ["koordinator staf", "unit pelayanan", "unit pemerintahan"],
      pesan: [],
      catatan: ["isian"],
      state: {
        isianByKode: {
          "1.1": { isian: { jenis: "angka", nilai: 86 }, keterangan: null, bukti: [], revisi: 1 },
        },
      },
    },
  },
  {
    nama: "keeps 0 as a figure",
    when: { oleh: "pemerintahan", isi: "2.2", nilai: 0 },
    expected: { state: { isianByKode: { "2.2": { isian: { jenis: "angka", nilai: 0 } } } } },
  },
  {
    nama: "counts revisions and keeps the note of the one before",
    given: [{ oleh: "pelayanan", isi: "1.1", nilai: 50, sebab: "Survei belum selesai" }],
    when: { oleh: "pelayanan", isi: "1.1", nilai: 52 },
    expected: {
      state: {
        isianByKode: {
          "1.1": { isian: { nilai: 52 }, keterangan: "Survei belum selesai", revisi: 2 },
        },
      },
    },
  },
  {
    nama: "keeps what follows and what helped as long as the figure has to explain itself",
    given: [
      {
        oleh: "pelayanan",
        isi: "1.1",
        nilai: 50,
        sebab: "Survei belum selesai",
        narasi: { tindakLanjut: "Survei diulang" },
      },
      { oleh: "pelayanan", isi: "1.1", nilai: 50, narasi: { pendukung: "Enumerator desa" } },
      { oleh: "pelayanan", bukti: "1.1" },
    ],
    when: { oleh: "pelayanan", isi: "1.1", nilai: 52 },
    expected: {
      state: {
        isianByKode: {
          "1.1": {
            keterangan: "Survei belum selesai",
            narasi: { tindakLanjut: "Survei diulang", pendukung: "Enumerator desa" },
            revisi: 4,
          },
        },
      },
    },
  },
  {
    nama: "adds evidence to the figure it proves",
    given: [{ oleh: "pelayanan", isi: "1.3", nilai: 8 }],
    when: { oleh: "pelayanan", bukti: "1.3" },
    expected: {
      catatan: ["bukti"],
      state: { isianByKode: { "1.3": { isian: { nilai: 8 }, bukti: [{ nama: "foto.jpg" }] } } },
    },
  },
  {
    nama: "takes the same evidence once",
    given: [
      { oleh: "pelayanan", isi: "1.3", nilai: 8 },
      { oleh: "pelayanan", bukti: "1.3" },
    ],
    when: { oleh: "pelayanan", bukti: "1.3" },
    expected: { catatan: [], state: { isianByKode: { "1.3": { revisi: 2 } } } },
  },
  {
    nama: "refuses a figure of another unit",
    when: { oleh: "pelayanan", isi: "2.1", nilai: 3 },
    expected: { ditolak: "bukan-indikator-anda", data: { kode: "2.1" } },
  },
  {
    nama: "refuses evidence for another unit's figure",
    when: { oleh: "pelayanan", bukti: "2.1" },
    expected: { ditolak: "bukan-indikator-anda", data: { kode: "2.1" } },
  },
  {
    nama: "refuses an indikator the period does not have",
    when: { oleh: "pelayanan", isi: "9.9", nilai: 3 },
    expected: { ditolak: "indikator-tidak-dikenal", data: { kode: "9.9" } },
  },
  {
    nama: "refuses to send while figures are blank, and counts them",
    given: [{ oleh: "pelayanan", isi: "1.1", nilai: 86 }],
    when: { oleh: "pelayanan", kirim: true },
    expected: { ditolak: "isian-belum-lengkap", data: { kurang: "2", kode: "1.2" } },
  },
  {
    nama: "refuses to send a low capaian without a word about it",
    given: [...tanpa(pelayananLengkap, "1.1"), { oleh: "pelayanan", isi: "1.1", nilai: 50 }],
    when: { oleh: "pelayanan", kirim: true },
    expected: {
      ditolak: "penghambat-wajib",
      data: { kode: "1.1", nama: "Indeks Kepuasan Masyarakat" },
    },
  },
  {
    nama: "refuses a note of blanks as a word about it",
    given: [
      ...tanpa(pelayananLengkap, "1.1"),
      { oleh: "pelayanan", isi: "1.1", nilai: 50, sebab: "  " },
    ],
    when: { oleh: "pelayanan", kirim: true },
    expected: { ditolak: "penghambat-wajib" },
  },
  {
    nama: "refuses to send a capaian that fell against the triwulan before without a word",
    given: [...tanpa(pelayananLengkap, "1.1"), { oleh: "pelayanan", isi: "1.1", nilai: 82 }],
    when: { oleh: "pelayanan", kirim: true },
    expected: {
      ditolak: "penghambat-wajib",
      data: { kode: "1.1", nama: "Indeks Kepuasan Masyarakat" },
    },
  },
  {
    nama: "asks for no word where data are said to lack",
    given: [...tanpa(pelayananLengkap, "1.1"), { oleh: "pelayanan", isi: "1.1", nilai: "belum" }],
    when: { oleh: "pelayanan", kirim: true },
    expected: { menunggu: ["koordinator staf", "unit pemerintahan"] },
  },
  {
    nama: "refuses to send a figure without the evidence it needs",
    given: [
      { oleh: "pelayanan", isi: "1.1", nilai: 86 },
      { oleh: "pelayanan", isi: "1.2", nilai: "24/40" },
      { oleh: "pelayanan", isi: "1.3", nilai: 8 },
    ],
    when: { oleh: "pelayanan", kirim: true },
    expected: { ditolak: "bukti-wajib", data: { kode: "1.3", nama: "Waktu layanan rata-rata" } },
  },
  {
    nama: "asks for no evidence of nihil",
    given: [
      { oleh: "pelayanan", isi: "1.1", nilai: 86 },
      { oleh: "pelayanan", isi: "1.2", nilai: "24/40" },
      { oleh: "pelayanan", isi: "1.3", nilai: "nihil" },
    ],
    when: { oleh: "pelayanan", kirim: true },
    expected: { langkah: "1", papan: ["✅ Terkirim, Sen 4 Jan, 09.00 WITA"] },
  },
  {
    nama: "stays while another unit has not sent",
    given: isiSemua,
    when: { oleh: "pelayanan", kirim: true },
    expected: {
      langkah: "1",
      menunggu: ["koordinator staf", "unit pemerintahan"],
      pesan: [],
      catatan: ["dikirim"],
    },
  },
  {
    nama: "moves on with the last unit and tells the coordinator's keyboard",
    given: [...isiSemua, { oleh: "pelayanan", kirim: true }],
    when: { oleh: "pemerintahan", kirim: true },
    expected: {
      langkah: "2",
      menunggu: ["meja perencanaan"],
      pesan: ["perencanaan"],
      papan: [
        "✅ Terkirim, Sen 4 Jan, 09.00 WITA",
        "✅ Semua sudah mengirim, Sen 4 Jan, 09.00 WITA",
      ],
    },
  },
  {
    nama: "refuses to close without a reason",
    when: { oleh: "staf", tutup: "  " },
    expected: { ditolak: "alasan-wajib" },
  },
  {
    nama: "goes on without the rest when the coordinator says why, and tells them",
    given: [...isiSemua, { oleh: "pelayanan", kirim: true }],
    when: { oleh: "staf", tutup: "Batas periode sudah lewat" },
    expected: {
      langkah: "2",
      menunggu: ["meja perencanaan"],
      pesan: ["pemerintahan", "perencanaan"],
      tertulis: {
        pemerintahan: ["ditutup", "Staf Perencanaan: Batas periode sudah lewat"],
        perencanaan: ["Belum mengirim: Kasi Pemerintahan", "Tepat waktu: 1 dari 2 unit"],
      },
      catatan: ["pengumpulan-ditutup", "langkah-keluar", "langkah-masuk", "draf-dibuat"],
      state: { kunjunganList: [{ hasil: "ditutup", oleh: "staf" }, {}] },
    },
  },
  {
    nama: "lets the Sekcam close what the coordinator leaves open",
    when: { oleh: "sekcam", tutup: "Staf sedang cuti" },
    expected: { langkah: "2", pesan: ["pelayanan", "pemerintahan", "perencanaan"] },
  },
  {
    nama: "lets no unit close the collection",
    when: { oleh: "pelayanan", tutup: "Saya sudah selesai" },
    expected: { ditolak: "bukan-pelaksana", data: { giliran: "Staf Perencanaan" } },
  },
  {
    nama: "closes only at the coordinator's desk",
    when: { oleh: "sekcam", tutup: "Sudah cukup", di: 2 },
    expected: { ditolak: "pilihan-tidak-dikenal" },
  },
  {
    nama: "tells a unit that was left out that the task has moved on",
    given: [{ oleh: "staf", tutup: "Batas periode sudah lewat" }],
    when: { oleh: "pelayanan", kirim: true },
    expected: { ditolak: "sudah-beralih" },
  },
  {
    nama: "asks only the unit that is to correct its figures",
    given: sampaiDraf,
    when: {
      oleh: "perencanaan",
      pilih: "kembalikan",
      alasan: "Pembilang 1.2 keliru",
      unit: "pelayanan",
    },
    expected: {
      langkah: "1",
      menunggu: ["koordinator staf", "unit pelayanan"],
      pesan: ["staf", "pelayanan"],
      tertulis: {
        pelayanan: ["perlu diperbaiki", "Catatan Kasubbag Perencanaan: Pembilang 1.2 keliru"],
        staf: ["diperbaiki", "1 penanggung jawab diminta memperbaiki"],
      },
    },
  },
  {
    nama: "asks everybody again when the whole collection is returned",
    given: sampaiDraf,
    when: { oleh: "perencanaan", pilih: "kembalikan", alasan: "Semua angka mohon diperiksa" },
    expected: { menunggu: ["koordinator staf", "unit pelayanan", "unit pemerintahan"] },
  },
  {
    nama: "goes forward again once the corrected figures are in",
    given: [
      ...sampaiDraf,
      { oleh: "perencanaan", pilih: "kembalikan", alasan: "Keliru", unit: "pelayanan" },
      { oleh: "pelayanan", isi: "1.2", nilai: "26/40" },
    ],
    when: { oleh: "pelayanan", kirim: true },
    expected: {
      langkah: "2",
      menunggu: ["meja perencanaan"],
      tertulis: {
        perencanaan: [
          "Draf 2",
          "Berubah sejak Draf 1: Persentase desa tertib administrasi 60 → 65",
          "Tepat waktu: 2 dari 2 unit",
        ],
      },
    },
  },
  {
    nama: "names a unit whose correction was not waited for",
    given: [
      ...sampaiDraf,
      { oleh: "perencanaan", pilih: "kembalikan", alasan: "Keliru", unit: "pelayanan" },
    ],
    when: { oleh: "staf", tutup: "Kasi sedang dinas luar" },
    expected: {
      tertulis: { perencanaan: ["Belum mengirim: Kasi Pelayanan (perbaikan)"] },
    },
  },
  {
    nama: "knows no choices",
    when: { oleh: "staf", pilih: "selesai", di: 1 },
    expected: { ditolak: "pilihan-tidak-dikenal" },
  },
];
