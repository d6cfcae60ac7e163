import type { KantorId } from "../../core/kantor/schema.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Address } from "./channel.ts";

/** How a chat stands with a service that lets us write freely only for a while after its person did. */
export interface ChatWindow {
  /** When its person last did something there; null where they never did. */
  readonly heardMs: Instant | null;
  /** When it was last opened by a template. */
  readonly openedMs: Instant | null;
  /** Messages kept for it until it is open. */
  readonly waiting: number;
  /** What its channel has charged this month, all offices together. */
  readonly spent: number;
}

/** What is charged for: opening a chat, or a message in one that is open. */
export type JenisBiaya = "templat" | "layanan";

/** Messages that a service charges for, of one office and month. */
export interface Pemakaian {
  readonly channelId: string;
  readonly bulan: string;
  /** Null for people of no office. */
  readonly kantorId: KantorId | null;
  readonly jenis: JenisBiaya;
  readonly jumlah: number;
}

/** To whose account something charged for is put down. */
export interface Tagihan {
  readonly kantorId: KantorId | null;
  /** As in `2026-11`. */
  readonly bulan: string;
}

/** The part of the store that knows when chats are open, and what writing there has cost. */
export interface Windows {
  chatWindow(address: Address, bulan: string): Promise<ChatWindow>;
  /**
   * Somebody did something in a chat: it is open, and what was kept for it may go. Earlier news than known
   * change nothing. Resolves to whether anything may go now.
   */
  openWindow(address: Address, heardMs: Instant): Promise<boolean>;
  /** The service says that a chat is not open, so a message did not arrive: it waits again. */
  closeWindow(address: Address, externalId: string): Promise<void>;
  /**
   * Takes the right to open a chat at `nowMs`, and puts it down to be charged; false where somebody has
   * opened it since `sinceMs`, or its person has done something since `heardMs`.
   */
  takeOpening(
    address: Address,
    opening: Tagihan & {
      readonly nowMs: Instant;
      readonly sinceMs: Instant;
      readonly heardMs: Instant | null;
    },
  ): Promise<boolean>;
  /** Gives that right back: certainly nothing was sent. */
  returnOpening(address: Address, opening: Tagihan & { readonly nowMs: Instant }): Promise<void>;
  /**
   * The person of an account has come over from another channel: their account, and what waits for it, move
   * with them. Resolves to whether there was such an account and none here yet.
   */
  moveAccount(from: Address, to: Address): Promise<boolean>;
  /** What was charged in a month, by office. */
  pemakaian(bulan: string): Promise<readonly Pemakaian[]>;
}
