import { formatText } from "../../../../../generated/teks.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import type { Bacaan, Item } from "../../field.ts";

/** What one part of an answer for several indikator gives. */
export interface Part {
  readonly items: readonly Item[];
  /** What was understood, or was not. */
  readonly good?: Teks;
  readonly bad?: Teks;
  /** A note that waits for its figure. */
  readonly held?: Teks;
}

/** What stands above so many parts that were understood, and above the others. */
export type Kepala = { readonly [K in "good" | "bad"]: (jumlah: number) => Teks };

/** More than this is a text of something else, and nobody reads it. */
const MASALAH_TERBANYAK = 30;

/** What is said of all parts; nothing where they say nothing. */
export function partsText(parts: readonly Part[], kepala: Kepala): Teks {
  const said = (which: "good" | "bad" | "held"): readonly Teks[] =>
    parts.flatMap((part) => (part[which] === undefined ? [] : [part[which]]));
  const [good, bad] = [said("good"), said("bad")];
  const rest = bad.length - MASALAH_TERBANYAK;
  return lines(
    good.length === 0 ? [] : kepala.good(good.length),
    ...good,
    bad.length === 0 ? [] : kepala.bad(bad.length),
    ...bad.slice(0, MASALAH_TERBANYAK),
    rest > 0 ? fill(formatText.selebihnya, { rest }) : [],
    ...said("held"),
  );
}

/** All parts as one answer; `antrean` is asked after what was not clear. */
export const manyAnswer = (
  parts: readonly Part[],
  antrean: readonly string[],
  gema: Teks,
): Bacaan => ({
  kind: "banyak",
  jelas: parts.every(({ bad }) => bad === undefined),
  items: parts.flatMap(({ items }) => items),
  antrean,
  gema,
});
