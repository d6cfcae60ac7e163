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

/**
 * A broken unique key, a write that another one stands against, a deadlock: by the codes of SQLite, of
 * PostgreSQL, of Prisma's client, and by its adapters' names for them.
 */
const conflictCodes = new Set<unknown>([
  "SQLITE_CONSTRAINT_PRIMARYKEY",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_BUSY_SNAPSHOT",
  "23505",
  "40001",
  "40P01",
  "P2002",
  "P2034",
  "UniqueConstraintViolation",
  "TransactionWriteConflict",
]);

function isConflict(cause: unknown): boolean {
  if (cause instanceof Conflict) return true;
  const below = property(property(property(cause, "meta"), "driverAdapterError"), "cause");
  const codes = [property(cause, "code"), property(below, "kind"), property(below, "originalCode")];
  return codes.some((code) => conflictCodes.has(code));
}
