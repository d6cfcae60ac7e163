// What the service keeps: who there is, what was said, which files were sent.
import type {
  Ack,
  ChatData,
  ContactData,
  FileData,
  MessageData,
  SyncData,
  VoteData,
} from "./wire.ts";

/** A message as it stands in its chat now. */
export interface Entry {
  readonly id: string;
  /** Who the chat is with: a person, or a group. */
  readonly chat: string;
  readonly author: string;
  readonly fromBot: boolean;
  readonly type: string;
  text: string;
  readonly file: { readonly name: string; readonly mime: string; readonly data: Buffer } | null;
  readonly poll: readonly string[] | null;
  /** Ticked options, by the person who ticked. */
  readonly votes: Map<string, readonly string[]>;
  /** The message this one answers. */
  readonly quoted: string | null;
  ack: Ack;
  edited: boolean;
  revoked: boolean;
  readonly atMs: number;
}

export class Ledger {
  readonly entries: Entry[] = [];
  readonly #contacts = new Map<string, ContactData>();
  readonly #unread = new Map<string, number>();
  readonly #files = new Map<string, Buffer>();
  readonly #votes = new Map<string, VoteData>();
  readonly #paths = new Map<Entry, string>();

  meet(contact: ContactData): void {
    this.#contacts.set(contact.id, contact);
  }

  contact(id: string): ContactData {
    return this.#contacts.get(id) ?? { id, name: id, pn: null };
  }

  store(data: Buffer): string {
    const path = `/double/media/${this.#files.size + 1}`;
    this.#files.set(path, data);
    return path;
  }

  file(path: string): Buffer | undefined {
    return this.#files.get(path);
  }

  /** Makes files unavailable, as WhatsApp's servers do after some weeks. */
  forgetFiles(): void {
    this.#files.clear();
  }

  find(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** The messages of a chat, oldest first, as long as they are not taken back. */
  chat(id: string): Entry[] {
    return this.entries.filter((entry) => entry.chat === id && !entry.revoked);
  }

  /** From a person: it stays unread until the bot's page has seen it. */
  receive(entry: Entry): MessageData {
    this.entries.push(entry);
    this.#unread.set(entry.chat, this.unread(entry.chat) + 1);
    if (entry.file !== null) this.#paths.set(entry, this.store(entry.file.data));
    return this.#dataOf(entry);
  }

  /** A later vote of the same person in the same poll takes the place of an earlier one. */
  vote(data: VoteData): void {
    this.#votes.set(`${data.poll} ${data.from}`, data);
  }

  /** From the bot's page. */
  send(data: MessageData, ack: Ack, atMs: number): Entry {
    const { file, text, ...rest } = data;
    const bytes = file === null ? undefined : this.#files.get(file.path);
    const entry: Entry = {
      ...rest,
      text,
      file: file && { name: file.name, mime: file.mime, data: bytes ?? Buffer.alloc(0) },
      fromBot: true,
      votes: new Map(),
      ack,
      edited: false,
      revoked: false,
      atMs,
    };
    if (file !== null) this.#paths.set(entry, file.path);
    this.entries.push(entry);
    return entry;
  }

  unread(chat: string): number {
    return this.#unread.get(chat) ?? 0;
  }

  seen(chat: string): void {
    this.#unread.set(chat, 0);
  }

  chatData(id: string): ChatData {
    return { id, unread: this.unread(id) };
  }

  /** Everything, as a page is given it when it comes online. */
  sync(): SyncData {
    const chats = [...new Set(this.entries.map(({ chat }) => chat))];
    return {
      contacts: [...this.#contacts.values()],
      chats: chats.map((id) => this.chatData(id)),
      messages: this.entries.filter(({ revoked }) => !revoked).map((entry) => this.#dataOf(entry)),
      votes: [...this.#votes.values()],
    };
  }

  #dataOf(entry: Entry): MessageData {
    const { id, chat, author, type, text, poll, quoted, ack, atMs } = entry;
    const t = Math.floor(atMs / 1_000);
    return { id, chat, author, type, text, poll, quoted, ack, t, file: this.#fileOf(entry) };
  }

  #fileOf(entry: Entry): FileData | null {
    if (entry.file === null) return null;
    const { name, mime, data } = entry.file;
    return { name, mime, size: data.length, path: this.#paths.get(entry) ?? "" };
  }
}
