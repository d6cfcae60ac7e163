import type { Jejak } from "../../core/conversation/jejak.ts";
import type { Session } from "../../core/conversation/session.ts";
import type { BerkasTerbuka, SopTersedia } from "../../core/conversation/world.ts";
import type { NomorTercatat } from "../../core/engine/decision.ts";
import type { CatatanData, TimerIsi } from "../../core/engine/effect.ts";
import type { BerkasId, Bukti } from "../../core/engine/state.ts";
import type { Kantor, KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Isian } from "../../core/kinerja/indikator.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import type { RealisasiByKode } from "../../core/kinerja/realisasi.ts";
import type { OfficeCalendar } from "../../core/waktu/calendar.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address } from "./channel.ts";

/** A chat account that belongs to a pegawai. */
export interface Account {
  readonly id: string;
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly address: Address;
  readonly utama: boolean;
}

/** What a message led to, with a fingerprint of what it said. */
export interface JejakTersimpan extends Jejak {
  readonly sidik: string;
}

export interface JejakRow extends JejakTersimpan {
  readonly address: Address;
  readonly externalId: string;
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

/** Everything the rekap of one year is a projection of, as it stood at `padaMs`. */
export interface RekapRows {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly realisasi: readonly RealisasiRow[];
  readonly log: readonly LogEntry[];
}
