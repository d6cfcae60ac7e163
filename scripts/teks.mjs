import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { root } from "./run.mjs";

/**
 * Writes `src/generated/teks.ts`, the texts of `flows/teks` as the code names them, and `teks.json`, the
 * same texts as a start reads them.
 */
export async function writeTeks() {
  const { loadTeks } = await tsImport("../src/catalog/load-teks.ts", import.meta.url);
  const { teksSource } = await tsImport("../src/catalog/teks-source.ts", import.meta.url);
  const { readyTeks } = await tsImport("../src/catalog/ready-teks.ts", import.meta.url);
  const { formatProblem } = await tsImport("../src/catalog/problem.ts", import.meta.url);
  const flows = join(root, "flows");
  const folder = await loadTeks(flows);
  if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));
  const generated = join(root, "src", "generated");
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, "teks.ts"), teksSource(folder));
  writeFileSync(join(generated, "teks.json"), await readyTeks(flows, folder.teks));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTeks();
