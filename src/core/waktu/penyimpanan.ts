import { z } from "zod";
import type { Instant } from "./instant.ts";

const hari = (atLeast: number) => z.number().int().min(atLeast).max(3_650);

/**
 * How many days what is over is kept. The log, berkas, figures, papers and registers of letters are
 * kept for good and have no number here. The lowest allowed are beyond what a service still brings:
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
});
export type Penyimpanan = z.infer<typeof Penyimpanan>;

/** What each kind may be folded away that was over before. */
export type Lama = { readonly [J in keyof Penyimpanan["hari"]]: Instant };

/** The instants before which each kind is old enough. */
export function lamaPada({ hari: lama }: Penyimpanan, nowMs: Instant): Lama {
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
