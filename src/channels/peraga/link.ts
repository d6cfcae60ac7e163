import type { ChannelStatus, InboundEvent } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Ucapan } from "./entry.ts";
import { Intake } from "./intake.ts";
import type { KeptChats } from "./kept-chats.ts";

/** The name of the channel, in addresses and in the inbox. */
export const PERAGA_CHANNEL = "peraga";

export interface LinkDeps {
  readonly now: () => number;
  readonly timing: Timing;
  readonly log: Log;
}

type Sink = (event: InboundEvent) => Promise<void>;

/** The line from the phones to the application: up between `start` and `stop`. */
export class Link {
  status: ChannelStatus;
  readonly #deps: LinkDeps;
  readonly #kept: KeptChats;
  #up: { readonly intake: Intake; readonly sink: Sink } | null = null;

  constructor(deps: LinkDeps, kept: KeptChats) {
    this.#deps = deps;
    this.#kept = kept;
    this.status = { state: "offline", sinceMs: deps.now(), detail: "Not started." };
  }

  async start(sink: Sink): Promise<void> {
    const { timing, log } = this.#deps;
    const intake = new Intake({
      channelId: PERAGA_CHANNEL,
      sink,
      stored: ({ id }) => this.#kept.keep({ jenis: "diterima", id }),
      healthy: (well) => this.#become(well ? ONLINE : DEGRADED),
      timing,
      log,
    });
    this.#up = { intake, sink };
    this.#become(ONLINE);
    for (const ucapan of this.#kept.chats.pending()) intake.push(ucapan);
  }

  async stop(deadlineMs: number): Promise<void> {
    const up = this.#up;
    this.#up = null;
    await up?.intake.stop(deadlineMs);
    this.#become({ state: "offline", detail: "Stopped." });
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

  #become(next: Pick<ChannelStatus, "state" | "detail">): void {
    const { state, sinceMs } = this.status;
    this.status = { ...next, sinceMs: next.state === state ? sinceMs : this.#deps.now() };
  }
}

const ONLINE = { state: "online", detail: "The simulator's phones are on." } as const;
const DEGRADED = {
  state: "degraded",
  detail: "What people do cannot be stored; trying again. See the log for the cause.",
} as const;

const receiptOf = (chat: string, externalId: string, atMs: number): InboundEvent => ({
  type: "receipt",
  channelId: PERAGA_CHANNEL,
  eventId: `${PERAGA_CHANNEL}:baca:${externalId}`,
  atMs,
  chat,
  externalId,
  state: "read",
});
