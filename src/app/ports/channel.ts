import type { BuktiMasuk, LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";
import type { LajuMassal } from "../../core/pesan/laju-massal.ts";
import type { BlokTeks, Pilihan, Reaksi, RichText, Sematan } from "../../core/pesan/pesan.ts";
import type { Pembuka } from "../../core/pesan/templat-pembuka.ts";
import type { Instant } from "../../core/waktu/instant.ts";

/** A chat on one channel: `channelId` names the adapter ("telegram"), `chat` is opaque to everyone else. */
export interface Address {
  readonly channelId: string;
  readonly chat: string;
}

/** A file on the service's side, to be fetched with `download`. */
export interface FileRef {
  readonly id: string;
  readonly nama: string;
  readonly mime: string;
  readonly ukuranByte: number | null;
}

/** What happened on the wire, parsed and nothing else. `eventId` is the dedupe key. */
export type InboundEvent = {
  readonly channelId: string;
  readonly eventId: string;
  readonly atMs: Instant;
} & (
  | ({
      readonly from: Address;
      readonly nama: string | null;
      /** What the service calls the message; absent where it was none, as for a tap. */
      readonly messageId?: string;
    } & InboundContent)
  /** Something said among several people; nobody there is anybody to us. */
  | { readonly type: "group"; readonly from: Address }
  | {
      readonly type: "receipt";
      readonly externalId: string;
      readonly chat: string;
      readonly state: Receipt;
      /** It failed because the chat was not open to us; it goes out once it is. */
      readonly closed?: true;
    }
);

/** An event somebody made in a chat of their own, in contrast to a receipt the service made. */
export type FromPerson = Exclude<InboundEvent, { type: "receipt" | "group" }>;

/** A message of ours as a person points at it: every id it may have gone out under. */
export type MessageIds = readonly string[];

/** The part of an inbound event that a person made. */
export type InboundContent =
  /** `quoted` is the message of ours that the text was written as an answer to. */
  | { readonly type: "text"; readonly text: string; readonly quoted?: MessageIds }
  | { readonly type: "command"; readonly name: string; readonly args: string }
  | { readonly type: "choice"; readonly token: string }
  /** A vote in a poll of ours: which choice, counted from 0; null when the vote was taken back. */
  | { readonly type: "vote"; readonly poll: MessageIds; readonly nomor: number | null }
  | { readonly type: "file"; readonly file: FileRef; readonly caption: string }
  | { readonly type: "unsupported"; readonly what: string }
  /** Figures of one request, filled in side by side on the page of the channel. */
  | ({ readonly type: "sheet" } & LembarMasuk)
  /** A file that proves one of them, given there; its bytes lie in the file store. */
  | ({ readonly type: "evidence" } & BuktiMasuk)
  | Reach
  /** An earlier message written over; `last` where the service tells of no later edit of it. */
  | { readonly type: "edited"; readonly of: string; readonly now: Written; readonly last: boolean }
  /** An earlier message deleted for everybody. */
  | { readonly type: "deleted"; readonly of: string };

/**
 * Whether a chat takes messages from us. `saidMs`: what was open then has arrived there; without it
 * the service only says that it would.
 */
export type Reach =
  | { readonly type: "reach"; readonly reachable: false }
  | { readonly type: "reach"; readonly reachable: true; readonly saidMs?: Instant };

/** What a message says. */
export type Written = Extract<
  InboundContent,
  { type: "text" | "command" | "file" | "unsupported" }
>;

/** How far a sent message came. */
export type Receipt = "delivered" | "read" | "failed";

/** A message ready for one channel: choices carry complete tokens, files are bytes. */
export interface Outgoing {
  readonly teks: RichText;
  /** The same laid out; a service that cannot show it sends `teks`. */
  readonly blok?: readonly BlokTeks[];
  readonly pilihan: readonly (readonly Pilihan[])[];
  /** What a poll asks, or a list of choices is opened by; present where they may go out as one. */
  readonly ajakan?: string;
  readonly file: OutgoingFile | null;
  /** One of many with the same words: a service that is careful with those may let it wait. */
  readonly massal?: true;
  /** Pinned from now on, or no more; of account only where messages can be pinned. */
  readonly sematan?: Sematan;
}

export interface OutgoingFile {
  readonly nama: string;
  readonly mime: string;
  readonly data: Uint8Array;
  /** A picture to be looked at in the chat itself; anything else is a document to be opened. */
  readonly gambar?: true;
}

/** The messages one send became on the service, in sending order; the last carries the choices. */
export interface MessageRef {
  readonly chat: string;
  readonly externalIdList: readonly string[];
  readonly withFile: boolean;
}

/** How far a message that is more than one for its service has come. */
export interface SoFar {
  /** The parts that went out in an earlier try. */
  readonly done?: readonly string[] | undefined;
  /** Told of all the parts that are out, before the next goes: whoever is killed then goes on behind them. */
  readonly went?: ((partIdList: readonly string[]) => Promise<void>) | undefined;
}

/**
 * How a send ended. `retryAfterMs` null means trying again is useless (message gone or malformed); the
 * channel decides, nobody reads its error text. `blocked` means that this chat takes nothing from us,
 * whatever the message; `rejected` is about this message, whose simpler forms may still go through;
 * `throttled` and `not-ready` are about the channel alone; `closed` means that the chat has to be opened
 * first, for its person has been silent for too long.
 */
export type SendResult =
  | { readonly kind: "sent"; readonly externalIdList: readonly string[] }
  | {
      readonly kind: "failed";
      readonly code:
        | "throttled"
        | "unreachable"
        | "not-ready"
        | "blocked"
        | "rejected"
        | "gone"
        | "closed";
      readonly detail: string;
      readonly retryAfterMs: number | null;
      /**
       * Whom a throttling concerns: everything for this chat, the whole channel (also when the service does
       * not say), or of messages to many this one alone, which others then need not wait for.
       */
      readonly scope?: "chat" | "channel" | "massal";
      /** What of the message has gone out all the same, in sending order. */
      readonly partIdList?: readonly string[];
      /** It never left this machine; else a call without an answer may have taken effect. */
      readonly neverLeft?: true;
    };

export type ChannelState =
  | "offline"
  | "connecting"
  | "login-required"
  | "online"
  | "degraded"
  | "failed";

/** State of a channel for `/readyz`: since when, and in one sentence what to do. */
export interface ChannelStatus {
  readonly state: ChannelState;
  readonly sinceMs: Instant;
  readonly detail: string;
}

/** What a channel can do, as data; the shared renderer and the dispatcher read it, never the kind. */
export interface Capabilities {
  readonly textMax: number;
  readonly captionMax: number;
  /**
   * A poll is a message of its own behind the text; whoever votes in it may as well type. A list shows a
   * few choices as buttons and more behind one that opens them.
   */
  readonly choices: "buttons" | "list" | "poll" | "text";
  readonly choicesMax: number;
  readonly choiceTitleMax: number;
  /** Present where a button may open a page of ours within the service. */
  readonly pages?: true;
  readonly edit: boolean;
  /**
   * Present where a message can be kept at the top of a chat: `send` and `edit` then see to it, and to its
   * making no sound. A refusal of the pin is none of the message.
   */
  readonly pin?: true;
  readonly fileOutMaxByte: number;
  readonly fileInMaxByte: number;
  readonly receipts: boolean;
  /** How the service bears messages to many people at once; null where it does not. */
  readonly bulk: LajuMassal | null;
  /** Sends a second over all chats, and the pause between two to one chat. */
  readonly pace: { readonly perSecond: number; readonly perChatMs: number };
  /** Present where people can be written to freely only for a while after they did something. */
  readonly window?: WindowRule;
}

/** When a service lets us write, and what it may cost. */
export interface WindowRule {
  /** So long after its person did something a chat is open. */
  readonly openMs: number;
  /** Messages a month that may be charged for; null where nobody set a limit. */
  readonly perMonthMax: number | null;
}

/** A command the channel may offer in its menu. */
export interface ChannelCommand {
  readonly nama: string;
  readonly keterangan: string;
}

/** One messaging service. An optional method is present exactly when its capability is. */
export interface Channel {
  readonly id: string;
  /** What its users call the service. */
  readonly nama: string;
  readonly caps: Capabilities;
  /** `sink` resolves once the event is stored; only then may the service be told it arrived. */
  start(sink: (event: InboundEvent) => Promise<void>): Promise<void>;
  /**
   * Another process runs this channel and says how it is there. Nothing is fetched or sent here; what is
   * brought to this process all the same goes to `sink`. Told again and again, until `start`.
   */
  standBy(sink: (event: InboundEvent) => Promise<void>, there: ChannelState): void;
  stop(deadlineMs: number): Promise<void>;
  status(): ChannelStatus;
  send(chat: string, content: Outgoing, soFar?: SoFar): Promise<SendResult>;
  edit?(ref: MessageRef, content: Outgoing): Promise<SendResult>;
  /**
   * Puts a sign on a message of a person, which the service calls `messageId`; once more it changes nothing.
   * Where the service will not have it, it is `rejected`.
   */
  react?(chat: string, messageId: string, tanda: Reaksi["tanda"]): Promise<SendResult>;
  /** Opens a chat whose window is closed, with a message the service has approved; where there are any. */
  open?(chat: string, pembuka: Pembuka): Promise<SendResult>;
  /** Where the same person was known on another channel, which this one takes the place of. */
  formerly?(chat: string): readonly Address[];
  /** Bytes of a file a person sent, or why it could not be had. */
  download(
    file: FileRef,
    maxByte: number,
  ): Promise<Uint8Array | { readonly gagal: "terlalu-besar" | "tak-terunduh" }>;
  /** Shows in a chat that a file for it is being made; whether that succeeds is of no account. */
  preparing?(chat: string, what: "gambar" | "dokumen"): void;
  setCommands?(chat: string, commandList: readonly ChannelCommand[]): Promise<void>;
  /** An address that opens a chat and shows this code there; null while the channel's name is not known. */
  tautanUndangan?(kode: string): string | null;
}
