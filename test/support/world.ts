import { BerkasKantor } from "../../src/core/berkas-kantor/schema.ts";
import type { Akun, SopTersedia, World } from "../../src/core/conversation/world.ts";
import type { Kantor, PegawaiId } from "../../src/core/kantor/schema.ts";
import type { RealisasiByKode } from "../../src/core/kinerja/indikator.ts";
import { tampilanBawaan } from "../../src/core/kinerja/kategori.ts";
import { LAJU_BIASA } from "../../src/core/pesan/laju-massal.ts";
import { Sop } from "../../src/core/sop/schema.ts";
import { buildCalendar, type KalenderTahun } from "../../src/core/waktu/calendar.ts";
import { parseIso } from "../../src/core/waktu/instant.ts";
import { aturanPengingatBawaan } from "../../src/core/waktu/pengingat.ts";
import { kamus } from "./teks.ts";

/** An instant on the wall of the fixture office: "2027-01-04 09:00". */
export function at(text: string): number {
  const instant = parseIso(text, "Asia/Makassar");
  if (instant === null) throw new Error(`no time: ${text}`);
  return instant;
}

const indikator = (
  kode: string,
  nama: string,
  penanggungJawab: string,
  rest: object = {},
): object => ({
  kode,
  nama,
  penanggungJawab,
  sasaran: "Meningkatnya kualitas pelayanan",
  satuan: "nilai",
  arah: "naik",
  agregasi: "posisi_akhir",
  tahun: 2026,
  targetTahunan: 85,
  targetTriwulan: [80, 82, 84, 85],
  ...rest,
});

const file = BerkasKantor.parse({
  kantor: {
    id: "contoh",
    nama: "Kecamatan Contoh",
    kabupaten: "Kabupaten Contoh",
    zonaWaktu: "Asia/Makassar",
    sop: ["laporan-triwulan"],
  },
  pegawai: [
    { id: "camat", nama: "Ani", jabatan: "Camat", peran: ["camat"], nip: "197001012000032001" },
    { id: "sekcam", nama: "Budi", jabatan: "Sekcam", peran: ["sekcam", "admin"] },
    { id: "pelayanan", nama: "Citra", jabatan: "Kasi Pelayanan", peran: ["kasi"] },
    { id: "pemerintahan", nama: "Dedi", jabatan: "Kasi Pemerintahan", peran: ["kasi"] },
    { id: "perencanaan", nama: "Eka", jabatan: "Kasubbag Perencanaan", peran: ["kasubbag"] },
    { id: "staf", nama: "Fitri", jabatan: "Staf Perencanaan", peran: ["staf"] },
    { id: "inspektorat", nama: "Gani", jabatan: "Inspektorat", peran: ["inspektorat"] },
  ],
  indikator: [
    indikator("1.1", "Indeks Kepuasan Masyarakat", "pelayanan"),
    indikator("1.2", "Persentase desa tertib administrasi", "pelayanan", {
      satuan: "persen",
      agregasi: "rasio",
      targetTriwulan: [60, 60, 60, 60],
    }),
    indikator("1.3", "Waktu layanan rata-rata", "pelayanan", {
      satuan: "menit",
      arah: "turun",
      agregasi: "rata_rata",
      targetTriwulan: [10, 10, 10, 10],
      wajibBukti: true,
    }),
    indikator("2.1", "BUM Desa yang dibina", "pemerintahan", {
      satuan: "BUM Desa",
      agregasi: "kumulatif",
      desimal: 0,
      targetTriwulan: [3, 6, 9, 12],
    }),
    indikator("2.2", "Kegiatan pembinaan", "pemerintahan", {
      satuan: "kegiatan",
      agregasi: "jumlah",
      desimal: 0,
      targetTriwulan: [null, null, null, null],
    }),
  ],
});

/** The fixture office: a Camat, a Sekcam, two Kasi, a compiler, a coordinator, the Inspektorat. */
export const kantor: Kantor = {
  id: file.kantor.id,
  nama: file.kantor.nama,
  kabupaten: file.kantor.kabupaten,
  zonaWaktu: file.kantor.zonaWaktu,
  istilahTriwulan: file.kantor.istilahTriwulan,
  sopIdList: file.kantor.sop,
  pembukaanOtomatis: file.kantor.pembukaanOtomatis,
  pegawaiList: file.pegawai,
  indikatorList: file.indikator,
  tampilan: tampilanBawaan,
  pengingat: aturanPengingatBawaan,
};

const langkah = (
  no: number,
  uraian: string,
  jenis: string,
  rest: { readonly peran: string; readonly waktu?: string; readonly [key: string]: unknown },
): object => {
  const { peran, waktu, ...own } = rest;
  const mutuBaku = { waktu: waktu ?? null, keluaran: [`Keluaran ${no}`] };
  return { no, uraian, jenis, pelaksana: { peran }, mutuBaku, ...own };
};

/** A short sheet with every kind of desk: figures, draft, correction, approval. */
export const sop: Sop = Sop.parse({
  id: "laporan-triwulan",
  nama: "Laporan Kinerja Triwulan",
  instansi: "Kecamatan Contoh",
  kepala: {
    nomor: "065/001/2023",
    tanggalPembuatan: "2 Januari 2023",
    tanggalRevisi: null,
    tanggalPengesahan: null,
    disahkanOleh: "Camat",
    dasarHukum: ["Perpres 29 Tahun 2014"],
    kualifikasiPelaksana: [],
    keterkaitan: [],
    peralatan: [],
    peringatan: ["Bila terlambat, laporan tidak tersusun"],
    pencatatan: [],
  },
  siklus: { triwulan: [1, 2, 3, 4], tahunan: [2, 3, 4] },
  pelaksana: ["staf", "kasubbag", "sekcam", "camat"],
  langkah: [
    langkah(1, "Mengumpulkan data kinerja", "realisasi", {
      peran: "staf",
      waktu: "15 menit",
      batasHariKerja: 5,
      hasil: { selesai: 2 },
    }),
    langkah(2, "Menyusun laporan", "penyusunan", {
      peran: "kasubbag",
      waktu: "30 menit",
      hasil: { selesai: 3, kembalikan: 1 },
    }),
    langkah(3, "Mengoreksi laporan", "sosialisasi", {
      peran: "sekcam",
      waktu: "60 menit",
      penerima: ["inspektorat"],
      hasil: { selesai: 4, kembalikan: 2 },
    }),
    langkah(4, "Menyetujui laporan", "keputusan", {
      peran: "camat",
      hasil: { setuju: "selesai", kembalikan: 2 },
    }),
  ],
});

const angka = (
  nilai: number,
  keterangan: string | null = null,
): RealisasiByKode[string][string] => ({
  isian: { jenis: "angka", nilai },
  keterangan,
});

/** What was reported in TW III: the figures a person is reminded of. */
export const realisasiLalu: RealisasiByKode = {
  "1.1": { "2026-TW3": angka(83.2) },
  "1.2": {
    "2026-TW3": {
      isian: { jenis: "angka", nilai: 50, pembilang: 20, penyebut: 40 },
      keterangan: "Dua desa belum melapor",
    },
  },
  "2.1": { "2026-TW3": angka(9) },
};

/** Years whose holidays are known: that there are none. */
export const tahunList: readonly KalenderTahun[] = [2026, 2027].map((tahun) => ({
  tahun,
  dasar: "uji",
  libur: [],
}));

/** When the fixture office works. */
export const calendar = buildCalendar({ zona: "Asia/Makassar", tahunList });

/** The fixture office on a Monday morning in January 2027, everybody linked, nothing running. */
export function worldOf(change: Partial<World> = {}): World {
  const sopList: readonly SopTersedia[] = [{ sop, hash: "h1" }];
  const terhubung = change.terhubung ?? new Set(kantor.pegawaiList.map(({ id }) => id));
  return {
    nowMs: at("2027-01-04 09:00"),
    logSeq: 0,
    nomorList: [],
    kamus,
    kantor,
    calendar,
    sopList,
    berkasById: new Map(),
    realisasi: realisasiLalu,
    terhubung,
    akunList: [...terhubung].map((pegawaiId) => akunOf(pegawaiId)),
    periodeSelesai: new Set(),
    dibaca: new Set(),
    revisiList: [],
    undanganTerbuka: new Set(),
    dipantau: [],
    tertahan: new Map(),
    idList: [],
    kodeUndangan: "KODEUNDANGA",
    tautanUndangan: null,
    ...change,
  };
}

/** An account of somebody of the fixture office. */
export const akunOf = (pegawaiId: PegawaiId, change: Partial<Akun> = {}): Akun => ({
  id: `akun-${pegawaiId}`,
  pegawaiId,
  saluran: "Telegram",
  massal: LAJU_BIASA,
  takTerjangkauMs: null,
  ...change,
});
