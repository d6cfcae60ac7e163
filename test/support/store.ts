import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/app/ports/store.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import type { Engine } from "../../src/store/url.ts";
import { MemoryLog } from "./memory-log.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** An empty migrated database of a test's own, with the store over it. */
export interface TestStore {
  readonly url: string;
  readonly store: Store;
  /** One more process's view of the same database; closed with the first. */
  another(): Promise<Store>;
  close(): Promise<void>;
}

/** Opens an empty store. */
export const openTestStore = (engine: Engine = "sqlite"): Promise<TestStore> =>
  engine === "sqlite" ? openSqlite() : openPostgresql();

/** Opens an empty store among the databases of a file. */
export const openTestStoreOn = async (server: TestPostgres): Promise<TestStore> =>
  open(await emptyPostgresql(server), async () => undefined);

async function openSqlite(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "sopir-store-"));
  const url = await emptySqlite(join(folder, "sopir.db"));
  return open(url, async () => rmSync(folder, { recursive: true }));
}

/** Puts an empty, migrated database in a place and answers its URL. */
export async function emptySqlite(path: string): Promise<string> {
  copyFileSync(await migratedSqlite(), path);
  return `file:${path}`;
}

/** The file of an empty, migrated database, made once per process; every test gets a copy. */
export function migratedSqlite(): Promise<string> {
  sqliteTemplate ??= migratedFile();
  return sqliteTemplate;
}

let sqliteTemplate: Promise<string> | null = null;

async function migratedFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "sopir-template-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "sopir.db");
  await migrate(`file:${path}`);
  return path;
}

/** Makes an empty, migrated database among those of a file and answers its URL. */
export async function emptyPostgresql(server: TestPostgres): Promise<string> {
  postgresqlTemplate ??= migratedDatabase();
  return server.copyDatabase(await postgresqlTemplate);
}

let postgresqlTemplate: Promise<string> | null = null;

/** Migrated once per process, on the server all files share. */
async function migratedDatabase(): Promise<string> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  await migrate(url);
  return url;
}

async function openPostgresql(): Promise<TestStore> {
  const server = await startPostgres();
  return open(await emptyPostgresql(server), () => server.stop());
}

async function open(url: string, cleanUp: () => Promise<void>): Promise<TestStore> {
  const opened: Store[] = [];
  const another = async (): Promise<Store> => {
    const store = await openStore({ url, dataDir: tmpdir(), now: () => 0, log: new MemoryLog() });
    opened.push(store);
    return store;
  };
  return {
    url,
    store: await another(),
    another,
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      await cleanUp();
    },
  };
}
