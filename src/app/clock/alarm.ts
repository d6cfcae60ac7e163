import { backoffMs } from "../../core/backoff.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { CommitRequest } from "../ports/commit.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";
import { SingleFlight } from "../single-flight.ts";

export interface AlarmDeps {
  readonly store: Pick<Store, "nextTimerMs">;
  readonly clock: Pick<Clock, "now">;
  readonly timing: Timing;
  readonly log: Pick<Log, "error">;
}

/**
 * Has what is due looked at, once at a time. Started, it sleeps until the next timer is due. Whoever
 * writes an earlier one says so; what another process writes, or a clock that jumps, is found after
 * `NET_MS` at the latest.
 */
export class Alarm {
  readonly #deps: AlarmDeps;
  readonly #sweep: SingleFlight;
  readonly #stop = new AbortController();
  /** When it means to ring. */
  #setForMs: Instant = Number.POSITIVE_INFINITY;
  #bell = new AbortController();
  #going: Promise<void> = Promise.resolve();

  constructor(deps: AlarmDeps, sweep: () => Promise<unknown>) {
    this.#deps = deps;
    this.#sweep = new SingleFlight(sweep);
  }

  /** Looks at what is due now; resolves when it is committed. */
  ring(): Promise<void> {
    return this.#sweep.run();
  }

  start(): void {
    this.#going = this.#loop();
  }

  /** Timers were written: one that is due by then is looked at at once. */
  hear({ timers, kiriman, nowMs }: Pick<CommitRequest, "timers" | "kiriman" | "nowMs">): void {
    const atList = [
      ...timers.flatMap((timer) => (timer.kind === "set" ? [timer.row.atMs] : [])),
      ...kiriman.map(({ atMs }) => atMs),
    ];
    if (atList.some((atMs) => atMs < this.#setForMs)) this.#bell.abort();
    if (atList.some((atMs) => atMs <= nowMs)) {
      this.ring().catch((cause: unknown) => this.#deps.log.error({ err: cause }, "tick"));
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#bell.abort();
    await this.#going;
  }

  async #loop(): Promise<void> {
    const { store, clock, timing, log } = this.#deps;
    let rounds = 0;
    while (!this.#stop.signal.aborted) {
      this.#bell = new AbortController();
      const { signal } = this.#bell;
      // While it looks, whatever is written may be earlier.
      this.#setForMs = Number.POSITIVE_INFINITY;
      try {
        const nextMs = (await store.nextTimerMs()) ?? Number.POSITIVE_INFINITY;
        const due = nextMs <= clock.now();
        if (due) await this.ring();
        // What stays due is held by somebody else or cannot be fired now.
        rounds = due ? rounds + 1 : 0;
        this.#setForMs = nextMs;
        const restMs = due ? backoffMs(rounds, AGAIN) : Math.min(nextMs - clock.now(), NET_MS);
        await timing.sleep(restMs, signal);
      } catch (cause) {
        log.error({ err: cause }, "the next timer could not be looked up");
        await timing.sleep(NET_MS, this.#stop.signal);
      }
    }
  }
}

const NET_MS = 60_000;
const AGAIN = { firstMs: 100, capMs: 30_000 } as const;
