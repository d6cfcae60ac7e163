import { property } from "./trouble.ts";

/** Somebody else changed what was read; the transaction writes nothing. */
export class Conflict extends Error {
  constructor(what: string) {
    super(`${what} was changed meanwhile`);
    this.name = "Conflict";
  }
}

/** Runs a transaction's promise; true when it was written, false when somebody else was faster. */
export async function unlessConflict(transaction: Promise<unknown>): Promise<boolean> {
  try {
    await transaction;
    return true;
  } catch (cause) {
    if (isConflict(cause)) return false;
    throw cause;
  }
}

/** A broken unique key, a write that another one stands against, a deadlock: SQLite's codes, then PostgreSQL's. */
const conflictCodes = new Set<unknown>([
  "SQLITE_CONSTRAINT_PRIMARYKEY",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_BUSY_SNAPSHOT",
  "23505",
  "40001",
  "40P01",
]);

const isConflict = (cause: unknown): boolean =>
  cause instanceof Conflict || conflictCodes.has(property(cause, "code"));
