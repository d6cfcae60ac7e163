/** The word most like a mistyped one, or null when none is near enough to be meant. */
export function closest(word: string, wordList: readonly string[]): string | null {
  const ranked = wordList
    .map((candidate) => ({ candidate, distance: distance(fold(word), fold(candidate)) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3))
    ? best.candidate
    : null;
}

/** What to say of a word that is not known: the one probably meant, else all there are. */
export function petunjuk(word: string, known: readonly string[]): string {
  const meant = closest(word, known);
  return meant === null ? `yang ada: ${known.join(", ") || "-"}` : `maksudnya "${meant}"?`;
}

const fold = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]/g, "");

/** Levenshtein, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, right] of Array.from(b).entries()) {
      const swap = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
