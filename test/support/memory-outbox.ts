import type { Address, MessageRef } from "../../src/app/ports/channel.ts";
import type { OutboxDraft, OutboxOutcome, OutboxRow, Settled } from "../../src/app/ports/outbox.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { ChatWindow } from "../../src/app/ports/window.ts";
import type { WayStore } from "../../src/app/send/way.ts";
import type { Instant } from "../../src/core/waktu/instant.ts";

interface Entry {
  row: Omit<OutboxRow, "attempts" | "faults">;
  attempts: number;
  faults: number;
  error: string | null;
  dueMs: Instant;
  claimedUntilMs: Instant;
  outcome: OutboxOutcome | null;
}

/**
 * The outbox of the store, in memory. Of each chat only the head may be claimed (best priority, then
 * order of arrival), and nothing of a chat that has a claimed row.
 */
export class MemoryOutbox
  implements Pick<Store, "claimOutbox" | "settleOutbox" | "outboxWaitMs">, WayStore
{
  readonly #entryList: Entry[] = [];
  /** Set to make the next calls fail, as a database that is down does. */
  fault: Error | null = null;
  /** A row nothing can be written about, nor of any other together with it. */
  refuses: string | null = null;
  /** How the only chat with a window stands. */
  window: ChatWindow = { heardMs: null, openedMs: null, waiting: 0, spent: 0 };
  readonly #now: () => Instant;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  add(draft: OutboxDraft, op: OutboxRow["op"] = { kind: "kirim" }): void {
    const createdMs = this.#now();
    this.#entryList.push({
      row: { ...draft, op, createdMs },
      attempts: 0,
      faults: 0,
      error: null,
      dueMs: createdMs,
      claimedUntilMs: 0,
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

  faults(id: string): number {
    return this.#entryList.find(({ row }) => row.id === id)?.faults ?? 0;
  }

  /** Why it was not sent the last time. */
  error(id: string): string | null {
    return this.#entryList.find(({ row }) => row.id === id)?.error ?? null;
  }

  get pending(): number {
    return this.#entryList.filter(isOpen).length;
  }

  async claimOutbox(query: Parameters<Store["claimOutbox"]>[0]): Promise<readonly OutboxRow[]> {
    await this.settleOutbox(query.settled ?? []);
    const { channelIdList } = query;
    const nowMs = this.#now();
    const claimed = this.#waiting(channelIdList)
      .filter((entry) => entry.dueMs <= nowMs && entry === this.#head(entry.row.address, nowMs))
      .slice(0, query.limit);
    for (const entry of claimed) entry.claimedUntilMs = nowMs + query.leaseMs;
    return claimed.map(({ row, attempts, faults }) => ({ ...row, attempts, faults }));
  }

  async settleOutbox(settled: readonly Settled[]): Promise<void> {
    this.#failIfAsked();
    for (const { id } of settled) if (this.refuses === id) throw new Error(`cannot write ${id}`);
    for (const { id, outcome } of settled) this.#settle(id, outcome);
  }

  async keepParts(id: string, { externalIdList }: MessageRef): Promise<void> {
    this.#failIfAsked();
    for (const entry of this.#entryList)
      if (entry.row.id === id && isOpen(entry)) entry.row = { ...entry.row, done: externalIdList };
  }

  async chatWindow(): Promise<ChatWindow> {
    return this.window;
  }

  async takeOpening(
    _: Address,
    { nowMs, sinceMs }: Parameters<WayStore["takeOpening"]>[1],
  ): Promise<boolean> {
    const { openedMs } = this.window;
    if (openedMs !== null && openedMs > sinceMs) return false;
    this.window = { ...this.window, openedMs: nowMs };
    return true;
  }

  async returnOpening(): Promise<void> {
    this.window = { ...this.window, openedMs: null };
  }

  #settle(id: string, outcome: OutboxOutcome): void {
    const entry = this.#entryList.find(({ row }) => row.id === id);
    if (!entry) throw new Error(`no row ${id}`);
    if (outcome.kind === "returned") entry.claimedUntilMs = 0;
    else if (outcome.kind === "retry") {
      entry.attempts += outcome.tried ? 1 : 0;
      entry.faults += outcome.faulty ? 1 : 0;
      entry.error = outcome.error;
      entry.dueMs = this.#now() + outcome.afterMs;
      entry.claimedUntilMs = 0;
      if (outcome.part !== undefined)
        entry.row = { ...entry.row, done: outcome.part.externalIdList };
    } else entry.outcome = outcome;
  }

  async outboxWaitMs(channelIdList: readonly string[]): Promise<number | null> {
    this.#failIfAsked();
    const waiting = this.#waiting(channelIdList);
    const isFirst = (entry: Entry): boolean =>
      entry === waiting.find(({ row }) => row.address.chat === entry.row.address.chat);
    const dueList = waiting
      .filter(isFirst)
      .map(({ dueMs, claimedUntilMs }) => Math.max(dueMs, claimedUntilMs));
    return dueList.length === 0 ? null : Math.max(0, Math.min(...dueList) - this.#now());
  }

  /** Open rows, best priority first, then in order of arrival. */
  #waiting(channelIdList: readonly string[]): Entry[] {
    return this.#entryList
      .filter((entry) => isOpen(entry) && channelIdList.includes(entry.row.address.channelId))
      .toSorted((a, b) => a.row.prioritas - b.row.prioritas);
  }

  /** The row of a chat that is next; none while one of them is claimed. */
  #head({ channelId, chat }: Address, nowMs: Instant): Entry | undefined {
    const queue = this.#waiting([channelId]).filter(({ row }) => row.address.chat === chat);
    return queue.some(({ claimedUntilMs }) => claimedUntilMs > nowMs) ? undefined : queue[0];
  }

  #failIfAsked(): void {
    if (this.fault) throw this.fault;
  }
}

const isOpen = ({ outcome }: Entry): boolean => outcome === null;
