import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { root } from "./run.mjs";

/** Writes `flows/*.schema.json`, so that editors know the sheets as well as the program does. */
export async function writeSchemas() {
  const { schemaFiles } = await tsImport("../src/catalog/json-schema.ts", import.meta.url);
  mkdirSync(join(root, "flows"), { recursive: true });
  for (const [name, content] of Object.entries(schemaFiles()))
    writeFileSync(join(root, "flows", name), content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSchemas();
