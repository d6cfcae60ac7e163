import { z } from "zod";
import { Anggaran } from "../kinerja/anggaran.ts";
import { DasarTarget, Indikator, TargetSejak } from "../kinerja/indikator.ts";
import type { SebabTarget } from "../kinerja/target.ts";
import { KalenderTahun } from "../waktu/calendar.ts";
import { Tanggal } from "../waktu/tanggal.ts";
import { Halangan } from "./halangan.ts";
import { Pegawai, Pencatat } from "./pegawai.ts";
import { PegawaiId, Peran } from "./peran.ts";

/** One change of who works in an office, of who stands in for whom, of when it works, or of what it aims at. */
export const Perubahan = z.discriminatedUnion("jenis", [
  z.strictObject({ jenis: z.literal("masuk"), pegawai: Pegawai }),
  z.strictObject({
    jenis: z.literal("ubah"),
    pegawaiId: PegawaiId,
    jabatan: z.string().min(1).max(120).exactOptional(),
    peran: z.array(Peran).min(1).exactOptional(),
    /** Null: nobody is told of what they are late with. */
    atasan: PegawaiId.nullable().exactOptional(),
  }),
  /** A colleague answers for the indikator of somebody who stays. */
  z.strictObject({
    jenis: z.literal("alih-indikator"),
    pegawaiId: PegawaiId,
    penerus: PegawaiId,
  }),
  /** Whoever leaves hands everything to one colleague, who must be there already. */
  z.strictObject({
    jenis: z.literal("keluar"),
    pegawaiId: PegawaiId,
    penerus: PegawaiId.nullable(),
  }),
  /** Somebody who left is known by what they were only, no more by name or number. */
  z.strictObject({ jenis: z.literal("anonim"), pegawaiId: PegawaiId }),
  z.strictObject({ jenis: z.literal("halangan"), halangan: Halangan }),
  /** It is over since today: whoever was away is back, or it was never so. */
  z.strictObject({ jenis: z.literal("hadir-kembali"), halanganId: z.string() }),
  /** A day is free for this office alone, by a decree or for a reason. */
  z.strictObject({
    jenis: z.literal("libur"),
    tanggal: Tanggal,
    nama: z.string().min(1).max(120),
    dasar: z.string().min(1).max(200),
  }),
  /** A day that was free is worked. */
  z.strictObject({
    jenis: z.literal("libur-batal"),
    tanggal: Tanggal,
    dasar: z.string().min(1).max(200),
  }),
  /** The free days of a year, in place of those that were known; the office's own stay. */
  z.strictObject({ jenis: z.literal("kalender"), kalender: KalenderTahun }),
  /** Other targets of an indikator from a triwulan on, by a change of the Perjanjian Kinerja. */
  z.strictObject({
    jenis: z.literal("target"),
    kode: z.string(),
    tahun: z.number().int(),
    ...DasarTarget.shape,
    ...TargetSejak.shape,
  }),
  /** The programs of a year, in place of those that were known. */
  z.strictObject({ jenis: z.literal("anggaran"), ...Anggaran.shape }),
  /** The indikator of a year that has none yet, copied from the one before. */
  z.strictObject({
    jenis: z.literal("tahun-baru"),
    tahun: z.number().int(),
    indikatorList: z.array(Indikator).min(1),
  }),
  /** A copied year is taken back; with what copied it, nothing is left of it. */
  z.strictObject({ jenis: z.literal("tahun-batal"), tahun: z.number().int() }),
]);
export type Perubahan = z.infer<typeof Perubahan>;

/** A change with who made it, and when. */
export const PerubahanTercatat = z.strictObject({
  atMs: z.number(),
  oleh: Pencatat,
  perubahan: Perubahan,
});
export type PerubahanTercatat = z.infer<typeof PerubahanTercatat>;

/** Why a change cannot be; each has one sentence in `flows/teks`. */
export type SebabPerubahan =
  | "pegawai-sudah-ada"
  | "pegawai-tidak-ada"
  | "pegawai-masih-ada"
  | "admin-terakhir"
  | "tanpa-pewaris"
  | "atasan-diri"
  | "tanggal-terbalik"
  | "sudah-berhalangan"
  | "wakil-berhalangan"
  | "halangan-usai"
  | SebabTarget
  | "indikator-tidak-ada"
  | "tahun-sudah-ada"
  | "tahun-bukan-salinan"
  | "libur-sudah-ada"
  | "libur-tidak-ada";

/** Who answered for an indikator until a day. */
export const Kepemilikan = z.strictObject({
  kode: z.string(),
  tahun: z.number().int(),
  pegawaiId: PegawaiId,
  nama: z.string(),
  jabatan: z.string(),
  sampai: Tanggal,
});
export type Kepemilikan = z.infer<typeof Kepemilikan>;
