import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { makePrivateFile } from "./private-file.ts";

/**
 * Copies a SQLite database that holds data to `<dataDir>/cadangan`, consistent even while in use.
 * Returns the copy's path, or null when there was nothing to copy.
 */
export function backupSqlite(path: string, dataDir: string, nowMs: number): string | null {
  if (!existsSync(path)) return null;
  const database = new Sqlite(path);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    if (tables.length === 0) return null;
    const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, "-");
    const copy = join(dataDir, "cadangan", `sopir-${stamp}-${randomUUID().slice(0, 8)}.db`);
    makePrivateFile(copy);
    database.prepare("VACUUM INTO ?").run(copy);
    return copy;
  } finally {
    database.close();
  }
}
