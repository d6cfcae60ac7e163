import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Log } from "../app/ports/log.ts";
import type { Store } from "../app/ports/store.ts";
import { findAccount, findUndangan, listAccount, listUndangan } from "./account.ts";
import { backupSqlite } from "./backup.ts";
import { connect, type Database, engineOf } from "./client.ts";
import { commit } from "./commit.ts";
import { listKantor, loadKantor, saveKantor, saveSop } from "./kantor.ts";
import { listBerkas, listDokumen, reminderCount } from "./list.ts";
import { readLog, verifyLog } from "./log-chain.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { claimOutbox, nextOutboxMs, outboxDepth, recordReceipt, settleOutbox } from "./outbox.ts";
import { loadRekap } from "./rekap.ts";
import { loadRows, SopCache } from "./rows.ts";
import { siaranStatus } from "./siaran.ts";
import { claimTimers, nextTimerMs } from "./timer.ts";

/** Where the data are and who is told about migrations. */
export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly now: () => number;
  readonly log: Log;
}

/** The file of an embedded database; null on PostgreSQL. */
export const sqlitePath = (url: string): string | null =>
  engineOf(url) === "sqlite" ? url.slice("file:".length) : null;

/**
 * Opens the database, brings its schema up to date and hands out the one store there is. A file with
 * data is copied before a migration touches it.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  await prepare(options);
  return storeOf(await connect(options.url));
}

async function prepare({ url, dataDir, now, log }: StoreOptions): Promise<void> {
  const path = sqlitePath(url);
  if (path !== null) mkdirSync(dirname(path), { recursive: true });
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  if (path !== null) {
    const stamp = new Date(now()).toISOString().replace(/[:.]/g, "-");
    const copy = backupSqlite(path, dataDir, stamp);
    if (copy !== null) log.info({ copy }, "database copied before migrating");
  }
  const applied = await migrate(url);
  log.info({ applied }, "database migrated");
}

function storeOf(database: Database): Store {
  const { client } = database;
  const sopCache = new SopCache(client);
  return {
    ping: async () => (await client.$queryRaw<unknown[]>`SELECT 1 AS satu`).length === 1,
    close: () => client.$disconnect(),
    findAccount: (address) => findAccount(client, address),
    findUndangan: (kodeHash) => findUndangan(client, kodeHash),
    knownInbox: async (keyList) => {
      const rows = await client.inbox.findMany({
        where: { key: { in: [...keyList] } },
        select: { key: true },
      });
      return new Set(rows.map(({ key }) => key));
    },
    loadKantor: (id) => loadKantor(client, id),
    listKantor: () => listKantor(client),
    saveKantor: (record) => saveKantor(client, record),
    saveSop: (sop, hash, nowMs) => saveSop(client, sop, hash, nowMs),
    loadRows: (query) => loadRows(client, sopCache, query),
    commit: (request) => commit(client, request),
    claimTimers: (query) => claimTimers(database, query),
    nextTimerMs: () => nextTimerMs(database),
    claimOutbox: (query) => claimOutbox(database, query),
    settleOutbox: (id, outcome) => settleOutbox(client, id, outcome),
    nextOutboxMs: (channelIdList) => nextOutboxMs(client, channelIdList),
    recordReceipt: (address, externalId, state) =>
      recordReceipt(client, address, externalId, state),
    siaranStatus: (id) => siaranStatus(client, id),
    reminderCount: (waitId) => reminderCount(client, waitId),
    loadRekap: (kantorId, tahun, padaMs) =>
      loadRekap(client, sopCache, { kantorId, tahun, padaMs }),
    listDokumen: (kantorId, berkasId) => listDokumen(client, kantorId, berkasId),
    listBerkas: (kantorId) => listBerkas(client, sopCache, kantorId),
    listUndangan: (kantorId) => listUndangan(client, kantorId),
    listAccount: (kantorId) => listAccount(client, kantorId),
    readLog: (kantorId, afterSeq, limit) => readLog(client, kantorId, afterSeq, limit),
    verifyLog: (kantorId) => verifyLog(client, kantorId),
    outboxDepth: () => outboxDepth(client),
  };
}
