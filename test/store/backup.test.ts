import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookThrough } from "../../src/app/papers/look-through.ts";
import type { Backup, Temuan } from "../../src/app/ports/backups.ts";
import { createBackups } from "../../src/store/backup/create.ts";
import { type Restored, restoreBackup } from "../../src/store/backup/restore.ts";
import { lockFile } from "../../src/store/lock.ts";
import { StoreUnfinished } from "../../src/store/move/mark.ts";
import { moveData } from "../../src/store/move/move.ts";
import { openStore } from "../../src/store/open.ts";
import type { Engine } from "../../src/store/url.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { type NaskahOffice, openNaskahOffice, paperOf } from "../support/naskah-office.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptyPostgresql } from "../support/store.ts";

const NOW = Date.parse("2027-01-05T01:00:00+07:00");
const log = new MemoryLog();

let office: NaskahOffice;
let postgres: TestPostgres;
let folder: string;
let hash: string;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-cadangan-"));
  postgres = await startPostgres();
  office = await openNaskahOffice();
  const unggahan = await office.put("pindaian", "ttd.pdf");
  ({ hash } = unggahan);
  await office.commit({ naskah: [paperOf(1, { jenis: "laporan", unggahan })] });
  const gone = await office.put("tidak perlu", "usang.pdf");
  await office.files.destroy(gone.hash);
});
afterAll(async () => {
  await office?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = (): string => join(folder, `t${(count += 1)}`);
const paper = (at: string, one = hash): string => join(at, "berkas", one.slice(0, 2), one.slice(2));

/** The office in the database it has, or moved into one of the other engine. */
async function urlOn(engine: Engine): Promise<string> {
  if (engine === "sqlite") return office.bench.url;
  const to = await emptyPostgresql(postgres);
  const { url: from } = office.bench;
  const options = { from, to, dataDir: fresh(), now: () => NOW, log, onPage: () => undefined };
  expect(await moveData(options)).toMatchObject({ kind: "moved" });
  return to;
}

const backupsOf = (dir: string, url = office.bench.url, dataDir = office.dir) =>
  createBackups({ url, dataDir, dir, log });

async function make(dir: string, atMs = NOW, backups = backupsOf(dir)): Promise<Backup> {
  const made = await backups.create(atMs, lookThrough);
  if (made === null) throw new Error("somebody else makes one");
  return made;
}

const restore = (
  path: string,
  to: { readonly url: string; readonly dataDir: string },
  onPage: () => void = () => undefined,
): Promise<Restored> => restoreBackup({ ...to, path, now: () => NOW, log, onPage });

const findings = async (path: string): Promise<readonly string[] | undefined> =>
  (await backupsOf(fresh()).verify(path, lookThrough))?.temuan.map(
    ({ apa, keadaan }: Temuan) => `${apa}: ${keadaan}`,
  );

describe.each(["sqlite", "postgresql"] as const)("a backup of %s", (engine) => {
  it("holds database and papers, and comes back to either engine as it was", async () => {
    const dir = fresh();
    const backups = backupsOf(dir, await urlOn(engine));
    const made = await make(dir, NOW, backups);
    expect(made).toMatchObject({ mesin: engine, kantor: ["peraga"], jumlahBerkas: 1, temuan: [] });
    expect(await backups.list()).toEqual({ ada: [made], rusak: [] });
    expect(readdirSync(made.path).toSorted()).toEqual(["berkas", "manifes.json", "sopir.db"]);
    expect(await backups.verify(made.path, lookThrough)).toEqual({ backup: made, temuan: [] });
    for (const url of [`file:${fresh()}.db`, await postgres.createDatabase()]) {
      const dataDir = fresh();
      expect(await restore(made.path, { url, dataDir })).toMatchObject({
        kind: "moved",
        logs: [{ kantorId: "peraga" }],
      });
      expect(readFileSync(paper(dataDir), "utf8")).toBe("pindaian");
      const store = await openStore({ url, dataDir, now: () => NOW, log });
      expect(await store.listKantor()).toEqual(await office.store.listKantor());
      const again = backupsOf(fresh(), url, dataDir);
      expect(await again.create(NOW, lookThrough)).toMatchObject({ temuan: [] });
      await store.close();
    }
  });
});

describe("a backup", () => {
  it.each<[string, (path: string) => void, readonly string[]]>([
    [
      "a paper with other bytes",
      (path) => writeFileSync(paper(path), "pemalsuan"),
      ["paper: berubah"],
    ],
    ["a paper less", (path) => rmSync(paper(path)), ["paper: hilang"]],
    ["a paper cut off", (path) => truncateSync(paper(path), 3), ["paper: berubah"]],
    [
      "a database cut off",
      (path) => truncateSync(join(path, "sopir.db"), 8192),
      ["sopir.db: berubah"],
    ],
    [
      "a database grown",
      (path) => appendFileSync(join(path, "sopir.db"), "x"),
      ["sopir.db: berubah"],
    ],
    ["no database", (path) => rmSync(join(path, "sopir.db")), ["sopir.db: hilang"]],
    [
      "a manifest cut off",
      (path) => truncateSync(join(path, "manifes.json"), 90),
      ["manifes.json: rusak"],
    ],
    [
      "a manifest changed",
      (path) => {
        const file = join(path, "manifes.json");
        writeFileSync(file, readFileSync(file, "utf8").replace('"peraga"', '"lain"'));
      },
      ["manifes.json: rusak"],
    ],
    ["no manifest", (path) => rmSync(join(path, "manifes.json")), ["manifes.json: rusak"]],
  ])("with %s is named for it", async (_, damage, expected) => {
    const { path } = await make(fresh());
    damage(path);
    const found = await findings(path);
    const named = found?.filter((one) => !one.startsWith("Naskah "));
    expect(named).toEqual(
      expected.map((one) => one.replace("paper", `berkas/${hash.slice(0, 2)}/${hash.slice(2)}`)),
    );
  });

  it("is there whole or not at all: what was left half done is no backup and goes with the next", async () => {
    const dir = fresh();
    const half = join(dir, ".sebagian-sopir-2027-01-04T18-00-00-000Z-00000000");
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, "sopir.db"), "SQLite");
    expect(await backupsOf(dir).list()).toEqual({ ada: [], rusak: [] });
    const broken = backupsOf(dir, `file:${join(folder, "tidak-ada.db")}`);
    await expect(broken.create(NOW, lookThrough)).rejects.toThrow();
    expect(readdirSync(dir)).toEqual([".kunci"]);
    expect(await findings(half)).toBeUndefined();
  });

  it("is made by one at a time", async () => {
    const dir = fresh();
    mkdirSync(dir);
    const lock = lockFile(join(dir, ".kunci"));
    expect(await backupsOf(dir).create(NOW, lookThrough)).toBeNull();
    lock?.release();
    expect((await make(dir)).temuan).toEqual([]);
  });

  it("shares what it holds with the one before, unless it rots there", async () => {
    const dir = fresh();
    const [first, second] = [await make(dir), await make(dir, NOW + 1)];
    const inode = ({ path }: Backup): number => statSync(paper(path)).ino;
    expect(inode(second)).toBe(inode(first));
    expect(inode(first)).not.toBe(statSync(paper(office.dir)).ino);
    writeFileSync(paper(second.path), "busuk");
    const third = await make(dir, NOW + 2);
    expect(inode(third)).not.toBe(inode(second));
    expect(third.temuan).toEqual([]);
  });

  it("says what the office lacks itself, and comes back without it", async () => {
    const aside = `${paper(office.dir)}.simpan`;
    copyFileSync(paper(office.dir), aside);
    const dir = fresh();
    try {
      rmSync(paper(office.dir));
      const lacking = await make(dir);
      expect(lacking.temuan).toMatchObject([{ keadaan: "hilang" }]);
      expect(lacking.temuan[0]?.apa).toMatch(/^Naskah .* dari berkas /);
      expect(await findings(lacking.path)).toHaveLength(1);
      const to = { url: `file:${fresh()}.db`, dataDir: fresh() };
      expect(await restore(lacking.path, to)).toMatchObject({ kind: "moved" });
    } finally {
      copyFileSync(aside, paper(office.dir));
      rmSync(aside);
    }
  });

  it("is removed name first", async () => {
    const dir = fresh();
    const { nama } = await make(dir);
    await backupsOf(dir).remove(nama);
    expect(readdirSync(dir)).toEqual([".kunci"]);
    await expect(backupsOf(dir).remove("../lain")).rejects.toThrow("is no backup");
  });

  it("keeps what was destroyed destroyed, and is nobody else's to read", async () => {
    const { path } = await make(fresh());
    const marks = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".musnah"),
    );
    expect(marks).toHaveLength(1);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(path, "sopir.db")).mode & 0o077).toBe(0);
    rmSync(join(path, marks[0] ?? ""));
    expect(await findings(path)).toEqual([expect.stringMatching(/^tanda musnah .*: hilang$/)]);
  });
});

const interrupt = (): void => {
  throw new Error("interrupted");
};

describe("a restore", () => {
  it("goes on where it was interrupted; until then nobody opens the database", async () => {
    const { path } = await make(fresh());
    const to = { url: `file:${fresh()}.db`, dataDir: fresh() };
    await expect(restore(path, to, interrupt)).rejects.toThrow("interrupted");
    const early = openStore({ ...to, now: () => NOW, log });
    await expect(early).rejects.toThrow(StoreUnfinished);
    expect(await restore(path, to)).toMatchObject({ kind: "moved", resumed: true });
    expect(readdirSync(to.dataDir)).toEqual(["berkas"]);
  });

  it("never writes over what is there", async () => {
    const { path } = await make(fresh());
    const url = `file:${fresh()}.db`;
    const live = fresh();
    mkdirSync(join(live, "berkas", "aa"), { recursive: true });
    writeFileSync(paper(live, "a".repeat(64)), "milik lain");
    expect(await restore(path, { url, dataDir: live })).toEqual({ kind: "papers-there", count: 1 });
    const dataDir = fresh();
    expect(await restore(path, { url: office.bench.url, dataDir })).toMatchObject({
      kind: "not-empty",
    });
    expect(existsSync(paper(dataDir))).toBe(false);
    expect(await restore(path, { url, dataDir })).toMatchObject({ kind: "moved" });
    expect(await restore(path, { url, dataDir })).toEqual({ kind: "moved-before" });
  });

  it("reads a backup that cannot be written to", async () => {
    const { path } = await make(fresh());
    chmodSync(join(path, "sopir.db"), 0o400);
    expect(await findings(path)).toEqual([]);
    const to = { url: `file:${fresh()}.db`, dataDir: fresh() };
    expect(await restore(path, to)).toMatchObject({ kind: "moved" });
  });
});
