import { truncateSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { makePrivateFile } from "./private-file.ts";

/** Another process runs on the same database file. */
export class StoreInUse extends Error {
  constructor(path: string) {
    super(
      `Another sopir is running on ${path}. Stop it first, or give this one its own DATABASE_URL.`,
    );
    this.name = "StoreInUse";
  }
}

/** Something held until it is let go, or until the process is gone. */
export interface Lock {
  release(): void;
}

/**
 * Holds the database file for this process alone. The lock is an exclusive transaction on a file
 * beside it: the operating system drops it when the process dies, however it dies, so a crash never
 * leaves a stale one.
 * @throws StoreInUse when another process holds it.
 */
export function lockDatabase(path: string): Lock {
  const lock = lockFile(`${path}.lock`);
  if (lock === null) throw new StoreInUse(path);
  return lock;
}

/** Lets one process at a time migrate a file: the bot and the command line may start together. */
export async function waitForMigration(path: string): Promise<Lock> {
  for (let tries = 0; tries < MIGRATION_TRIES; tries += 1) {
    const lock = lockFile(`${path}.migrate-lock`);
    if (lock !== null) return lock;
    await new Promise((resolve) => setTimeout(resolve, MIGRATION_PAUSE_MS));
  }
  throw new StoreInUse(path);
}

const MIGRATION_PAUSE_MS = 100;
const MIGRATION_TRIES = 600;

/** Takes a file for this process; null while another one has it. */
export function lockFile(path: string): Lock | null {
  makePrivateFile(path);
  try {
    return take(path);
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError)) throw cause;
    if (cause.code.startsWith("SQLITE_BUSY")) return null;
    if (cause.code !== "SQLITE_NOTADB") throw cause;
    // Nothing is ever written into it: what stands there came with a power cut, and nobody can hold it.
    truncateSync(path);
    return lockFile(path);
  }
}

function take(path: string): Lock {
  const lock = new Sqlite(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw cause;
  }
  return { release: () => lock.close() };
}
