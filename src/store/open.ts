import type { Log } from "../app/ports/log.ts";
import type { Store } from "../app/ports/store.ts";
import { findAccount, findUndangan, listAccount, listUndangan } from "./account.ts";
import { type Bell, createBell } from "./bell.ts";
import { releaseOutbox, releaseTimers } from "./claim.ts";
import { connect, type Database } from "./client.ts";
import { readAlive, readClock, saveAlive, saveClock } from "./clock.ts";
import { commit } from "./commit.ts";
import { backupSqlite } from "./copies.ts";
import { foldAway } from "./fold-away.ts";
import { health } from "./health.ts";
import { dropHeld, listHeld } from "./held.ts";
import { knownInbox } from "./inbox.ts";
import { inspect } from "./inspect.ts";
import { findJejak } from "./jejak.ts";
import { pageDipantau } from "./kabupaten.ts";
import { activeSop, listKantor, loadKantor, saveKantor, saveSop } from "./kantor.ts";
import { dropLeases, takeLeases } from "./lease.ts";
import { deadLetters, dropLetters, listLetters, retryLetters, untoldLetters } from "./letters.ts";
import {
  berkasSelesai,
  findBerkas,
  listBerkas,
  listBukti,
  listRevisi,
  reminderCount,
} from "./list.ts";
import { waitForMigration } from "./lock.ts";
import { aheadOf, logHead, readLog, verifyLog } from "./log-chain.ts";
import { findPertanyaan, recordReceipt } from "./message-ref.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { refuseUnfinished } from "./move/mark.ts";
import {
  berkasOfNewestNaskah,
  findNaskah,
  listNaskah,
  saveNaskahFile,
  unmadeNaskah,
} from "./naskah.ts";
import { listNomor } from "./nomor.ts";
import { listOutbox, outboxDepth, readPrompts, unsaidNews } from "./outbox.ts";
import { claimOutbox, outboxWaitMs } from "./outbox-claim.ts";
import { keepParts, settleOutbox } from "./outbox-settle.ts";
import { dropPassed, listPassed, passedKantor, passOn } from "./passed.ts";
import { loadPerson } from "./person.ts";
import { makePrivateFile } from "./private-file.ts";
import { type Reading, SopCache } from "./reading.ts";
import { loadRekap } from "./rekap.ts";
import { loadBerkas, loadOffice, loadRealisasi } from "./rows.ts";
import { SetAside } from "./set-aside.ts";
import { siaranStatus } from "./siaran.ts";
import { claimTimers, nextTimerMs, putOffTimers } from "./timer.ts";
import { Trouble } from "./trouble.ts";
import { sqlitePath } from "./url.ts";
import { windows } from "./window.ts";

export { sqlitePath } from "./url.ts";

/** Where the data are and who is told about migrations. */
export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  /** The machine's time: leases, later tries and the names of copies go by it. */
  readonly now: () => number;
  readonly log: Log;
  /** Folder of the migrations, if not the package's own. */
  readonly migrationsFrom?: string;
  /**
   * Whether this process alone works on the database (it holds the lock of a SQLite file). Then
   * whatever timer is claimed was claimed by one that died, and need not wait for its lease to run out.
   */
  readonly alone?: boolean;
  /** Also where a move into it is not complete; only for whoever completes it. */
  readonly unfinished?: boolean;
}

/**
 * Opens the database, brings its schema up to date and hands out the one store there is. A file with
 * data is copied before a migration touches it.
 * @throws StoreUnfinished where a move into it was interrupted.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  await prepare(options);
  const database = connect(options.url);
  if (options.unfinished !== true) await refuseUnfinished(database);
  if (options.alone === true) await releaseTimers(database.client);
  return storeOf(database, options);
}

async function prepare(options: StoreOptions): Promise<void> {
  const { url, dataDir, now, log, migrationsFrom: from } = options;
  const path = sqlitePath(url);
  if (path !== null) makePrivateFile(path);
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

function storeOf(database: Database, { url, log, now }: StoreOptions): Store {
  const { client, driver } = database;
  const bell = createBell(url, log);
  const aside = new SetAside(log);
  const sheets = new SopCache(client, aside);
  const reading: Reading = { ...database, aside, sheets, waits: new WeakSet() };
  const trouble = new Trouble();
  const ask: Ask = (work) => trouble.watch(() => database.exclusively(work));
  return {
    health: () => health(reading, trouble),
    inspect: (nowMs) => inspect(reading, nowMs),
    async close() {
      await bell.close();
      await database.exclusively(() => client.$disconnect());
      await driver.close();
    },
    findAccount: (address) => ask(() => findAccount(client, address)),
    findUndangan: (kodeHash) => ask(() => findUndangan(client, kodeHash)),
    knownInbox: (keyList) => ask(() => knownInbox(client, keyList)),
    findJejak: (address, externalId) => ask(() => findJejak(client, address, externalId)),
    loadKantor: (id) => ask(() => loadKantor(reading, id)),
    listKantor: () => ask(() => listKantor(reading)),
    loadSop: (hash) => ask(() => reading.sheets.find(hash)),
    loadOffice: (kantorId, nowMs) => ask(() => loadOffice(reading, kantorId, nowMs)),
    nextTimerMs: () => ask(() => nextTimerMs(database)),
    unsaidNews: (kantorId, accountId) => ask(() => unsaidNews(reading, kantorId, accountId)),
    listOutbox: (idList) => ask(() => listOutbox(reading, idList, now())),
    findPertanyaan: (address, externalIdList) =>
      ask(() => findPertanyaan(reading, address, externalIdList)),
    recordReceipt: (address, externalId, state) =>
      ask(() => recordReceipt(client, address, externalId, state)),
    verifyLog: (kantorId, seen) => trouble.watch(() => verifyLog(reading, kantorId, seen)),
    untoldLetters: (quietSinceMs) => ask(() => untoldLetters(client, quietSinceMs)),
    retryLetters: (idList) => ask(() => retryLetters(client, idList, now())),
    ...lists(reading, ask, trouble),
    ...driven(reading, trouble, now),
    ...shared(reading, bell, ask),
    ...windows(database.driver, trouble),
  };
}

type Driven =
  | "saveKantor"
  | "saveSop"
  | "commit"
  | "claimTimers"
  | "putOffTimers"
  | "claimOutbox"
  | "settleOutbox"
  | "keepParts"
  | "outboxWaitMs"
  | "aheadOf"
  | "dropLetters"
  | "foldAway";

/** What goes through the driver, which takes its turns itself. */
function driven(reading: Reading, trouble: Trouble, now: () => number): Pick<Store, Driven> {
  const { driver } = reading;
  const go = <T>(work: () => Promise<T>): Promise<T> => trouble.watch(work);
  return {
    saveKantor: (record) => go(() => saveKantor(driver, record)),
    saveSop: (sop, hash, nowMs) => go(() => saveSop(driver, sop, hash, nowMs)),
    async commit(request) {
      const result = await go(() => commit(reading, request, now()));
      if (result === "committed") trouble.over();
      return result;
    },
    claimTimers: (query) => go(() => claimTimers(reading, query)),
    putOffTimers: (idList, untilMs, cause) =>
      go(() => putOffTimers(reading, { idList, untilMs, cause })),
    claimOutbox: (query) => go(() => claimOutbox(reading, query, now())),
    settleOutbox: (settled) =>
      go(() => driver.transaction((tx) => settleOutbox(tx, settled, now()))),
    keepParts: (id, part) => go(() => driver.transaction((tx) => keepParts(tx, id, part))),
    outboxWaitMs: (channelIdList) => go(() => outboxWaitMs(driver, channelIdList, now())),
    aheadOf: (nowMs) => go(() => driver.read((through) => aheadOf(through, nowMs))),
    dropLetters: (idList) => go(() => driver.transaction((tx) => dropLetters(tx, idList, now()))),
    foldAway: (folding) => go(() => foldAway(reading, folding)),
  };
}

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

type Shared =
  | "listHeld"
  | "dropHeld"
  | "releaseOutbox"
  | "takeLeases"
  | "dropLeases"
  | "passOn"
  | "passedKantor"
  | "listPassed"
  | "dropPassed"
  | "ring"
  | "listen";

/** Updates that are kept for later or for others, and how processes share their work. */
function shared(reading: Reading, bell: Bell, ask: Ask): Pick<Store, Shared> {
  const { client } = reading;
  return {
    listHeld: () => ask(() => listHeld(reading)),
    dropHeld: (keyList) => ask(() => dropHeld(client, keyList)),
    releaseOutbox: (channelId) => ask(() => releaseOutbox(client, channelId)),
    takeLeases: (query) => ask(() => takeLeases(reading, query)),
    dropLeases: (what) => ask(() => dropLeases(client, what)),
    passOn: (kantorId, eventList) => ask(() => passOn(client, kantorId, eventList)),
    passedKantor: () => ask(() => passedKantor(client)),
    listPassed: (kantorIdList) => ask(() => listPassed(reading, kantorIdList)),
    dropPassed: (keyList) => ask(() => dropPassed(client, keyList)),
    ring: (word) => bell.ring(word),
    listen: (hear) => bell.listen(hear),
  };
}

type Listed =
  | "loadBerkas"
  | "loadRealisasi"
  | "activeSop"
  | "siaranStatus"
  | "pageDipantau"
  | "reminderCount"
  | "loadRekap"
  | "listBukti"
  | "listRevisi"
  | "berkasSelesai"
  | "findBerkas"
  | "findNaskah"
  | "listNaskah"
  | "berkasOfNewestNaskah"
  | "saveNaskahFile"
  | "unmadeNaskah"
  | "listNomor"
  | "listBerkas"
  | "listUndangan"
  | "listAccount"
  | "loadPerson"
  | "logHead"
  | "readClock"
  | "saveClock"
  | "readAlive"
  | "saveAlive"
  | "readLog"
  | "readPrompts"
  | "outboxDepth"
  | "deadLetters"
  | "listLetters";

/** What is looked up for people, papers and files. */
function lists(reading: Reading, ask: Ask, trouble: Trouble): Pick<Store, Listed> {
  const { client } = reading;
  return {
    loadBerkas: (kantorId, idList) =>
      ask(() => loadBerkas(reading, { kantorId, id: { in: [...idList] } })),
    loadRealisasi: (kantorId, tahun) => ask(() => loadRealisasi(reading, kantorId, tahun)),
    activeSop: () => ask(() => activeSop(client)),
    siaranStatus: (kantorId, id) => ask(() => siaranStatus(client, kantorId, id)),
    pageDipantau: (lingkup, query) => ask(() => pageDipantau(reading, lingkup, query)),
    reminderCount: (waitId) => ask(() => reminderCount(client, waitId)),
    loadRekap: (kantorId, tahun, pada) =>
      trouble.watch(() => loadRekap(reading, { kantorId, tahun, pada })),
    listBukti: (kantorId) => ask(() => listBukti(client, kantorId)),
    listRevisi: (kantorId, kode) => ask(() => listRevisi(client, kantorId, kode)),
    berkasSelesai: (kantorId, limit) => ask(() => berkasSelesai(client, kantorId, limit)),
    findBerkas: (kantorId, sopId, periode) =>
      ask(() => findBerkas(client, { kantorId, sopId, periode })),
    findNaskah: (kantorId, id) => ask(() => findNaskah(reading, kantorId, id)),
    listNaskah: (kantorId, berkasId) => ask(() => listNaskah(reading, kantorId, berkasId)),
    berkasOfNewestNaskah: (kantorId, limit) =>
      ask(() => berkasOfNewestNaskah(client, kantorId, limit)),
    saveNaskahFile: (file) => ask(() => saveNaskahFile(client, file)),
    unmadeNaskah: (limit) => ask(() => unmadeNaskah(reading, limit)),
    listNomor: (kantorId, tahun) => ask(() => listNomor(client, kantorId, tahun)),
    listBerkas: (kantorId) => ask(() => listBerkas(reading, kantorId)),
    listUndangan: (kantorId) => ask(() => listUndangan(reading, kantorId)),
    loadPerson: (kantorId, pegawaiId) => ask(() => loadPerson(reading, kantorId, pegawaiId)),
    listAccount: (kantorId) => ask(() => listAccount(reading, kantorId)),
    logHead: (kantorId) => ask(() => logHead(client, kantorId)),
    readClock: () => ask(() => readClock(client)),
    saveClock: (atMs) => ask(() => saveClock(client, atMs)),
    readAlive: () => ask(() => readAlive(client)),
    saveAlive: (atMs) => ask(() => saveAlive(client, atMs)),
    readLog: (kantorId, afterSeq, limit) => ask(() => readLog(client, kantorId, afterSeq, limit)),
    readPrompts: (kantorId, promptIdList) => ask(() => readPrompts(client, kantorId, promptIdList)),
    outboxDepth: () => ask(() => outboxDepth(client)),
    deadLetters: (limit) => ask(() => deadLetters(client, limit)),
    listLetters: (statusList) => ask(() => listLetters(client, statusList)),
  };
}
