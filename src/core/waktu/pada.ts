import type { Instant } from "./instant.ts";

/**
 * A moment in the life of an office, told by the newest entry of its log. The time is only shown; it
 * decides where version 0.1 wrote no number.
 */
export interface Pada {
  readonly padaSeq?: number;
  readonly padaMs: Instant;
}

/** Whether what began with this entry of the log, or was written at this time, was so by then. */
export const isBy = (
  { padaSeq, padaMs }: Pada,
  { seq, atMs }: { readonly seq?: number | undefined; readonly atMs: Instant },
): boolean => (seq === undefined || padaSeq === undefined ? atMs <= padaMs : seq <= padaSeq);
