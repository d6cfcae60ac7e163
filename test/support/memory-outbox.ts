import type { OutboxDraft, OutboxOutcome, OutboxRow, Store } from "../../src/app/ports/store.ts";
import type { Instant } from "../../src/core/waktu/instant.ts";

interface Entry {
  readonly row: Omit<OutboxRow, "attempts">;
  attempts: number;
  dueMs: Instant;
  outcome: OutboxOutcome | null;
}

/**
 * The outbox of the store, in memory. A chat's messages leave in the order they came: behind one
 * that waits for a later try, the others wait too.
 */
export class MemoryOutbox implements Pick<Store, "claimOutbox" | "settleOutbox" | "nextOutboxMs"> {
  readonly #entryList: Entry[] = [];
  /** Set to make the next calls fail, as a database that is down does. */
  fault: Error | null = null;
  readonly #now: () => Instant;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  add(draft: OutboxDraft, op: OutboxRow["op"] = { kind: "kirim" }): void {
    const createdMs = this.#now();
    this.#entryList.push({
      row: { ...draft, op, createdMs },
      attempts: 0,
      dueMs: createdMs,
      outcome: null,
    });
  }

  /** What became of a row; null while it waits. */
  outcome(id: string): OutboxOutcome | null {
    return this.#entryList.find(({ row }) => row.id === id)?.outcome ?? null;
  }

  attempts(id: string): number {
    return this.#entryList.find(({ row }) => row.id === id)?.attempts ?? 0;
  }

  get pending(): number {
    return this.#entryList.filter(isOpen).length;
  }

  async claimOutbox(query: Parameters<Store["claimOutbox"]>[0]): Promise<readonly OutboxRow[]> {
    this.#failIfAsked();
    const claimed = this.#heads(query.channelIdList)
      .filter(({ dueMs }) => dueMs <= query.nowMs)
      .toSorted((a, b) => a.row.prioritas - b.row.prioritas)
      .slice(0, query.limit);
    for (const entry of claimed) entry.dueMs = query.nowMs + query.leaseMs;
    return claimed.map(({ row, attempts }) => ({ ...row, attempts }));
  }

  async settleOutbox(id: string, outcome: OutboxOutcome): Promise<void> {
    this.#failIfAsked();
    const entry = this.#entryList.find(({ row }) => row.id === id);
    if (!entry) throw new Error(`no row ${id}`);
    entry.attempts += 1;
    if (outcome.kind === "retry") entry.dueMs = outcome.atMs;
    else entry.outcome = outcome;
  }

  async nextOutboxMs(channelIdList: readonly string[]): Promise<Instant | null> {
    this.#failIfAsked();
    const dueList = this.#heads(channelIdList).map(({ dueMs }) => dueMs);
    return dueList.length === 0 ? null : Math.min(...dueList);
  }

  /** The oldest open row of each chat. */
  #heads(channelIdList: readonly string[]): Entry[] {
    const headByChat = new Map<string, Entry>();
    for (const entry of this.#entryList.filter(isOpen)) {
      const { channelId, chat } = entry.row.address;
      const key = `${channelId} ${chat}`;
      if (channelIdList.includes(channelId) && !headByChat.has(key)) headByChat.set(key, entry);
    }
    return [...headByChat.values()];
  }

  #failIfAsked(): void {
    if (this.fault) throw this.fault;
  }
}

const isOpen = ({ outcome }: Entry): boolean => outcome === null;
