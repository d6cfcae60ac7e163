import { engineOf } from "./client.ts";
import { readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing and returns the names; `prisma migrate deploy` would agree with it. */
export const migrate = (url: string): Promise<readonly string[]> =>
  withSchemaEngine(url, async (engine) => {
    const migrationsList = readMigrations(engineOf(url));
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });

/** Which committed migrations a database has not had yet; nothing is changed. */
export const pendingMigrations = (url: string): Promise<readonly string[]> =>
  withSchemaEngine(url, async (engine) => {
    const migrationsList = readMigrations(engineOf(url));
    try {
      const { history } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      return history?.diagnostic === "databaseIsBehind" ? history.unappliedMigrationNames : [];
    } catch (cause) {
      if (!isUntouched(cause)) throw cause;
      return migrationsList.migrationDirectories.map(({ path }) => path);
    }
  });

/** P1014: a database without the table of migrations has had none. */
const isUntouched = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "P1014";

/** SQL that leads from the schema `before` to the schema of today; a comment when they are equal. */
export const diffSchema = (url: string, before: string | null): Promise<string> =>
  withSchemaEngine(url, async (engine) => {
    const files = (content: string) => [{ path: "schema.prisma", content }];
    const { stdout } = await engine.diff({
      from: before === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(before) },
      to: { tag: "schemaDatamodel", files: files(readSchema(engineOf(url))) },
      script: true,
      exitCode: false,
      filters,
    });
    return stdout ?? "";
  });
