import { EventEmitter } from "node:events";
import { setImmediate } from "node:timers/promises";
import type { InboundEvent, OutgoingFile } from "../../../src/app/ports/channel.ts";
import { createWhatsappChannel } from "../../../src/channels/whatsapp/index.ts";
import type { WaClient, WaEvent, WaMessage } from "../../../src/channels/whatsapp/seam.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryLog } from "../../support/memory-log.ts";

export const PERSON = "6281200000001@c.us";
export const PERSON_LID = "99887766@lid";

export interface Sent {
  readonly chat: string;
  readonly text: string;
  readonly file: OutgoingFile | null;
  /** Of a poll. */
  readonly options?: readonly string[];
}

/** A client without a page: a test says what happens, and sees what is asked of it. */
export class FakeClient implements WaClient {
  readonly emitter = new EventEmitter();
  readonly sent: Sent[] = [];
  readonly edited: { id: string; text: string }[] = [];
  readonly seen: string[] = [];
  readonly typing: string[] = [];
  readonly codesFor: string[] = [];
  destroyed = 0;
  killed = 0;
  /** What `initialize` does; by default it succeeds. */
  start: () => Promise<void> = async () => undefined;
  close: () => Promise<void> = async () => undefined;
  state: () => Promise<string | null> = async () => "CONNECTED";
  unread: unknown[] = [];
  votes: unknown[] = [];
  both: (form: string) => unknown = () => ({});
  /** What the next sends come to; then they succeed. */
  readonly nextSends: (() => Promise<unknown>)[] = [];
  messages = new Map<string, WaMessage>();

  on(event: WaEvent, listener: Parameters<WaClient["on"]>[1]): void {
    this.emitter.on(event, listener);
  }

  async emit(event: WaEvent, ...told: readonly unknown[]): Promise<void> {
    this.emitter.emit(event, ...told);
    await quiet();
  }

  initialize(): Promise<void> {
    return this.start();
  }

  destroy(): Promise<void> {
    this.destroyed += 1;
    return this.close();
  }

  kill(): void {
    this.killed += 1;
  }

  getState(): Promise<string | null> {
    return this.state();
  }

  async requestPairingCode(phone: string): Promise<unknown> {
    this.codesFor.push(phone);
    return "ABCD1234";
  }

  sendText(chat: string, text: string): Promise<unknown> {
    return this.#send({ chat, text, file: null });
  }

  sendFile(chat: string, file: OutgoingFile, text: string): Promise<unknown> {
    return this.#send({ chat, text, file });
  }

  sendPoll(chat: string, text: string, options: readonly string[]): Promise<unknown> {
    return this.#send({ chat, text, file: null, options });
  }

  async #send(sent: Sent): Promise<unknown> {
    const result = await (this.nextSends.shift() ?? this.#accept)();
    this.sent.push(sent);
    return result;
  }

  readonly #accept = async (): Promise<unknown> => ownMessage(`out${this.sent.length + 1}`);

  async sendTyping(chat: string): Promise<unknown> {
    return this.typing.push(chat);
  }

  async sendSeen(chat: string): Promise<unknown> {
    return this.seen.push(chat);
  }

  async getMessage(id: string): Promise<WaMessage | null> {
    return this.messages.get(id) ?? null;
  }

  async getUnread(): Promise<readonly unknown[]> {
    return this.unread;
  }

  async getVotes(): Promise<readonly unknown[]> {
    return this.votes;
  }

  async getLidAndPhone(form: string): Promise<unknown> {
    return this.both(form);
  }
}

let lastId = 0;

/** A message as the library shapes it. */
export function message(rest: { readonly from?: string; readonly [key: string]: unknown } = {}) {
  lastId += 1;
  const from = rest.from ?? PERSON;
  const id = `3A${String(lastId).padStart(18, "0")}`;
  return {
    id: { fromMe: false, remote: from, id, _serialized: `false_${from}_${id}` },
    from,
    to: "6281299999999@c.us",
    author: undefined,
    type: "chat",
    body: "86,25",
    timestamp: WALL_MS / 1_000,
    hasMedia: false,
    isStatus: undefined,
    broadcast: undefined,
    _data: { notifyName: "Kasi Pelayanan" },
    ...rest,
  };
}

/** One of our own, as sending answers it and an ack names it. */
export const ownMessage = (id: string, ack = 1, to = PERSON) => ({
  id: { fromMe: true, remote: to, id, _serialized: `true_${to}_${id}` },
  to,
  ack,
});

/** Saturday, 21 November 2026. */
export const WALL_MS = Date.parse("2026-11-21T09:00:00Z");

/** Lets everything that is ready to go on go on, without time passing. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await setImmediate();
}

export interface Rig {
  readonly channel: ReturnType<typeof createWhatsappChannel>;
  readonly timing: ReturnType<typeof createFakeTiming>;
  readonly log: MemoryLog;
  /** All clients so far, oldest first. */
  readonly clients: FakeClient[];
  readonly newest: () => FakeClient;
  readonly stored: InboundEvent[];
  readonly profile: { removed: number; freed: number; held: boolean; busy: boolean };
  /** What the next client will be like. */
  prepare: (client: FakeClient) => void;
  fail: number;
  stop(): Promise<void>;
}

/** A started channel whose clients are fakes and whose time passes on demand. */
export async function openRig(
  dataDir: string,
  rest: { pairingNumber?: string; busy?: boolean; polls?: boolean } = {},
): Promise<Rig> {
  const timing = createFakeTiming();
  const log = new MemoryLog();
  const clients: FakeClient[] = [];
  const profile = { removed: 0, freed: 0, held: false, busy: rest.busy ?? false };
  const channel = createWhatsappChannel({
    chromiumPath: null,
    chromiumArgs: [],
    pairingNumber: rest.pairingNumber ?? null,
    polls: rest.polls ?? false,
    dataDir,
    log,
    timing,
    now: () => WALL_MS + timing.now(),
    wallMs: () => WALL_MS + timing.now(),
    random: () => 0,
    async open() {
      const client = new FakeClient();
      rig.prepare(client);
      clients.push(client);
      return client;
    },
    profile: {
      async lock() {
        if (profile.busy) return null;
        profile.held = true;
        return () => {
          profile.held = false;
        };
      },
      async free() {
        profile.freed += 1;
      },
      async remove() {
        profile.removed += 1;
      },
    },
  });
  const rig: Rig = {
    channel,
    timing,
    log,
    clients,
    newest: () => clients.at(-1) ?? raise("no client yet"),
    stored: [],
    profile,
    prepare: () => undefined,
    fail: 0,
    stop: () => timing.settle(channel.stop(60_000)),
  };
  await channel.start(async (event) => {
    if (rig.fail > 0) {
      rig.fail -= 1;
      throw new Error("the database is down");
    }
    rig.stored.push(event);
  });
  await quiet();
  return rig;
}

function raise(text: string): never {
  throw new Error(text);
}
