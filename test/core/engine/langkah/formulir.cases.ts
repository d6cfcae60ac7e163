import { PegawaiId } from "../../../../src/core/kantor/schema.ts";
import { Tanggal } from "../../../../src/core/waktu/tanggal.ts";
import { sopFormulir } from "../../../support/sop-formulir.ts";
import type { Kasus } from "../kasus.ts";
import type { Act } from "../play.ts";

const kantor = { sop: sopFormulir };
const tanpaInspektorat = {
  sop: sopFormulir,
  context: { terhubung: new Set<never>() },
};

const perintah: readonly Act[] = [{ oleh: "camat", pilih: "selesai" }];
const jadwal: readonly Act[] = [
  ...perintah,
  {
    oleh: "sekcam",
    formulir: "tanggal",
    nilai: { tipe: "tanggal", tanggal: Tanggal.parse("2027-01-06") },
  },
  { oleh: "sekcam", formulir: "tempat", nilai: { tipe: "teks", teks: "Aula" } },
];
const diundang: readonly Act[] = [...jadwal, { oleh: "sekcam", pilih: "setuju" }];
/** The hour of the meeting, two days later. */
const saatRapat: Act = { menit: 2 * 24 * 60 };
const notulen: readonly Act[] = [
  ...diundang,
  { oleh: "pelayanan", pilih: "hadir" },
  saatRapat,
  {
    oleh: "sekcam",
    formulir: "keputusan",
    nilai: { tipe: "daftar", butirList: ["Lengkapi data desa"] },
  },
];
const rapatSelesai: readonly Act[] = [...notulen, { oleh: "sekcam", pilih: "setuju" }];
const dinomori: readonly Act[] = [...rapatSelesai, { oleh: "perencanaan", pilih: "selesai" }];
const diterima: readonly Act[] = [...dinomori, { oleh: "inspektorat", pilih: "selesai" }];

export const kasusList: readonly Kasus[] = [
  {
    nama: "costs one tap where everything is offered beforehand",
    kantor,
    when: { oleh: "camat", pilih: "selesai" },
    expected: {
      langkah: "2",
      menunggu: ["meja sekcam|pelayanan|pemerintahan"],
      papan: ["✅ Selesai oleh Camat, Sen 4 Jan, 09.00 WITA"],
      catatan: ["dijawab", "naskah-dibuat", "langkah-keluar", "langkah-masuk"],
      state: {
        formulirByLangkah: {
          "1": {
            isi: { tipe: "teks", teks: "Laksanakan Rapat Koordinasi untuk Triwulan IV 2026." },
            anggota: { tipe: "pegawai", idList: ["pelayanan", "pemerintahan"] },
          },
        },
        naskahList: [{ id: "berkas0001-n1", jenis: "nota-dinas", versi: 1, oleh: "camat" }],
      },
    },
  },
  {
    nama: "lets the team stand in for the role, and nobody else who holds it",
    kantor,
    given: [
      {
        oleh: "camat",
        formulir: "anggota",
        nilai: { tipe: "pegawai", idList: [PegawaiId.parse("pelayanan")] },
      },
      ...perintah,
    ],
    when: {
      oleh: "pemerintahan",
      formulir: "tempat",
      nilai: { tipe: "teks", teks: "Aula" },
    },
    expected: { ditolak: "bukan-pelaksana" },
  },
  {
    nama: "says what lacks before it is handed in",
    kantor,
    given: perintah,
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: { ditolak: "formulir-belum-lengkap", data: { nama: "Tanggal" } },
  },
  {
    nama: "takes no answer of another kind than the field's",
    kantor,
    given: perintah,
    when: { oleh: "sekcam", formulir: "tanggal", nilai: { tipe: "teks", teks: "besok" } },
    expected: { ditolak: "isian-tidak-dikenal" },
  },
  {
    nama: "knows no field of another part",
    kantor,
    given: perintah,
    when: { oleh: "sekcam", formulir: "keputusan", nilai: { tipe: "daftar", butirList: ["A"] } },
    expected: { ditolak: "isian-tidak-dikenal" },
  },
  {
    nama: "has no way back before its last part",
    kantor,
    given: jadwal,
    when: { oleh: "sekcam", pilih: "kembalikan", alasan: "Belum perlu" },
    expected: { ditolak: "pilihan-tidak-dikenal" },
  },
  {
    nama: "invites, and begins to count at the hour of the meeting",
    kantor,
    given: jadwal,
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: {
      langkah: "2",
      menunggu: [
        "hadir camat",
        "hadir pelayanan",
        "hadir pemerintahan",
        "meja sekcam|pelayanan|pemerintahan",
      ],
      pesan: ["camat", "pelayanan", "pemerintahan", "sekcam", "pelayanan", "pemerintahan"],
      tertulis: {
        camat: ["Undangan Rapat — Triwulan IV 2026", "6 Januari 2027", "– Pukul: 09.00"],
        sekcam: ["Notulen rapat", "Baku mutu 2 jam, sampai Rab 6 Jan, 11.00 WITA."],
      },
      catatan: ["dijawab", "naskah-dibuat"],
    },
  },
  {
    nama: "takes an answer to the invitation from whoever was invited",
    kantor,
    given: diundang,
    when: { oleh: "camat", pilih: "berhalangan" },
    expected: {
      papan: ["Berhalangan hadir, Sen 4 Jan, 09.00 WITA"],
      catatan: ["undangan-dijawab"],
    },
  },
  {
    nama: "puts the meeting off and gives the unanswered invitations up",
    kantor,
    given: [...diundang, { oleh: "sekcam", pilih: "ulang" }],
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: {
      menunggu: [
        "hadir camat",
        "hadir pelayanan",
        "hadir pemerintahan",
        "meja sekcam|pelayanan|pemerintahan",
      ],
      papan: [
        "✅ Selesai oleh Sekcam, Sen 4 Jan, 09.00 WITA",
        "Sudah digantikan yang lebih baru.",
        "Sudah digantikan yang lebih baru.",
        "Sudah digantikan yang lebih baru.",
      ],
    },
  },
  {
    nama: "offers those who come as those who came, and passes the minutes on",
    kantor,
    given: notulen,
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: {
      langkah: "3",
      state: {
        formulirByLangkah: {
          "2": { pesertaHadir: { tipe: "pegawai", idList: ["sekcam", "pelayanan"] } },
        },
      },
      tertulis: { camat: ["Notulen Rapat Triwulan IV 2026 — untuk diketahui"] },
    },
  },
  {
    nama: "writes nothing down of a meeting before its hour",
    kantor,
    given: [
      ...diundang,
      {
        oleh: "sekcam",
        formulir: "keputusan",
        nilai: { tipe: "daftar", butirList: ["Lengkapi data desa"] },
      },
    ],
    when: { oleh: "sekcam", pilih: "setuju" },
    expected: {
      ditolak: "belum-waktunya",
      data: { judul: "Notulen rapat", waktu: "Rab 6 Jan, 09.00 WITA", ulang: "Ubah jadwal" },
    },
  },
  {
    nama: "can be sent back before the meeting, without minutes of it",
    kantor,
    given: diundang,
    when: { oleh: "sekcam", pilih: "kembalikan", alasan: "Rapat ditiadakan" },
    expected: { langkah: "1", catatan: ["dijawab", "langkah-keluar", "langkah-masuk"] },
  },
  {
    nama: "returns from its last part, and what was decided is written down",
    kantor,
    given: notulen,
    when: { oleh: "pelayanan", pilih: "kembalikan", alasan: "Data belum siap" },
    expected: {
      langkah: "1",
      catatan: ["dijawab", "naskah-dibuat", "naskah-dibuat", "langkah-keluar", "langkah-masuk"],
      state: {
        formulirByLangkah: {
          "2": {
            keputusan: {
              tipe: "daftar",
              butirList: ["Lengkapi data desa", "Dikembalikan untuk diperbaiki: Data belum siap"],
            },
          },
        },
      },
      tertulis: {
        camat: [
          "Memerintahkan rapat koordinasi dikembalikan Kasi Pelayanan",
          "Catatan: Data belum siap",
        ],
      },
    },
  },
  {
    nama: "finds a form as it was when it comes back, without the occasion that is over",
    kantor,
    given: [
      ...notulen,
      { menit: 3 * 24 * 60 },
      { oleh: "pelayanan", pilih: "kembalikan", alasan: "Data belum siap" },
    ],
    when: { oleh: "camat", pilih: "selesai" },
    expected: {
      langkah: "2",
      tertulis: { sekcam: ["– Tanggal: belum diisi", "– Tempat: Aula"] },
    },
  },
  {
    nama: "draws the next number when it is handed in",
    kantor: {
      sop: sopFormulir,
      context: { nomorList: [{ register: "surat-keluar", tahun: 2027, urut: 41 }] },
    },
    given: rapatSelesai,
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      langkah: "4",
      menunggu: [
        "baca camat",
        "baca pelayanan",
        "baca pemerintahan",
        "baca perencanaan",
        "baca staf",
        "meja inspektorat",
      ],
      state: {
        formulirByLangkah: { "3": { nomor: { tipe: "nomor", urut: 42, nomor: "42/2027" } } },
      },
    },
  },
  {
    nama: "never uses a number twice",
    kantor: {
      sop: sopFormulir,
      context: { nomorList: [{ register: "surat-keluar", tahun: 2027, urut: 41 }] },
    },
    given: [
      ...rapatSelesai,
      {
        oleh: "perencanaan",
        formulir: "nomor",
        nilai: { tipe: "nomor", urut: 41, nomor: null },
      },
    ],
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: { ditolak: "nomor-terpakai", data: { nomor: "41", berikut: "42" } },
  },
  {
    nama: "falls back to the langkah's own desk where the part's has no account",
    kantor: tanpaInspektorat,
    given: rapatSelesai,
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      langkah: "4",
      menunggu: [
        "baca camat",
        "baca pelayanan",
        "baca pemerintahan",
        "baca perencanaan",
        "baca staf",
        "meja perencanaan",
      ],
    },
  },
  {
    nama: "makes the papers of the langkah when the berkas goes on",
    kantor,
    given: [
      ...diterima,
      { oleh: "perencanaan", formulir: "lokasi", nilai: { tipe: "teks", teks: "Lemari 2" } },
    ],
    when: { oleh: "perencanaan", pilih: "selesai" },
    expected: {
      status: "selesai",
      catatan: ["dijawab", "naskah-dibuat", "langkah-keluar", "berkas-selesai"],
    },
  },
];
