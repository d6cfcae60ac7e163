import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { NaskahRow, NomorRow } from "../../../src/app/ports/naskah.ts";
import type { OutboxDraft } from "../../../src/app/ports/outbox.ts";
import type { LogRow, TimerRow } from "../../../src/app/ports/rows.ts";
import type { BerkasState, Naskah, Wait } from "../../../src/core/engine/state.ts";
import { type Kantor, KantorId, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Indikator } from "../../../src/core/kinerja/indikator.ts";
import { tampilanBawaan } from "../../../src/core/kinerja/kategori.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { LangkahNo, SopId } from "../../../src/core/sop/reference.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { buildCalendar } from "../../../src/core/waktu/calendar.ts";
import { aturanPengingatBawaan } from "../../../src/core/waktu/pengingat.ts";

/** Thursday 1 October 2026, 08:00 WITA. */
export const NOW = Date.UTC(2026, 9, 1, 0, 0);

export const camat = PegawaiId.parse("camat");
export const sekcam = PegawaiId.parse("sekcam");
export const kasi = PegawaiId.parse("kasi");

export const sop: Sop = Sop.parse({
  id: "uji",
  nama: "SOP Uji",
  instansi: "Kecamatan Uji",
  kepala: {
    nomor: null,
    tanggalPembuatan: null,
    tanggalRevisi: null,
    tanggalPengesahan: null,
    disahkanOleh: null,
    dasarHukum: ["Perpres 29/2014"],
    kualifikasiPelaksana: [],
    keterkaitan: [],
    peralatan: [],
    peringatan: [],
    pencatatan: [],
  },
  siklus: { triwulan: [1, 2], tahunan: ["2a"] },
  pelaksana: ["kasi", "camat"],
  langkah: [
    {
      no: 1,
      uraian: "Mengumpulkan",
      jenis: "realisasi",
      pelaksana: { peran: "kasi", memasok: ["kasubbag"] },
      mutuBaku: { waktu: "2 hari" },
      batasHariKerja: 5,
      hasil: { selesai: 2 },
    },
    {
      no: 2,
      uraian: "Menyetujui",
      jenis: "keputusan",
      pelaksana: { peran: ["camat"] },
      mutuBaku: { waktu: null },
      hasil: { setuju: "selesai", kembalikan: 1 },
    },
    {
      no: "2a",
      uraian: "Merekap",
      jenis: "kompilasi",
      pelaksana: { peran: "camat", disimpulkan: true },
      mutuBaku: { waktu: "30 menit" },
      tambahan: true,
      hasil: { selesai: "selesai" },
    },
  ],
});

export const indikator: Indikator = Indikator.parse({
  kode: "1.1",
  sasaran: "Pelayanan",
  nama: "Indeks Kepuasan",
  satuan: "nilai",
  arah: "naik",
  agregasi: "posisi_akhir",
  penanggungJawab: "kasi",
  tahun: 2026,
  targetTahunan: 85.5,
  targetTriwulan: [80, null, 84, 85.5],
});

export const calendar = buildCalendar({
  zona: "Asia/Makassar",
  tahunList: [
    {
      tahun: 2026,
      dasar: "SKB",
      libur: [],
    },
  ],
});

export function kantorOf(id: string, sopIdList: readonly string[] = ["uji"]): Kantor {
  return {
    id: KantorId.parse(id),
    nama: "Kecamatan Uji",
    kabupaten: "Kabupaten Uji",
    alamat: "Jalan Raya 1",
    zonaWaktu: "Asia/Makassar",
    istilahTriwulan: "triwulan",
    sopIdList,
    pembukaanOtomatis: true,
    pegawaiList: [
      { id: camat, nama: "Ibu Camat", jabatan: "Camat", peran: ["camat"] },
      { id: sekcam, nama: "Pak Sekcam", jabatan: "Sekcam", peran: ["sekcam", "admin"], nip: "1" },
      { id: kasi, nama: "Pak Kasi", jabatan: "Kasi", peran: ["kasi"], atasan: sekcam },
    ],
    indikatorList: [indikator],
    tampilan: tampilanBawaan,
    pengingat: aturanPengingatBawaan,
  };
}

/** A commit that changes nothing, but for what is given. */
export const requestOf = (
  kantorId: KantorId | null,
  part: Partial<CommitRequest> = {},
): CommitRequest => ({
  nowMs: NOW,
  kantorId,
  versi: null,
  kantor: null,
  inbox: [],
  held: [],
  jejak: [],
  sessions: [],
  berkas: [],
  realisasi: [],
  naskah: [],
  nomor: [],
  cancelNomor: [],
  log: [],
  timers: [],
  kiriman: [],
  outbox: [],
  withdrawn: [],
  toldLetters: [],
  closePrompts: [],
  links: [],
  unlinks: [],
  preferred: [],
  reach: [],
  sematan: [],
  undangan: [],
  siaran: [],
  cancelSiaran: [],
  reminders: [],
  naskahMusnah: [],
  fileMusnah: [],
  undanganMusnah: [],
  lupakan: [],
  ...part,
});

export const periode = (text: string): Periode => Periode.parse(text);

export function waitOf(berkasId: string, n: number, part: Partial<Wait> = {}): Wait {
  return {
    id: `${berkasId}.${n}`,
    langkahNo: LangkahNo.parse("1"),
    macam: "unit",
    pemegang: { jenis: "pegawai", pegawaiId: kasi },
    diterimaMs: NOW,
    tenggatMs: NOW + 3_600_000,
    batasMs: null,
    kalenderVersi: calendar.versi,
    tenggatLama: [],
    jawaban: null,
    ...part,
  };
}

export function berkasOf(
  kantorId: KantorId,
  id: string,
  part: Partial<BerkasState> = {},
): BerkasState {
  return {
    skema: 1,
    id,
    kantorId,
    sopId: SopId.parse("uji"),
    sopHash: "hash-uji",
    periode: periode("2026-TW3"),
    status: "berjalan",
    langkahNo: LangkahNo.parse("1"),
    dibukaMs: NOW,
    selesaiMs: null,
    indikatorList: [indikator],
    isianByKode: {},
    draf: null,
    formulirByLangkah: {},
    naskahList: [],
    waitList: [waitOf(id, 1)],
    waitSeq: 1,
    kunjunganList: [],
    pembukaanList: [],
    ralatList: [],
    ...part,
  };
}

export const draftOf = (
  id: string,
  chat: string,
  part: Partial<OutboxDraft> = {},
): OutboxDraft => ({
  id,
  dedupeKey: `kunci-${id}`,
  kantorId: null,
  pegawaiId: null,
  address: { channelId: "telegram", chat },
  prioritas: 1,
  promptId: null,
  siaranId: null,
  isi: { teks: plain(`pesan ${id}`) },
  ...part,
});

export const timerOf = (
  kantorId: KantorId,
  id: string,
  atMs: number,
  kunci = `kunci-${id}`,
): TimerRow => ({ id, kantorId, kunci, atMs, isi: { jenis: "siaran", siaranId: id } });

export const logOf = (n: number, part: Partial<LogRow> = {}): LogRow => ({
  jenis: "uji",
  berkasId: null,
  oleh: "sistem",
  atMs: NOW + n,
  data: { nomor: n, alasan: `ke-${n}`, kosong: null, benar: true, daftar: ["b", "a"] },
  ...part,
});

export const naskahOf = (
  kantorId: KantorId,
  berkasId: string,
  n: number,
  part: Partial<Naskah> = {},
): NaskahRow => ({
  kantorId,
  berkasId,
  periode: periode("2026-TW3"),
  naskah: {
    id: `${berkasId}-n${n}`,
    jenis: "sk-tim",
    nama: "SK Tim",
    sebutan: null,
    versi: n,
    langkahNo: LangkahNo.parse("2a"),
    padaMs: NOW,
    padaSeq: 7,
    oleh: camat,
    nomor: null,
    unggahan: null,
    perubahan: null,
    ...part,
  },
  isi: null,
});

export const nomorOf = (
  kantorId: KantorId,
  urut: number,
  part: Partial<NomorRow> = {},
): NomorRow => ({
  kantorId,
  register: "surat-keluar",
  tahun: 2026,
  urut,
  nomor: `800/${urut}/2026`,
  perihal: "Undangan rapat",
  berkasId: "b1",
  oleh: sekcam,
  atMs: NOW,
  batal: null,
  ...part,
});
