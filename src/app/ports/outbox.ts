import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address, MessageRef, Receipt } from "./channel.ts";

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
  | { readonly kind: "parked"; readonly error: string }
  | { readonly kind: "dead"; readonly error: string };

/** How far a message has come. */
export interface OutboxState {
  readonly row: OutboxDraft;
  readonly status: "menunggu" | "terkirim" | "gagal" | "batal" | "ditahan";
  readonly createdMs: Instant;
  readonly sentMs: Instant | null;
  /** Until then it is under way. */
  readonly claimedUntilMs: Instant;
  readonly receipt: Receipt | null;
}
