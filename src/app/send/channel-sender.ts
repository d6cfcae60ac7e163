import { backoffMs } from "../../core/backoff.ts";
import { everythingHeard } from "../everything-heard.ts";
import type { Channel, InboundEvent, SendResult } from "../ports/channel.ts";
import type { OutboxOutcome, OutboxRow } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import type { SendFailure } from "./deliver.ts";
import { createPacer, type Pacer } from "./pace.ts";
import { reachOf } from "./reach.ts";
import { HOLD_MAX_MS, sendRow } from "./send-row.ts";
import { settleLate } from "./settle-late.ts";
import type { Way, WayStore } from "./way.ts";

export interface SenderDeps
  extends Pick<Way, "attachments" | "clock" | "timing" | "log" | "kamus"> {
  readonly store: Pick<Store, "claimOutbox" | "settleOutbox" | "outboxWaitMs"> & WayStore;
  /** Takes what sending taught about a chat, like any other update; resolves once that is stored. */
  readonly report: (event: InboundEvent) => Promise<void>;
  readonly metrics?: { messageSent(channelId: string, result: string): void };
  /** Whether this process runs a channel: then, and not else, it sends through it. */
  readonly runs: (channelId: string) => boolean;
}

/** Takes the outbox rows of one channel out of the store and through the channel. */
export class ChannelSender {
  readonly #deps: SenderDeps;
  readonly #channel: Channel;
  readonly #pacer: Pacer;
  readonly #inFlightMax: number;
  /** Claimed rows until what became of them is written down. */
  readonly #inFlight = new Set<string>();
  /** Sends that ended while a write was under way; the next one takes them all. */
  #ended: Ended[] = [];
  readonly #stop = new AbortController();
  /** Aborted and replaced when there may be something new to claim. */
  #bell = new AbortController();
  #pumping: Promise<void> | null = null;
  #looping: Promise<void> = Promise.resolve();
  /** Failures in a row of the channel as a whole, and when (`Timing.now`) it may be tried again. */
  #failures = 0;
  #blockedUntil = 0;
  /** Looks in a row that found nothing to claim. */
  #emptyRounds = 0;

  constructor(channel: Channel, deps: SenderDeps) {
    this.#deps = deps;
    this.#channel = channel;
    this.#pacer = createPacer(channel.caps.pace, deps.timing);
    // Claimed rows must get their turn well within the lease.
    const perLease = Math.ceil(channel.caps.pace.perSecond * SECONDS_IN_FLIGHT);
    this.#inFlightMax = Math.min(Math.max(perLease, 2), 64);
  }

  wake(): void {
    // A reason spares the error with its stack that is made where none is given.
    this.#bell.abort(RUNG);
    this.#bell = new AbortController();
  }

  /** Sends all that may be sent now, or in a moment; what waits longer stays in the outbox. */
  async drain(): Promise<void> {
    // A run under way may have looked for the last time before the caller's commit.
    await this.#pumping?.catch(ignore);
    // Only waiting is counted: sending takes what it takes.
    for (let [waitedMs, restMs] = [0, 0]; !this.#stop.signal.aborted; waitedMs += restMs) {
      await this.#pump();
      const waitMs = await this.#waitMs();
      if (waitMs === null || waitedMs + waitMs > DRAIN_PATIENCE_MS) return;
      restMs = Math.max(waitMs, REST_BACKOFF.firstMs);
      await this.#deps.timing.sleep(restMs, this.#stop.signal);
    }
  }

  start(): void {
    this.#looping = this.#loop();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.#stop.abort();
    this.#pacer.release();
    this.wake();
    const waited = new AbortController();
    const ended = this.#looping.then(() => this.#finish());
    await Promise.race([ended, this.#deps.timing.sleep(deadlineMs, waited.signal)]);
    waited.abort();
  }

  async #loop(): Promise<void> {
    const { timing, log } = this.#deps;
    const channelId = this.#channel.id;
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      const { signal } = this.#bell;
      try {
        await this.#pump();
        const restMs = await this.#restMs();
        failures = 0;
        await timing.sleep(restMs, signal);
      } catch (error) {
        failures += 1;
        log.error({ err: error, channelId, failures }, "the outbox could not be read");
        await timing.sleep(backoffMs(failures, CHANNEL_BACKOFF), this.#stop.signal);
      }
    }
  }

  /** How long nothing can happen unless somebody wakes us. */
  async #restMs(): Promise<number> {
    const waitMs = await this.#waitMs();
    if (waitMs === null) return IDLE_CHECK_MS;
    const leastMs = backoffMs(this.#emptyRounds, REST_BACKOFF);
    return Math.min(Math.max(waitMs, leastMs), IDLE_CHECK_MS);
  }

  /** How long until the next try of any message; null when none waits, or waits for this process. */
  async #waitMs(): Promise<number | null> {
    if (!this.#deps.runs(this.#channel.id)) return null;
    const waitMs = await this.#deps.store.outboxWaitMs([this.#channel.id]);
    if (waitMs === null) return null;
    return Math.max(waitMs, this.#blockedUntil - this.#deps.timing.now());
  }

  /** Waits for the sends under way, and until what became of them is written down. */
  async #finish(): Promise<void> {
    await this.#pumping?.catch(ignore);
    await this.#pump();
  }

  #pump(): Promise<void> {
    this.#pumping ??= this.#run().finally(() => {
      this.#pumping = null;
    });
    return this.#pumping;
  }

  async #run(): Promise<void> {
    for (;;) {
      await everythingHeard();
      const { signal } = this.#bell;
      for (const row of await this.#exchange()) void this.#take(row);
      if (this.#inFlight.size === 0) return;
      await untilAborted(signal);
    }
  }

  /** Writes down what has ended and claims what may go next: one write for both. */
  async #exchange(): Promise<readonly OutboxRow[]> {
    const ended = this.#ended.splice(0);
    const limit = this.#roomBeside(this.#inFlight.size - ended.length);
    if (ended.length === 0 && limit === 0) return [];
    try {
      const rowList = await this.#deps.store.claimOutbox({
        channelIdList: [this.#channel.id],
        limit,
        leaseMs: LEASE_MS,
        settled: ended.map(({ row: { id }, outcome }) => ({ id, outcome })),
      });
      for (const { row } of ended) this.#inFlight.delete(row.id);
      if (limit > 0) this.#emptyRounds = rowList.length === 0 ? this.#emptyRounds + 1 : 0;
      // Should a send outlast its lease, the row must not be sent beside itself.
      return rowList.filter(({ id }) => !this.#inFlight.has(id));
    } catch (error) {
      if (ended.length === 0) throw error;
      // One of them may be to blame: each is tried alone.
      for (const one of ended) void this.#settleAlone(one, error);
      return [];
    }
  }

  /** How many more may be claimed now beside so many that are in flight. */
  #roomBeside(count: number): number {
    const { timing, runs } = this.#deps;
    if (this.#stop.signal.aborted || timing.now() < this.#blockedUntil) return 0;
    if (!runs(this.#channel.id)) return 0;
    // A channel in trouble gets one message to prove itself with.
    return Math.max(0, (this.#failures > 0 ? 1 : this.#inFlightMax) - count);
  }

  async #take(row: OutboxRow): Promise<void> {
    this.#inFlight.add(row.id);
    this.#ended.push({ row, outcome: await this.#deliver(row) });
    this.wake();
  }

  async #deliver(row: OutboxRow): Promise<OutboxOutcome> {
    let told = true;
    const way = {
      ...this.#deps,
      channel: this.#channel,
      pacer: this.#pacer,
      stop: this.#stop.signal,
      learn: async (result: SendResult) => {
        this.#learn(row, result);
        told = await this.#report(row, result);
      },
    };
    const outcome = await sendRow(way, row);
    // What the office does not know of must not be settled: it is tried, and told, again.
    return told || outcome.kind === "sent" ? outcome : untold;
  }

  /** What a result says about the channel: whom to hold back, and for how long. */
  #learn(row: OutboxRow, result: SendResult): void {
    this.#deps.metrics?.messageSent(
      this.#channel.id,
      result.kind === "sent" ? "sent" : result.code,
    );
    if (result.kind === "sent") this.#failures = 0;
    else if (result.code === "throttled") {
      const waitMs = result.retryAfterMs ?? 0;
      // A message to many that waits its turn holds nobody else up.
      if (result.scope === "massal") return;
      if (result.scope === "chat") this.#pacer.pause(row.address.chat, waitMs);
      else if (waitMs <= HOLD_MAX_MS) this.#pacer.pause(null, waitMs);
      else this.#block(waitMs);
    } else if (result.code === "unreachable" || result.code === "not-ready") this.#trouble(result);
  }

  /** The office learns who cannot be written to, and that somebody can again, before the row is settled. */
  async #report(row: OutboxRow, result: SendResult): Promise<boolean> {
    const event = reachOf(row, result, this.#deps.clock.now());
    try {
      if (event !== null) await this.#deps.report(event);
      return true;
    } catch (error) {
      const fields = { err: error, outboxId: row.id, channelId: this.#channel.id };
      this.#deps.log.error(fields, "the office could not be told");
      return false;
    }
  }

  /** Sends that were under way together fail together; they count once. */
  #trouble({ retryAfterMs }: SendFailure): void {
    if (this.#deps.timing.now() < this.#blockedUntil) return;
    this.#failures += 1;
    this.#block(Math.max(retryAfterMs ?? 0, backoffMs(this.#failures, CHANNEL_BACKOFF)));
  }

  #block(ms: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, this.#deps.timing.now() + ms);
    this.#pacer.release();
  }

  async #settleAlone({ row: { id }, outcome }: Ended, cause: unknown): Promise<void> {
    await settleLate(this.#deps, { id, outcome }, { cause, channelId: this.#channel.id });
    this.#inFlight.delete(id);
    this.wake();
  }
}

/** A row whose send has ended, and how. */
interface Ended {
  readonly row: OutboxRow;
  readonly outcome: OutboxOutcome;
}

const untold: OutboxOutcome = {
  kind: "retry",
  afterMs: 10_000,
  error: "blocked: the office could not be told",
  tried: false,
  faulty: false,
};

/** Longer than the longest sends of both forms and the longest hold together. */
const LEASE_MS = 280_000;
/** Whoever waits for the outbox waits so long for a second try: most failures are over by then. */
const DRAIN_PATIENCE_MS = 2_000;
/** Rows claimed ahead: what the channel can send in this time. */
const SECONDS_IN_FLIGHT = 2;
/** Another process, such as the command line, may fill the outbox without waking us. */
const IDLE_CHECK_MS = 60_000;
/** A due row may stand behind another that is not, or be claimed elsewhere; asking on and on is no use. */
const REST_BACKOFF = { firstMs: 500, capMs: 5_000 } as const;
const CHANNEL_BACKOFF = { firstMs: 1_000, capMs: 30_000 } as const;

const RUNG = "rung";

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

const ignore = (): void => undefined;
