import { engineOf } from "./client.ts";
import { openSchemaEngine, readMigrations, readSchema } from "./schema-engine.ts";

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing and returns the names; `prisma migrate deploy` would agree with it. */
export async function migrate(url: string): Promise<readonly string[]> {
  const engine = await openSchemaEngine(url);
  const migrationsList = readMigrations(engineOf(url));
  return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
}

/** Which committed migrations a database has not had yet; nothing is changed. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const engine = await openSchemaEngine(url);
  const migrationsList = readMigrations(engineOf(url));
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters,
  });
  const { history } = diagnosis;
  return history?.diagnostic === "databaseIsBehind" ? history.unappliedMigrationNames : [];
}

/** SQL that leads from the schema `before` to the schema of today; a comment when they are equal. */
export async function diffSchema(url: string, before: string | null): Promise<string> {
  const engine = await openSchemaEngine(url);
  const files = (content: string) => [{ path: "schema.prisma", content }];
  const { stdout } = await engine.diff({
    from: before === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(before) },
    to: { tag: "schemaDatamodel", files: files(readSchema(engineOf(url))) },
    script: true,
    exitCode: false,
    filters,
  });
  return stdout ?? "";
}
