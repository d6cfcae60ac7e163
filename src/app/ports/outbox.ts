import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address, MessageRef, Receipt } from "./channel.ts";
import type { Tagihan } from "./window.ts";

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
  /** Its account takes no messages: it is kept back until that changes. */
  readonly ditahan?: true;
}

/** A claimed row: a message, or the replacement of one already sent. */
export interface OutboxRow extends OutboxDraft {
  /** How often it was on the wire. */
  readonly attempts: number;
  /** How often it failed for its own sake: its file could not be made, or the service refused it. */
  readonly faults: number;
  readonly createdMs: Instant;
  /** Parts of it that went out in an earlier try; absent where none did. */
  readonly done?: readonly string[];
  /** Present on a replacement: what to edit. Null while or if the original was never sent. */
  readonly op:
    | { readonly kind: "kirim" }
    | { readonly kind: "ubah"; readonly ref: MessageRef | null };
}

export type OutboxOutcome =
  | {
      readonly kind: "sent";
      readonly ref: MessageRef;
      readonly atMs: Instant;
      /** What had to stay behind; it becomes a dead letter in the same write. */
      readonly left?: { readonly letter: OutboxDraft; readonly error: string };
      /** What it was to replace is gone: it went out anew, and is replaced from now on. */
      readonly anew?: true;
      /** What the service charges for it. */
      readonly charge?: Tagihan & { readonly jumlah: number };
    }
  /** `tried`: it was on the wire. `faulty`: it failed for its own sake. */
  | {
      readonly kind: "retry";
      readonly afterMs: number;
      readonly error: string;
      readonly tried: boolean;
      readonly faulty: boolean;
      /** What of it has gone out all the same. */
      readonly part?: MessageRef;
    }
  /** Given back as it was taken: nobody tried it. */
  | { readonly kind: "returned" }
  | { readonly kind: "parked"; readonly error: string }
  /**
   * Kept until its person does something, unless they have since `heardMs`; of reminders only the last is
   * kept. `closed`: the service says so.
   */
  | { readonly kind: "held"; readonly heardMs: Instant | null; readonly closed?: true }
  | { readonly kind: "dead"; readonly error: string };

/** A claimed row whose send has ended, and how. */
export interface Settled {
  readonly id: string;
  readonly outcome: OutboxOutcome;
}

/** How far a message has come. */
export interface OutboxState {
  readonly row: OutboxDraft;
  readonly status: "menunggu" | "terkirim" | "gagal" | "batal" | "ditahan";
  readonly createdMs: Instant;
  readonly sentMs: Instant | null;
  /** Being sent at this very moment. */
  readonly underWay: boolean;
  readonly receipt: Receipt | null;
}

/** A message as an operator looks at it: given up (a dead letter), or still waiting. */
export interface Letter {
  readonly id: string;
  readonly kantorId: KantorId | null;
  readonly pegawaiId: PegawaiId | null;
  readonly channelId: string;
  readonly status: "menunggu" | "gagal";
  readonly createdMs: Instant;
  readonly attempts: number;
  /** Why it was not sent the last time; null where it was not tried. */
  readonly error: string | null;
  /** Null where this version cannot read it. */
  readonly isi: Pesan | null;
}
