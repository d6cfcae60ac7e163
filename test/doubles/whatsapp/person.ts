// A person with WhatsApp on the phone: writes, uploads, votes, and sees what the bot sent.
import type { Entry, Ledger } from "./ledger.ts";
import type { Ack, Down } from "./wire.ts";

/** What a person needs of the service. */
export interface Service {
  readonly ledger: Ledger;
  nowMs(): number;
  nextId(): string;
  /** Passes something on to the bot's page, now or when it is back online. */
  tell(down: Down): void;
}

export interface Sending {
  readonly type?: string;
  readonly text?: string;
  readonly file?: Entry["file"];
  readonly quoted?: Entry;
  /** Said in this group, as `…@g.us`, or as a status on `status@broadcast`. */
  readonly group?: string;
}

type Told = Extract<Down, { kind: "message" }>;

export class Person {
  readonly id: string;
  readonly name: string;
  readonly #service: Service;
  /** What is said next reaches the bot's page twice. */
  repeatNext = false;

  constructor(service: Service, id: string, name: string) {
    this.#service = service;
    this.id = id;
    this.name = name;
  }

  /** The bot's messages in the chat with this person as they are now, oldest first. */
  get inbox(): Entry[] {
    return this.#service.ledger.chat(this.id).filter(({ fromBot, ack }) => fromBot && ack >= 0);
  }

  get last(): Entry | undefined {
    return this.inbox.at(-1);
  }

  /** Text or caption of each message in the inbox. */
  get texts(): string[] {
    return this.inbox.map(({ text }) => text);
  }

  says(text: string): Entry {
    if (text.trim() === "" || text.length > 65_536) throw new Error("no phone sends such a text");
    return this.sends({ text });
  }

  /** Sends a document. */
  uploads(name: string, data: Uint8Array, mime: string, caption = ""): Entry {
    return this.sends({
      type: "document",
      text: caption,
      file: { name, mime, data: Buffer.from(data) },
    });
  }

  /** Takes a photo; WhatsApp gives it no name. */
  photo(data: Uint8Array, caption = ""): Entry {
    const file = { name: "", mime: "image/jpeg", data: Buffer.from(data) };
    return this.sends({ type: "image", text: caption, file });
  }

  /** Sends photos in one go: an album without content, and each photo as a message of its own. */
  album(photoList: readonly Uint8Array[]): Entry[] {
    this.sends({ type: "album" });
    return photoList.map((data) => this.photo(data));
  }

  /** Answers a message of the bot, which is shown above the answer. */
  quotes(message: Entry, text: string): Entry {
    return this.sends({ text, quoted: message });
  }

  sends({ type = "chat", text = "", file = null, quoted, group }: Sending): Entry {
    const { ledger } = this.#service;
    const chat = group ?? this.id;
    const author = group === undefined ? "" : `_${this.id}`;
    const entry: Entry = {
      id: `false_${chat}_${this.#service.nextId()}${author}`,
      chat,
      author: this.id,
      fromBot: false,
      type,
      text,
      file,
      poll: null,
      votes: new Map(),
      quoted: quoted?.id ?? null,
      ack: 1,
      edited: false,
      revoked: false,
      atMs: this.#service.nowMs(),
    };
    const message = ledger.receive(entry);
    const told: Omit<Told, "again"> = {
      kind: "message",
      contact: ledger.contact(this.id),
      chat: ledger.chatData(chat),
      message,
    };
    this.#service.tell({ ...told, again: false });
    if (this.repeatNext) this.#service.tell({ ...told, again: true });
    this.repeatNext = false;
    return entry;
  }

  /** Ticks options of the newest poll that has them; none takes the vote back. */
  votes(...titles: readonly string[]): void {
    const poll = this.inbox.findLast((one) => titles.every((title) => one.poll?.includes(title)));
    if (poll === undefined) throw this.#lament(`no poll with ${titles.join(", ")}`);
    this.votesOn(poll, ...titles);
  }

  votesOn(poll: Entry, ...titles: readonly string[]): void {
    const options = titles.map((title) => poll.poll?.indexOf(title) ?? -1);
    if (options.includes(-1)) throw this.#lament(`the poll lacks one of ${titles.join(", ")}`);
    poll.votes.set(this.id, titles);
    const vote = { poll: poll.id, from: this.id, options, atMs: this.#service.nowMs() };
    this.#service.ledger.vote(vote);
    this.#service.tell({ kind: "vote", ...vote });
    if (this.repeatNext) this.#service.tell({ kind: "vote", ...vote });
    this.repeatNext = false;
  }

  /** The phone tells that a message arrived (2) or was read (3). */
  acks(message: Entry, ack: Ack): void {
    message.ack = ack;
    this.#service.tell({ kind: "ack", id: message.id, ack });
  }

  edits(message: Entry, text: string): void {
    Object.assign(message, { text, edited: true });
    this.#service.tell({ kind: "edit", id: message.id, text });
  }

  revokes(message: Entry): void {
    message.revoked = true;
    this.#service.tell({ kind: "revoke", id: message.id });
  }

  /** The whole chat as it looks now, one message per paragraph. */
  transcript(): string {
    return this.#service.ledger
      .chat(this.id)
      .map((one) => this.#shown(one))
      .join("\n");
  }

  #shown({ fromBot, ack, edited, file, text, poll, votes }: Entry): string {
    const who = fromBot ? "bot" : this.name;
    const marks = [ack < 0 ? " (not sent)" : "", edited ? " (edited)" : ""].join("");
    const attached =
      file === null ? [] : [`<${file.name || file.mime}, ${file.data.length} bytes>`];
    const ticked = votes.get(this.id) ?? [];
    const options = (poll ?? []).map((one) => `\n    (${ticked.includes(one) ? "x" : " "}) ${one}`);
    const body = [...attached, text].filter(Boolean).join(" ").replaceAll("\n", "\n    ");
    return `${who}${marks}: ${body}${options.join("")}`;
  }

  #lament(what: string): Error {
    return new Error(`${what}\n--- chat of ${this.name} ---\n${this.transcript()}`);
  }
}
