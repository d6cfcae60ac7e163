import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockDatabase, StoreInUse } from "../../src/store/lock.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";

const holder = `
  const { lockDatabase } = await import(process.argv[1]);
  lockDatabase(process.argv[2]);
  console.log("held");
  setInterval(() => undefined, 1_000);
`;

/** A process of its own that takes the lock and keeps it until it is killed. */
async function holdElsewhere(path: string): Promise<ChildProcess> {
  const lock = new URL("../../src/store/lock.ts", import.meta.url).href;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", holder, lock, path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(child.stdout, "data");
  return child;
}

describe("the lock of a SQLite file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-lock-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses a second process in a clear sentence, and falls when the first is killed", async () => {
    const path = join(folder, "satu", "sopir.db");
    const child = await holdElsewhere(path);
    expect(() => lockDatabase(path)).toThrow(StoreInUse);
    expect(() => lockDatabase(path)).toThrow(/Another sopir is running on .*sopir\.db\. Stop it/);
    child.kill("SIGKILL");
    await once(child, "exit");
    lockDatabase(path).release();
  });

  it("does not keep the command line out", async () => {
    const path = join(folder, "dua", "sopir.db");
    const lock = lockDatabase(path);
    const options = { url: `file:${path}`, dataDir: folder, now: () => 0, log: new MemoryLog() };
    const store = await openStore(options);
    expect((await store.health()).advice).toBeNull();
    await store.close();
    lock.release();
  });

  it("is no matter of what a power cut left in its file, which holds nothing", () => {
    const path = join(folder, "empat", "sopir.db");
    lockDatabase(path).release();
    writeFileSync(`${path}.lock`, "sisa".repeat(1_000));
    const lock = lockDatabase(path);
    expect(() => lockDatabase(path)).toThrow(StoreInUse);
    lock.release();
  });

  it("can be taken again once it was let go", () => {
    const path = join(folder, "tiga", "sopir.db");
    lockDatabase(path).release();
    lockDatabase(path).release();
  });
});
