/** Rows in one raw statement: even the widest stay below SQLite's 32 766 parameters. */
const ROWS_MAX = 2_000;

/** Splits rows into lists that fit one statement; none for none. */
export function chunksOf<T>(rows: readonly T[], max = ROWS_MAX): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / max);
  return Array.from({ length: count }, (_, n) => rows.slice(n * max, (n + 1) * max));
}
