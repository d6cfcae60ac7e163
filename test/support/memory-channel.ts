import type {
  Capabilities,
  Channel,
  ChannelCommand,
  ChannelState,
  FileRef,
  InboundContent,
  InboundEvent,
  MessageRef,
  Outgoing,
  SendResult,
  SoFar,
} from "../../src/app/ports/channel.ts";
import { sendParts } from "../../src/channels/send-parts.ts";
import { LAJU_BIASA } from "../../src/core/pesan/laju-massal.ts";
import { plainText } from "../../src/core/pesan/spans.ts";
import { splitText } from "../../src/core/pesan/split.ts";
import type { Pembuka } from "../../src/core/pesan/templat-pembuka.ts";

/** A message as the person sees it now. */
export interface SeenMessage {
  readonly chat: string;
  readonly externalId: string;
  readonly text: string;
  /** Titles of the buttons, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly content: Outgoing;
  readonly edited: boolean;
  readonly atMs: number;
}

export type SendFailure = Extract<SendResult, { kind: "failed" }>;

export interface MemoryChannelOptions {
  readonly id?: string;
  readonly nama?: string;
  readonly caps?: Partial<Capabilities>;
  readonly now?: () => number;
  /** What its ids begin with, where several play one service. */
  readonly prefix?: string;
  readonly signs?: true;
  /** Awaited within every send, to play a slow service. */
  readonly onSend?: () => Promise<void>;
}

const CAPS: Capabilities = {
  textMax: 4_096,
  captionMax: 1_024,
  choices: "buttons",
  choicesMax: 100,
  choiceTitleMax: 64,
  edit: true,
  fileOutMaxByte: 50_000_000,
  fileInMaxByte: 20_000_000,
  receipts: false,
  bulk: LAJU_BIASA,
  pace: { perSecond: 10_000, perChatMs: 0 },
};

/** A channel without a service: what is sent can be read, what people do can be played. */
export class MemoryChannel implements Channel {
  readonly id: string;
  readonly nama: string;
  readonly caps: Capabilities;
  /** Every message as it is now, oldest first. */
  readonly seen: SeenMessage[] = [];
  readonly commandsByChat = new Map<string, readonly ChannelCommand[]>();
  /** Present exactly when the channel can edit. */
  readonly edit?: (ref: MessageRef, content: Outgoing) => Promise<SendResult>;
  /** Present where the channel was asked to know signs; what they were put on is in `reactions`. */
  readonly react?: (chat: string, messageId: string, tanda: "👍") => Promise<SendResult>;
  readonly reactions: string[] = [];
  /** Present exactly when the channel is open only for a while. */
  readonly open?: (chat: string, pembuka: Pembuka) => Promise<SendResult>;
  /** What chats were opened with. */
  readonly opened: Pembuka[] = [];
  state: ChannelState = "offline";
  /** Whether it is run here, and not by another process. */
  isRunning = false;
  readonly #files = new Map<string, Uint8Array>();
  readonly #failures: { failure: SendFailure; once: boolean }[] = [];
  readonly #options: MemoryChannelOptions;
  #sink: ((event: InboundEvent) => Promise<void>) | null = null;
  #lastEvent: InboundEvent | null = null;
  #lastId = 0;

  constructor(options: MemoryChannelOptions = {}) {
    this.#options = options;
    this.id = options.id ?? "memory";
    this.nama = options.nama ?? "Memori";
    this.caps = { ...CAPS, ...options.caps };
    if (this.caps.edit) this.edit = (ref, content) => this.#replace(ref, content);
    if (options.signs === true)
      this.react = async (_, messageId, tanda) => this.#react(messageId, tanda);
    if (this.caps.window !== undefined) this.open = async (_, pembuka) => this.#open(pembuka);
  }

  async start(sink: (event: InboundEvent) => Promise<void>): Promise<void> {
    this.#sink = sink;
    this.isRunning = true;
    this.state = "online";
  }

  async stop(): Promise<void> {
    this.#sink = null;
    this.isRunning = false;
    this.state = "offline";
  }

  standBy(sink: (event: InboundEvent) => Promise<void>, there: ChannelState): void {
    this.#sink = sink;
    this.state = there;
  }

  status() {
    return { state: this.state, sinceMs: 0, detail: `The memory channel is ${this.state}.` };
  }

  #react(messageId: string, tanda: string): SendResult {
    const failure = this.#nextFailure();
    if (failure) return failure;
    this.reactions.push(`${messageId} ${tanda}`);
    return { kind: "sent", externalIdList: [] };
  }

  #open(pembuka: Pembuka): SendResult {
    const failure = this.#nextFailure();
    if (failure) return failure;
    this.opened.push(pembuka);
    return { kind: "sent", externalIdList: [this.#nextId("t")] };
  }

  async send(chat: string, content: Outgoing, soFar: SoFar = {}): Promise<SendResult> {
    await this.#options.onSend?.();
    const failure = this.#nextFailure();
    if (failure) return failure;
    const partList = this.#parts(content);
    if (partList.length === 0) return EMPTY;
    return sendParts(partList, soFar, async (part) => {
      const externalId = this.#nextId("m");
      this.seen.push({ ...seenOf(part), chat, externalId, edited: false, atMs: this.#now() });
      return { kind: "sent", externalIdList: [externalId] };
    });
  }

  /** Long texts become several messages; the first has the file, the last the buttons. */
  #parts({ teks, pilihan, file }: Outgoing): Outgoing[] {
    const { textMax, captionMax } = this.caps;
    const textList = splitText(teks, textMax, file ? captionMax : textMax);
    if (file && textList.length === 0) return [{ teks: [], pilihan, file }];
    return textList.map((part, at) => ({
      teks: part,
      pilihan: at === textList.length - 1 ? pilihan : [],
      file: at === 0 ? file : null,
    }));
  }

  async download(
    file: FileRef,
    maxByte: number,
  ): Promise<Uint8Array | { readonly gagal: "terlalu-besar" | "tak-terunduh" }> {
    const data = this.#files.get(file.id);
    if (!data) return { gagal: "tak-terunduh" };
    return data.byteLength > Math.min(maxByte, this.caps.fileInMaxByte)
      ? { gagal: "terlalu-besar" }
      : data;
  }

  async setCommands(chat: string, commandList: readonly ChannelCommand[]): Promise<void> {
    this.commandsByChat.set(chat, commandList);
  }

  /** The messages of one chat. */
  inbox(chat: string): SeenMessage[] {
    return this.seen.filter((message) => message.chat === chat);
  }

  /** The next send or edit fails so. */
  failNext(failure: SendFailure): void {
    this.#failures.push({ failure, once: true });
  }

  /** Every send and edit fails so, until the returned function is called. */
  failAlways(failure: SendFailure): () => void {
    const plan = { failure, once: false };
    this.#failures.push(plan);
    return () => void this.#failures.splice(this.#failures.indexOf(plan), 1);
  }

  /** Hands an event to the application; rejects when it was not stored. */
  async receive(event: InboundEvent): Promise<void> {
    if (!this.#sink) throw new Error("the memory channel is not started");
    this.#lastEvent = event;
    await this.#sink(event);
  }

  /** Hands the last event over again, as services do that got no answer. */
  async redeliver(): Promise<void> {
    if (this.#lastEvent) await this.receive(this.#lastEvent);
  }

  /** A person writes; a leading slash makes it a command. */
  says(chat: string, text: string): Promise<void> {
    const [, name, args = ""] = /^\/(\w+)\s*([\s\S]*)$/.exec(text) ?? [];
    const content: InboundContent =
      name === undefined ? { type: "text", text } : { type: "command", name, args };
    return this.#person(chat, content);
  }

  /** A person presses the newest button of that title. */
  taps(chat: string, title: string): Promise<void> {
    const choice = this.inbox(chat)
      .flatMap(({ content }) => content.pilihan.flat())
      .findLast(({ judul }) => judul === title);
    if (!choice) throw new Error(`no button ${title} in chat ${chat}`);
    return this.#person(chat, { type: "choice", token: choice.id });
  }

  uploads(
    chat: string,
    file: { nama: string; mime: string; data: Uint8Array },
    caption = "",
  ): Promise<void> {
    const id = this.#nextId("f");
    this.#files.set(id, file.data);
    const { nama, mime, data } = file;
    const ref = { id, nama, mime, ukuranByte: data.byteLength };
    return this.#person(chat, { type: "file", file: ref, caption });
  }

  #person(chat: string, content: InboundContent): Promise<void> {
    const from = { channelId: this.id, chat };
    const eventId = `${this.id}:${this.#nextId("e")}`;
    const common = { channelId: this.id, eventId, atMs: this.#now(), from, nama: null };
    return this.receive({ ...common, ...content });
  }

  async #replace(ref: MessageRef, content: Outgoing): Promise<SendResult> {
    const failure = this.#nextFailure();
    if (failure) return failure;
    const externalId = ref.externalIdList.at(-1);
    const at = this.seen.findIndex((message) => message.externalId === externalId);
    const old = this.seen[at];
    if (!old)
      return { kind: "failed", code: "gone", detail: "no such message", retryAfterMs: null };
    const next = { ...content, file: old.content.file };
    this.seen[at] = { ...old, ...seenOf(next), edited: true };
    return { kind: "sent", externalIdList: ref.externalIdList };
  }

  #nextFailure(): SendFailure | undefined {
    const plan = this.#failures[0];
    if (plan?.once) this.#failures.shift();
    return plan?.failure;
  }

  #nextId(prefix: string): string {
    this.#lastId += 1;
    return `${this.#options.prefix ?? ""}${prefix}${this.#lastId}`;
  }

  #now(): number {
    return this.#options.now?.() ?? 0;
  }
}

const EMPTY: SendFailure = {
  kind: "failed",
  code: "rejected",
  detail: "the message is empty",
  retryAfterMs: null,
};

const seenOf = (content: Outgoing) => ({
  text: plainText(content.teks),
  buttons: content.pilihan.map((row) => row.map(({ judul }) => judul)),
  content,
});
