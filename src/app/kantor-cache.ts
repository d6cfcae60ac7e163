import type { KantorId } from "../core/kantor/schema.ts";
import type { KantorRecord } from "./ports/rows.ts";
import type { Store } from "./ports/store.ts";

/** Keeps offices between updates; a changed version, seen with every read, fetches them anew. */
export class KantorCache {
  readonly #store: Store;
  readonly #recordById = new Map<KantorId, KantorRecord>();

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
}
