import { z } from "zod";
import { fromLocal, type Instant, toLocal, type ZonaWaktu } from "../waktu/instant.ts";
import { addDays, type Tanggal, Tanggal as TanggalJson } from "../waktu/tanggal.ts";
import { PegawaiId, Peran } from "./peran.ts";

/**
 * In what capacity somebody stands in: as pelaksana harian while the holder is away, as pelaksana
 * tugas while the post is vacant (SE BKN 1/SE/I/2021).
 */
export const JenisWakil = z.enum(["plh", "plt"]);
export type JenisWakil = z.infer<typeof JenisWakil>;

/** A post with whoever holds it, or held it last. */
export const JabatanTetap = z.strictObject({
  pegawaiId: PegawaiId,
  nama: z.string(),
  jabatan: z.string(),
  peran: z.array(Peran).readonly(),
});
export type JabatanTetap = z.infer<typeof JabatanTetap>;

/** Whoever stands in, and the letter that says so. */
export const Wakil = z.strictObject({
  jenis: JenisWakil,
  pegawaiId: PegawaiId,
  surat: z.string().min(1).max(120),
});
export type Wakil = z.infer<typeof Wakil>;

/** A post whose holder is away or gone, from the first day through the last by the office's calendar. */
export const Halangan = z.strictObject({
  id: z.string(),
  jabatan: JabatanTetap,
  mulai: TanggalJson,
  sampai: TanggalJson,
  /** Why: "cuti tahunan". */
  alasan: z.string(),
  /** Null while nobody stands in. */
  wakil: Wakil.nullable(),
});
export type Halangan = z.infer<typeof Halangan>;

/** The first instant of it, and the first one after it. */
export const rentangHalangan = (
  { mulai, sampai }: Pick<Halangan, "mulai" | "sampai">,
  zona: ZonaWaktu,
): { readonly mulaiMs: Instant; readonly usaiMs: Instant } => ({
  mulaiMs: fromLocal(mulai, 0, zona),
  usaiMs: fromLocal(addDays(sampai, 1), 0, zona),
});

/** Whether it is so at this instant. */
export function berlakuPada(halangan: Halangan, atMs: Instant, zona: ZonaWaktu): boolean {
  const { tanggal } = toLocal(atMs, zona);
  return halangan.mulai <= tanggal && tanggal <= halangan.sampai;
}

/** Whether two of them share a day. */
export const beririsan = (
  a: { readonly mulai: Tanggal; readonly sampai: Tanggal },
  b: { readonly mulai: Tanggal; readonly sampai: Tanggal },
): boolean => a.mulai <= b.sampai && b.mulai <= a.sampai;
