import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import Sqlite from "better-sqlite3";
import type { Pool, PoolConfig } from "pg";
import { PrismaClient as PostgresqlClient } from "../generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "../generated/sqlite/client.ts";
import type { Driver } from "./driver/driver.ts";
import { PostgresqlDriver } from "./driver/postgresql.ts";
import { SqliteDriver } from "./driver/sqlite.ts";
import { type Engine, engineOf } from "./url.ts";

/** The generated client; both engines' clients are made from the same models. */
export type Client = SqliteClient;

/** A database that is open, with the few things the two engines do not share. */
export interface Database {
  readonly engine: Engine;
  /** For all that is not hot. It writes nothing in transactions: those are the driver's. */
  readonly client: Client;
  /** For what a turn writes and a send takes. */
  readonly driver: Driver;
  /** Runs work that no other work of this process may fall into. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The driver adapter Prisma talks through. */
export const adapterOf = (url: string): SqlMigrationAwareDriverAdapterFactory =>
  engineOf(url) === "sqlite"
    ? durable(new PrismaBetterSqlite3({ url, timeout: BUSY_TIMEOUT_MS }))
    : postgresql(async () => ({ connectionString: url }));

/** The same with one connection for all that is asked, which a transaction over several statements needs. */
export const singleAdapterOf = (url: string): SqlMigrationAwareDriverAdapterFactory =>
  engineOf(url) === "sqlite"
    ? adapterOf(url)
    : postgresql(async () => ({ connectionString: url, max: 1, idleTimeoutMillis: 0 }));

/** Its driver is read when it is connected to: an office on SQLite never needs it. */
function postgresql(
  source: () => Promise<Pool | PoolConfig>,
): SqlMigrationAwareDriverAdapterFactory {
  const factory = async () => {
    const { PrismaPg } = await import("@prisma/adapter-pg");
    return new PrismaPg(await source(), { schema: "public", disposeExternalPool: true });
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: async () => (await factory()).connect(),
    connectToShadowDb: async () => (await factory()).connectToShadowDb(),
  };
}

/** Makes a client; it connects with its first statement. */
export function connect(url: string): Database {
  const engine = engineOf(url);
  if (engine === "sqlite") {
    const client = new SqliteClient({ adapter: adapterOf(url) });
    const exclusively = turnsOf(url);
    return {
      engine,
      client,
      driver: new SqliteDriver(() => openSqlite(url), exclusively),
      exclusively,
    };
  }
  const poolOf = poolFor(url);
  const client: unknown = new PostgresqlClient({ adapter: postgresql(poolOf) });
  if (!isClient(client)) throw new Error("the PostgreSQL client lacks a model");
  return { engine, client, driver: new PostgresqlDriver(poolOf), exclusively: (work) => work() };
}

/** One pool of connections for all that is asked of a database, made when something is. */
function poolFor(connectionString: string): () => Promise<Pool> {
  let pool: Promise<Pool> | null = null;
  const open = async (): Promise<Pool> => {
    const { default: pg } = await import("pg");
    const opened = new pg.Pool({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    // A connection that breaks while nobody uses it is replaced by the next one.
    opened.on("error", () => undefined);
    return opened;
  };
  return () => {
    pool ??= open();
    return pool;
  };
}

const CONNECT_TIMEOUT_MS = 20_000;

function openSqlite(url: string): Sqlite.Database {
  const database = new Sqlite(url.slice("file:".length), { timeout: BUSY_TIMEOUT_MS });
  database.exec(pragmas);
  return database;
}

/** How long a statement waits for another process's write to the same SQLite file. */
const BUSY_TIMEOUT_MS = 10_000;

/** Survives a power cut: a commit is on disk when it returns. These are settings of a connection. */
const pragmas = `PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;`;

function durable(factory: PrismaBetterSqlite3): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async (): Promise<SqlDriverAdapter> => {
      const adapter = await factory.connect();
      await adapter.executeScript(pragmas);
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

/**
 * SQLite has one connection here, and a statement sent while a transaction is open would run inside
 * that transaction: undone with it if it fails. So the next one waits for the last. Two stores on one
 * file take turns too: its driver waits for a lock without letting go of the thread that holds it.
 */
function turnsOf(url: string): Database["exclusively"] {
  return async (work) => {
    const mine = (lastByUrl.get(url) ?? Promise.resolve()).then(work, work);
    lastByUrl.set(url, mine);
    try {
      return await mine;
    } finally {
      if (lastByUrl.get(url) === mine) lastByUrl.delete(url);
    }
  };
}

const lastByUrl = new Map<string, Promise<unknown>>();

/** Both clients are generated from one schema; this asks whether the models are really there. */
const isClient = (client: unknown): client is Client =>
  typeof client === "object" && client !== null && "berkas" in client && "outbox" in client;
