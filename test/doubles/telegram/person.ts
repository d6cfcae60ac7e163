// A person with a private chat: writes, taps, uploads, and sees what the bot sent.
import type {
  TelegramCallbackQuery,
  TelegramMaybeInaccessibleMessage,
  TelegramMessage,
} from "@gramio/types/objects";
import { documentPart, photoPart } from "./content.ts";
import { wordsOf } from "./rich.ts";
import { buttonRows, inlineButtons, transcriptOf } from "./transcript.ts";
import type { UpdateQueue } from "./updates.ts";
import type { ChatRecord, Tap, World } from "./world.ts";

/** What a tap is aimed at: the title or callback data of a button, or a pattern of its title. */
export type ButtonName = string | RegExp;

export class Person {
  private readonly world: World;
  private readonly updates: UpdateQueue;
  private readonly record: ChatRecord;

  constructor(world: World, updates: UpdateQueue, record: ChatRecord) {
    this.world = world;
    this.updates = updates;
    this.record = record;
  }

  get id(): number {
    return this.record.chat.id;
  }

  get name(): string {
    return this.record.user.first_name;
  }

  /** The bot's messages in this chat as they are now, oldest first, without deleted ones. */
  get inbox(): TelegramMessage[] {
    return this.record.lines.flatMap((line) =>
      line.kind === "message" && !line.deleted && line.message.from?.id === this.world.bot.id
        ? [line.message]
        : [],
    );
  }

  get last(): TelegramMessage | undefined {
    return this.inbox.at(-1);
  }

  /** What this person wrote or sent, oldest first. */
  get outbox(): TelegramMessage[] {
    return this.record.lines.flatMap((line) =>
      line.kind === "message" && line.message.from?.id === this.id ? [line.message] : [],
    );
  }

  /** The bot's reactions to what this person wrote, oldest message first. */
  get reactions(): string[] {
    return this.record.lines.flatMap((line) =>
      line.kind === "message" ? (line.reactions ?? []) : [],
    );
  }

  /** The words of each message in the inbox. */
  get texts(): string[] {
    return this.inbox.map(wordsOf);
  }

  /** Button titles of the newest message. */
  get buttons(): string[] {
    return this.last ? buttonRows(this.last).flat() : [];
  }

  /** This person's taps in order, each with the bot's answer. */
  get tapsMade(): Tap[] {
    return this.record.lines.filter((line) => line.kind === "tap");
  }

  transcript(): string {
    return transcriptOf(this.record, this.world.bot.id);
  }

  says(text: string): TelegramMessage {
    if (text.trim() === "" || text.length > 4_096) throw new Error("no client sends such a text");
    const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
    return this.sends({
      text,
      ...(command && { entities: [{ type: "bot_command", offset: 0, length: command.length }] }),
    });
  }

  /** Answers a message, which is shown above the answer. */
  answers(message: TelegramMessage, text: string): TelegramMessage {
    const { reply_to_message: _, ...original } = message;
    return this.sends({ text, reply_to_message: original });
  }

  /** Presses the newest button of that name; without one, the key of that name below the input field. */
  taps(button: ButtonName): void {
    const message = this.inbox.findLast((one) => findButton(one, button));
    if (message) {
      this.tapsOn(message, button);
      return;
    }
    const key = this.record.keyboard.find((title) => matches(title, button));
    if (key === undefined) throw this.lament(`no button ${String(button)}`);
    this.says(key);
  }

  /**
   * Presses a button of the message as it was when it was taken from the inbox, even if it has since been
   * edited or deleted: a stale button, as on a phone that lags behind.
   */
  tapsOn(message: TelegramMessage, button: ButtonName): void {
    const found = findButton(message, button);
    if (found?.callback_data === undefined) {
      throw this.lament(`no button ${String(button)} with callback data on that message`);
    }
    const { text: title, callback_data: data } = found;
    const id = this.world.nextTapId();
    this.record.lines.push({ kind: "tap", id, title, data });
    const query: TelegramCallbackQuery = {
      id,
      from: this.record.user,
      message: this.asServerSees(message),
      chat_instance: `-${this.id}`,
      data,
    };
    this.updates.push(this.id, { callback_query: query });
  }

  /** The address behind the newest button of that name that opens a page. */
  page(button: ButtonName): string {
    const found = this.inbox
      .flatMap((message) => inlineButtons(message).flat())
      .findLast(({ text, web_app }) => web_app !== undefined && matches(text, button));
    if (found?.web_app === undefined) throw this.lament(`no button ${String(button)} opens a page`);
    return found.web_app.url;
  }

  /** Sends a document. Up to 2 GB on a real phone; a bot can download 20 MB. */
  uploads(name: string, data: Uint8Array, mime: string, caption?: string): TelegramMessage {
    const file = this.world.store("documents", { name, mime, data: Buffer.from(data) });
    return this.sends({ document: documentPart(file), ...(caption && { caption }) });
  }

  photo(data: Uint8Array, caption?: string): TelegramMessage {
    const name = "photo.jpg";
    const file = this.world.store("photos", { name, mime: "image/jpeg", data: Buffer.from(data) });
    return this.sends({ photo: photoPart(file), ...(caption && { caption }) });
  }

  /** Sends photos in one go: messages of their own that share an album. */
  album(photoList: readonly Uint8Array[], caption?: string): TelegramMessage[] {
    const media_group_id = `${this.id}-${this.world.nextMessageId()}`;
    return photoList.map((data, index) => {
      const file = { name: "photo.jpg", mime: "image/jpeg", data: Buffer.from(data) };
      const photo = photoPart(this.world.store("photos", file));
      return this.sends({ media_group_id, photo, ...(index === 0 && caption && { caption }) });
    });
  }

  sharesContact(phone: string): TelegramMessage {
    const contact = { phone_number: phone, first_name: this.name, user_id: this.id };
    return this.sends({ contact });
  }

  /** Changes the text, or of a file the caption, of a message this person sent before. */
  edits(message: TelegramMessage, text: string): TelegramMessage {
    const changed = message.text === undefined ? { caption: text } : { text };
    const edited = this.world.replace({ ...message, ...changed, edit_date: this.world.date });
    this.updates.push(this.id, { edited_message: edited });
    return edited;
  }

  /** The words of the messages at the top of the chat, the one pinned last at the end. */
  get pinned(): string[] {
    const { chat, pinned } = this.record;
    return pinned.flatMap((id) => {
      const message = this.world.message(chat.id, id);
      return message === undefined ? [] : [wordsOf(message)];
    });
  }

  /** Deletes a message for both sides, as people may in a private chat. */
  deletes(message: TelegramMessage): void {
    this.world.remove(this.record.chat.id, message.message_id);
  }

  /** From now on the bot's messages are refused with 403; `told` is whether the bot gets an update of it. */
  blocks({ told = true } = {}): void {
    this.becomes(true, told);
  }

  unblocks({ told = true } = {}): void {
    this.becomes(false, told);
  }

  private becomes(blocked: boolean, told: boolean): void {
    this.record.blocked = blocked;
    if (!told) return;
    const user = this.world.bot;
    const member = { user, status: "member" } as const;
    const kicked = { user, status: "kicked", until_date: 0 } as const;
    const [before, after] = blocked ? [member, kicked] : [kicked, member];
    const my_chat_member = {
      chat: this.record.chat,
      from: this.record.user,
      date: this.world.date,
      old_chat_member: before,
      new_chat_member: after,
    };
    this.updates.push(this.id, { my_chat_member });
  }

  /** The bytes of a document or photo seen in this chat. */
  opens(message: TelegramMessage): Buffer {
    const fileId = message.document?.file_id ?? message.photo?.at(-1)?.file_id;
    const file = fileId === undefined ? undefined : this.world.files.get(fileId);
    if (!file) throw this.lament("that message has no file");
    return file.data;
  }

  private sends(content: Partial<TelegramMessage>): TelegramMessage {
    const message = this.world.add(this.record, {
      message_id: this.world.nextMessageId(),
      from: this.record.user,
      chat: this.record.chat,
      date: this.world.date,
      ...content,
    });
    this.updates.push(this.id, { message });
    return message;
  }

  /** An update carries the message as it is now; of a deleted one only its number. */
  private asServerSees(message: TelegramMessage): TelegramMaybeInaccessibleMessage {
    const { chat, message_id } = message;
    return this.world.message(chat.id, message_id) ?? { chat, message_id, date: 0 };
  }

  private lament(what: string): Error {
    return new Error(`${this.name}: ${what}\n--- chat ---\n${this.transcript()}`);
  }
}

function findButton(message: TelegramMessage, name: ButtonName) {
  const buttons = inlineButtons(message).flat();
  return (
    buttons.find((button) => matches(button.text, name)) ??
    buttons.find((button) => button.callback_data === name)
  );
}

function matches(title: string, name: ButtonName): boolean {
  return typeof name === "string" ? title === name : name.test(title);
}
