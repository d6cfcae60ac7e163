import type { OutgoingFile } from "../../app/ports/channel.ts";

/** What this adapter hears; the library's names, and one more: the browser ended by itself. */
export type WaEvent =
  | "qr"
  | "code"
  | "loading_screen"
  | "authenticated"
  | "auth_failure"
  | "ready"
  | "change_state"
  | "disconnected"
  | "message"
  | "message_edit"
  | "message_revoke_everyone"
  | "message_ack"
  | "message_ciphertext_failed"
  | "vote_update"
  | "browser_gone";

/**
 * One run of WhatsApp Web, as this adapter uses it. The real one is a thin coat over the library's
 * Client; what comes from the page is unknown until it is parsed.
 */
export interface WaClient {
  on(event: WaEvent, listener: (first: unknown, second: unknown, third: unknown) => void): void;
  initialize(): Promise<void>;
  /** Closes the browser in order, so that the session is written to its profile. */
  destroy(): Promise<void>;
  /** Ends the browser's process if it is still there. */
  kill(): void;
  /** The page's connection state; null when the page is not ours any more. */
  getState(): Promise<string | null>;
  requestPairingCode(phone: string): Promise<unknown>;
  /** The sent message once the server has answered; nothing when the chat is unknown. */
  sendText(chat: string, text: string): Promise<unknown>;
  sendFile(chat: string, file: OutgoingFile, caption: string): Promise<unknown>;
  /** A poll in which one option may be ticked. */
  sendPoll(chat: string, ajakan: string, titleList: readonly string[]): Promise<unknown>;
  sendTyping(chat: string): Promise<unknown>;
  /** Marks a chat as read. */
  sendSeen(chat: string): Promise<unknown>;
  getMessage(id: string): Promise<WaMessage | null>;
  /** Messages of people in chats that are not read yet, oldest first within a chat. */
  getUnread(perChat: number): Promise<readonly unknown[]>;
  /** Votes as they stand now in the newest polls we sent, at most so many of each chat. */
  getVotes(perChat: number): Promise<readonly unknown[]>;
  /** Both forms of a person's address, as far as the page knows them. */
  getLidAndPhone(chat: string): Promise<unknown>;
}

/** A message that WhatsApp Web still knows. */
export interface WaMessage {
  readonly raw: unknown;
  /** Nothing when it may not be edited (any more). */
  edit(text: string): Promise<unknown>;
  /** Deletes one of ours for everybody. */
  revoke(): Promise<unknown>;
  /** Its file, in base64; nothing when it cannot be had. */
  download(): Promise<string | null>;
}
