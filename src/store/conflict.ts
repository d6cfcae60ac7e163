import { Prisma } from "../generated/sqlite/client.ts";
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

/** Prisma's codes for a broken unique key, and for a write conflict or deadlock. */
const conflictCodes = new Set(["P2002", "P2034"]);

/** The same two where Prisma passes a raw statement's failure on as the driver adapter named it. */
const conflictKinds = new Set<unknown>(["UniqueConstraintViolation", "TransactionWriteConflict"]);

function isConflict(cause: unknown): boolean {
  if (cause instanceof Conflict) return true;
  if (!(cause instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (conflictCodes.has(cause.code)) return true;
  const reason = property(property(cause.meta, "driverAdapterError"), "cause");
  return conflictKinds.has(property(reason, "kind")) || isStaleSnapshot(reason);
}

/** SQLite's word for it: another process wrote between this transaction's first read and its write. */
const isStaleSnapshot = (reason: unknown): boolean =>
  property(reason, "originalCode") === "SQLITE_BUSY_SNAPSHOT";
