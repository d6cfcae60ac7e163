import type { KantorId } from "../../core/kantor/schema.ts";
import type { Log } from "../ports/log.ts";
import { CLOCK_BEHIND_MS } from "./office-time.ts";

/** Tells the operator once when an office's clock falls behind its log, and once when it is past it. */
export class ClockWatch {
  readonly #log: Pick<Log, "warn" | "info">;
  readonly #behind = new Set<KantorId>();

  constructor(log: Pick<Log, "warn" | "info">) {
    this.#log = log;
  }

  see(kantorId: KantorId, behindMs: number): void {
    const behind = behindMs >= CLOCK_BEHIND_MS;
    if (behind === this.#behind.has(kantorId)) return;
    if (behind) {
      this.#behind.add(kantorId);
      this.#log.warn(
        { kantorId, behindMs },
        "the clock is behind the newest entry of the office's log",
      );
    } else {
      this.#behind.delete(kantorId);
      this.#log.info({ kantorId }, "the clock is past the office's log again");
    }
  }
}
