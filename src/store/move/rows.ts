import { createHash } from "node:crypto";
import { Prisma } from "../../generated/sqlite/client.ts";
import type { Database } from "../client.ts";
import { unlessConflict } from "../conflict.ts";
import type { Model } from "./models.ts";

/** A row as the client reads it, whatever table it is of: the same on both engines. */
export type Row = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** Where rows are read and added: a database, or one moment of it. */
export interface Rows extends Pick<Database, "exclusively"> {
  readonly client: Prisma.TransactionClient;
}

/** What the client offers for every model. */
interface Table {
  count(): Promise<number>;
  findMany(query: Query): Promise<readonly Row[]>;
}

interface Query {
  readonly where: object;
  readonly orderBy: readonly object[];
  readonly skip: number;
  readonly take: number;
}

/** Rows in one statement: with sixty columns even they stay below SQLite's 32 766 parameters. */
export const PAGE = 500;

/** The rows of a model, as many as there are. */
export const countRows = ({ client, exclusively }: Rows, model: Model): Promise<number> =>
  exclusively(() => tableOf(client, model).count());

/** Adds rows as they are, all of them, or none; false where one of them is there already. */
export const addRows = (
  { client, exclusively }: Rows,
  model: Model,
  data: readonly Row[],
): Promise<boolean> =>
  exclusively(() => unlessConflict(client.$executeRaw(insertion(model, data))));

/** Written out, for the client's own way of adding many rows takes some milliseconds for each. */
function insertion({ table, columnByField }: Model, rows: readonly Row[]): Prisma.Sql {
  const fields = [...columnByField.keys()];
  const columns = Prisma.raw([...columnByField.values()].map((one) => `"${one}"`).join(", "));
  const values = rows.map(
    (row) => Prisma.sql`(${Prisma.join(fields.map((field) => row[field] ?? null))})`,
  );
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${columns})
    VALUES ${Prisma.join(values)}`;
}

/** All rows behind the first `skip`, page by page, in the order of their key as this database sorts. */
export async function* pagesOf(
  { client, exclusively }: Rows,
  model: Model,
  skip = 0,
): AsyncGenerator<readonly Row[]> {
  const orderBy = model.key.map((field) => ({ [field]: "asc" }));
  let last: Row | null = null;
  for (;;) {
    const where = last === null ? {} : behind(model.key, last);
    const query: Query = { where, orderBy, skip: last === null ? skip : 0, take: PAGE };
    const page = await exclusively(() => tableOf(client, model).findMany(query));
    last = page.at(-1) ?? null;
    if (last !== null) yield page;
    if (page.length < PAGE) return;
  }
}

/** What comes after a row; the first condition alone lets the index begin where it has to. */
function behind(key: Model["key"], row: Row): object {
  const beyond = key.map((field, at) => ({
    ...Object.fromEntries(key.slice(0, at).map((before) => [before, row[before]])),
    [field]: { gt: row[field] },
  }));
  return { AND: [{ [key[0]]: { gte: row[key[0]] } }, { OR: beyond }] };
}

function tableOf(client: Rows["client"], { name }: Model): Table {
  const own = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const table: unknown = Reflect.get(client, own);
  if (!isTable(table)) throw new Error(`the client has no model ${name}`);
  return table;
}

const isTable = (value: unknown): value is Table =>
  typeof value === "object" &&
  value !== null &&
  ["count", "findMany"].every((name) => typeof Reflect.get(value, name) === "function");

/** How many rows a table holds, and a checksum over them. */
export interface Sum {
  readonly table: string;
  readonly count: number;
  /** Sum of the SHA-256 of every row: the same in whatever order a database sorts, in hexadecimal. */
  readonly sidik: string;
}

/** Reads every table through. */
export async function sumUp(database: Rows, models: readonly Model[]): Promise<readonly Sum[]> {
  const sums: Sum[] = [];
  for (const model of models) sums.push(await sumOf(database, model));
  return sums;
}

async function sumOf(database: Rows, model: Model): Promise<Sum> {
  let count = 0;
  let total = 0n;
  for await (const page of pagesOf(database, model)) {
    count += page.length;
    total = page.reduce((sum, row) => (sum + digestOf(row)) % ROOM, total);
  }
  return { table: model.table, count, sidik: total.toString(16).padStart(64, "0") };
}

const ROOM = 2n ** 256n;

function digestOf(row: Row): bigint {
  const fields = Object.entries(row)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, typeof value, String(value)]);
  return BigInt(`0x${createHash("sha256").update(JSON.stringify(fields)).digest("hex")}`);
}

/** One checksum over all tables: a database with another one holds something else. */
export const sidikOf = (sums: readonly Sum[]): string =>
  createHash("sha256").update(JSON.stringify(sums)).digest("hex");
