import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as background from "@prisma/schema-engine-wasm/schema_engine_bg";
import { shipped } from "../shipped.ts";
import { singleAdapterOf } from "./client.ts";
import { type Engine, engineOf } from "./url.ts";

/**
 * Runs work with Prisma's own schema engine as WebAssembly: the same engine, nothing to download.
 * It never closes its connections, and on SQLite they keep the whole file locked; we close them. All of
 * the work is one transaction: the engine itself has none, and a power cut in the middle of a migration
 * would leave a database that neither version can use.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: background.SchemaEngine) => Promise<T>,
): Promise<T> {
  startWasm();
  const opened: SqlDriverAdapter[] = [];
  const begin = beginOf[engineOf(url)];
  const engine = await background.SchemaEngine.new(
    { datamodels: [["schema.prisma", readSchema(engineOf(url))]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(remembering(singleAdapterOf(url), { opened, begin })),
  );
  try {
    const result = await work(engine);
    for (const adapter of opened) await adapter.executeScript("COMMIT");
    return result;
  } finally {
    engine.free();
    // What was not committed is undone with its connection.
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}

/**
 * SQLite rebuilds a table by dropping it, which must not reach what refers to it, and takes that setting
 * only outside a transaction. PostgreSQL lets one process at a time migrate.
 */
const beginOf: Readonly<Record<Engine, string>> = {
  sqlite: "PRAGMA foreign_keys = OFF; BEGIN",
  postgresql: "BEGIN; SELECT pg_advisory_xact_lock(hashtext('sopir migration'))",
};

interface Remembered {
  readonly opened: SqlDriverAdapter[];
  /** What each connection begins with. */
  readonly begin: string;
}

function remembering(
  factory: SqlMigrationAwareDriverAdapterFactory,
  { opened, begin }: Remembered,
): SqlMigrationAwareDriverAdapterFactory {
  const remember = async (adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> => {
    await adapter.executeScript(begin);
    opened.push(adapter);
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => remember(await factory.connect()),
    connectToShadowDb: async () => remember(await factory.connectToShadowDb()),
  };
}

/** The committed migrations of an engine, oldest first. */
export function readMigrations(engine: Engine, from: string): background.MigrationList {
  const baseDir = join(from, "migrations", engine);
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: `provider = "${engine}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** The schema as an engine reads it: only the provider differs. */
export function readSchema(engine: Engine): string {
  const text = readFileSync(join(shipped.prisma, "schema.prisma"), "utf8");
  return text.replace('provider = "sqlite"', `provider = "${engine}"`);
}

let started = false;

function startWasm(): void {
  if (started) return;
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new WebAssembly.Module(
    readFileSync(join(dirname(entry), "schema_engine_bg.wasm")),
  );
  const wanted = WebAssembly.Module.imports(module).map(({ module: name }) => name);
  const given = { ...background, ...unawaitedTimers() };
  const imports = Object.fromEntries(wanted.map((name) => [name, given]));
  const { exports } = new WebAssembly.Instance(module, imports);
  background.__wbg_set_wasm(exports);
  // Without this call the engine answers everything with "expected unit".
  const start = exports["__wbindgen_start"];
  if (typeof start === "function") start();
  started = true;
}

/** The engine leaves its time-outs behind: a command that has done its work would wait ten seconds for them. */
function unawaitedTimers(): Readonly<Record<string, unknown>> {
  const names = Object.keys(background).filter((name) => name.startsWith("__wbg_setTimeout_"));
  return Object.fromEntries(names.map((name) => [name, startUnawaited]));
}

const startUnawaited = (work: () => void, ms: number): NodeJS.Timeout =>
  setTimeout(work, ms).unref();
