/** Splits rows into lists of so many; none for none. */
export function chunksOf<T>(rows: readonly T[], max: number): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / max);
  return Array.from({ length: count }, (_, n) => rows.slice(n * max, (n + 1) * max));
}
