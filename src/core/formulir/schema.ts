import { z } from "zod";
import { JenisNaskah } from "../dokumen/jenis.ts";
import { RegisterNomor } from "../kantor/nomor.ts";
import { Peran } from "../kantor/schema.ts";

/** Kode of a field; papers look fields up by it. */
export const KodeIsian = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,30}$/, "kode isian: huruf kecil di depan, lalu huruf dan angka");

/** What the program can work out by itself and offer as the answer. */
export const SumberBawaan = z.enum([
  /** One line for each langkah still to come, with dates by its mutu baku. */
  "rencana",
  /** One line for each indikator below the office's threshold. */
  "perhatian",
  /** Who answered an invitation with "hadir". */
  "hadir",
  /** The supplier of figures and whoever works on a langkah of this berkas. */
  "pelaksana",
]);
export type SumberBawaan = z.infer<typeof SumberBawaan>;

/** An answer offered beforehand: a text with `{{periode}}` and the like, or something worked out. */
export const Bawaan = z.union([
  z.string().min(1).max(2000),
  z.strictObject({ dari: SumberBawaan }),
]);
export type Bawaan = z.infer<typeof Bawaan>;

const umum = {
  kode: KodeIsian,
  /** The label in summaries and papers: "Tempat". */
  nama: z.string().min(1).max(60),
  /** The question as the person reads it. */
  tanya: z.string().min(1).max(300),
  wajib: z.boolean().default(true),
};

/** One column of a list whose lines have several parts, told apart by semicolons. */
export const KolomDaftar = z.strictObject({
  kode: KodeIsian,
  nama: z.string().min(1).max(60),
  tipe: z.enum(["teks", "pegawai", "tanggal"]).default("teks"),
  wajib: z.boolean().default(true),
});
export type KolomDaftar = z.infer<typeof KolomDaftar>;

/** One field of a form; `tipe` says what is asked for and how it is read. */
export const IsianFormulir = z.discriminatedUnion("tipe", [
  z.strictObject({ ...umum, tipe: z.literal("teks"), bawaan: Bawaan.optional() }),
  /** One item a line; with `kolom` each line has these parts, and further lines are added to those given. */
  z.strictObject({
    ...umum,
    tipe: z.literal("daftar"),
    bawaan: Bawaan.optional(),
    kolom: z.array(KolomDaftar).min(2).max(8).exactOptional(),
  }),
  /** A day; one that is past or off duty is asked back where `mendatang`. */
  z.strictObject({ ...umum, tipe: z.literal("tanggal"), mendatang: z.boolean().default(false) }),
  z.strictObject({
    ...umum,
    tipe: z.literal("jam"),
    bawaan: z
      .string()
      .regex(/^([01]\d|2[0-3])[.:][0-5]\d$/, 'jam seperti "09.00"')
      .optional(),
  }),
  z.strictObject({
    ...umum,
    tipe: z.literal("angka"),
    min: z.number().optional(),
    maks: z.number().optional(),
    /** What is counted or measured: another unit, and half of a counted thing, are asked about. */
    satuan: z.string().min(1).max(40).optional(),
    bawaan: z.number().optional(),
  }),
  z.strictObject({
    ...umum,
    tipe: z.literal("pilihan"),
    opsi: z.array(z.string().min(1).max(40)).min(2).max(8),
    bawaan: z.string().optional(),
  }),
  /** People of the office; `sebagai: tim` puts them into the team of this berkas. */
  z.strictObject({
    ...umum,
    tipe: z.literal("pegawai"),
    banyak: z.boolean().default(false),
    bawaan: z.union([z.array(Peran).min(1), z.strictObject({ dari: SumberBawaan })]).optional(),
    sebagai: z.literal("tim").optional(),
  }),
  /** Photos or files; `sebagai: laporan` is the signed report, and becomes the file of its next version. */
  z.strictObject({ ...umum, tipe: z.literal("berkas"), sebagai: z.literal("laporan").optional() }),
  /** The next free number of a register of letters, drawn only when the form is handed in. */
  z.strictObject({
    ...umum,
    tipe: z.literal("nomor"),
    register: RegisterNomor.default("surat-keluar"),
  }),
]);
export type IsianFormulir = z.infer<typeof IsianFormulir>;

/**
 * To whom the paper of a part goes, and what they are asked to answer. `terlibat` are those who work
 * on the langkah, supply it or answer for an indikator: whom a meeting about the figures concerns.
 */
export const Sampaikan = z.strictObject({
  kepada: z.union([z.enum(["semua", "tim", "terlibat"]), z.array(Peran).min(1)]),
  naskah: JenisNaskah,
  tanggapan: z.enum(["baca", "hadir"]).default("baca"),
});
export type Sampaikan = z.infer<typeof Sampaikan>;

/**
 * A part that is asked once for each line of a list with columns: of whoever the line names in `oleh`, until
 * the day it names in `batas`. It goes on when all have answered.
 */
export const Setiap = z.strictObject({ isian: KodeIsian, oleh: KodeIsian, batas: KodeIsian });
export type Setiap = z.infer<typeof Setiap>;

/** One part of a form: filled in by one desk, handed in with one tap. */
export const Tahap = z.strictObject({
  judul: z.string().min(1).max(100),
  petunjuk: z.string().min(1).max(400).optional(),
  /** Whose desk it is, if not the langkah's; where nobody of these has an account it falls back. */
  pelaksana: z.array(Peran).min(1).optional(),
  setiap: Setiap.exactOptional(),
  /** What is looked at before it is handed in; the newest paper of each kind is attached. */
  lihat: z.array(JenisNaskah).default([]),
  isian: z.array(IsianFormulir).default([]),
  /** Title of the forward choice. */
  tombol: z.string().min(1).max(30).default("✅ Kirim"),
  naskah: z.array(JenisNaskah).default([]),
  sampaikan: Sampaikan.optional(),
  /** The mutu baku of this part runs from this day and hour, filled in earlier. */
  sejak: z.strictObject({ tanggal: KodeIsian, jam: KodeIsian }).optional(),
  /**
   * A return from this part makes its papers and passes them on too, for what was decided is written down whatever it
   * was; the reason is added to the answer of this field.
   */
  saatKembali: KodeIsian.optional(),
  /** Title of a choice that goes back to the part before: "Ubah jadwal". */
  ulang: z.string().min(1).max(30).optional(),
});
export type Tahap = z.infer<typeof Tahap>;

/** A form that several sheets use, as `flows/formulir/*.yaml` holds it. */
export const Formulir = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung"),
  nama: z.string().min(1).max(100),
  tahap: z.array(Tahap).min(1),
});
export type Formulir = z.infer<typeof Formulir>;
