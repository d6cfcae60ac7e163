import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { backupSqlite } from "../../src/store/copies.ts";
import { createFileStore } from "../../src/store/files.ts";
import { lockDatabase } from "../../src/store/lock.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";

let parent: string;
let umask: number;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "sopir-modes-"));
  // As generous as a machine can be: whatever is private is so on purpose.
  umask = process.umask(0);
});
afterEach(() => {
  process.umask(umask);
  rmSync(parent, { recursive: true, force: true });
});

it("keeps everything it makes from other users: database, log, lock, copies, files, folders", async () => {
  const dataDir = join(parent, "data");
  const path = join(dataDir, "sopir.db");
  const lock = lockDatabase(path);
  const options = { url: `file:${path}`, dataDir, now: () => 0, log: new MemoryLog() };
  const store = await openStore({ ...options, alone: true });
  expect(backupSqlite(path, dataDir, 0)).not.toBeNull();
  await createFileStore(dataDir).put(new Uint8Array([1]), "a.bin", "application/octet-stream");
  const made = readdirSync(parent, { recursive: true, withFileTypes: true });
  const names = made.map(({ name }) => name);
  for (const name of ["sopir.db", "sopir.db-wal", "sopir.db-shm", "sopir.db.lock"])
    expect(names).toContain(name);
  expect(names.some((name) => /^sopir-1970.*\.db$/.test(name))).toBe(true);
  const open = made
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((one) => (statSync(one).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  await store.close();
  lock.release();
});
