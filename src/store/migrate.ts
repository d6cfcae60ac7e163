import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { shipped } from "../shipped.ts";
import { adapterOf } from "./client.ts";
import { readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";
import { engineOf } from "./url.ts";

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing and returns the names; `prisma migrate deploy` would agree with it. */
export const migrate = (url: string, from: string = shipped.prisma): Promise<readonly string[]> =>
  withSchemaEngine(url, async (engine) => {
    const migrationsList = readMigrations(engineOf(url), from);
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });

/**
 * Which committed migrations a database has not had yet; nothing is changed.
 * @throws StoreTooNew when it has had one that this program does not know.
 */
export async function pendingMigrations(
  url: string,
  from: string = shipped.prisma,
): Promise<readonly string[]> {
  const known = readMigrations(engineOf(url), from).migrationDirectories.map(({ path }) => path);
  const applied = await appliedMigrations(url);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new StoreTooNew(unknown);
  return known.filter((name) => !applied.includes(name));
}

/** A newer sopir has migrated the database; this one would not understand what it reads. */
export class StoreTooNew extends Error {
  constructor(names: readonly string[]) {
    super(
      `The database was migrated by a newer sopir (${names.join(", ")}). Update this one, or restore a backup from before.`,
    );
    this.name = "StoreTooNew";
  }
}

/** An earlier sopir, whose migrations were no transaction, was stopped in the middle of one. */
export class StoreHalfMigrated extends Error {
  constructor(name: string) {
    super(
      `The migration ${name} of the database was interrupted. Move the database aside and put the newest copy of ` +
        "DATA_DIR/cadangan in its place (SQLite), or bring a backup back: npm run sopir -- backup list, then " +
        "backup restore NAME.",
    );
    this.name = "StoreHalfMigrated";
  }
}

/**
 * Which migrations a database has had, oldest first; none where it is empty.
 * @throws StoreHalfMigrated when one of them did not come to its end.
 */
export async function appliedMigrations(url: string): Promise<readonly string[]> {
  const adapter = await adapterOf(url).connect();
  try {
    const { rows } = await adapter.queryRaw({
      sql: "SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
      args: [],
      argTypes: [],
    });
    const half = rows.find(([, finishedAt]) => finishedAt === null);
    if (half !== undefined) throw new StoreHalfMigrated(String(half[0]));
    return rows.map(([name]) => String(name));
  } catch (cause) {
    if (cause instanceof DriverAdapterError && cause.cause.kind === "TableDoesNotExist") return [];
    throw cause;
  } finally {
    await adapter.dispose();
  }
}

/** SQL that leads from the schema `before` to the schema of today; a comment when they are equal. */
export const diffSchema = (url: string, before: string | null): Promise<string> =>
  withSchemaEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: before === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(before) },
      to: { tag: "schemaDatamodel", files: files(readSchema(engineOf(url))) },
      script: true,
      exitCode: false,
      filters,
    });
    return stdout ?? "";
  });

const files = (content: string): { path: string; content: string }[] => [
  { path: "schema.prisma", content },
];
