import type { Session } from "../../core/conversation/session.ts";
import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import type { BerkasId, NaskahId, WaitId } from "../../core/engine/state.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Pesan, RichText } from "../../core/pesan/pesan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address } from "./channel.ts";
import type { NaskahRow, NomorRow } from "./naskah.ts";
import type { OutboxDraft } from "./outbox.ts";
import type {
  HeldUpdate,
  JejakRow,
  KantorRecord,
  LogRow,
  RealisasiRow,
  SematanTersimpan,
  TimerRow,
} from "./rows.ts";

/** Everything one or several decisions change; all of it is written, or none. */
export interface CommitRequest {
  readonly nowMs: Instant;
  readonly kantorId: KantorId | null;
  /** The version of the office it was decided on; another one by now is a conflict. Null: any. */
  readonly versi: number | null;
  /** The office as its file describes it from now on; null where that stays. */
  readonly kantor: Pick<KantorRecord, "kantor" | "calendar"> | null;
  readonly inbox: readonly { readonly key: string; readonly channelId: string }[];
  /** Updates set aside; one that is held already stays as it is. */
  readonly held: readonly HeldUpdate[];
  /** What messages led to; of an edited one, what it has led to by now. */
  readonly jejak: readonly JejakRow[];
  readonly sessions: readonly { readonly pegawaiId: PegawaiId; readonly session: Session }[];
  readonly berkas: readonly BerkasTerbuka[];
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
  /** What is left with the clocks of offices this one watches over; for any other office it is dropped. */
  readonly kiriman: readonly TimerRow[];
  readonly outbox: readonly OutboxDraft[];
  /** Messages taken back; one that has left or is under way is a conflict. */
  readonly withdrawn: readonly string[];
  /** Dead letters the office is told of in this very commit. */
  readonly toldLetters: readonly string[];
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
    /** Whether it becomes the one its person prefers: their first is. */
    readonly utama: boolean;
    readonly undanganId: string;
  }[];
  readonly unlinks: readonly Address[];
  /** Accounts people prefer from now on; one that is theirs no longer is a conflict. */
  readonly preferred: readonly { readonly pegawaiId: PegawaiId; readonly accountId: string }[];
  /**
   * Accounts that take no messages since `takTerjangkauMs`, or take them again (null). What was written
   * for them until `saidMs` has been said otherwise and is dropped; the rest is kept back, or let go.
   */
  readonly reach: readonly {
    readonly accountId: string;
    readonly takTerjangkauMs: Instant | null;
    readonly saidMs: Instant | null;
  }[];
  /** What is pinned in the chats of accounts from now on; null: nothing any more. */
  readonly sematan: readonly {
    readonly accountId: string;
    readonly isi: SematanTersimpan | null;
  }[];
  readonly undangan: readonly {
    readonly id: string;
    readonly pegawaiId: PegawaiId;
    readonly kodeHash: string;
    readonly berlakuSampaiMs: Instant;
  }[];
  /** One that is there already, sent by another office, gets more receivers. */
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
  /** Papers whose content is destroyed; that there were such papers, and their hashes, stays. */
  readonly naskahMusnah: readonly NaskahId[];
  /** Invitations that are destroyed. */
  readonly undanganMusnah: readonly string[];
  /** Files that go once this is written; what a stop leaves is past its time again. */
  readonly fileMusnah: readonly string[];
  /** People who left: their accounts, sessions, invitations, messages and traces are removed. */
  readonly lupakan: readonly PegawaiId[];
}
