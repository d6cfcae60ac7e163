import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";

/** Another process runs on the same database file. */
export class StoreInUse extends Error {
  constructor(path: string) {
    super(
      `Another sopir is running on ${path}. Stop it first, or give this one its own DATABASE_URL.`,
    );
    this.name = "StoreInUse";
  }
}

/**
 * Holds the database file for this process alone. The lock is an exclusive transaction on a file
 * beside it: the operating system drops it when the process dies, however it dies, so a crash never
 * leaves a stale one.
 * @throws StoreInUse when another process holds it.
 */
export function lockDatabase(path: string): { release(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const lock = new Sqlite(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith("SQLITE_BUSY")) {
      throw new StoreInUse(path);
    }
    throw cause;
  }
  return { release: () => lock.close() };
}
