import { lamaPada, type Penyimpanan } from "../../core/waktu/penyimpanan.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";
import { SingleFlight } from "../single-flight.ts";

/** Rows of a kind in one transaction: some milliseconds, after which whoever waits has their turn. */
const BATCH = 200;
/** Transactions of one run; the next tick goes on. */
const PER_RUN = 20;
/** Once nothing is left, the next look. */
const REST_MS = 3_600_000;

/** What folding away needs of the world. */
export interface FoldSweepDeps {
  readonly store: Pick<Store, "foldAway">;
  readonly penyimpanan: Pick<Penyimpanan, "hari">;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
}

/**
 * Folds away what is over, a little at each tick and beside everything else. Each batch is whole or was
 * not; whoever is killed in between leaves the rest to the next start.
 */
export class FoldSweep {
  readonly #deps: FoldSweepDeps;
  readonly #runs = new SingleFlight(() => this.#foldSome());
  #restUntil = 0;
  #stopped = false;

  constructor(deps: FoldSweepDeps) {
    this.#deps = deps;
  }

  /** Looks for something to fold away; nobody waits for it. */
  wake(): void {
    this.run().catch((cause: unknown) =>
      this.#deps.log.error({ err: cause }, "what is over could not be folded away"),
    );
  }

  /** Folds away some of what is over. */
  run(): Promise<void> {
    return this.#runs.run();
  }

  /** Ends with the batch under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.run().catch(() => undefined);
  }

  async #foldSome(): Promise<void> {
    const { store, penyimpanan, clock, timing, log } = this.#deps;
    if (timing.now() < this.#restUntil) return;
    let rows = 0;
    for (let batches = 0; batches < PER_RUN && !this.#stopped; batches += 1) {
      const nowMs = clock.now();
      const lama = lamaPada(penyimpanan, nowMs);
      const { count, more } = await store.foldAway({ lama, nowMs, limit: BATCH });
      rows += count;
      if (more) continue;
      this.#restUntil = timing.now() + REST_MS;
      break;
    }
    if (rows > 0) log.info({ rows }, "what is over was folded away");
  }
}
