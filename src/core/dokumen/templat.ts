import { z } from "zod";
import { RegisterNomor } from "../kantor/nomor.ts";
import { JenisNaskah } from "./jenis.ts";

/**
 * A text with `{{…}}` in it. Of several the first is taken whose every `{{…}}` has something to say;
 * the last one is taken as it is.
 */
export const Teks = z.union([z.string(), z.array(z.string()).min(2)]);
export type Teks = z.infer<typeof Teks>;

/** When something is so: `isian.isi?`, `bukan nomor`, `undangan lebih dari 5`; of several, all of them. */
export const Syarat = z.union([z.string(), z.array(z.string()).min(1)]);
export type Syarat = z.infer<typeof Syarat>;

/** When something is there, and how often. */
const umum = {
  jika: Syarat.optional(),
  /** Once for each of these; it is `butir` in the texts, and `ke` its place. */
  untuk: z.string().optional(),
};

/** Entries of a list: texts, or one text for each of several. */
export const DaftarTeks = z.array(z.union([z.string(), z.strictObject({ ...umum, teks: Teks })]));
export type DaftarTeks = z.infer<typeof DaftarTeks>;

const Rata = z.enum(["kiri", "tengah", "kanan", "penuh"]);
const Penomoran = z.enum(["angka", "huruf", "butir"]).default("angka");

const BarisRincian = z.strictObject({
  ...umum,
  label: Teks,
  isi: Teks.optional(),
  /** A list in place of a text. */
  daftar: DaftarTeks.optional(),
  penomoran: Penomoran,
});

const Kolom = z.strictObject({
  judul: Teks,
  lebar: z.number().positive(),
  rata: Rata.exclude(["penuh"]).default("kiri"),
  /** The cell of one row. */
  isi: Teks.optional(),
  /** All cells from top to bottom, in place of `isi`. */
  daftar: DaftarTeks.optional(),
});

const TandaTangan = z.strictObject({
  /** Who signs: `kepala`, `pelaku` … */
  oleh: z.string().optional(),
  jabatan: Teks.optional(),
  nama: Teks.optional(),
  tempatTanggal: Teks.optional(),
  /** In place of the ink. */
  keterangan: Teks.optional(),
});
export type TandaTangan = z.infer<typeof TandaTangan>;

/** One block of a paper: what the neutral model knows, with texts to be filled. */
export const BlokTemplat = z.discriminatedUnion("jenis", [
  z.strictObject({
    ...umum,
    jenis: z.literal("judul"),
    tingkat: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(1),
    teks: Teks,
  }),
  z.strictObject({
    ...umum,
    jenis: z.literal("paragraf"),
    /** `**…**` is bold. */
    isi: Teks,
    rata: Rata.default("penuh"),
    lekukCm: z.number().default(0),
    awalCm: z.number().default(0),
    kecil: z.boolean().default(false),
  }),
  z.strictObject({
    ...umum,
    jenis: z.literal("daftar"),
    penomoran: Penomoran,
    isi: DaftarTeks,
  }),
  z.strictObject({ ...umum, jenis: z.literal("rincian"), baris: z.array(BarisRincian) }),
  z.strictObject({
    ...umum,
    jenis: z.literal("tabel"),
    /** One row for each of these; a single row where nothing is named. */
    setiap: z.string().optional(),
    kecil: z.boolean().default(false),
    kolom: z.array(Kolom).min(1),
  }),
  z.strictObject({
    ...umum,
    jenis: z.literal("tanda-tangan"),
    kiri: TandaTangan.optional(),
    kanan: TandaTangan.optional(),
  }),
  z.strictObject({
    ...umum,
    jenis: z.literal("kepala-surat"),
    tempatTanggal: Teks,
    sifat: Teks.optional(),
    lampiran: Teks.optional(),
    hal: Teks,
    kepada: DaftarTeks,
  }),
  z.strictObject({ ...umum, jenis: z.literal("tembusan"), kepada: DaftarTeks }),
  z.strictObject({
    ...umum,
    jenis: z.literal("halaman"),
    arah: z.enum(["tegak", "rebah"]).default("tegak"),
  }),
]);
export type BlokTemplat = z.infer<typeof BlokTemplat>;

/** A letter or form, as `flows/naskah/*.yaml` holds it. */
export const TemplatNaskah = z.strictObject({
  id: JenisNaskah,
  /** What people call it. */
  nama: z.string().min(1).max(60),
  /** Title in the properties and at the foot of the file, where it is not the name. */
  judul: Teks.optional(),
  /** The register its number is drawn from. */
  register: RegisterNomor.optional(),
  /** The paper that corrects what went out with this one, where its figures are corrected later. */
  ralat: JenisNaskah.optional(),
  /** Says the same as long as the berkas lives: made once, however often its langkah is passed. */
  tetap: z.boolean().default(false),
  /** Marked as a concept on every page as long as this holds. */
  konsep: Syarat.optional(),
  isi: z.array(BlokTemplat).min(1),
});
export type TemplatNaskah = z.infer<typeof TemplatNaskah>;
