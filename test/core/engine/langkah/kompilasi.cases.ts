import { Sop } from "../../../../src/core/sop/schema.ts";
import { sop as contoh } from "../../../support/world.ts";
import type { Kasus } from "../kasus.ts";
import { isiSemua } from "../play.ts";

const withKompilasi = (otomatis: boolean): Sop =>
  Sop.parse({
    ...contoh,
    siklus: { triwulan: ["1", "2a", "2", "3", "4"], semester: ["2a"] },
    langkah: [
      ...contoh.langkah.map((one) =>
        one.jenis === "realisasi" ? { ...one, hasil: { selesai: "2a" } } : one,
      ),
      {
        no: "2a",
        uraian: "Merekap data kinerja",
        jenis: "kompilasi",
        otomatis,
        pelaksana: { peran: "kasubbag" },
        mutuBaku: { waktu: "30 menit", keluaran: ["Rekap"] },
        hasil: { selesai: 2, kembalikan: 1 },
      },
    ],
  });

const sent = [...isiSemua, { oleh: "pelayanan", kirim: true }] as const;

export const kasusList: readonly Kasus[] = [
  {
    nama: "passes by itself where the rekap is computed, and says so in the log",
    kantor: { sop: withKompilasi(true) },
    given: sent,
    when: { oleh: "pemerintahan", kirim: true },
    expected: {
      langkah: "2",
      menunggu: ["meja perencanaan"],
      pesan: ["perencanaan"],
      catatan: [
        "dikirim",
        "langkah-keluar",
        "langkah-masuk",
        "langkah-otomatis",
        "langkah-keluar",
        "langkah-masuk",
        "draf-dibuat",
      ],
      state: { kunjunganList: [{}, { langkahNo: "2a", hasil: "otomatis", oleh: "sistem" }, {}] },
    },
  },
  {
    nama: "waits for a person where the office wants one to look",
    kantor: { sop: withKompilasi(false) },
    given: sent,
    when: { oleh: "pemerintahan", kirim: true },
    expected: {
      langkah: "2a",
      menunggu: ["meja perencanaan"],
      tertulis: { perencanaan: ["Rekap Triwulan IV 2026 siap diperiksa", "Pilih Rekap sesuai"] },
    },
  },
  {
    nama: "goes on when that person agrees",
    kantor: { sop: withKompilasi(false) },
    given: [...sent, { oleh: "pemerintahan", kirim: true }],
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      langkah: "2",
      papan: ["✅ Diteruskan Kasubbag Perencanaan, Sen 4 Jan, 09.00 WITA"],
    },
  },
  {
    nama: "can be the first langkah of a period",
    kantor: { sop: withKompilasi(false), periode: "2026-S2" },
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: { langkah: "2" },
  },
];
