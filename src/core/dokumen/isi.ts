import type { Isi, Run } from "./model.ts";

/** What a reader without any formatting sees. */
export const plainText = (isi: Isi): string => isi.map((run) => run.teks).join("");

/** Runs of one look made one; empty ones go. */
export function joinRuns<R extends Run>(
  runList: readonly R[],
  isAlike: (a: R, b: R) => boolean = hasSameLook,
): readonly R[] {
  const joined: R[] = [];
  for (const next of runList) {
    const last = joined.at(-1);
    if (last !== undefined && isAlike(last, next)) {
      joined[joined.length - 1] = { ...last, teks: last.teks + next.teks };
    } else if (next.teks !== "") joined.push(next);
  }
  return joined;
}

/** Whether two runs look the same. */
export const hasSameLook = (a: Run, b: Run): boolean =>
  a.tebal === b.tebal && a.miring === b.miring && a.garisBawah === b.garisBawah;
