// Writes the next migration of both engines: node scripts/migration.mjs NAME
// The schema of the last commit is what the databases of the world have; the file is what they need.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { root } from "./run.mjs";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: node scripts/migration.mjs name_of_the_change");
  process.exit(2);
}

register();
const { diffSchema } = await import("../src/store/migrate.ts");
const { startOwnPostgres } = await import("../test/support/postgres.ts");

const before = previousSchema();
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const postgres = await startOwnPostgres();
try {
  const urls = { sqlite: "file::memory:", postgresql: await postgres.createDatabase() };
  for (const [engine, url] of Object.entries(urls)) {
    const schema = before?.replace('provider = "sqlite"', `provider = "${engine}"`) ?? null;
    const sql = await diffSchema(url, schema);
    if (sql.startsWith("-- This is an empty migration")) {
      console.error(`${engine}: prisma/schema.prisma is as it was in the last commit`);
      process.exitCode = 1;
      continue;
    }
    const folder = join(root, "prisma", "migrations", engine);
    mkdirSync(join(folder, `${stamp}_${name}`), { recursive: true });
    writeFileSync(join(folder, `${stamp}_${name}`, "migration.sql"), sql);
    writeFileSync(join(folder, "migration_lock.toml"), `provider = "${engine}"\n`);
    console.log(`${engine}: ${sql.split("\n").length} lines`);
  }
} finally {
  await postgres.stop();
}

function previousSchema() {
  try {
    return execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}
