import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDataFolder, StoreEmptied } from "../../src/store/data-folder.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { saveOffice } from "./contract/bench.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sopir-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () =>
  openStore({
    url: `file:${join(folder, "sopir.db")}`,
    dataDir: folder,
    now: () => 0,
    log: new MemoryLog(),
  });

describe("a data folder at the start", () => {
  it("is written to once, and nothing stays of that", async () => {
    const store = await open();
    const before = readdirSync(folder);
    await checkDataFolder(folder, store);
    await checkDataFolder(join(folder, "baru"), store);
    expect(readdirSync(folder)).toEqual([...before, "baru"].toSorted());
    await store.close();
  });

  it("that is none is told as the system says it", async () => {
    const store = await open();
    writeFileSync(join(folder, "file"), "");
    await expect(checkDataFolder(join(folder, "file"), store)).rejects.toThrow(/EEXIST|ENOTDIR/);
    await store.close();
  });

  it("with papers beside a database without an office is refused, and both ways out are named", async () => {
    const store = await open();
    await createFileStore(folder).put(new Uint8Array([1]), "a.bin", "application/octet-stream");
    const checked = checkDataFolder(folder, store);
    await expect(checked).rejects.toThrow(StoreEmptied);
    await expect(checked).rejects.toThrow(/1 files.*backup restore NAME.*move .*berkas aside/);
    await saveOffice(store, "kantor-ada");
    await checkDataFolder(folder, store);
    await store.close();
  });

  it("without papers needs no office", async () => {
    mkdirSync(join(folder, "berkas", "masuk"), { recursive: true });
    const store = await open();
    await checkDataFolder(folder, store);
    await store.close();
  });
});
