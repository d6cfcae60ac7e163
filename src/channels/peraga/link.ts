import type { InboundEvent } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { createStatusBoard, type StatusBoard } from "../status.ts";
import type { Ucapan } from "./entry.ts";
import { createIntake, type Intake } from "./intake.ts";
import type { KeptChats } from "./kept-chats.ts";

/** The name of the channel, in addresses and in the inbox. */
export const PERAGA_CHANNEL = "peraga";

export interface LinkDeps {
  readonly now: () => number;
  readonly timing: Timing;
  readonly log: Log;
}

type Sink = (event: InboundEvent) => Promise<void>;

interface Up {
  readonly intake: Intake;
  readonly sink: Sink;
  readonly stop: AbortController;
}

/** The line from the phones to the application: up between `start` and `stop`. */
export class Link {
  readonly status: StatusBoard;
  readonly #deps: LinkDeps;
  readonly #kept: KeptChats;
  #up: Up | null = null;

  constructor(deps: LinkDeps, kept: KeptChats) {
    this.#deps = deps;
    this.#kept = kept;
    this.status = createStatusBoard(deps.now);
  }

  async start(sink: Sink): Promise<void> {
    const stop = new AbortController();
    const intake = createIntake({
      ...this.#deps,
      channelId: PERAGA_CHANNEL,
      sink,
      status: this.status,
      signal: stop.signal,
      stored: async ({ id }) => {
        await this.#kept.keep({ jenis: "diterima", id });
        this.status.set("online", ONLINE);
      },
    });
    this.#up = { intake, sink, stop };
    this.status.set("online", ONLINE);
    for (const ucapan of this.#kept.chats.pending()) intake.push(ucapan);
  }

  async stop(deadlineMs: number): Promise<void> {
    const up = this.#up;
    this.#up = null;
    up?.stop.abort();
    const waited = new AbortController();
    await Promise.race([up?.intake.idle(), this.#deps.timing.sleep(deadlineMs, waited.signal)]);
    waited.abort();
    this.status.set("offline", "Stopped.");
  }

  /** What comes while the line is down waits in the journal. */
  push(ucapan: Ucapan): void {
    this.#up?.intake.push(ucapan);
  }

  /** Tells the office what was read. */
  async seen(chat: string, idList: readonly string[]): Promise<void> {
    for (const externalId of idList) {
      await this.#up?.sink(receiptOf(chat, externalId, this.#deps.now()));
    }
  }
}

const ONLINE = "The simulator's phones are on.";

const receiptOf = (chat: string, externalId: string, atMs: number): InboundEvent => ({
  type: "receipt",
  channelId: PERAGA_CHANNEL,
  eventId: `${PERAGA_CHANNEL}:baca:${externalId}`,
  atMs,
  chat,
  externalId,
  state: "read",
});
