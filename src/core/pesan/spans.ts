import type { RichText, Span } from "./pesan.ts";

/** Text without any mark, as it stands. */
export const plain = (teks: string): RichText => (teks === "" ? [] : [{ teks }]);

/** What a reader without any formatting sees. */
export const plainText = (text: RichText): string => text.map((span) => span.teks).join("");

/** Runs of one look made one; empty ones go. */
export function joinSpans(spanList: readonly Span[]): RichText {
  const joined: Span[] = [];
  for (const next of spanList) {
    const last = joined.at(-1);
    if (last !== undefined && last.tebal === next.tebal && last.miring === next.miring) {
      joined[joined.length - 1] = { ...last, teks: last.teks + next.teks };
    } else if (next.teks !== "") joined.push(next);
  }
  return joined;
}
