import type { Timing } from "../../app/ports/timing.ts";
import type { LajuMassal } from "../../core/pesan/laju-massal.ts";

/**
 * Messages nobody asked for, in any 24 hours, counted from the start of the process. WhatsApp bans
 * numbers that write much of their own accord; reports begin at some dozens to strangers.
 */
export const UNPROMPTED_PER_DAY = 200;

/** Within so long after a person wrote, what we send them is an answer and counts for nothing. */
export const ANSWER_MS = 5 * 60_000;

/** Of the day's share messages to many may have half, so that tasks and reminders keep theirs; never in a row. */
export const BROADCASTS = {
  jedaDetik: 15,
  perHari: UNPROMPTED_PER_DAY / 2,
} as const satisfies LajuMassal;

const DAY_MS = 24 * 60 * 60_000;
const BROADCAST_MS = BROADCASTS.jedaDetik * 1_000;
/** A place in the row may be taken so much early: what stood before may have left a little late. */
const EARLY_MS = BROADCAST_MS / 3;
const CHATS_KEPT = 1_000;

/** Why a message must wait, for how long, and what waits with it. */
export interface Over {
  readonly why: string;
  readonly waitMs: number;
  readonly scope: "channel" | "massal";
}

/** How much the number may still say today. */
export interface Allowance {
  /** The person of this chat wrote. */
  heard(chat: string): void;
  /** Takes one message out of the day's share, `many` out of that of messages to many as well. */
  take(chat: string, many?: boolean): Over | null;
}

export function createAllowance(timing: Timing, perDay: number = UNPROMPTED_PER_DAY): Allowance {
  const heardAt = new Map<string, number>();
  const unprompted = createShare(perDay);
  const broadcasts = createShare(BROADCASTS.perHari);
  /** The last place in the row that was promised to a message to many. */
  let promisedAt = Number.NEGATIVE_INFINITY;

  /** One message to many after another, each with a pause before it. */
  function inRow(now: number): number {
    const freeAt = broadcasts.lastAt() + BROADCAST_MS;
    if (now >= freeAt - EARLY_MS) return 0;
    promisedAt = Math.max(promisedAt + BROADCAST_MS, freeAt);
    return promisedAt - now;
  }

  return {
    heard(chat) {
      const now = timing.now();
      heardAt.set(chat, now);
      if (heardAt.size <= CHATS_KEPT) return;
      for (const [one, at] of heardAt) if (at + ANSWER_MS < now) heardAt.delete(one);
    },
    take(chat, many = false) {
      const now = timing.now();
      if (many) {
        const waitMs = Math.max(unprompted.waitMs(now), broadcasts.waitMs(now)) || inRow(now);
        if (waitMs > 0) return { why: "messages to many go slowly", waitMs, scope: "massal" };
        broadcasts.add(now);
      } else {
        if ((heardAt.get(chat) ?? Number.NEGATIVE_INFINITY) + ANSWER_MS >= now) return null;
        const waitMs = unprompted.waitMs(now);
        if (waitMs > 0) return { why: "the day's share is used up", waitMs, scope: "channel" };
      }
      unprompted.add(now);
      return null;
    },
  };
}

/** So many within any 24 hours. */
function createShare(perDay: number) {
  const sentAt: number[] = [];
  return {
    /** How long until there is one again. */
    waitMs(now: number): number {
      while (sentAt[0] !== undefined && sentAt[0] + DAY_MS <= now) sentAt.shift();
      const [oldest] = sentAt;
      return oldest === undefined || sentAt.length < perDay ? 0 : oldest + DAY_MS - now;
    },
    add: (now: number): void => void sentAt.push(now),
    lastAt: (): number => sentAt.at(-1) ?? Number.NEGATIVE_INFINITY,
  };
}
