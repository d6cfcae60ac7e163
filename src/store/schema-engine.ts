import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import * as background from "@prisma/schema-engine-wasm/schema_engine_bg";
import { adapterOf, type Engine, engineOf } from "./client.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Lends Prisma's own schema engine, as WebAssembly: the same engine, nothing to download. Its
 * connections are closed afterwards, since an open one would keep a SQLite file locked.
 */
export async function withSchemaEngine<T>(
  url: string,
  use: (engine: background.SchemaEngine) => Promise<T>,
): Promise<T> {
  startWasm();
  const opened: SqlDriverAdapter[] = [];
  const factory = adapterOf(url);
  const keep = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const engine = await background.SchemaEngine.new(
    { datamodels: [["schema.prisma", readSchema(engineOf(url))]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => keep(factory.connect()),
      connectToShadowDb: () => keep(factory.connectToShadowDb()),
    }),
  );
  try {
    return await use(engine);
  } finally {
    for (const connection of opened) await connection.dispose();
  }
}

/** The committed migrations of an engine, oldest first. */
export function readMigrations(engine: Engine): background.MigrationList {
  const baseDir = join(root, "prisma", "migrations", engine);
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
  const text = readFileSync(join(root, "prisma", "schema.prisma"), "utf8");
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
  const imports = Object.fromEntries(wanted.map((name) => [name, background]));
  const { exports } = new WebAssembly.Instance(module, imports);
  background.__wbg_set_wasm(exports);
  // Without this call the engine answers everything with "expected unit".
  const start = exports["__wbindgen_start"];
  if (typeof start === "function") start();
  started = true;
}
