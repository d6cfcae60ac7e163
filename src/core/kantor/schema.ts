import { z } from "zod";
import type { Indikator } from "../kinerja/indikator.ts";
import type { Tampilan } from "../kinerja/kategori.ts";
import type { ZonaWaktu } from "../waktu/instant.ts";
import type { AturanPengingat } from "../waktu/pengingat.ts";
import type { Cadangan } from "./cadangan.ts";

/** Identity of an office, chosen by the operator in the office file. */
export const KantorId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung")
  .brand<"KantorId">();
export type KantorId = z.infer<typeof KantorId>;

/** Identity of a person inside one office; the office file names it. */
export const PegawaiId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung")
  .brand<"PegawaiId">();
export type PegawaiId = z.infer<typeof PegawaiId>;

/** The operator at the command line, by the office file they loaded: `operator:peraga.yaml`. */
export const Operator = z.templateLiteral(["operator:", z.string()]);
export type Operator = z.infer<typeof Operator>;

/** Whoever the log says did something: a person, the operator, or the program by itself. */
export const Pencatat = z.union([z.literal("sistem"), Operator, PegawaiId]);
export type Pencatat = z.infer<typeof Pencatat>;

const AWALAN = "operator:";

/** The operator who loaded this office file, as the log names them. */
export const operatorOf = (berkas: string): Operator => `${AWALAN}${berkas}`;

/** "Berkas kantor peraga.yaml, operator"; null for everybody else. */
export const operatorText = (oleh: Pencatat): string | null =>
  oleh.startsWith(AWALAN) ? `Berkas kantor ${oleh.slice(AWALAN.length)}, operator` : null;

/** Languages people are written to in; what is missing in one is said in Indonesian. */
export const Bahasa = z.enum(["id", "en"]);
export type Bahasa = z.infer<typeof Bahasa>;

/** The offices a person may hold; the columns of the five sheets plus the administrator. */
export const Peran = z.enum([
  "camat",
  "sekcam",
  "kasi",
  "kasubbag",
  "staf",
  "inspektorat",
  "admin",
  "kadis",
  "sekdis",
  "jfp",
  "tim",
]);
export type Peran = z.infer<typeof Peran>;

/** One person of the office. `atasan` receives escalations; without it the Sekcam does. */
export const Pegawai = z.strictObject({
  id: PegawaiId,
  nama: z.string().min(1).max(120),
  jabatan: z.string().min(1).max(120),
  peran: z.array(Peran).min(1),
  nip: z.string().max(30).optional(),
  atasan: PegawaiId.optional(),
  /** Whoever had this desk before and is in the file no more: what waited for them waits for this one. */
  menggantikan: PegawaiId.optional(),
  /** The language they read; without it that of the office. */
  bahasa: Bahasa.optional(),
});
export type Pegawai = z.infer<typeof Pegawai>;

/** How letters are numbered: `{{klasifikasi}}/{{urut}}/{{instansi}}/{{tahun}}`. */
export const TataSurat = z.strictObject({
  format: z
    .string()
    .max(80)
    .refine((format) => format.includes("{{urut}}"), "format nomor harus memuat {{urut}}")
    .default("{{klasifikasi}}/{{urut}}/{{instansi}}/{{tahun}}"),
  klasifikasi: z.string().min(1).max(20).default("800"),
  /** Decrees and receipts have registers of their own, and often a code of their own. */
  klasifikasiKeputusan: z.string().min(1).max(20).optional(),
  klasifikasiTandaTerima: z.string().min(1).max(20).optional(),
  instansi: z.string().min(1).max(40),
});
export type TataSurat = z.infer<typeof TataSurat>;

const kalimat = z.string().min(1).max(1000);

/**
 * What Bab I of the LKjIP says of an office (PermenPANRB 53/2014): nobody asks for it in chat, so the
 * office file may tell. What is missing stays open in the document.
 */
export const Profil = z.strictObject({
  tugasPokok: kalimat.optional(),
  fungsi: z.array(kalimat).default([]),
  /** Everybody who works there, with or without an account in the chat. */
  jumlahPegawai: z.number().int().min(0).max(100_000).optional(),
  /** Where it is and what belongs to it: "terdiri atas 12 desa dan 1 kelurahan". */
  wilayah: kalimat.optional(),
  isuStrategis: z.array(kalimat).default([]),
});
export type Profil = z.infer<typeof Profil>;

/** The office as the rest of the program knows it: the office file, checked and complete. */
export interface Kantor {
  readonly id: KantorId;
  readonly nama: string;
  readonly kabupaten: string;
  readonly alamat?: string | undefined;
  readonly zonaWaktu: ZonaWaktu;
  readonly istilahTriwulan: "triwulan" | "tribulan";
  /** The language its people read, where they name none of their own; absent: Indonesian. */
  readonly bahasa?: Bahasa | undefined;
  /** How its people are addressed; absent: "Bapak/Ibu". */
  readonly sapaan?: string | undefined;
  readonly sopIdList: readonly string[];
  readonly pembukaanOtomatis: boolean;
  /** False once the office is retired; absent while it works. */
  readonly aktif?: boolean | undefined;
  readonly pegawaiList: readonly Pegawai[];
  readonly indikatorList: readonly Indikator[];
  readonly tampilan: Tampilan;
  readonly pengingat: readonly AturanPengingat[];
  /** When another account of a person is used; without it, the usual times. */
  readonly cadangan?: Cadangan | undefined;
  /** How letters are numbered; without it the running number and the year. */
  readonly surat?: TataSurat | undefined;
  /** What the yearly report says of the office; without it, room to write. */
  readonly profil?: Profil | undefined;
}
