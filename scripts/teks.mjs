import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { root } from "./run.mjs";

/** Writes `src/generated/teks.ts`: the texts of `flows/teks` as the code names them. */
export async function writeTeks() {
  const { loadTeks } = await tsImport("../src/catalog/load-teks.ts", import.meta.url);
  const { teksSource } = await tsImport("../src/catalog/teks-source.ts", import.meta.url);
  const { formatProblem } = await tsImport("../src/catalog/problem.ts", import.meta.url);
  const folder = await loadTeks(join(root, "flows"));
  if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));
  mkdirSync(join(root, "src", "generated"), { recursive: true });
  writeFileSync(join(root, "src", "generated", "teks.ts"), teksSource(folder));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTeks();
