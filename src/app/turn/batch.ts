import { everythingHeard } from "../everything-heard.ts";

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/** A full poll of the Bot API. */
const BATCH_MAX = 100;

/**
 * Group commit: whatever arrives for a key while its last batch is being written goes together into
 * the next one. Under load many updates share a transaction; alone, an update waits for nobody.
 */
export class Batch<Key, Item> {
  readonly #waiting = new Map<Key, Waiting<Item>[]>();
  readonly #draining = new Set<Promise<void>>();
  readonly #write: (key: Key, itemList: readonly Item[]) => Promise<void>;

  constructor(write: (key: Key, itemList: readonly Item[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves once the batch with this item is written. */
  add(key: Key, item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(key);
      const entry = { item, resolve, reject };
      if (waiting !== undefined) waiting.push(entry);
      else {
        const fresh = [entry];
        this.#waiting.set(key, fresh);
        const drained = this.#drain(key, fresh).catch(reject);
        this.#draining.add(drained);
        void drained.finally(() => this.#draining.delete(drained));
      }
    });
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    while (this.#draining.size > 0) await Promise.all(this.#draining);
  }

  async #drain(key: Key, waiting: Waiting<Item>[]): Promise<void> {
    while (waiting.length > 0) {
      await everythingHeard();
      const taken = waiting.splice(0, BATCH_MAX);
      try {
        await this.#write(
          key,
          taken.map(({ item }) => item),
        );
        for (const { resolve } of taken) resolve();
      } catch (cause) {
        for (const { reject } of taken) reject(cause);
      }
    }
    this.#waiting.delete(key);
  }
}
