import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "../generated/postgresql/client.ts";
import { type Prisma, PrismaClient as SqliteClient } from "../generated/sqlite/client.ts";

/** Which engine a URL means. */
export type Engine = "sqlite" | "postgresql";

/** The generated client; both engines' clients are made from the same models. */
export type Client = SqliteClient;

/** A transaction of it. */
export type Tx = Prisma.TransactionClient;

/** A database that is open, with the one thing the two engines do not share: their SQL for claims. */
export interface Database {
  readonly engine: Engine;
  readonly client: Client;
}

/** The engine of a `DATABASE_URL`. */
export const engineOf = (url: string): Engine =>
  url.startsWith("file:") ? "sqlite" : "postgresql";

/** The driver adapter Prisma talks through. */
export const adapterOf = (url: string): PrismaBetterSqlite3 | PrismaPg =>
  engineOf(url) === "sqlite"
    ? new PrismaBetterSqlite3({ url, timeout: BUSY_TIMEOUT_MS })
    : new PrismaPg({ connectionString: url }, { schema: "public" });

/** Connects; SQLite is told to survive a power cut (WAL with FULL) and to keep references true. */
export async function connect(url: string): Promise<Database> {
  const engine = engineOf(url);
  const options = { adapter: adapterOf(url), transactionOptions };
  if (engine === "postgresql") {
    const client: unknown = new PostgresqlClient(options);
    if (!isClient(client)) throw new Error("the PostgreSQL client lacks a model");
    return { engine, client };
  }
  const client = new SqliteClient(options);
  await client.$queryRaw`PRAGMA journal_mode = WAL`;
  await client.$executeRaw`PRAGMA synchronous = FULL`;
  await client.$executeRaw`PRAGMA foreign_keys = ON`;
  return { engine, client };
}

const BUSY_TIMEOUT_MS = 10_000;
const transactionOptions = { maxWait: 20_000, timeout: 60_000 };

/** Both clients are generated from one schema; this asks whether the models are really there. */
const isClient = (client: unknown): client is Client =>
  typeof client === "object" && client !== null && "berkas" in client && "outbox" in client;
