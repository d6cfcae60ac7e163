import type { Capabilities } from "../ports/channel.ts";
import type { Timing } from "../ports/timing.ts";

/** What became of a request to send: it may go, or it must be given back to the outbox. */
export type Turn = "go" | "give-back";

/** Lets the sends of one channel through, no faster than the service bears. */
export interface Pacer {
  /** Resolves when a message to this chat may leave. Smaller `prioritas` overtakes. */
  turn(chat: string, prioritas: number): Promise<Turn>;
  /** Holds back one chat, or (null) the whole channel, for so long from now. */
  pause(chat: string | null, ms: number): void;
  /** Gives everything that waits back. */
  release(): void;
}

interface Waiter {
  readonly chat: string;
  readonly prioritas: number;
  readonly resolve: (turn: Turn) => void;
}

/**
 * Bounds the sends of any second by `perSecond` and keeps `perChatMs` between two to one chat. After a
 * quiet time half of what a second bears leaves at once; what is more leaves evenly, so that an answer to
 * somebody finds its place among the messages to many.
 */
export function createPacer(pace: Capabilities["pace"], timing: Timing): Pacer {
  const gate = new Gate(pace);
  const waiting: Waiter[] = [];
  let sleeping = new AbortController();

  function advance(): void {
    // A reason spares the error with its stack that is made where none is given.
    sleeping.abort("woken");
    for (let next = ready(); next !== undefined; next = ready()) {
      waiting.splice(waiting.indexOf(next), 1);
      gate.enter(next.chat, timing.now());
      next.resolve("go");
    }
    if (waiting.length === 0) return;
    sleeping = new AbortController();
    const { signal } = sleeping;
    const soonest = Math.min(...waiting.map(({ chat }) => gate.openAt(chat)));
    void timing.sleep(soonest - timing.now(), signal).then(() => {
      if (!signal.aborted) advance();
    });
  }

  const ready = (): Waiter | undefined =>
    waiting.find(({ chat }) => gate.openAt(chat) <= timing.now());

  return {
    turn: (chat, prioritas) =>
      new Promise((resolve) => {
        const behind = waiting.findIndex((other) => other.prioritas > prioritas);
        waiting.splice(behind === -1 ? waiting.length : behind, 0, { chat, prioritas, resolve });
        advance();
      }),
    pause(chat, ms) {
      gate.close(chat, timing.now() + ms);
      advance();
    },
    release() {
      sleeping.abort();
      for (const { resolve } of waiting.splice(0)) resolve("give-back");
    },
  };
}

/** When a message may leave, from what left before. Times are those of `Timing.now`. */
class Gate {
  readonly #pace: Capabilities["pace"];
  /** At most this many sends within one window. */
  readonly #perWindow: number;
  readonly #windowMs: number;
  /** The last sends of all chats, oldest first. */
  readonly #recent: number[] = [];
  readonly #openAtByChat = new Map<string, number>();
  #openAt = 0;

  constructor(pace: Capabilities["pace"]) {
    this.#pace = pace;
    this.#perWindow = Math.max(1, Math.floor(pace.perSecond));
    this.#windowMs = (1_000 * this.#perWindow) / pace.perSecond;
  }

  openAt(chat: string): number {
    const full = this.#freeAgainAt(this.#perWindow);
    const even = Math.min(
      this.#freeAgainAt(Math.ceil(this.#perWindow / 2)),
      (this.#recent.at(-1) ?? 0) + this.#windowMs / this.#perWindow,
    );
    return Math.max(this.#openAt, full, even, this.#openAtByChat.get(chat) ?? 0);
  }

  /** When fewer than so many sends will lie within one window. */
  #freeAgainAt(count: number): number {
    const send = this.#recent.at(-count);
    return send === undefined ? 0 : send + this.#windowMs;
  }

  enter(chat: string, now: number): void {
    this.#recent.push(now);
    if (this.#recent.length > this.#perWindow) this.#recent.shift();
    this.close(chat, now + this.#pace.perChatMs);
    // Chats that may be written to again need no entry.
    if (this.#openAtByChat.size > CHATS_KEPT) {
      for (const [chat, at] of this.#openAtByChat) if (at <= now) this.#openAtByChat.delete(chat);
    }
  }

  close(chat: string | null, until: number): void {
    if (chat === null) this.#openAt = Math.max(this.#openAt, until);
    else this.#openAtByChat.set(chat, Math.max(this.#openAtByChat.get(chat) ?? 0, until));
  }
}

const CHATS_KEPT = 1_000;
