// What Telegram knows: chats, their messages, files, commands. Methods change it, persons see it.
import type {
  TelegramBotCommand,
  TelegramChat,
  TelegramMessage,
  TelegramUser,
} from "@gramio/types/objects";
import { badRequest, Refusal } from "./answer.ts";

/** One thing seen in a chat. Messages are replaced, never changed, when they are edited. */
export type Line =
  | {
      kind: "message";
      message: TelegramMessage;
      deleted: boolean;
      /** The bot's reactions to it. */
      reactions?: readonly string[];
    }
  | Tap;

/** A button pressed by a person, and what the bot answered (`toast` is missing until it did). */
export type Tap = {
  kind: "tap";
  id: string;
  title: string;
  data: string;
  toast?: { text: string; alert: boolean };
};

export type ChatRecord = {
  chat: TelegramChat;
  user: TelegramUser;
  lines: Line[];
  /** Titles of the reply keyboard below the input field. */
  keyboard: string[];
  blocked: boolean;
  /** Ids of the messages at its top, the one pinned last at the end. */
  pinned: number[];
};

export type StoredFile = { fileId: string; path: string; name: string; mime: string; data: Buffer };

export class World {
  readonly bot: TelegramUser;
  readonly chats = new Map<number, ChatRecord>();
  readonly files = new Map<string, StoredFile>();
  /** Command lists by scope and language; see `commandKey`. */
  readonly commands = new Map<string, TelegramBotCommand[]>();
  readonly nowMs: () => number;
  /** Whether it knows rich messages, as servers do since Bot API 10.1. */
  readonly rich: boolean;
  private lastMessageId = 100;
  private lastFile = 0;
  private lastTap = 0;

  constructor(bot: TelegramUser, nowMs: () => number, rich: boolean) {
    this.rich = rich;
    this.bot = bot;
    this.nowMs = nowMs;
  }

  /** Telegram's dates are whole seconds. */
  get date(): number {
    return Math.floor(this.nowMs() / 1_000);
  }

  nextMessageId(): number {
    this.lastMessageId += 1;
    return this.lastMessageId;
  }

  nextTapId(): string {
    this.lastTap += 1;
    return `43210000000000${this.lastTap}`;
  }

  meet(user: TelegramUser, group?: { readonly id: number; readonly title: string }): ChatRecord {
    const { id, first_name } = user;
    const own: TelegramChat = { id, type: "private", first_name };
    const chat: TelegramChat = group === undefined ? own : { ...group, type: "supergroup" };
    const record = { chat, user, lines: [], keyboard: [], blocked: false, pinned: [] };
    this.chats.set(chat.id, record);
    return record;
  }

  /** The chat the bot addresses; a bot can write only to people who know and bear it. */
  chatFor(chatId: unknown): ChatRecord {
    const record = this.chats.get(Number(chatId));
    if (!record) throw badRequest("chat not found");
    if (record.blocked) throw new Refusal(403, "Forbidden: bot was blocked by the user");
    return record;
  }

  /** The message as it is now, unless it was deleted or never existed. */
  message(chatId: unknown, messageId: unknown): TelegramMessage | undefined {
    const line = this.lineOf(chatId, messageId);
    return line?.deleted === false ? line.message : undefined;
  }

  add(record: ChatRecord, message: TelegramMessage): TelegramMessage {
    record.lines.push({ kind: "message", message, deleted: false });
    return message;
  }

  replace(message: TelegramMessage): TelegramMessage {
    const line = this.lineOf(message.chat.id, message.message_id);
    if (line) line.message = message;
    return message;
  }

  /** False when there was nothing to delete. */
  remove(chatId: unknown, messageId: unknown): boolean {
    const line = this.lineOf(chatId, messageId);
    if (!line || line.deleted) return false;
    line.deleted = true;
    return true;
  }

  /** Puts these reactions of the bot in the place of those it had; false when there is no such message. */
  react(chatId: unknown, messageId: unknown, reactions: readonly string[]): boolean {
    const line = this.lineOf(chatId, messageId);
    if (!line || line.deleted) return false;
    line.reactions = reactions;
    return true;
  }

  tap(tapId: string): Tap | undefined {
    for (const { lines } of this.chats.values()) {
      for (const line of lines) if (line.kind === "tap" && line.id === tapId) return line;
    }
    return undefined;
  }

  store(folder: string, file: { name: string; mime: string; data: Buffer }): StoredFile {
    this.lastFile += 1;
    const extension = /\.\w+$/.exec(file.name)?.[0] ?? "";
    const path = `${folder}/file_${this.lastFile}${extension}`;
    const stored = { fileId: `FILE-${this.lastFile}`, path, ...file };
    this.files.set(stored.fileId, stored);
    return stored;
  }

  private lineOf(chatId: unknown, messageId: unknown) {
    return this.chats
      .get(Number(chatId))
      ?.lines.filter((line) => line.kind === "message")
      .find((line) => line.message.message_id === messageId);
  }
}
