import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import type { BerkasId, WaitId } from "../../core/engine/state.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { NaskahId } from "../../core/naskah/naskah.ts";
import type { Pertanyaan } from "../../core/pesan/pesan.ts";
import type { Sop } from "../../core/sop/schema.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address, MessageIds, Receipt } from "./channel.ts";
import type { CommitRequest } from "./commit.ts";
import type { NaskahFile, NaskahRecord, NaskahUtuh, NomorRow } from "./naskah.ts";
import type { OutboxOutcome, OutboxRow, OutboxState } from "./outbox.ts";
import type {
  Account,
  JejakTersimpan,
  KantorRecord,
  KantorRows,
  LogEntry,
  RealisasiRow,
  RekapRows,
  TimerRow,
  Undangan,
} from "./rows.ts";
import type { SiaranStatus } from "./siaran.ts";

/** Storage. One implementation, two engines; the in-memory twin of the tests keeps the same promises. */
export interface Store {
  /** True when the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;

  findAccount(address: Address): Promise<Account | null>;
  findUndangan(kodeHash: string): Promise<Undangan | null>;
  /** The keys among these that were handled before. */
  knownInbox(keyList: readonly string[]): Promise<ReadonlySet<string>>;

  /** What this message of a person led to; null if it is not known. */
  findJejak(address: Address, externalId: string): Promise<JejakTersimpan | null>;

  loadKantor(kantorId: KantorId): Promise<KantorRecord | null>;
  listKantor(): Promise<readonly KantorRecord[]>;
  /** Inserts or replaces an office; the version grows. */
  saveKantor(record: Omit<KantorRecord, "versi" | "sopList">, nowMs: Instant): Promise<void>;
  /** Makes this content the sheet that new berkas of its id run by. */
  saveSop(sop: Sop, hash: string, nowMs: Instant): Promise<void>;
  /** The sheet with this content, whether new berkas run by it or not; null where it never was. */
  loadSop(hash: string): Promise<Sop | null>;
  loadRows(query: {
    readonly kantorId: KantorId;
    readonly pegawaiIdList: readonly PegawaiId[];
    readonly berkasIdList: readonly BerkasId[];
    readonly tahun: readonly number[];
  }): Promise<KantorRows>;

  /** `conflict`: somebody else changed what was read, or an inbox key came twice; nothing was written. */
  commit(request: CommitRequest): Promise<"committed" | "conflict">;

  /** Claims due timers for `leaseMs`; unfinished ones come back afterwards. */
  claimTimers(query: {
    readonly nowMs: Instant;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly TimerRow[]>;
  nextTimerMs(): Promise<Instant | null>;

  /** Claims sendable rows, at most one per chat, best priority first. */
  claimOutbox(query: {
    readonly channelIdList: readonly string[];
    readonly nowMs: Instant;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly OutboxRow[]>;
  settleOutbox(id: string, outcome: OutboxOutcome): Promise<void>;
  /** How far these messages have come; unknown ones are left out. */
  listOutbox(idList: readonly string[]): Promise<readonly OutboxState[]>;
  /** The prompts among these that were read by somebody they were sent to. */
  readPrompts(promptIdList: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the message asked that went out to this chat under one of these ids; null if nothing. */
  findPertanyaan(address: Address, externalIdList: MessageIds): Promise<Pertanyaan | null>;
  /** When the next unsent row may be tried, null when the outbox is empty. */
  nextOutboxMs(channelIdList: readonly string[]): Promise<Instant | null>;
  recordReceipt(address: Address, externalId: string, state: Receipt, atMs: Instant): Promise<void>;

  siaranStatus(siaranId: string): Promise<SiaranStatus | null>;
  reminderCount(waitId: WaitId): Promise<number>;
  loadRekap(kantorId: KantorId, tahun: number, padaMs: Instant): Promise<RekapRows | null>;
  /** Every revision of every figure of an office that carries evidence, oldest first. */
  listBukti(kantorId: KantorId): Promise<readonly RealisasiRow[]>;
  findNaskah(id: NaskahId): Promise<NaskahUtuh | null>;
  /** Papers of a berkas, or of the whole office, oldest first. */
  listNaskah(kantorId: KantorId, berkasId: BerkasId | null): Promise<readonly NaskahRecord[]>;
  /** Keeps the file that was made of a paper; the first one made stays. */
  saveNaskahFile(file: NaskahFile): Promise<void>;
  /** Papers that have no file yet, oldest first. */
  unmadeNaskah(limit: number): Promise<readonly NaskahRecord[]>;
  /** The register of letters of a year, in order of number. */
  listNomor(kantorId: KantorId, tahun: number): Promise<readonly NomorRow[]>;
  listBerkas(kantorId: KantorId | null): Promise<readonly BerkasTerbuka[]>;
  listUndangan(kantorId: KantorId): Promise<readonly Undangan[]>;
  /** The accounts of an office; of each person the preferred one first, then the oldest. */
  listAccount(kantorId: KantorId): Promise<readonly Account[]>;
  readLog(kantorId: KantorId, afterSeq: number, limit: number): Promise<readonly LogEntry[]>;
  /** Recomputes the chain; the first entry that does not fit, or null. */
  verifyLog(
    kantorId: KantorId,
  ): Promise<{ readonly count: number; readonly brokenSeq: number | null }>;
  outboxDepth(): Promise<{ readonly pending: number; readonly dead: number }>;
}
