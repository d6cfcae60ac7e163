import { z } from "zod";
import type { Anggaran } from "../kinerja/anggaran.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import type { Tampilan } from "../kinerja/kategori.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { ZonaWaktu } from "../waktu/instant.ts";
import type { AturanPengingat } from "../waktu/pengingat.ts";
import type { AturanTunda } from "../waktu/tunda.ts";
import type { Cadangan } from "./cadangan.ts";
import type { Halangan } from "./halangan.ts";
import type { Logo } from "./logo.ts";
import type { Bahasa, Pegawai, PegawaiTercatat } from "./pegawai.ts";
import { PegawaiId } from "./peran.ts";
import type { Kepemilikan, PerubahanTercatat } from "./perubahan.ts";

export {
  Bahasa,
  OPERATOR,
  Operator,
  operatorOf,
  operatorText,
  Pegawai,
  type PegawaiTercatat,
  Pencatat,
} from "./pegawai.ts";
export { PegawaiId, Peran } from "./peran.ts";

/** Identity of an office, chosen by the operator in the office file. */
export const KantorId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung")
  .brand<"KantorId">();
export type KantorId = z.infer<typeof KantorId>;

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

/** Somebody of the office that watches over another one, as that one is told of them. */
export const Pemantau = z.strictObject({
  kantorId: KantorId,
  nama: z.string(),
  pegawaiId: PegawaiId,
  jabatan: z.string(),
});
export type Pemantau = z.infer<typeof Pemantau>;

/** An office as it is written down: the office file, checked and complete, and what was changed since. */
export interface KantorTercatat {
  readonly id: KantorId;
  readonly nama: string;
  readonly kabupaten: string;
  readonly alamat?: string | undefined;
  /** The picture of its letterhead; absent: words alone. */
  readonly logo?: Logo | undefined;
  readonly zonaWaktu: ZonaWaktu;
  readonly istilahTriwulan: "triwulan" | "tribulan";
  /** The language its people read, where they name none of their own; absent: Indonesian. */
  readonly bahasa?: Bahasa | undefined;
  /** How its people are addressed; absent: "Bapak/Ibu". */
  readonly sapaan?: string | undefined;
  readonly sopIdList: readonly string[];
  readonly pembukaanOtomatis: boolean;
  /** The office whose people of the role `kabupaten` watch over this one; absent: nobody outside sees it. */
  readonly pemantau?: KantorId | undefined;
  /** False once the office is retired; absent while it works. */
  readonly aktif?: boolean | undefined;
  readonly pegawaiList: readonly PegawaiTercatat[];
  readonly indikatorList: readonly Indikator[];
  /** Absences and who stands in, past ones too. */
  readonly halanganList?: readonly Halangan[] | undefined;
  /** Who answered for an indikator before, and until when. */
  readonly kepemilikanList?: readonly Kepemilikan[] | undefined;
  /** Programs of a year with their money, as the office gave them. */
  readonly anggaranList?: readonly Anggaran[] | undefined;
  /** What was changed without the office file since it was loaded, oldest first. */
  readonly perubahanList?: readonly PerubahanTercatat[] | undefined;
  readonly tampilan: Tampilan;
  readonly pengingat: readonly AturanPengingat[];
  /** How far people may put their reminders off; without it, the usual limits. */
  readonly tunda?: AturanTunda | undefined;
  /** When another account of a person is used; without it, the usual times. */
  readonly cadangan?: Cadangan | undefined;
  /** How letters are numbered; without it the running number and the year. */
  readonly surat?: TataSurat | undefined;
  /** What the yearly report says of the office; without it, room to write. */
  readonly profil?: Profil | undefined;
}

/** What changes change: an office as it is written down, and when it works. */
export interface Tatanan {
  readonly kantor: KantorTercatat;
  readonly calendar: OfficeCalendar;
}

/** An office as the rest of the program knows it: as it is at an instant (`kantorPada`). */
export interface Kantor extends KantorTercatat {
  readonly pegawaiList: readonly Pegawai[];
  /** What is written down, where that differs. */
  readonly tercatat?: KantorTercatat | undefined;
}
