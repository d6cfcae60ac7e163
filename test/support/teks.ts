import { fileURLToPath } from "node:url";
import { loadTeks } from "../../src/catalog/load-teks.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import type { RichText } from "../../src/core/pesan/pesan.ts";
import { joinSpans } from "../../src/core/pesan/spans.ts";
import type { Teks } from "../../src/core/pesan/teks.ts";
import { inPlainWords, inWords, type Pembaca, pembacaAsing } from "../../src/core/pesan/ucap.ts";

const folder = await loadTeks(fileURLToPath(new URL("../../flows", import.meta.url)));
if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));

/** The texts the program comes with. */
export const { kamus } = folder;
/** Somebody who reads Indonesian, of no office. */
export const pembaca: Pembaca = pembacaAsing(kamus);

/** A text as that person reads it. */
export const said = (teks: Teks): string => inPlainWords(pembaca, teks);
/** The same with its looks. */
export const saidRich = (teks: Teks): RichText => inWords(pembaca, teks);
/** A text with looks: `**` around what is bold, `{{name}}` where a value comes. */
export function rich(marked: string, data: Readonly<Record<string, string>> = {}): RichText {
  let tebal = false;
  const spanList = marked.split(/(\*\*|\{\{\w+\}\})/).flatMap((part) => {
    if (part === "**") tebal = !tebal;
    const teks = part === "**" ? "" : (data[part.slice(2, -2)] ?? part);
    return tebal ? { teks, tebal } : { teks };
  });
  return joinSpans(spanList.filter(({ teks }) => teks !== ""));
}
