import { fileURLToPath } from "node:url";
import { loadTeks } from "../../src/catalog/load-teks.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import type { Kamus } from "../../src/core/pesan/kamus.ts";
import type { RichText } from "../../src/core/pesan/pesan.ts";
import type { Teks } from "../../src/core/pesan/teks.ts";
import { inPlainWords, inWords, type Pembaca, pembacaAsing } from "../../src/core/pesan/ucap.ts";

const folder = await loadTeks(fileURLToPath(new URL("../../flows", import.meta.url)));
if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));

/** The texts the program comes with. */
export const kamus: Kamus = folder.kamus;
/** Somebody who reads Indonesian, of no office. */
export const pembaca: Pembaca = pembacaAsing(kamus);

/** A text as that person reads it. */
export const said = (teks: Teks): string => inPlainWords(pembaca, teks);
/** The same with its looks. */
export const saidRich = (teks: Teks): RichText => inWords(pembaca, teks);
/** Runs of a look, written with `**` for bold. */
export const rich = (marked: string): RichText =>
  marked
    .split("**")
    .map((teks, index) => (index % 2 === 1 ? { teks, tebal: true as const } : { teks }))
    .filter(({ teks }) => teks !== "");
