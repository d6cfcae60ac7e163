import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Log } from "../app/ports/log.ts";
import type { Store } from "../app/ports/store.ts";
import { findAccount, findUndangan, listAccount, listUndangan } from "./account.ts";
import { backupSqlite } from "./backup.ts";
import { releaseClaims } from "./claim.ts";
import { connect, type Database } from "./client.ts";
import { commit } from "./commit.ts";
import { knownInbox, ping } from "./inbox.ts";
import { findJejak } from "./jejak.ts";
import { listKantor, loadKantor, saveKantor, saveSop } from "./kantor.ts";
import { listBerkas, listBukti, reminderCount } from "./list.ts";
import { waitForMigration } from "./lock.ts";
import { readLog, verifyLog } from "./log-chain.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { findNaskah, listNaskah, saveNaskahFile, unmadeNaskah } from "./naskah.ts";
import { listNomor } from "./nomor.ts";
import {
  claimOutbox,
  findPertanyaan,
  listOutbox,
  nextOutboxMs,
  outboxDepth,
  readPrompts,
  recordReceipt,
  settleOutbox,
} from "./outbox.ts";
import { loadRekap } from "./rekap.ts";
import { loadRows, SopCache } from "./rows.ts";
import { siaranStatus } from "./siaran.ts";
import { claimTimers, nextTimerMs } from "./timer.ts";
import { sqlitePath } from "./url.ts";

export { sqlitePath } from "./url.ts";

/** Where the data are and who is told about migrations. */
export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly now: () => number;
  readonly log: Log;
  /** Folder of the migrations, if not the package's own. */
  readonly migrationsFrom?: string;
  /**
   * Whether this process alone works on the database (it holds the lock of a SQLite file). Then
   * whatever is claimed was claimed by one that died, and need not wait for its lease to run out.
   */
  readonly alone?: boolean;
}

/**
 * Opens the database, brings its schema up to date and hands out the one store there is. A file with
 * data is copied before a migration touches it.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  await prepare(options);
  const database = connect(options.url);
  if (options.alone === true) await releaseClaims(database.client);
  return storeOf(database);
}

async function prepare(options: StoreOptions): Promise<void> {
  const { url, dataDir, now, log, migrationsFrom: from } = options;
  const path = sqlitePath(url);
  if (path !== null) mkdirSync(dirname(path), { recursive: true });
  if ((await pendingMigrations(url, from)).length === 0) return;
  const lock = path === null ? null : await waitForMigration(path);
  try {
    // Asked again: another process may have been faster.
    if ((await pendingMigrations(url, from)).length === 0) return;
    if (path !== null) {
      const copy = backupSqlite(path, dataDir, now());
      if (copy !== null) log.info({ copy }, "database copied before migrating");
    }
    const applied = await migrate(url, from);
    log.info({ applied }, "database migrated");
  } finally {
    lock?.release();
  }
}

function storeOf(database: Database): Store {
  const { client, exclusively } = database;
  const sopCache = new SopCache(client);
  return {
    ping: () => exclusively(() => ping(client)),
    close: () => exclusively(() => client.$disconnect()),
    findAccount: (address) => exclusively(() => findAccount(client, address)),
    findUndangan: (kodeHash) => exclusively(() => findUndangan(client, kodeHash)),
    knownInbox: (keyList) => exclusively(() => knownInbox(client, keyList)),
    findJejak: (address, externalId) => exclusively(() => findJejak(client, address, externalId)),
    loadKantor: (id) => exclusively(() => loadKantor(client, id)),
    listKantor: () => exclusively(() => listKantor(client)),
    saveKantor: (record) => exclusively(() => saveKantor(client, record)),
    saveSop: (sop, hash, nowMs) => exclusively(() => saveSop(client, sop, hash, nowMs)),
    loadSop: (hash) => exclusively(() => sopCache.find(hash)),
    loadRows: (query) => exclusively(() => loadRows(client, sopCache, query)),
    commit: (request) => exclusively(() => commit(client, request)),
    claimTimers: (query) => exclusively(() => claimTimers(database, query)),
    nextTimerMs: () => exclusively(() => nextTimerMs(database)),
    claimOutbox: (query) => exclusively(() => claimOutbox(database, query)),
    settleOutbox: (id, outcome) => exclusively(() => settleOutbox(client, id, outcome)),
    listOutbox: (idList) => exclusively(() => listOutbox(client, idList)),
    readPrompts: (promptIdList) => exclusively(() => readPrompts(client, promptIdList)),
    findPertanyaan: (address, externalIdList) =>
      exclusively(() => findPertanyaan(client, address, externalIdList)),
    nextOutboxMs: (channelIdList) => exclusively(() => nextOutboxMs(client, channelIdList)),
    recordReceipt: (address, externalId, state) =>
      exclusively(() => recordReceipt(client, address, externalId, state)),
    siaranStatus: (id) => exclusively(() => siaranStatus(client, id)),
    reminderCount: (waitId) => exclusively(() => reminderCount(client, waitId)),
    loadRekap: (kantorId, tahun, padaMs) =>
      exclusively(() => loadRekap(client, sopCache, { kantorId, tahun, padaMs })),
    listBukti: (kantorId) => exclusively(() => listBukti(client, kantorId)),
    findNaskah: (id) => exclusively(() => findNaskah(client, id)),
    listNaskah: (kantorId, berkasId) => exclusively(() => listNaskah(client, kantorId, berkasId)),
    saveNaskahFile: (file) => exclusively(() => saveNaskahFile(client, file)),
    unmadeNaskah: (limit) => exclusively(() => unmadeNaskah(client, limit)),
    listNomor: (kantorId, tahun) => exclusively(() => listNomor(client, kantorId, tahun)),
    listBerkas: (kantorId) => exclusively(() => listBerkas(client, sopCache, kantorId)),
    listUndangan: (kantorId) => exclusively(() => listUndangan(client, kantorId)),
    listAccount: (kantorId) => exclusively(() => listAccount(client, kantorId)),
    readLog: (kantorId, afterSeq, limit) =>
      exclusively(() => readLog(client, kantorId, afterSeq, limit)),
    verifyLog: (kantorId) => verifyLog(database, kantorId),
    outboxDepth: () => exclusively(() => outboxDepth(client)),
  };
}
