import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import type { BerkasId, NaskahId, WaitId } from "../../core/engine/state.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { RealisasiByKode } from "../../core/kinerja/indikator.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import type { Dilipat, Pertanyaan, Pesan } from "../../core/pesan/pesan.ts";
import type { UjungCatatan } from "../../core/rekap/sidik.ts";
import type { SopId } from "../../core/sop/reference.ts";
import type { Sop } from "../../core/sop/schema.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Pada } from "../../core/waktu/pada.ts";
import type { Lama } from "../../core/waktu/penyimpanan.ts";
import type { Address, FromPerson, MessageIds, MessageRef, Receipt } from "./channel.ts";
import type { CommitRequest } from "./commit.ts";
import type { NaskahFile, NaskahRecord, NaskahUtuh, NomorRow } from "./naskah.ts";
import type { Letter, OutboxRow, OutboxState, Settled } from "./outbox.ts";
import type { Leases, Ring, Wish } from "./peers.ts";
import type {
  Account,
  BerkasRows,
  HalamanDipantau,
  HeldUpdate,
  JejakTersimpan,
  KantorRecord,
  LogEntry,
  LogHead,
  Office,
  PersonRows,
  RantaiDiperiksa,
  RealisasiRow,
  RekapRows,
  TimerRow,
  Undangan,
} from "./rows.ts";
import type { SiaranStatus } from "./siaran.ts";
import type { Windows } from "./window.ts";

/** A row by the name of its table and of its key. */
export interface RowName {
  readonly table: string;
  readonly key: string;
}

/**
 * What any call may throw when the machine is at fault and not what was asked: no room, no rights, no
 * connection. Nothing was written; the same call may succeed later. `advice` says what to do.
 */
export interface StoreAway extends Error {
  readonly name: "StoreAway";
  readonly advice: string;
}

/** How the database is. */
export interface StoreHealth {
  /** What keeps it from being read or written, and what to do; null when nothing does. */
  readonly advice: string | null;
  /** Rows that could not be read or decided on; everybody else goes on without them. */
  readonly setAside: readonly RowName[];
}

/** What may be folded away: what was over before `lama`, at most `limit` rows of each kind. */
export interface Folding {
  readonly lama: Lama;
  readonly nowMs: Instant;
  readonly limit: number;
}

/** How many rows were folded away, and whether there may be more. */
export interface Folded {
  readonly count: number;
  readonly more: boolean;
}

/** The offices an office watches over, in contrast to itself: what of theirs is asked for in its name. */
export interface Lingkup {
  readonly pemantau: KantorId;
}

/**
 * Storage. One implementation, two engines; the in-memory twin of the tests keeps the same promises.
 * What people can see is asked for by office, by those it watches over, or by their own chat; a test
 * names everything else, which serves the program and its operator alone.
 */
export interface Store extends Windows {
  /** Never throws. After a failed write it counts as well only when something could be written. */
  health(): Promise<StoreHealth>;
  /** Looks through every table; the rows that cannot be read, and the timers put off for long. */
  inspect(nowMs: Instant): Promise<readonly RowName[]>;
  close(): Promise<void>;

  findAccount(address: Address): Promise<Account | null>;
  findUndangan(kodeHash: string): Promise<Undangan | null>;
  /** The keys among these that were handled before. */
  knownInbox(keyList: readonly string[]): Promise<ReadonlySet<string>>;

  /** Updates that were set aside, oldest first; those that cannot be read are left out. */
  listHeld(): Promise<readonly HeldUpdate[]>;
  /** Forgets updates that were decided on, or have no meaning any more. */
  dropHeld(keyList: readonly string[]): Promise<void>;

  /**
   * Says that a process lives for `leaseMs` from now, and takes for as long what of its wishes no other
   * process has. What it has already it keeps.
   */
  takeLeases(query: {
    readonly holder: string;
    readonly wishList: readonly Wish[];
    readonly leaseMs: number;
  }): Promise<Leases>;
  /** Lets go of what a process has of these: a channel, or its own id. */
  dropLeases(what: {
    readonly holder: string;
    readonly nameList: readonly string[];
  }): Promise<void>;
  /** Keeps updates for the process that works on this office; one that is kept already stays. */
  passOn(kantorId: KantorId, eventList: readonly FromPerson[]): Promise<void>;
  /** Offices with updates that were passed on and not handled yet. */
  passedKantor(): Promise<readonly KantorId[]>;
  /** The first updates that were passed on to whoever works on these offices, in order. */
  listPassed(kantorIdList: readonly KantorId[]): Promise<readonly FromPerson[]>;
  dropPassed(keyList: readonly string[]): Promise<void>;
  /** Tells the processes of this database to look, soon and if they can be told. */
  ring(word: Ring): void;
  /** Hears what is rung from now on. */
  listen(hear: (word: Ring) => void): void;

  /** What this message of a person led to; null if it is not known. */
  findJejak(address: Address, externalId: string): Promise<JejakTersimpan | null>;

  loadKantor(kantorId: KantorId): Promise<KantorRecord | null>;
  listKantor(): Promise<readonly KantorRecord[]>;
  /** Inserts or replaces an office; its version grows. */
  saveKantor(record: Omit<KantorRecord, "sopList">, nowMs: Instant): Promise<void>;
  /** Makes this content the sheet that new berkas of its id run by; the version of every office grows. */
  saveSop(sop: Sop, hash: string, nowMs: Instant): Promise<void>;
  /** Hashes of the sheets that new berkas run by. */
  activeSop(): Promise<readonly string[]>;
  /** The sheet with this content, whether new berkas run by it or not; null where it never was. */
  loadSop(hash: string): Promise<Sop | null>;
  /**
   * The office as decisions look at it, in a bounded number of reads, with figures and numbers of the
   * year `nowMs` falls in there and the one before. Null where there is none.
   */
  loadOffice(kantorId: KantorId, nowMs: Instant): Promise<Office | null>;
  /** Those of these berkas that belong to this office, whether they run or not. */
  loadBerkas(kantorId: KantorId, idList: readonly BerkasId[]): Promise<BerkasRows>;
  /** The newest figures of these years. */
  loadRealisasi(kantorId: KantorId, tahun: readonly number[]): Promise<RealisasiByKode>;

  /**
   * `conflict`: the office has another version than the one that was decided on, or an inbox key came
   * twice; nothing was written. The version of an office grows with every commit of it.
   */
  commit(request: CommitRequest): Promise<"committed" | "conflict">;

  /**
   * Claims timers that are due, by `nowMs` or by the time their office has come to, for `leaseMs`;
   * unfinished ones come back afterwards.
   */
  claimTimers(query: {
    readonly nowMs: Instant;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly TimerRow[]>;
  /** Sets timers aside that nothing can be done with now; they are due again at `untilMs`, in an hour at most. */
  putOffTimers(idList: readonly string[], untilMs: Instant, cause: unknown): Promise<void>;
  nextTimerMs(): Promise<Instant | null>;

  /**
   * Claims sendable rows, at most one per chat, best priority first. Leases and later tries go by the
   * machine's time, never by the office's, which may stand still. Sends that ended meanwhile are written
   * down first, in the same transaction: both are, or neither.
   */
  claimOutbox(query: {
    readonly channelIdList: readonly string[];
    readonly limit: number;
    readonly leaseMs: number;
    readonly settled?: readonly Settled[];
  }): Promise<readonly OutboxRow[]>;
  /** Writes down how sends ended: all of them, or none. */
  settleOutbox(settled: readonly Settled[]): Promise<void>;
  /** Keeps what of a claimed row is out while the rest is on its way: a later try goes on there. */
  keepParts(id: string, part: MessageRef): Promise<void>;
  /** Gives back what a process that ran this channel before had claimed, and can send no more. */
  releaseOutbox(channelId: string): Promise<void>;
  /** How far these messages have come; unknown ones are left out. */
  listOutbox(idList: readonly string[]): Promise<readonly OutboxState[]>;
  /** What an account was to be told and was not, oldest first: no questions, reminders or replies. */
  unsaidNews(kantorId: KantorId, accountId: string): Promise<readonly Pesan[]>;
  /** The prompts among these that were read by somebody they were sent to. */
  readPrompts(kantorId: KantorId, promptIdList: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the message asked that went out to this chat under one of these ids; null if nothing. */
  findPertanyaan(
    address: Address,
    externalIdList: MessageIds,
  ): Promise<Pertanyaan | Dilipat | null>;
  /** How long until the next unsent row may be tried, null when the outbox is empty. */
  outboxWaitMs(channelIdList: readonly string[]): Promise<number | null>;
  recordReceipt(address: Address, externalId: string, state: Receipt, atMs: Instant): Promise<void>;

  /** How a broadcast of this office stands, whatever offices it went to. */
  siaranStatus(kantorId: KantorId, siaranId: string): Promise<SiaranStatus | null>;
  reminderCount(waitId: WaitId): Promise<number>;
  /** As it stood at a moment, or as it stands now. */
  loadRekap(kantorId: KantorId, tahun: number, pada: Pada | null): Promise<RekapRows | null>;
  /** Every revision of every figure of an office that carries evidence, oldest first. */
  listBukti(kantorId: KantorId): Promise<readonly RealisasiRow[]>;
  findNaskah(kantorId: KantorId, id: NaskahId): Promise<NaskahUtuh | null>;
  /** Papers of a berkas, or of the whole office, oldest first. */
  listNaskah(kantorId: KantorId, berkasId: BerkasId | null): Promise<readonly NaskahRecord[]>;
  /** Every revision of one figure in all berkas of an office, oldest first. */
  listRevisi(kantorId: KantorId, kode: string): Promise<readonly RealisasiRow[]>;
  /** Finished berkas of an office, the newest first. */
  berkasSelesai(kantorId: KantorId, limit: number): Promise<readonly BerkasId[]>;
  /** The berkas of a sheet and period that was not cancelled; null before there is one. */
  findBerkas(kantorId: KantorId, sopId: SopId, periode: Periode): Promise<BerkasId | null>;
  /** The berkas of an office with the newest papers. */
  berkasOfNewestNaskah(kantorId: KantorId, limit: number): Promise<readonly BerkasId[]>;
  /** Keeps the file that was made of a paper; the first one made stays. */
  saveNaskahFile(file: NaskahFile): Promise<void>;
  /** Papers that have no file yet, oldest first. */
  unmadeNaskah(limit: number): Promise<readonly NaskahRecord[]>;
  /** The register of letters of a year, in order of number. */
  listNomor(kantorId: KantorId, tahun: number): Promise<readonly NomorRow[]>;
  /** Every berkas of an office, newest first. */
  listBerkas(kantorId: KantorId): Promise<readonly BerkasTerbuka[]>;
  /**
   * One page of the offices an office watches over: those that name it, and no others. Each page is a
   * read of its own, so that whoever works there meanwhile does not wait for all of them.
   */
  pageDipantau(
    lingkup: Lingkup,
    query: {
      /** Begins after this one; null for the first page. */
      readonly sesudah: KantorId | null;
      readonly limit: number;
      /** Of which it is told what is complete. */
      readonly periode: Periode;
    },
  ): Promise<HalamanDipantau>;
  listUndangan(kantorId: KantorId): Promise<readonly Undangan[]>;
  /** What the queues still keep of somebody, whether they are in the office or have left it. */
  loadPerson(kantorId: KantorId, pegawaiId: PegawaiId): Promise<PersonRows>;
  /** The accounts of an office; of each person the preferred one first, then the oldest. */
  listAccount(kantorId: KantorId): Promise<readonly Account[]>;
  logHead(kantorId: KantorId): Promise<LogHead>;
  /** Offices whose newest entry is later than this, each with when it was. */
  aheadOf(nowMs: Instant): Promise<readonly { readonly id: KantorId; readonly atMs: Instant }[]>;
  /** Where the rehearsal clock stands; null where there never was one. */
  readClock(): Promise<Instant | null>;
  saveClock(atMs: Instant): Promise<void>;
  /** When a process on this database was last known to run; null where none ever did. */
  readAlive(): Promise<Instant | null>;
  saveAlive(atMs: Instant): Promise<void>;
  readLog(kantorId: KantorId, afterSeq: number, limit: number): Promise<readonly LogEntry[]>;
  /** Recomputes the chain up to the first entry that does not fit, and shows every one that does. */
  verifyLog(kantorId: KantorId, seen?: (entry: UjungCatatan) => void): Promise<RantaiDiperiksa>;
  /**
   * Folds away a batch of what is over: keys of updates, traces, messages that were sent or taken back,
   * broadcasts, reminders. What waits, dead letters, open questions and the log are never among it.
   */
  foldAway(folding: Folding): Promise<Folded>;
  outboxDepth(): Promise<{ readonly pending: number; readonly dead: number }>;
  /** How many dead letters there are, and the ids of the oldest of them. */
  deadLetters(
    limit: number,
  ): Promise<{ readonly count: number; readonly idList: readonly string[] }>;
  /** Dead letters, or those that wait, oldest first. */
  listLetters(statusList: readonly Letter["status"][]): Promise<readonly Letter[]>;
  /** Dead letters no office was told of, leaving out offices that were told of others since then. */
  untoldLetters(quietSinceMs: Instant): Promise<readonly Letter[]>;
  /** Sends letters at once, with all their tries anew; how many of them there were. */
  retryLetters(idList: readonly string[]): Promise<number>;
  /** Gives letters up for good; how many of them there were. */
  dropLetters(idList: readonly string[]): Promise<number>;
}
