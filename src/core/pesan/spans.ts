import { hasSameLook, joinRuns } from "../dokumen/isi.ts";
import type { RichText, Span } from "./pesan.ts";

export { plainText } from "../dokumen/isi.ts";

/** Text without any mark, as it stands. */
export const plain = (teks: string): RichText => (teks === "" ? [] : [{ teks }]);

/** Runs of one look made one; empty ones go. */
export const joinSpans = (spanList: readonly Span[]): RichText => joinRuns(spanList, isAlike);

const isAlike = (a: Span, b: Span): boolean =>
  hasSameLook(a, b) && a.saat === undefined && b.saat === undefined;
