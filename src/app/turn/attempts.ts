/** Wrong codes one chat may try within the window; 50 bits are not guessed at this pace. */
const TRIES_MAX = 5;
const TRIES_WINDOW_MS = 10 * 60_000;

/** Counts tries per chat; forgets on restart, which costs an attacker more than it gives. */
export class Attempts {
  readonly #triedMs = new Map<string, readonly number[]>();

  /** Whether this chat may try once more; counts the try. */
  allow(chat: string, nowMs: number): boolean {
    const recent = (this.#triedMs.get(chat) ?? []).filter((atMs) => atMs > nowMs - TRIES_WINDOW_MS);
    const allowed = recent.length < TRIES_MAX;
    if (allowed) this.#triedMs.set(chat, [...recent, nowMs]);
    if (this.#triedMs.size > 10_000) this.#triedMs.clear();
    return allowed;
  }
}
