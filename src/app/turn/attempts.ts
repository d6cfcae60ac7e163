/** Codes one chat may try within the window; 54 bits are not guessed at this pace. */
const TRIES_MAX = 5;
/**
 * Wrong codes that all chats together may show within the window, against somebody with many accounts.
 * An office that is being linked shows a few; whoever uses this up holds up new accounts, and nobody else.
 */
const WRONG_MAX = 200;
const WINDOW_MS = 10 * 60_000;
const CHATS_MAX = 10_000;

/** Counts tries by chat, and wrong codes of all; forgets on restart, which costs an attacker more than it gives. */
export class Attempts {
  /** The chat that tried longest ago comes first. */
  readonly #triedMs = new Map<string, readonly number[]>();
  #wrongMs: readonly number[] = [];

  /** Whether this chat may try once more; counts the try. */
  allow(chat: string, nowMs: number): boolean {
    const recent = within(this.#triedMs.get(chat) ?? [], nowMs);
    if (recent.length >= TRIES_MAX || within(this.#wrongMs, nowMs).length >= WRONG_MAX)
      return false;
    this.#triedMs.delete(chat);
    this.#triedMs.set(chat, [...recent, nowMs]);
    const [longestAgo] = this.#triedMs.keys();
    if (this.#triedMs.size > CHATS_MAX && longestAgo !== undefined)
      this.#triedMs.delete(longestAgo);
    return true;
  }

  /** Counts a code that nobody was given; true where it was the last that all may show for now. */
  wrong(nowMs: number): boolean {
    this.#wrongMs = [...within(this.#wrongMs, nowMs), nowMs];
    return this.#wrongMs.length === WRONG_MAX;
  }
}

const within = (list: readonly number[], nowMs: number): readonly number[] =>
  list.filter((atMs) => atMs > nowMs - WINDOW_MS);
