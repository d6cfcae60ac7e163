import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";
import type { Statement } from "../../src/store/driver/driver.ts";
import { PostgresqlConnection } from "../../src/store/driver/postgresql.ts";
import { SqliteConnection } from "../../src/store/driver/sqlite.ts";

/** What went to the databases of both engines since the last look. */
export interface Statements {
  /** By Prisma's client and by the drivers; beginnings and ends of transactions left out. */
  readonly list: readonly string[];
  /** Rows that came back. */
  readonly rows: number;
  /** Those that were committed. */
  readonly transactions: number;
}

let list: string[] = [];
let rows = 0;
let transactions = 0;

/** Counts for every store that is opened from now on. */
export function countStatements(): void {
  for (const { prototype } of [PrismaBetterSqlite3, PrismaPg]) {
    const connect = prototype.connect;
    prototype.connect = async function () {
      const adapter = await connect.call(this);
      countPrisma(adapter);
      return adapter;
    };
  }
  for (const { prototype } of [SqliteConnection, PostgresqlConnection]) countDriver(prototype);
}

/** What the work sent. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statements> {
  list = [];
  rows = 0;
  transactions = 0;
  await work();
  return { list: [...list], rows, transactions };
}

function countPrisma(through: SqlQueryable): void {
  const query = through.queryRaw.bind(through);
  through.queryRaw = async (params) => {
    list.push(params.sql);
    const result = await query(params);
    rows += result.rows.length;
    return result;
  };
  const execute = through.executeRaw.bind(through);
  through.executeRaw = (params) => {
    list.push(params.sql);
    return execute(params);
  };
}

/** What a driver's connection sends, as functions that can be replaced. */
interface Sending {
  query: <Row extends object>(statement: Statement) => Promise<readonly Row[]>;
  execute: (statement: Statement) => Promise<number>;
  step: (text: string) => Promise<void>;
}

function countDriver(prototype: Sending): void {
  const { query, execute, step } = prototype;
  prototype.query = async function <Row extends object>(statement: Statement) {
    list.push(statement.sql);
    const result = await query.call<Sending, [Statement], Promise<readonly Row[]>>(this, statement);
    rows += result.length;
    return result;
  };
  prototype.execute = function (statement) {
    list.push(statement.sql);
    return execute.call(this, statement);
  };
  prototype.step = function (text) {
    if (text === "COMMIT") transactions += 1;
    return step.call(this, text);
  };
}
