import Sqlite from "better-sqlite3";
import type { Log } from "../../app/ports/log.ts";
import { connect } from "../client.ts";
import { readModels } from "../move/models.ts";
import { addRows, pagesOf, type Rows, sidikOf, sumUp } from "../move/rows.ts";
import { openStore } from "../open.ts";
import { makePrivateFile } from "../private-file.ts";
import { sqlitePath } from "../url.ts";

/** Where a database is, and the file it is to be copied to. */
export interface Copying {
  readonly url: string;
  readonly file: string;
  readonly log: Log;
}

/** Copies a database, as it stands at one moment, into a new SQLite file while others write to it. */
export async function copyDatabase(copying: Copying): Promise<void> {
  const path = sqlitePath(copying.url);
  makePrivateFile(copying.file);
  if (path === null) await copyPostgresql(copying);
  else await copySqlite(path, copying.file);
}

/** Pages at a time: between them whoever waits for an answer gets it. */
const PAGES = 200;

/**
 * SQLite's own online backup. It would begin anew with every write of somebody else; the transaction
 * that is open on its connection keeps it at the moment it began.
 */
async function copySqlite(path: string, file: string): Promise<void> {
  const database = new Sqlite(path, { fileMustExist: true });
  try {
    database.exec("BEGIN");
    database.prepare("SELECT COUNT(*) FROM sqlite_master").get();
    await database.backup(file, { progress: () => PAGES });
  } finally {
    database.close();
  }
}

/** Beyond it something is wrong, and the server may clean up behind us. */
const LONGEST_MS = 4 * 3_600_000;
const CONNECT_MS = 30_000;

/** Row by row, as a move does, from one moment of the server; then both sides are compared. */
async function copyPostgresql({ url, file, log }: Copying): Promise<void> {
  const to = `file:${file}`;
  await (await openStore({ url: to, dataDir: `${file}.salinan`, now: () => 0, log })).close();
  const [source, target] = [connect(url), connect(to)];
  const models = readModels();
  try {
    const sidik = await source.client.$transaction(
      async (client) => {
        // In the words of the server: the client's types know only the levels of SQLite.
        await client.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
        const snapshot: Rows = { client, exclusively: (work) => work() };
        for (const model of models)
          for await (const page of pagesOf(snapshot, model)) await addRows(target, model, page);
        return sidikOf(await sumUp(snapshot, models));
      },
      { maxWait: CONNECT_MS, timeout: LONGEST_MS },
    );
    if (sidik !== sidikOf(await sumUp(target, models)))
      throw new Error("the copy of the database differs from the database");
  } finally {
    await source.client.$disconnect();
    await target.client.$disconnect();
  }
}

/** Puts a copy to rest: one file, which whoever may only read can open. @throws when it is damaged. */
export function settleDatabase(file: string): void {
  const database = new Sqlite(file, { fileMustExist: true });
  try {
    database.pragma("journal_mode = DELETE");
    if (!isSound(database)) throw new Error("the copy of the database is damaged");
  } finally {
    database.close();
  }
}

/** Whether SQLite finds every page and index of a file in order. */
export function isSoundDatabase(file: string): boolean {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return isSound(database);
    } finally {
      database.close();
    }
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) return false;
    throw cause;
  }
}

const isSound = (database: Sqlite.Database): boolean =>
  database.pragma("integrity_check", { simple: true }) === "ok";
