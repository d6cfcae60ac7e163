import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { BerkasKantor } from "../../../src/core/berkas-kantor/schema.ts";
import type { BerkasState, Kunjungan, Wait } from "../../../src/core/engine/state.ts";
import { type Kantor, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Indikator, type Isian } from "../../../src/core/kinerja/indikator.ts";
import { tampilanBawaan } from "../../../src/core/kinerja/kategori.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import type { RekapMasukan, RevisiRealisasi } from "../../../src/core/rekap/index.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { at, wita } from "../waktu/support.ts";

const read = (path: string): unknown =>
  parse(readFileSync(new URL(`../../../flows/${path}`, import.meta.url), "utf8"));

const file = BerkasKantor.parse(read("kantor/peraga.yaml"));

/** Sheet 003 as shipped. */
export const sop = Sop.parse(read("sop/paringin-selatan.yaml"));

/** The demo office as shipped. */
export const kantor: Kantor = {
  ...file.kantor,
  logo: undefined,
  sopIdList: file.kantor.sop,
  pegawaiList: file.pegawai,
  indikatorList: file.indikator,
  tampilan: tampilanBawaan,
  pengingat: [],
  profil: file.profil,
};

export const periode = (text: string): Periode => Periode.parse(text);
export const pegawai = (text: string): PegawaiId => PegawaiId.parse(text);
export const angka = (nilai: number): Isian => ({ jenis: "angka", nilai });
export const rasio = (pembilang: number, penyebut: number): Isian => ({
  jenis: "angka",
  nilai: Number(((pembilang / penyebut) * 100).toFixed(2)),
  pembilang,
  penyebut,
});

/** An indikator with everything that a case does not speak of filled in. */
export const indikator = (part: Partial<Record<keyof Indikator, unknown>> = {}): Indikator =>
  Indikator.parse({
    kode: "1.1",
    sasaran: "Meningkatnya kualitas pelayanan",
    nama: "Indeks Kepuasan Masyarakat",
    satuan: "nilai",
    arah: "naik",
    agregasi: "jumlah",
    penanggungJawab: "kasi-pelayanan",
    tahun: 2026,
    targetTahunan: 40,
    targetTriwulan: [10, 10, 10, 10],
    ...part,
  });

export const BERKAS_TW4 = "twempat001";

/** One visit; times are office time. */
export const kunjungan = (
  no: string,
  putaran: number,
  [masuk, keluar, tenggat]: readonly [string, string | null, string | null],
  [hasil, oleh, alasan]: readonly [string | null, string | null, string | null],
): Kunjungan => ({
  langkahNo: LangkahNo.parse(no),
  putaran,
  masukMs: at(masuk),
  keluarMs: keluar === null ? null : at(keluar),
  tenggatMs: tenggat === null ? null : at(tenggat),
  hasil,
  oleh: oleh === null || oleh === "sistem" ? oleh : pegawai(oleh),
  alasan,
  drafVersi: null,
});

/** One wait, answered or not. */
export const wait = (
  [n, no]: readonly [number, string],
  who: { macam: Wait["macam"]; unit?: string },
  [diterima, tenggat, batas]: readonly [string, string | null, string | null],
  jawaban: readonly [string, string, string, string?] | null,
): Wait => ({
  id: `${BERKAS_TW4}.${n}`,
  langkahNo: LangkahNo.parse(no),
  macam: who.macam,
  pemegang:
    who.unit === undefined
      ? { jenis: "peran", peran: ["camat"] }
      : { jenis: "pegawai", pegawaiId: pegawai(who.unit) },
  diterimaMs: at(diterima),
  tenggatMs: tenggat === null ? null : at(tenggat),
  batasMs: batas === null ? null : at(batas),
  kalenderVersi: wita.versi,
  tenggatLama: [],
  jawaban:
    jawaban === null
      ? null
      : {
          oleh: pegawai(jawaban[0]),
          pilihan: jawaban[1],
          atMs: at(jawaban[2]),
          ...(jawaban[3] === undefined ? {} : { alasan: jawaban[3] }),
        },
});

const BATAS = "2027-01-11 16:00";
const unit = (n: number, who: string, sent: string | null): Wait =>
  wait(
    [n, "1"],
    { macam: "unit", unit: who },
    ["2027-01-04 07:30", "2027-01-04 07:45", BATAS],
    sent === null ? null : [who, "kirim", sent],
  );

/** The fourth triwulan: returned once by the Camat, then agreed to. */
export const berkasTw4: BerkasState = {
  skema: 1,
  id: BERKAS_TW4,
  kantorId: kantor.id,
  sopId: sop.id,
  sopHash: "0",
  periode: periode("2026-TW4"),
  status: "selesai",
  langkahNo: LangkahNo.parse("4a"),
  dibukaMs: at("2027-01-04 07:30"),
  selesaiMs: at("2027-01-08 14:05"),
  indikatorList: kantor.indikatorList.filter(({ tahun }) => tahun === 2026),
  isianByKode: {},
  draf: null,
  formulirByLangkah: {},
  naskahList: [],
  waitSeq: 12,
  waitList: [
    unit(2, "kasi-pelayanan", "2027-01-04 10:12"),
    unit(3, "kasi-pemerintahan", "2027-01-05 09:40"),
    unit(4, "kasi-pmd", "2027-01-06 14:20"),
    unit(5, "kasi-trantib", "2027-01-04 07:41"),
    unit(6, "kasubbag-umum", "2027-01-06 15:55"),
    unit(7, "kasubbag-perencanaan", "2027-01-06 08:05"),
    wait(
      [8, "3"],
      { macam: "meja" },
      ["2027-01-06 15:55", "2027-01-07 07:55", null],
      ["kasubbag-perencanaan", "selesai", "2027-01-07 07:50"],
    ),
    wait(
      [9, "4"],
      { macam: "meja" },
      ["2027-01-07 07:50", "2027-01-07 08:50", null],
      ["sekcam", "selesai", "2027-01-07 10:30"],
    ),
    wait(
      [10, "4a"],
      { macam: "meja" },
      ["2027-01-07 10:30", null, null],
      [
        "camat",
        "kembalikan",
        "2027-01-07 13:15",
        "Penghambat tertib administrasi desa belum dijelaskan.",
      ],
    ),
    wait(
      [11, "3"],
      { macam: "meja" },
      ["2027-01-07 13:15", "2027-01-07 13:45", null],
      ["kasubbag-perencanaan", "selesai", "2027-01-07 13:40"],
    ),
    wait(
      [12, "4"],
      { macam: "meja" },
      ["2027-01-07 13:40", "2027-01-07 14:40", null],
      ["sekcam", "selesai", "2027-01-07 14:10"],
    ),
    wait(
      [13, "4a"],
      { macam: "meja" },
      ["2027-01-07 14:10", null, null],
      ["camat", "setuju", "2027-01-08 14:05"],
    ),
  ],
  pembukaanList: [],
  ralatList: [],
  kunjunganList: [
    kunjungan(
      "1",
      1,
      ["2027-01-04 07:30", "2027-01-06 15:55", "2027-01-04 07:45"],
      ["lengkap", "sistem", null],
    ),
    kunjungan(
      "2",
      1,
      ["2027-01-06 15:55", "2027-01-06 15:55", "2027-01-07 07:55"],
      ["otomatis", "sistem", null],
    ),
    kunjungan(
      "3",
      1,
      ["2027-01-06 15:55", "2027-01-07 07:50", "2027-01-07 07:55"],
      ["selesai", "kasubbag-perencanaan", null],
    ),
    kunjungan(
      "4",
      1,
      ["2027-01-07 07:50", "2027-01-07 10:30", "2027-01-07 08:50"],
      ["selesai", "sekcam", null],
    ),
    kunjungan(
      "4a",
      1,
      ["2027-01-07 10:30", "2027-01-07 13:15", null],
      ["kembalikan", "camat", null],
    ),
    kunjungan(
      "3",
      2,
      ["2027-01-07 13:15", "2027-01-07 13:40", "2027-01-07 13:45"],
      ["selesai", "kasubbag-perencanaan", "Penghambat tertib administrasi desa belum dijelaskan."],
    ),
    kunjungan(
      "4",
      2,
      ["2027-01-07 13:40", "2027-01-07 14:10", "2027-01-07 14:40"],
      ["selesai", "sekcam", null],
    ),
    kunjungan("4a", 2, ["2027-01-07 14:10", "2027-01-08 14:05", null], ["setuju", "camat", null]),
  ],
};

/** One revision in the fourth triwulan's berkas. */
export const revisi = (
  [kode, revisi]: readonly [string, number],
  isian: Isian,
  [oleh, pada]: readonly [string, string],
  keterangan: string | null = null,
): RevisiRealisasi => ({
  berkasId: BERKAS_TW4,
  periode: periode("2026-TW4"),
  kode,
  revisi,
  isian,
  keterangan,
  bukti: [],
  oleh: pegawai(oleh),
  atMs: at(pada),
  // the log of the sample grows by one entry every five hours
  seq: 42 + Math.floor((at(pada) - at("2027-01-04 08:00")) / (5 * 3_600_000)),
});

const DESA = "Data dua desa masuk sesudah batas; pendampingan dijadwalkan Januari 2027.";

const realisasiTw4: readonly RevisiRealisasi[] = [
  revisi(["1.1", 1], angka(86), ["kasi-pelayanan", "2027-01-04 10:01"]),
  revisi(["1.1", 2], angka(86.25), ["kasi-pelayanan", "2027-01-04 10:09"]),
  revisi(["1.2", 1], angka(12), ["kasi-pelayanan", "2027-01-04 10:03"]),
  revisi(["1.3", 1], rasio(7, 8), ["kasi-pelayanan", "2027-01-04 10:08"]),
  revisi(["2.1", 1], angka(61.9), ["kasi-pemerintahan", "2027-01-05 09:20"]),
  revisi(["2.1", 2], angka(61.9), ["kasi-pemerintahan", "2027-01-05 09:35"], DESA),
  revisi(["2.2", 1], rasio(17, 18), ["kasi-pemerintahan", "2027-01-05 09:38"]),
  revisi(["3.1", 1], angka(13), ["kasi-pmd", "2027-01-06 14:10"]),
  revisi(["3.2", 1], angka(2), ["kasi-pmd", "2027-01-06 14:15"], "Satu kegiatan ditunda."),
  revisi(["4.1", 1], angka(0), ["kasi-trantib", "2027-01-04 07:40"]),
  revisi(["5.1", 1], { jenis: "nihil" }, ["kasubbag-umum", "2027-01-06 15:50"]),
  revisi(["5.2", 1], { jenis: "belum" }, ["kasubbag-perencanaan", "2027-01-06 08:00"]),
];

const realisasiAwal: readonly RevisiRealisasi[] = file.realisasi.map((row) => ({
  berkasId: `awal${row.periode}`,
  periode: row.periode,
  kode: row.kode,
  revisi: 1,
  isian: row.isian,
  keterangan: row.keterangan ?? null,
  bukti: [],
  oleh: pegawai("sekcam"),
  atMs: at("2026-12-01 08:00"),
  seq: 1,
}));

/** A year of the demo office with a closed fourth triwulan. */
export const masukan: RekapMasukan = {
  kantor,
  calendar: wita,
  berkasList: [{ state: berkasTw4, sop }],
  realisasi: [...realisasiAwal, ...realisasiTw4],
  log: [
    {
      seq: 40,
      jenis: "berkas-dibuka",
      berkasId: BERKAS_TW4,
      oleh: "sistem",
      atMs: at("2027-01-04 07:30"),
      data: { sop: sop.id, sopHash: "0", periode: "2026-TW4" },
    },
    {
      seq: 41,
      jenis: "isian",
      berkasId: BERKAS_TW4,
      oleh: pegawai("kasi-trantib"),
      atMs: at("2027-01-04 07:40"),
      data: { kode: "4.1", revisi: 1, nilai: 0 },
    },
    {
      seq: 58,
      jenis: "dijawab",
      berkasId: BERKAS_TW4,
      oleh: pegawai("camat"),
      atMs: at("2027-01-07 13:15"),
      data: {
        langkah: "4a",
        pilihan: "kembalikan",
        alasan: "Penghambat tertib administrasi desa belum dijelaskan.",
        unit: "kasi-pemerintahan",
        rangkapJabatan: false,
      },
    },
    {
      seq: 59,
      jenis: "undangan",
      berkasId: null,
      oleh: pegawai("sekcam"),
      atMs: at("2027-01-07 13:20"),
      data: { pegawaiId: "inspektorat" },
    },
  ],
};

/** After everything in the sample has happened. */
export const DIBUAT_MS = at("2027-01-11 09:30");
