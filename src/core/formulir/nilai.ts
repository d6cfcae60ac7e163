import { z } from "zod";
import { PegawaiId } from "../kantor/schema.ts";
import { Tanggal } from "../waktu/tanggal.ts";
import type { IsianFormulir } from "./schema.ts";

/** A stored file somebody sent: evidence of a figure, a scan, an edited report. */
export const Bukti = z.strictObject({
  hash: z.string(),
  nama: z.string(),
  mime: z.string(),
  ukuranByte: z.number(),
  /** How many electronic signatures a PDF carries; nobody has checked whether they hold. */
  tandaTangan: z.number().int().positive().exactOptional(),
});
export type Bukti = Readonly<z.infer<typeof Bukti>>;

/** A text shorter than this is a word sent as a file. */
const TEKS_TERKECIL_BYTE = 200;

/** Whether a file can prove anything: not an empty one, nor a text of a word or two. */
export const isMembuktikan = ({ mime, ukuranByte }: Bukti): boolean =>
  ukuranByte >= (mime.startsWith("text/") ? TEKS_TERKECIL_BYTE : 1);

/** Whether a file can be the signed report: a PDF, or a picture of it. */
export const isPindaian = ({ mime }: Bukti): boolean =>
  mime === "application/pdf" || mime === "image/jpeg" || mime === "image/png";

/** What was filled into one field of a form, by the kind of the field. */
export const NilaiFormulir = z.discriminatedUnion("tipe", [
  z.strictObject({ tipe: z.literal("teks"), teks: z.string() }),
  z.strictObject({ tipe: z.literal("daftar"), butirList: z.array(z.string()) }),
  z.strictObject({ tipe: z.literal("tanggal"), tanggal: Tanggal }),
  /** Minute of the day on the office clock. */
  z.strictObject({ tipe: z.literal("jam"), menit: z.number().int().min(0).max(1439) }),
  z.strictObject({ tipe: z.literal("angka"), nilai: z.number() }),
  z.strictObject({ tipe: z.literal("pilihan"), teks: z.string() }),
  z.strictObject({ tipe: z.literal("pegawai"), idList: z.array(PegawaiId) }),
  z.strictObject({ tipe: z.literal("berkas"), buktiList: z.array(Bukti) }),
  /** Null as long as the next free number will do; it is drawn when the form is handed in. */
  z.strictObject({
    tipe: z.literal("nomor"),
    urut: z.number().int().positive().nullable(),
    nomor: z.string().nullable(),
  }),
]);
export type NilaiFormulir = z.infer<typeof NilaiFormulir>;
export type TipeIsian = NilaiFormulir["tipe"];
export type NilaiOf<T extends TipeIsian> = Extract<NilaiFormulir, { readonly tipe: T }>;

/** The fields of the forms of one langkah, by their kode; one that is not there was never filled in. */
export type IsiFormulir = Readonly<Record<string, NilaiFormulir>>;

/** A field with what counts as its answer now, and whether somebody gave it. */
export interface Jawab {
  readonly isian: IsianFormulir;
  readonly nilai: NilaiFormulir | null;
  readonly diisi: boolean;
}
