import type { Log } from "../../app/ports/log.ts";
import type { Store } from "../../app/ports/store.ts";
import { KantorId } from "../../core/kantor/schema.ts";
import { connect, type Database } from "../client.ts";
import { type Lock, lockDatabase, StoreInUse } from "../lock.ts";
import { openStore } from "../open.ts";
import { sqlitePath } from "../url.ts";
import { beginMove, completeMove, readMark } from "./mark.ts";
import { type Model, readModels } from "./models.ts";
import { renumber } from "./numbers.ts";
import { othersIn } from "./others.ts";
import { addRows, countRows, pagesOf, type Sum, sidikOf, sumUp } from "./rows.ts";

/** From where to where, and who is told of it. */
export interface MoveOptions {
  readonly from: string;
  readonly to: string;
  readonly dataDir: string;
  readonly now: () => number;
  readonly log: Log;
  /** Hears of every page that has arrived: of this table so many rows of so many. */
  readonly onPage: (table: string, count: number, of: number) => void;
  /** Done as soon as it is certain that the move may begin, before its first row; more than once if it must. */
  readonly before?: () => Promise<void>;
}

/** Which of the two databases something is about. */
export type Side = "sumber" | "tujuan";

/** The office whose log does not hold together, and at which entry. */
interface Broken {
  readonly kantorId: string;
  readonly seq: number;
}

/** What a move came to. Only the first is a success; after all others the source is still the one. */
export type Moved =
  | {
      readonly kind: "moved";
      readonly sums: readonly Sum[];
      readonly logs: readonly { readonly kantorId: string; readonly count: number }[];
      /** It went on where an earlier one had stopped. */
      readonly resumed: boolean;
    }
  | { readonly kind: "in-use"; readonly side: Side; readonly others: number | null }
  | { readonly kind: "nothing-there" }
  | { readonly kind: "not-empty"; readonly tables: readonly string[] }
  | { readonly kind: "moved-before" }
  | { readonly kind: "other-source" }
  | { readonly kind: "changed" }
  | { readonly kind: "log-broken"; readonly side: Side; readonly broken: readonly Broken[] }
  | { readonly kind: "differs"; readonly tables: readonly Difference[] };

/** A table that did not arrive as it was. */
export interface Difference {
  readonly table: string;
  readonly count: number;
  readonly arrived: number;
}

/**
 * Copies all that one database holds into another, empty one, and looks whether it arrived. Nobody may
 * write to either meanwhile. An interrupted move goes on where it stopped, as long as the source holds
 * what it held.
 */
export async function moveData(options: MoveOptions): Promise<Moved> {
  const held: Lock[] = [];
  try {
    for (const [side, url] of sides(options)) {
      const others = await occupy(url, held);
      if (others !== 0) return { kind: "in-use", side, others };
    }
    const from = await openEnd(options, options.from);
    const to = await openEnd(options, options.to);
    try {
      return await moveBetween(from, to, options);
    } finally {
      await from.close();
      await to.close();
    }
  } finally {
    for (const lock of held) lock.release();
  }
}

const sides = ({ from, to }: MoveOptions): readonly (readonly [Side, string])[] => [
  ["sumber", from],
  ["tujuan", to],
];

/** Takes a database for this process alone; how many others are there, null where that is not known. */
async function occupy(url: string, held: Lock[]): Promise<number | null> {
  const path = sqlitePath(url);
  if (path === null) return othersIn(url);
  try {
    held.push(lockDatabase(path));
    return 0;
  } catch (cause) {
    if (cause instanceof StoreInUse) return null;
    throw cause;
  }
}

/** One of the two databases: its rows, and the store that can read its log. */
interface End extends Database {
  readonly store: Pick<Store, "verifyLog">;
  readonly close: () => Promise<void>;
}

async function openEnd({ dataDir, now, log }: MoveOptions, url: string): Promise<End> {
  const store = await openStore({ url, dataDir, now, log, unfinished: true });
  const database = connect(url);
  const close = async (): Promise<void> => {
    await database.client.$disconnect();
    await store.close();
  };
  return { ...database, store, close };
}

async function moveBetween(from: End, to: End, options: MoveOptions): Promise<Moved> {
  const models = readModels();
  const source = await verifyLogs(from);
  if (source.broken.length > 0)
    return { kind: "log-broken", side: "sumber", broken: source.broken };
  const sums = await sumUp(from, models);
  if (sums.every(({ count }) => count === 0)) return { kind: "nothing-there" };
  const mark = await readMark(to.client);
  const refused = mark === null ? await notEmpty(to, models) : refusedAgain(mark, sidikOf(sums));
  if (refused !== null) return refused;
  await options.before?.();
  if (mark === null) await beginMove(to.client, sidikOf(sums), options.now());
  for (const model of models) await copy(from, to, { model, sums, onPage: options.onPage });
  await renumber(to, models);
  const tables = differences(sums, await sumUp(to, models));
  const { broken, logs } = await verifyLogs(to);
  // Read once more, as late as can be: the command line writes beside whoever holds the lock.
  if (sidikOf(await sumUp(from, models)) !== sidikOf(sums)) return { kind: "changed" };
  if (tables.length > 0) return { kind: "differs", tables };
  if (broken.length > 0) return { kind: "log-broken", side: "tujuan", broken };
  await completeMove(to.client, options.now());
  return { kind: "moved", sums, logs, resumed: mark !== null };
}

async function notEmpty(to: End, models: readonly Model[]): Promise<Moved | null> {
  const filled: string[] = [];
  for (const model of models) if ((await countRows(to, model)) > 0) filled.push(model.table);
  return filled.length === 0 ? null : { kind: "not-empty", tables: filled };
}

function refusedAgain(
  { sidik, complete }: { readonly sidik: string; readonly complete: boolean },
  expected: string,
): Moved | null {
  if (complete) return { kind: "moved-before" };
  return sidik === expected ? null : { kind: "other-source" };
}

interface Copying extends Pick<MoveOptions, "onPage"> {
  readonly model: Model;
  readonly sums: readonly Sum[];
}

/** Pages arrive whole and in order, so what is there already is how far an earlier move came. */
async function copy(from: End, to: End, { model, sums, onPage }: Copying): Promise<void> {
  const { table } = model;
  const all = sums.find((sum) => sum.table === table)?.count ?? 0;
  let arrived = await countRows(to, model);
  if (arrived >= all) return;
  for await (const page of pagesOf(from, model, arrived)) {
    // Something is there that should not be: the comparison will name the table.
    if (!(await addRows(to, model, page))) return;
    arrived += page.length;
    onPage(table, arrived, all);
  }
}

const differences = (sums: readonly Sum[], arrived: readonly Sum[]): readonly Difference[] =>
  sums.flatMap(({ table, count, sidik }) => {
    const there = arrived.find((sum) => sum.table === table);
    return there?.sidik === sidik && there.count === count
      ? []
      : [{ table, count, arrived: there?.count ?? 0 }];
  });

async function verifyLogs({ client, exclusively, store }: End) {
  const rows = await exclusively(() => client.kantor.findMany({ select: { id: true } }));
  const logs: { readonly kantorId: string; readonly count: number }[] = [];
  const broken: Broken[] = [];
  for (const { id } of rows) {
    const { count, brokenSeq } = await store.verifyLog(KantorId.parse(id));
    if (brokenSeq === null) logs.push({ kantorId: id, count });
    else broken.push({ kantorId: id, seq: brokenSeq });
  }
  return { logs, broken };
}
