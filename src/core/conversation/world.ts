import type { DaftarLewat } from "../arsip/jadwal.ts";
import type { BerkasId, WaitId } from "../engine/state.ts";
import type { BerkasTerbuka } from "../engine/turn.ts";
import type { Bukti } from "../formulir/nilai.ts";
import type { KantorDipantau } from "../kabupaten/papan.ts";
import type { Jangkauan } from "../kantor/jangkauan.ts";
import type { NomorTercatat } from "../kantor/nomor.ts";
import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import type { RealisasiByKode } from "../kinerja/indikator.ts";
import type { Effect } from "../pesan/effect.ts";
import type { Kamus } from "../pesan/kamus.ts";
import type { LajuMassal } from "../pesan/laju-massal.ts";
import type { Dilipat, Pertanyaan, Pesan } from "../pesan/pesan.ts";
import type { RevisiRealisasi } from "../rekap/masukan.ts";
import type { SopTersedia } from "../sop/schema.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Penyimpanan } from "../waktu/penyimpanan.ts";
import type { IsiBerkas } from "./incoming/isi-berkas.ts";
import type { BuktiMasuk, LembarMasuk } from "./incoming/lembar-masuk.ts";
import type { Jejak } from "./jejak.ts";
import type { Session } from "./session.ts";
import type { SebabKode } from "./stranger.ts";

export type { BerkasTerbuka } from "../engine/turn.ts";
export type { SopTersedia } from "../sop/schema.ts";

/** A chat account of a pegawai, as a conversation speaks of it. */
export interface Akun extends Jangkauan {
  readonly id: string;
  /** The channel it is on, as its users call it. */
  readonly saluran: string;
  /** How the channel bears messages to many at once; null where it does not. */
  readonly massal: LajuMassal | null;
}

/** What of an office is past its time, and the schedule that says so. */
export interface ArsipKantor extends DaftarLewat {
  readonly retensi: Penyimpanan["arsip"];
}

/** All a conversation may know. Loaded before, changed by decisions, never reached out for. */
export interface World {
  readonly nowMs: Instant;
  /** The newest entry of the office's log. */
  readonly logSeq: number;
  readonly kantor: Kantor;
  /** Everything that may be said, in every language. */
  readonly kamus: Kamus;
  readonly calendar: OfficeCalendar;
  readonly sopList: readonly SopTersedia[];
  /** Running berkas of the office, and those a button of this batch points at. */
  readonly berkasById: ReadonlyMap<BerkasId, BerkasTerbuka>;
  readonly realisasi: RealisasiByKode;
  readonly terhubung: ReadonlySet<PegawaiId>;
  /** Whose chat can open the page where figures are filled in as a table; nobody's where it is absent. */
  readonly bertabel?: ReadonlySet<PegawaiId>;
  /** Accounts of the office; of each person the preferred one first. */
  readonly akunList: readonly Akun[];
  /** `<sopId>/<periode>` of complete berkas, for roll-ups and `/mulai`. */
  readonly periodeSelesai: ReadonlySet<string>;
  /** Every number of the office's registers of this year that is taken, cancelled ones too. */
  readonly nomorList: readonly NomorTercatat[];
  /** Waits whose message one of the holders is known to have read; only where it is asked for. */
  readonly dibaca: ReadonlySet<WaitId>;
  /** Invitations nobody has used; only where one is about to be. */
  readonly undanganTerbuka: ReadonlySet<string>;
  /** What is past its time; absent unless an admin asks. */
  readonly arsip?: ArsipKantor;
  /** The offices this one watches over; only where somebody looks at them who may. */
  readonly dipantau: readonly KantorDipantau[];
  /** Every revision of the figures that are asked about; only there. */
  readonly revisiList: readonly RevisiRealisasi[];
  /** What accounts that take no messages were to be told, by account; only where it is said again. */
  readonly tertahan: ReadonlyMap<string, readonly Pesan[]>;
  /** Fresh random ids for whatever this event brings into being, at least eight. */
  readonly idList: readonly string[];
  /** A fresh invitation code, for whoever invites. */
  readonly kodeUndangan: string;
  /** An address that shows this code to the bot; null where no channel has one. */
  readonly tautanUndangan: string | null;
}

/** What a linked person did, with the wire already forgotten. */
export type Masukan =
  /** `menjawab` is what the message asked that this text was written as an answer to. */
  | { readonly jenis: "teks"; readonly teks: string; readonly menjawab?: Pertanyaan | Dilipat }
  | { readonly jenis: "perintah"; readonly nama: string; readonly argumen: string }
  /** A tap: `<promptId>:<pilihan>` or a command with its slash. */
  | { readonly jenis: "pilihan"; readonly token: string }
  /** The same by a vote: a poll, unlike a keyboard, does not show what came of it. */
  | { readonly jenis: "suara"; readonly token: string }
  | { readonly jenis: "suara-ditarik"; readonly promptId: string }
  | {
      readonly jenis: "berkas-masuk";
      readonly bukti: Bukti;
      readonly keterangan: string;
      /** What a Word or Excel file holds, parsed; null for any other file. */
      readonly isi: IsiBerkas | null;
      /** Files that came together with it. */
      readonly bersama?: readonly Bukti[];
    }
  /** Figures filled in on a page, and a file that proves one of them. */
  | ({ readonly jenis: "lembar" } & LembarMasuk)
  | ({ readonly jenis: "bukti-lembar" } & BuktiMasuk)
  /** The code of an invitation, shown from a phone that is linked already. */
  | { readonly jenis: "kode"; readonly undangan: UndanganDibawa | SebabKode }
  /** A file that could not be taken, with the sentence's code. */
  | {
      readonly jenis: "berkas-ditolak";
      readonly sebab: "terlalu-besar" | "kosong" | "tak-terunduh";
    }
  | { readonly jenis: "tak-didukung" }
  /** A message written over: what it says now, null where its looks alone changed. */
  | {
      readonly jenis: "ralat";
      readonly teks: string | null;
      /** What it led to; null where that is not known. */
      readonly jejak: Jejak | null;
      /** The service tells of no later edit of it. */
      readonly terakhir: boolean;
    }
  /** A message deleted for everybody. */
  | { readonly jenis: "hapus"; readonly jejak: Jejak | null }
  /** Their chat takes no messages from us. */
  | { readonly jenis: "tak-terjangkau" }
  /** It does again; `sampaiMs`: what was open then has arrived. */
  | { readonly jenis: "terjangkau"; readonly sampaiMs: Instant | null };

/** An invitation somebody shows; `pegawaiId` is null where it belongs to another office. */
export interface UndanganDibawa {
  readonly id: string;
  readonly pegawaiId: PegawaiId | null;
  readonly berlakuSampaiMs: Instant;
}

/** Who did it. */
export interface Pelaku {
  readonly pegawai: Pegawai;
  readonly session: Session;
  /** The account they wrote from; null while it is being linked. */
  readonly akunId: string | null;
}

/** What the conversation made of it. A refusal is an outcome too: a sentence, and its code for the log. */
export interface Outcome {
  readonly session: Session;
  /** New or changed berkas, to be saved with a version check. */
  readonly berkasList: readonly BerkasTerbuka[];
  readonly effects: readonly Effect[];
  readonly ditolak: string | null;
  readonly jejak: Jejak;
}
