import type { Session } from "../../core/conversation/session.ts";
import type { BerkasTerbuka, SopTersedia } from "../../core/conversation/world.ts";
import type { NomorTercatat } from "../../core/engine/decision.ts";
import type { CatatanData, TimerIsi } from "../../core/engine/effect.ts";
import type { BerkasId, BerkasState, Bukti, WaitId } from "../../core/engine/state.ts";
import type { Kantor, KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Isian } from "../../core/kinerja/indikator.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import type { RealisasiByKode } from "../../core/kinerja/realisasi.ts";
import type { NaskahId } from "../../core/naskah/naskah.ts";
import type { Pertanyaan, Pesan, RichText } from "../../core/pesan/pesan.ts";
import type { Sop } from "../../core/sop/schema.ts";
import type { OfficeCalendar } from "../../core/waktu/calendar.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address, MessageIds, MessageRef, Receipt } from "./channel.ts";
import type { NaskahFile, NaskahRecord, NaskahRow, NomorRow } from "./naskah.ts";
import type { SiaranStatus } from "./siaran.ts";

/** A chat account that belongs to a pegawai. */
export interface Account {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly address: Address;
  readonly utama: boolean;
}

/** What hardly changes about an office; `versi` tells whether a cached copy still holds. */
export interface KantorRecord {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly versi: number;
  readonly sopList: readonly SopTersedia[];
}

/** What changes all the time, read afresh for every batch. */
export interface KantorRows {
  readonly kantorVersi: number;
  readonly sessionByPegawai: ReadonlyMap<
    PegawaiId,
    { readonly session: Session; readonly versi: number }
  >;
  readonly berkasById: ReadonlyMap<BerkasId, BerkasTerbuka & { readonly versi: number }>;
  /** Of each person the preferred one first, then the oldest. */
  readonly accountList: readonly Account[];
  readonly realisasi: RealisasiByKode;
  readonly periodeSelesai: ReadonlySet<string>;
  /** Numbers taken in the registers of these years, cancelled ones too. */
  readonly nomorList: readonly NomorTercatat[];
}

/** A code that links one account, once. Only its hash is stored. */
export interface Undangan {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly berlakuSampaiMs: Instant;
  readonly dipakaiMs: Instant | null;
}

export interface RealisasiRow {
  readonly kantorId: KantorId;
  readonly berkasId: BerkasId;
  readonly periode: Periode;
  readonly kode: string;
  readonly revisi: number;
  readonly isian: Isian;
  readonly keterangan: string | null;
  readonly bukti: readonly Bukti[];
  readonly oleh: PegawaiId;
  readonly atMs: Instant;
}

export interface LogRow {
  readonly jenis: string;
  readonly berkasId: BerkasId | null;
  readonly oleh: PegawaiId | "sistem";
  readonly atMs: Instant;
  readonly data: CatatanData;
}

/** A log entry as stored: numbered without gaps, each hash covering the one before. */
export interface LogEntry extends LogRow {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

export interface TimerRow {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly kunci: string;
  readonly atMs: Instant;
  readonly isi: TimerIsi;
}

/** A message to be sent. Smaller `prioritas` first; within a chat in order of arrival. */
export interface OutboxDraft {
  readonly id: string;
  readonly dedupeKey: string;
  readonly kantorId: KantorId | null;
  readonly pegawaiId: PegawaiId | null;
  readonly address: Address;
  readonly prioritas: 0 | 1 | 2 | 3;
  readonly promptId: string | null;
  readonly siaranId: string | null;
  readonly isi: Pesan;
}

/** A claimed row: a message, or the replacement of one already sent. */
export interface OutboxRow extends OutboxDraft {
  readonly attempts: number;
  readonly createdMs: Instant;
  /** Present on a replacement: what to edit. Null while or if the original was never sent. */
  readonly op:
    | { readonly kind: "kirim" }
    | { readonly kind: "ubah"; readonly ref: MessageRef | null };
}

export type OutboxOutcome =
  | { readonly kind: "sent"; readonly ref: MessageRef; readonly atMs: Instant }
  | { readonly kind: "retry"; readonly atMs: Instant; readonly error: string }
  | { readonly kind: "dead"; readonly error: string };

/** How far a message has come. */
export interface OutboxState {
  readonly row: OutboxDraft;
  readonly status: "menunggu" | "terkirim" | "gagal" | "batal";
  readonly createdMs: Instant;
  readonly sentMs: Instant | null;
  /** Until then it is under way. */
  readonly claimedUntilMs: Instant;
  readonly receipt: Receipt | null;
}

/** Everything one or several decisions change; all of it is written, or none. */
export interface CommitRequest {
  readonly nowMs: Instant;
  readonly kantorId: KantorId | null;
  readonly inbox: readonly { readonly key: string; readonly channelId: string }[];
  /** `versi` is the one read; 0 inserts. */
  readonly sessions: readonly {
    readonly pegawaiId: PegawaiId;
    readonly versi: number;
    readonly session: Session;
  }[];
  readonly berkas: readonly { readonly state: BerkasState; readonly versi: number }[];
  readonly realisasi: readonly RealisasiRow[];
  readonly naskah: readonly NaskahRow[];
  /** Numbers that are taken; one that is taken already is a conflict. */
  readonly nomor: readonly NomorRow[];
  /** Berkas whose numbers are cancelled, and why. */
  readonly cancelNomor: readonly { readonly berkasId: BerkasId; readonly alasan: string }[];
  readonly log: readonly LogRow[];
  /** In order: a cancellation removes what earlier entries set. Setting an existing key replaces it. */
  readonly timers: readonly (
    | { readonly kind: "set"; readonly row: TimerRow }
    | { readonly kind: "cancel"; readonly awalan: string }
    | { readonly kind: "done"; readonly id: string }
  )[];
  readonly outbox: readonly OutboxDraft[];
  /** Messages taken back; one that has left or is under way is a conflict. */
  readonly withdrawn: readonly string[];
  /**
   * Keyboards to replace: by an outcome below the old text, or by a new message altogether. `asal` is
   * where the outcome came from and is known already; null when it came from no chat.
   */
  readonly closePrompts: readonly {
    readonly promptId: string;
    readonly hasil: RichText;
    readonly pesan: Pesan | null;
    readonly asal: Address | null;
  }[];
  readonly links: readonly {
    readonly accountId: string;
    readonly pegawaiId: PegawaiId;
    readonly address: Address;
    readonly undanganId: string;
  }[];
  readonly unlinks: readonly Address[];
  /** Accounts people prefer from now on; one that is theirs no longer is a conflict. */
  readonly preferred: readonly { readonly pegawaiId: PegawaiId; readonly accountId: string }[];
  readonly undangan: readonly {
    readonly id: string;
    readonly pegawaiId: PegawaiId;
    readonly kodeHash: string;
    readonly berlakuSampaiMs: Instant;
  }[];
  readonly siaran: readonly {
    readonly id: string;
    readonly oleh: PegawaiId;
    readonly teks: string;
    readonly penerima: readonly PegawaiId[];
    /** Whom nothing is sent to, and why. */
    readonly dilewati: readonly { readonly pegawaiId: PegawaiId; readonly sebab: string }[];
  }[];
  readonly cancelSiaran: readonly string[];
  readonly reminders: readonly {
    readonly waitId: WaitId;
    readonly pegawaiId: PegawaiId;
    readonly jenis: string;
  }[];
}

/** Everything the rekap of one year is a projection of, as it stood at `padaMs`. */
export interface RekapRows {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly realisasi: readonly RealisasiRow[];
  readonly log: readonly LogEntry[];
}

/** Storage. One implementation, two engines; the in-memory twin of the tests keeps the same promises. */
export interface Store {
  /** True when the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;

  findAccount(address: Address): Promise<Account | null>;
  findUndangan(kodeHash: string): Promise<Undangan | null>;
  /** The keys among these that were handled before. */
  knownInbox(keyList: readonly string[]): Promise<ReadonlySet<string>>;

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
  findNaskah(id: NaskahId): Promise<NaskahRecord | null>;
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
