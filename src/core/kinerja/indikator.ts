import { z } from "zod";
import { Tanggal } from "../waktu/tanggal.ts";
import type { Narasi } from "./narasi.ts";

/** Whether a larger or a smaller figure is the better one. */
export const Arah = z.enum(["naik", "turun"]);
export type Arah = z.infer<typeof Arah>;

/**
 * How triwulan become semester and year: `jumlah` each triwulan alone, summed; `kumulatif` entered as
 * running total; `posisi_akhir` the last value; `rata_rata` the mean; `rasio` numerator and
 * denominator summed apart, because percentages are never summed.
 */
export const Agregasi = z.enum(["jumlah", "kumulatif", "posisi_akhir", "rata_rata", "rasio"]);
export type Agregasi = z.infer<typeof Agregasi>;

/** The largest figure that is kept digit by digit; no office has a larger one, on either side of 0. */
export const ANGKA_TERBESAR = Number.MAX_SAFE_INTEGER;

const angka = z.number().min(-ANGKA_TERBESAR).max(ANGKA_TERBESAR);

/** The target of a year, and of each of its triwulan from one on, in their order; null where none is set. */
export const TargetSejak = z.strictObject({
  targetTahunan: angka.nullable(),
  targetTriwulan: z.array(angka.nullable()).min(1).max(4),
});
export type TargetSejak = z.infer<typeof TargetSejak>;

/** Since which triwulan other targets hold, and what they rest on. */
export const DasarTarget = z.strictObject({
  mulaiTriwulan: z.number().int().min(1).max(4),
  /** Name and number of the decree: "Perubahan PK Nomor 100.3.3/12/2026". */
  dasar: z.string().min(1).max(200),
  tanggal: Tanggal,
});
export type DasarTarget = z.infer<typeof DasarTarget>;

/** A change of the Perjanjian Kinerja within its year, with what held before it. */
export const PerubahanTarget = DasarTarget.extend({ semula: TargetSejak }).refine(
  ({ mulaiTriwulan, semula }) => semula.targetTriwulan.length === 5 - mulaiTriwulan,
  {
    path: ["semula", "targetTriwulan"],
    error: "semula.targetTriwulan: satu angka untuk tiap triwulan sejak mulaiTriwulan sampai IV",
  },
);
export type PerubahanTarget = z.infer<typeof PerubahanTarget>;

/** A row of the indicator table, as an office agrees on it in its Perjanjian Kinerja. */
export const Indikator = z.strictObject({
  kode: z
    .string()
    .regex(/^[0-9A-Za-z.]{1,12}$/, "kode: angka, huruf, dan titik, paling panjang 12"),
  sasaran: z.string().min(1).max(300),
  nama: z.string().min(1).max(300),
  satuan: z.string().min(1).max(40),
  arah: Arah,
  agregasi: Agregasi,
  penanggungJawab: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "id pegawai: huruf kecil, angka, dan tanda hubung")
    .brand<"PegawaiId">(),
  tahun: z.number().int().min(2000).max(2100),
  targetTahunan: angka.nullable(),
  targetTriwulan: z.tuple([angka.nullable(), angka.nullable(), angka.nullable(), angka.nullable()]),
  /** How the targets came to be what they are now, oldest first; absent where nothing was changed. */
  perubahanTarget: z.array(PerubahanTarget).optional(),
  /** Formula of capaian; one per indikator, used everywhere. */
  formula: z.enum(["A", "B"]).default("A"),
  desimal: z.number().int().min(0).max(6).default(2),
  wajibBukti: z.boolean().default(false),
  /** What the medium-term plan of the office (Renstra, RPJMD) asks for in its last year. */
  targetRpjmd: z
    .strictObject({ tahun: z.number().int().min(2000).max(2100), nilai: angka })
    .optional(),
  /** A national standard, and where it is laid down. */
  standarNasional: z.strictObject({ nilai: angka, sumber: z.string().min(1).max(200) }).optional(),
});
export type Indikator = z.infer<typeof Indikator>;

/**
 * Whether two rows of different years are one indikator. Kode and name must both be the same: a kode
 * used again for another indikator would compare what cannot be compared.
 */
export const isIndikatorSama = (
  a: Pick<Indikator, "kode" | "nama">,
  b: Pick<Indikator, "kode" | "nama">,
): boolean => a.kode === b.kode && namaBaku(a) === namaBaku(b);

const namaBaku = ({ nama }: Pick<Indikator, "nama">): string => nama.trim().toLowerCase();

/** What was filled in. 0 is a figure, `nihil` says there was nothing to count, `belum` that data lack. */
export const Isian = z.discriminatedUnion("jenis", [
  z.strictObject({
    jenis: z.literal("angka"),
    nilai: angka,
    /** Only for `rasio`: kept, so that periods can be summed before dividing. */
    pembilang: angka.optional(),
    penyebut: angka.optional(),
  }),
  z.strictObject({ jenis: z.literal("nihil") }),
  z.strictObject({ jenis: z.literal("belum") }),
]);
export type Isian = z.infer<typeof Isian>;

/** Whether two answers say the same; nothing filled in equals only nothing filled in. */
export function sameIsian(a: Isian | null, b: Isian | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.jenis !== "angka" || b.jenis !== "angka") return a.jenis === b.jenis;
  return a.nilai === b.nilai && a.pembilang === b.pembilang && a.penyebut === b.penyebut;
}

/** One figure with what is told of it, as it stands now. */
export interface RealisasiTerkini {
  readonly isian: Isian;
  readonly keterangan: string | null;
  readonly narasi?: Narasi;
}

/** The figure of a record, without how it came about. */
export const terkiniOf = ({ isian, keterangan, narasi }: RealisasiTerkini): RealisasiTerkini => ({
  isian,
  keterangan,
  ...(narasi !== undefined && { narasi }),
});

/** Figures by kode and then by triwulan ("2026-TW3"); what is missing was never filled in. */
export type RealisasiByKode = Readonly<Record<string, Readonly<Record<string, RealisasiTerkini>>>>;
