import { Prisma } from "../generated/sqlite/client.ts";

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

/** Prisma's codes for a broken unique key, a write conflict and a deadlock. */
const conflictCodes = new Set(["P2002", "P2034"]);

/** What the engines themselves call it, where Prisma passes a raw statement's failure on. */
const uniqueViolations = new Set(["23505", "40001", "40P01", "2067", "1555"]);

function isConflict(cause: unknown): boolean {
  if (cause instanceof Conflict) return true;
  if (!(cause instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (conflictCodes.has(cause.code)) return true;
  return cause.code === "P2010" && uniqueViolations.has(originalCode(cause.meta));
}

function originalCode(meta: unknown): string {
  const adapter = property(meta, "driverAdapterError");
  const original = property(property(adapter, "cause"), "originalCode");
  return String(original ?? property(meta, "code") ?? "");
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
