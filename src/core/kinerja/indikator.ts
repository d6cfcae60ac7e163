import { z } from "zod";

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

/** One figure with its note, as it stands now. */
export interface RealisasiTerkini {
  readonly isian: Isian;
  readonly keterangan: string | null;
}

/** Figures by kode and then by triwulan ("2026-TW3"); what is missing was never filled in. */
export type RealisasiByKode = Readonly<Record<string, Readonly<Record<string, RealisasiTerkini>>>>;
