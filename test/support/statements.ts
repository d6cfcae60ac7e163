import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";

/** What went through the drivers of both engines since the last look. */
export interface Statements {
  readonly list: readonly string[];
  /** Rows that came back. */
  readonly rows: number;
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
      const begin = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (level) => {
        transactions += 1;
        const tx = await begin(level);
        count(tx);
        return tx;
      };
      count(adapter);
      return adapter;
    };
  }
}

/** What the work sent. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statements> {
  list = [];
  rows = 0;
  transactions = 0;
  await work();
  return { list: [...list], rows, transactions };
}

function count(through: SqlQueryable): void {
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
