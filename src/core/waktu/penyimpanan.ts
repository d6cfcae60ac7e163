import { z } from "zod";
import type { Instant } from "./instant.ts";

const hari = (atLeast: number) => z.number().int().min(atLeast).max(3_650);

/** Kinds of archives an office keeps, each with a time of its own. */
export const JenisArsip = z.enum([
  /** Reports of a period, in every version. */
  "laporan",
  /** Letters, decrees, minutes: every other paper. */
  "naskah",
  /** The zip file of a whole berkas; it holds copies of all the others. */
  "arsip",
  /** What proves figures. */
  "bukti",
  /** What was sent into forms: scans, photos, receipts. */
  "lampiran",
  /** Invitations that were used or have run out. */
  "undangan",
  /** Copies of the database made before migrations. */
  "salinan",
]);
export type JenisArsip = z.infer<typeof JenisArsip>;

/** How long a kind of archive is kept, and which rule says so. */
export const Retensi = z.strictObject({
  /** Whole years after the end of the year in which it was closed, or for good. */
  tahun: z.union([z.number().int().min(1).max(100), z.literal("permanen")]),
  /** Where the time comes from, as the log and lists repeat it: the office's Jadwal Retensi Arsip. */
  dasar: z.string().min(1).max(200),
});
export type Retensi = z.infer<typeof Retensi>;

/**
 * How long things are kept. Under `hari` what only helped a conversation, which goes by itself; under
 * `arsip` what an office keeps, which goes when somebody confirms it. The log, berkas, figures and
 * registers of letters are kept for good and have no number here. The lowest days allowed are beyond what a service still brings:
 * updates after four days, edits after two, replies to messages for as long as people scroll back.
 */
export const Penyimpanan = z.strictObject({
  hari: z.strictObject({
    /** Keys of updates that were handled: one that comes again within this time changes nothing. */
    pembaruan: hari(7),
    /** What a message of a person led to, so that an edit of it can be answered. */
    jejak: hari(7),
    /** Messages that were sent or taken back, and broadcasts that are over. */
    pesan: hari(30),
    /** Beyond that the numbers those messages had at the service: a reply to one is told it is too old. */
    rujukan: hari(30),
    /** Reminders of what was answered. */
    pengingat: hari(30),
  }),
  arsip: z.record(JenisArsip, Retensi),
});
export type Penyimpanan = z.infer<typeof Penyimpanan>;

/** What each kind may be folded away that was over before. */
export type Lama = { readonly [J in keyof Penyimpanan["hari"]]: Instant };

/** The instants before which each kind is old enough. */
export function lamaPada({ hari: lama }: Pick<Penyimpanan, "hari">, nowMs: Instant): Lama {
  const before = (days: number): Instant => nowMs - days * HARI_MS;
  return {
    pembaruan: before(lama.pembaruan),
    jejak: before(lama.jejak),
    pesan: before(lama.pesan),
    rujukan: before(lama.rujukan),
    pengingat: before(lama.pengingat),
  };
}

const HARI_MS = 24 * 60 * 60_000;
