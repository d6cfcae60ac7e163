import { z } from "zod";
import { Cadangan } from "../kantor/cadangan.ts";
import { Bahasa, type Kantor, KantorId, Pegawai, Profil, TataSurat } from "../kantor/schema.ts";
import { Indikator, Isian } from "../kinerja/indikator.ts";
import { Tampilan } from "../kinerja/kategori.ts";
import { Periode } from "../kinerja/periode.ts";
import type { SopTersedia } from "../sop/schema.ts";
import { JamKerja, LiburKantor, type OfficeCalendar } from "../waktu/calendar.ts";
import { ZonaWaktu } from "../waktu/instant.ts";
import { AturanPengingat } from "../waktu/pengingat.ts";
import { AturanTunda } from "../waktu/tunda.ts";

/** A figure of an earlier period, brought in with the office file. */
export const RealisasiAwal = z.strictObject({
  kode: z.string().min(1),
  periode: Periode,
  isian: Isian,
  keterangan: z.string().max(1000).optional(),
});
export type RealisasiAwal = z.infer<typeof RealisasiAwal>;

/** The office file of `flows/kantor/*.yaml`, as `kantor load` reads it. */
export const BerkasKantor = z.strictObject({
  kantor: z.strictObject({
    id: KantorId,
    nama: z.string().min(1).max(120),
    kabupaten: z.string().min(1).max(120),
    alamat: z.string().max(300).optional(),
    /** A PNG or JPEG beside this file, drawn in the letterhead. */
    logo: z
      .string()
      .max(100)
      .regex(/^[^/\\]+\.(?:png|jpe?g)$/i, "nama berkas PNG atau JPEG di folder yang sama")
      .optional(),
    zonaWaktu: ZonaWaktu,
    istilahTriwulan: z.enum(["triwulan", "tribulan"]).default("triwulan"),
    /** The language its people read; without it Indonesian. */
    bahasa: Bahasa.optional(),
    /** How its people are addressed; without it "Bapak/Ibu". */
    sapaan: z.string().min(1).max(40).optional(),
    /** Empty only in the file of an office that watches over others. */
    sop: z.array(z.string().min(1)).default([]),
    /** The office whose people of the role `kabupaten` watch over this one; without it nobody outside does. */
    pemantau: KantorId.optional(),
    cutiBersamaLibur: z.boolean().default(true),
    pembukaanOtomatis: z.boolean().default(true),
    /** False retires the office: nothing opens, nobody is reminded, everything is kept. */
    aktif: z.boolean().default(true),
  }),
  pegawai: z.array(Pegawai).min(1),
  indikator: z.array(Indikator).default([]),
  realisasi: z.array(RealisasiAwal).default([]),
  kalender: z
    .strictObject({ jamKerja: JamKerja.optional(), libur: z.array(LiburKantor).default([]) })
    .optional(),
  tampilan: Tampilan.optional(),
  pengingat: z.array(AturanPengingat).optional(),
  tunda: AturanTunda.optional(),
  cadangan: Cadangan.optional(),
  surat: TataSurat.optional(),
  profil: Profil.optional(),
});
export type BerkasKantor = z.infer<typeof BerkasKantor>;

/** An office as its file describes it, with the sheets it runs and the figures it brings along. */
export interface KantorIsi {
  /** The name of the file. */
  readonly asal: string;
  /** The bytes of the logo it names, to be stored with it. */
  readonly logo?: Uint8Array | undefined;
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly sopList: readonly SopTersedia[];
  readonly realisasi: readonly RealisasiAwal[];
}

/** Something about an office file: a `galat` keeps it from being loaded, a `peringatan` does not. */
export interface TemuanKantor {
  readonly tingkat: "galat" | "peringatan";
  /** Keys and positions that lead to it in the file. */
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}
