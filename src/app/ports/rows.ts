import type { Jejak } from "../../core/conversation/jejak.ts";
import type { Session } from "../../core/conversation/session.ts";
import type { BerkasTerbuka, SopTersedia } from "../../core/conversation/world.ts";
import type { CatatanData, TimerIsi } from "../../core/engine/effect.ts";
import type { BerkasId } from "../../core/engine/state.ts";
import type { NomorTercatat } from "../../core/kantor/nomor.ts";
import type { Kantor, KantorId, PegawaiId, Pencatat } from "../../core/kantor/schema.ts";
import type { RealisasiByKode } from "../../core/kinerja/indikator.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import type { RevisiRealisasi } from "../../core/rekap/masukan.ts";
import type { UjungCatatan } from "../../core/rekap/sidik.ts";
import type { OfficeCalendar } from "../../core/waktu/calendar.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Pada } from "../../core/waktu/pada.ts";
import type { Address, FromPerson } from "./channel.ts";

/** A chat account that belongs to a pegawai. */
export interface Account {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly address: Address;
  readonly utama: boolean;
  readonly dibuatMs: Instant;
  /** Since when the service refuses what we send there; null while it takes it. */
  readonly takTerjangkauMs: Instant | null;
  /** The message that is kept at the top of its chat; absent where none is. */
  readonly sematan?: SematanTersimpan;
}

/** Which message is pinned, and a fingerprint of what it says. */
export interface SematanTersimpan {
  readonly outboxId: string;
  readonly sidik: string;
}

/** What a message led to, with a fingerprint of what it said. */
export interface JejakTersimpan extends Jejak {
  readonly sidik: string;
}

export interface JejakRow extends JejakTersimpan {
  readonly address: Address;
  readonly externalId: string;
}

/** What an office file says of an office, with the sheets it may open today. */
export interface KantorRecord {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly sopList: readonly SopTersedia[];
}

/**
 * An office as it stands at one version of it: all that its decisions look at, but for what only grows
 * (closed berkas, papers, the log), which is asked for by key.
 */
export interface Office extends KantorRecord {
  /** Grows with every commit of the office; a commit names the one it was decided on. */
  readonly versi: number;
  readonly log: LogHead;
  /** Figures and numbers are those of this year and the one before. */
  readonly tahun: number;
  /** What this program cannot read: nothing may be decided as if it were not there. */
  readonly unreadable: {
    /** Berkas that are left out of `berkasById`. */
    readonly berkas: ReadonlySet<BerkasId>;
    /** People whose session is left out of `sessionByPegawai`. */
    readonly sessions: ReadonlySet<PegawaiId>;
  };
  readonly sessionByPegawai: ReadonlyMap<PegawaiId, Session>;
  /** Those that run. */
  readonly berkasById: ReadonlyMap<BerkasId, BerkasTerbuka>;
  /** Of each person the preferred one first, then the oldest. */
  readonly accountList: readonly Account[];
  readonly realisasi: RealisasiByKode;
  /** `<sopId>/<periode>` of complete berkas. */
  readonly periodeSelesai: ReadonlySet<string>;
  /** Numbers taken in the registers, cancelled ones too. */
  readonly nomorList: readonly NomorTercatat[];
}

/** Berkas that were asked for by key. */
export type BerkasRows = Pick<Office, "berkasById"> & {
  /** Those among them that cannot be read. */
  readonly unreadable: ReadonlySet<BerkasId>;
};

/** An update that could not be decided on, kept until it can be. */
export interface HeldUpdate {
  readonly event: FromPerson;
  /** Who made it, where that was found out. */
  readonly kantorId: KantorId | null;
  readonly pegawaiId: PegawaiId | null;
  readonly atMs: Instant;
}

/** What the queues still keep of one person: what goes by age, or when their name goes. */
export interface PersonRows {
  /** Messages written for them, oldest first. */
  readonly pesanList: readonly {
    readonly address: Address;
    readonly dibuatMs: Instant;
    readonly terkirimMs: Instant | null;
    readonly status: string;
    readonly pesan: Pesan;
  }[];
  /** Messages they wrote, oldest first: when, and where. What they said is kept as what it led to. */
  readonly masukList: readonly { readonly address: Address; readonly atMs: Instant }[];
  /** Whether a conversation of theirs is kept. */
  readonly percakapan: boolean;
}

/** A code that links one account, once. Only its hash is stored. */
export interface Undangan {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly berlakuSampaiMs: Instant;
  readonly dipakaiMs: Instant | null;
}

export interface RealisasiRow extends RevisiRealisasi {
  readonly kantorId: KantorId;
}

export interface LogRow {
  readonly jenis: string;
  readonly berkasId: BerkasId | null;
  readonly oleh: Pencatat;
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

/**
 * Why an entry does not fit into the chain of its log: it is not there; it does not follow the entry before
 * it; it says something else than it was written with; it cannot be read; the chain ends otherwise than the
 * office remembers; it stands behind that end.
 */
export type SebabRantai = "hilang" | "sambungan" | "isi" | "tak-terbaca" | "ujung" | "tambahan";

/** What walking a chain came to: how many entries fit, and the first that does not, if any. */
export type RantaiDiperiksa = { readonly count: number } & (
  | { readonly brokenSeq: null; readonly sebab?: never }
  | { readonly brokenSeq: number; readonly sebab: SebabRantai }
);

/** How far the log of an office has come: its newest entry and when that was; zeros before the first. */
export interface LogHead {
  readonly seq: number;
  readonly atMs: Instant;
}

/** Everything the rekap of one year is a projection of, as it stood at one moment. */
export interface RekapRows {
  /** That moment, with its number. */
  readonly pada: Required<Pada>;
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  /** In the order in which they were opened. */
  readonly berkasList: readonly BerkasTerbuka[];
  readonly realisasi: readonly RealisasiRow[];
  readonly log: readonly LogEntry[];
  /** The entry of that moment, which need not be one of these; absent before the first. */
  readonly ujung?: UjungCatatan;
}

/** An office as it is read for the one that watches over it. */
export interface DipantauRows extends Pick<KantorRecord, "kantor" | "calendar"> {
  /** Those that run, in the order in which they were opened. */
  readonly berkasList: readonly BerkasTerbuka[];
  /** How many run that cannot be read. */
  readonly takTerbaca: number;
  /** Ids of the sheets that are complete for the period that was asked for. */
  readonly selesai: ReadonlySet<string>;
  readonly accountList: readonly Account[];
}

/** Some of these offices. */
export interface HalamanDipantau {
  readonly kantorList: readonly DipantauRows[];
  /** The next page begins after this office; null where this one was the last. */
  readonly sesudah: KantorId | null;
}
