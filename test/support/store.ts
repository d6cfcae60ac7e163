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

/** Opens an empty store: SQLite in some milliseconds, PostgreSQL with a server of its own in two seconds. */
export const openTestStore = (engine: Engine = "sqlite"): Promise<TestStore> =>
  engine === "sqlite" ? openSqlite() : openPostgresql();

/** Opens an empty store on a server that runs already. */
export const openTestStoreOn = async (server: TestPostgres): Promise<TestStore> =>
  open(await server.createDatabase(), async () => undefined);

async function openSqlite(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "sopir-store-"));
  const url = await emptySqlite(join(folder, "sopir.db"));
  return open(url, async () => rmSync(folder, { recursive: true }));
}

/** Puts an empty, migrated database in a place and answers its URL. */
export async function emptySqlite(path: string): Promise<string> {
  template ??= migratedFile();
  copyFileSync(await template, path);
  return `file:${path}`;
}

let template: Promise<string> | null = null;

/** Migrated once per process; every test gets a copy. */
async function migratedFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "sopir-template-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "sopir.db");
  await migrate(`file:${path}`);
  return path;
}

async function openPostgresql(): Promise<TestStore> {
  const server = await startPostgres();
  return open(await server.createDatabase(), () => server.stop());
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
