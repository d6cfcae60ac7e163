import type { KantorId } from "../../core/kantor/schema.ts";
import { CLOCK_BEHIND_MS } from "../clock/office-time.ts";
import type { Log } from "../ports/log.ts";
import type { KantorRecord } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

/** Keeps offices between updates; a changed version, seen with every read, fetches them anew. */
export class KantorCache {
  readonly #store: Store;
  readonly #recordById = new Map<KantorId, KantorRecord>();

  readonly #behind = new Set<KantorId>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The office as of its newest version, or `atLeast` when the caller has just read that.
   * @throws Error when the office is gone: accounts and timers never outlive their office.
   */
  async get(kantorId: KantorId, atLeast = 0): Promise<KantorRecord> {
    const cached = this.#recordById.get(kantorId);
    if (cached !== undefined && cached.versi >= atLeast) return cached;
    const record = await this.#store.loadKantor(kantorId);
    if (record === null) throw new Error(`kantor ${kantorId} is not in the database`);
    this.#recordById.set(kantorId, record);
    return record;
  }

  /** Tells the operator once when an office's clock falls behind its log, and once when it is past it. */
  watchClock(kantorId: KantorId, behindMs: number, log: Log): void {
    const behind = behindMs >= CLOCK_BEHIND_MS;
    if (behind === this.#behind.has(kantorId)) return;
    if (behind) {
      this.#behind.add(kantorId);
      log.warn({ kantorId, behindMs }, "the clock is behind the newest entry of the office's log");
    } else {
      this.#behind.delete(kantorId);
      log.info({ kantorId }, "the clock is past the office's log again");
    }
  }
}
