import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { KantorId } from "../src/core/kantor/schema.ts";
import { prepareFlows } from "../src/prepare-flows.ts";
import { systemRandom } from "../src/random/random.ts";
import { createFileStore } from "../src/store/files.ts";
import { MemoryLog } from "./support/memory-log.ts";
import { openTestStore, type TestStore } from "./support/store.ts";
import { kamus } from "./support/teks.ts";

const NOW = Date.UTC(2026, 9, 1);

let dataDir: string;
let opened: TestStore;
let saved: number;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sopir-flows-"));
  opened = await openTestStore();
  saved = 0;
});
afterEach(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true });
});

/** One start of the program; how many sheets it brought into the database. */
async function start(demo = false): Promise<number> {
  const { store } = opened;
  const counting = {
    ...store,
    saveSop: (...given: Parameters<typeof store.saveSop>) => {
      saved += 1;
      return store.saveSop(...given);
    },
  };
  const deps = {
    store: counting,
    files: createFileStore(dataDir),
    random: systemRandom,
    clock: { now: () => NOW },
    log: new MemoryLog(),
    kamus,
  };
  saved = 0;
  await prepareFlows(deps, { demo, dataDir });
  return saved;
}

it("brings the sheets into the database once, until a file or the database is another", async () => {
  const all = await start();
  expect(all).toBeGreaterThan(3);
  expect(await opened.store.activeSop()).toHaveLength(all);
  expect(await start()).toBe(0);
  const mark = join(dataDir, "flows.json");
  writeFileSync(mark, readFileSync(mark, "utf8").replace(/"files":"./, '"files":"x'));
  expect(await start()).toBe(all);
  await opened.close();
  opened = await openTestStore();
  expect(await start()).toBe(all);
  writeFileSync(mark, "{");
  expect(await start()).toBe(all);
});

it("loads the demo office where it is missing, whatever was read before", async () => {
  await start();
  await start(true);
  expect(await opened.store.loadKantor(KantorId.parse("peraga"))).not.toBeNull();
  expect(await start(true)).toBe(0);
});
