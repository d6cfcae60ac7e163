import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../src/generated/sqlite/client.ts";
import { type Client, connect, type Database } from "../../src/store/client.ts";
import { lockDatabase } from "../../src/store/lock.ts";
import { StoreUnfinished } from "../../src/store/move/mark.ts";
import { readModels } from "../../src/store/move/models.ts";
import { type Moved, moveData } from "../../src/store/move/move.ts";
import { addRows, PAGE, type Row } from "../../src/store/move/rows.ts";
import { openStore } from "../../src/store/open.ts";
import { type Engine, sqlitePath } from "../../src/store/url.ts";
import { KANTOR, NOW, openDesk, openOffice } from "../support/desk.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptyPostgresql, emptySqlite } from "../support/store.ts";

let folder: string;
let postgres: TestPostgres;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-move-"));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newPath = (): string => {
  count += 1;
  return join(folder, `t${count}.db`);
};

/** A database that nobody has migrated yet. */
const bareUrl = async (engine: Engine): Promise<string> =>
  engine === "sqlite" ? `file:${newPath()}` : postgres.createDatabase();

const newUrl = (engine: Engine): Promise<string> =>
  engine === "sqlite" ? emptySqlite(newPath()) : emptyPostgresql(postgres);

const open = (url: string) =>
  openStore({ url, dataDir: folder, now: () => NOW, log: new MemoryLog() });

const move = (
  from: string,
  to: string,
  onPage: (table: string, count: number) => void = () => undefined,
): Promise<Moved> =>
  moveData({ from, to, dataDir: folder, now: () => NOW, log: new MemoryLog(), onPage });

/** Ends a move as it writes the first page of this table, the way a fault would. */
const breakAt = (at: string) => (table: string) => {
  if (table === at) throw new Error("interrupted");
};

/** Everything but what tells of moves itself. */
const modelNames = Object.values(Prisma.ModelName).filter((name) => name !== "Pindahan");

/** More than a double holds exactly: what an engine reads as a number would come out rounded. */
const BIG = 9_007_199_254_740_993n;

function delegateOf(client: object, name: string): object {
  const own = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const delegate: unknown = Reflect.get(client, own);
  if (typeof delegate !== "object" || delegate === null) throw new Error(`no model ${name}`);
  return delegate;
}

async function call(client: object, name: string, method: string, query: object): Promise<unknown> {
  const delegate = delegateOf(client, name);
  const work: unknown = Reflect.get(delegate, method);
  if (typeof work !== "function") throw new Error(`${name} has no ${method}`);
  return Reflect.apply(work, delegate, [query]);
}

const shown = (row: unknown): string =>
  JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}n` : value));

/** All rows of all models, each as text. */
async function contentOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { client } = connect(url);
  const content: Record<string, string[]> = {};
  for (const name of modelNames) {
    const rows = await call(client, name, "findMany", {});
    content[name] = Array.isArray(rows) ? rows.map(shown).toSorted() : [];
  }
  await client.$disconnect();
  return content;
}

/** Puts rows into every model; the office and its log are real ones. */
async function fill(client: Client, rows: number): Promise<void> {
  for (const name of modelNames) {
    if (name === "Kantor" || name === "LogEntry") continue;
    await call(client, name, "createMany", { data: rowsFor(client, name, rows) });
  }
}

/** Adds many rows to some models, as a move adds them: the client's own way takes seconds. */
async function addMany(database: Database, rows: number, names: readonly string[]): Promise<void> {
  for (const model of readModels()) {
    if (!names.includes(model.name)) continue;
    const all = rowsFor(database.client, model.name, rows);
    for (let at = 0; at < rows; at += PAGE)
      await addRows(database, model, all.slice(at, at + PAGE));
  }
}

/** Rows of a model, whatever its fields are. */
function rowsFor(client: Client, name: string, rows: number): readonly Row[] {
  const fields: unknown = Reflect.get(delegateOf(client, name), "fields");
  return Array.from({ length: rows }, (_, n) => {
    const values = Object.entries(Object(fields)).map(([field, ref]) => [
      field,
      valueOf(String(Reflect.get(Object(ref), "typeName")), `${name}.${field}`, n),
    ]);
    return Object.fromEntries(values);
  });
}

function valueOf(type: string, of: string, n: number): string | number | bigint | boolean {
  switch (type) {
    case "BigInt":
      return BIG + BigInt(n);
    case "Int":
      return 100_000 + n;
    case "Boolean":
      return n % 2 === 1;
    default:
      return `${of} ${String(n).padStart(5, "0")} "é😀\n`;
  }
}

/** A database with an office at work in it, and rows in every table. */
async function filled(engine: Engine, rows = 3): Promise<string> {
  const key = `${engine} ${rows}`;
  const made = filledByKey.get(key) ?? makeFilled(engine, rows);
  filledByKey.set(key, made);
  return copyOf(await made);
}

/** Made once; every test gets a copy. */
const filledByKey = new Map<string, Promise<string>>();

async function copyOf(url: string): Promise<string> {
  const path = sqlitePath(url);
  if (path === null) return postgres.copyDatabase(url);
  const copy = newPath();
  copyFileSync(path, copy);
  return `file:${copy}`;
}

async function makeFilled(engine: Engine, rows: number): Promise<string> {
  const url = await newUrl(engine);
  const store = await open(url);
  const desk = openDesk(store);
  await openOffice(desk);
  await desk.says("kasi-pelayanan", "/isi");
  await store.close();
  const { client } = connect(url);
  await fill(client, rows);
  await client.$disconnect();
  return url;
}

async function execute(url: string, statement: string): Promise<void> {
  const { client } = connect(url);
  await client.$executeRawUnsafe(statement);
  await client.$disconnect();
}

const ways = [
  ["sqlite", "postgresql"],
  ["postgresql", "sqlite"],
] as const;

describe.each(ways)("a move from %s to %s", (fromEngine, toEngine) => {
  it("brings every row of every model, as it was, and proves the logs there", async () => {
    const [from, to] = [await filled(fromEngine), await bareUrl(toEngine)];
    const moved = await move(from, to);
    expect(moved).toMatchObject({ kind: "moved", resumed: false, logs: [{ kantorId: KANTOR }] });
    const content = await contentOf(to);
    expect(content).toEqual(await contentOf(from));
    for (const name of modelNames) expect(content[name], name).not.toEqual([]);
    expect(Object.values(content).flat().join()).toContain(`${BIG + 2n}n`);
  });

  it("is answered in the new place as if nothing had happened, and numbers go on", async () => {
    const [from, to] = [await filled(fromEngine, 0), await newUrl(toEngine)];
    await move(from, to);
    const store = await open(to);
    const { client } = connect(to);
    const { _max: before } = await client.outbox.aggregate({ _max: { seq: true } });
    // /isi was asked on the other side.
    await openDesk(store).says("kasi-pelayanan", "86,5");
    const office = await store.loadOffice(KANTOR, NOW);
    expect(office?.realisasi["1.1"]?.["2026-TW4"]?.isian).toEqual({ jenis: "angka", nilai: 86.5 });
    const { _min: after } = await client.outbox.aggregate({
      _min: { seq: true },
      where: { seq: { gt: before.seq ?? 0 } },
    });
    expect(after.seq).toBe((before.seq ?? 0) + 1);
    expect((await store.verifyLog(KANTOR)).brokenSeq).toBeNull();
    await client.$disconnect();
    await store.close();
  });

  it("goes on where it was interrupted, and nobody works there meanwhile", async () => {
    const [from, to] = [await filled(fromEngine, 0), await newUrl(toEngine)];
    const database = connect(from);
    await addMany(database, 2 * PAGE + 100, ["Inbox", "Outbox"]);
    await database.client.$disconnect();
    await expect(move(from, to, breakAt("outbox"))).rejects.toThrow("interrupted");
    await expect(open(to)).rejects.toThrow(StoreUnfinished);
    const first = new Map<string, number>();
    const moved = await move(from, to, (table, arrived) => {
      if (!first.has(table)) first.set(table, arrived);
    });
    expect(moved).toMatchObject({ kind: "moved", resumed: true });
    expect(first.has("inbox")).toBe(false);
    expect(first.get("outbox")).toBe(2 * PAGE);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(await move(from, to)).toEqual({ kind: "moved-before" });
  });

  it("notices a row that is not as it was", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    await expect(move(from, to, breakAt("outbox"))).rejects.toThrow("interrupted");
    await execute(to, "UPDATE realisasi SET isian = '9' WHERE revisi = 100001");
    const pegawai = (await contentOf(from))["Pegawai"]?.length;
    await execute(to, "DELETE FROM pegawai WHERE nama LIKE 'Pegawai.nama 00001%'");
    const moved = await move(from, to);
    if (moved.kind !== "differs") throw new Error(moved.kind);
    const realisasi = moved.tables.find(({ table }) => table === "realisasi");
    expect(realisasi?.arrived).toBe(realisasi?.count);
    expect(moved.tables.map(({ table }) => table)).toEqual(["pegawai", "realisasi"]);
    expect(pegawai).toBeGreaterThan(0);
    await expect(open(to)).rejects.toThrow(StoreUnfinished);
  });

  it("refuses a source whose log does not hold together, and copies nothing", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    await execute(from, "UPDATE log_entry SET oleh = 'operator' WHERE seq = 2");
    expect(await move(from, to)).toEqual({
      kind: "log-broken",
      side: "sumber",
      broken: [{ kantorId: KANTOR, seq: 2 }],
    });
    expect(Object.values(await contentOf(to)).flat()).toEqual([]);
  });

  it("refuses a target with anything in it, and a source with nothing", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    await (await open(to)).close();
    await execute(to, "INSERT INTO jam (id, at_ms) VALUES ('latihan', 1)");
    expect(await move(from, to)).toEqual({ kind: "not-empty", tables: ["jam"] });
    const empty = await newUrl(fromEngine);
    expect(await move(empty, await newUrl(toEngine))).toEqual({ kind: "nothing-there" });
  });

  it("does not mix an interrupted move with what the source has become since", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    await expect(move(from, to, breakAt("outbox"))).rejects.toThrow("interrupted");
    await execute(from, "UPDATE jam SET at_ms = 5 WHERE id LIKE 'Jam.id 00001%'");
    expect(await move(from, to)).toEqual({ kind: "other-source" });
  });

  it("notices what is written to the source while it is read", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    const written: Promise<void>[] = [];
    const moved = await move(from, to, () => {
      const statement = "INSERT INTO jam (id, at_ms) VALUES ('baru', 1)";
      if (written.length === 0) written.push(execute(from, statement));
    });
    await Promise.all(written);
    expect(moved).toEqual({ kind: "changed" });
  });

  it("refuses while somebody works on either side", async () => {
    const [from, to] = [await filled(fromEngine), await newUrl(toEngine)];
    for (const [side, url] of [
      ["sumber", from],
      ["tujuan", to],
    ] as const) {
      const leave = await occupy(url);
      expect(await move(from, to)).toMatchObject({ kind: "in-use", side });
      await leave();
    }
    expect(await move(from, to)).toMatchObject({ kind: "moved" });
  });
});

/** Works on a database as a running bot does. */
async function occupy(url: string): Promise<() => Promise<void>> {
  const path = sqlitePath(url);
  const lock = path === null ? null : lockDatabase(path);
  const store = await open(url);
  await store.outboxDepth();
  return async () => {
    await store.close();
    lock?.release();
  };
}
