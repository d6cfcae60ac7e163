import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareFlows } from "../../src/prepare-flows.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

/** What the first start leaves in a data folder: the migrated database with the sheets, and the mark that they are in it. */
const LEFT = ["sopir.db", "flows.json"];

/** Leaves a folder as the program does that has run there without an office. */
export async function startedBefore(dir: string): Promise<void> {
  template ??= firstStart();
  const from = await template;
  for (const name of LEFT) copyFileSync(join(from, name), join(dir, name));
}

let template: Promise<string> | null = null;

/** Once per process of tests; every folder gets a copy. */
async function firstStart(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "sopir-started-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const log = new MemoryLog();
  const url = await emptySqlite(join(dataDir, "sopir.db"));
  const store = await openStore({ url, dataDir, now: Date.now, log });
  const files = createFileStore(dataDir);
  const deps = { store, files, random: systemRandom, clock: { now: Date.now }, log, kamus };
  await prepareFlows(deps, { demo: false, dataDir });
  await store.close();
  return dataDir;
}
