import type { Timing } from "../../app/ports/timing.ts";

/**
 * Messages nobody asked for, in any 24 hours, counted from the start of the process. WhatsApp bans
 * numbers that write much of their own accord; reports begin at some dozens to strangers.
 */
export const UNPROMPTED_PER_DAY = 200;

/** Within so long after a person wrote, what we send them is an answer and counts for nothing. */
export const ANSWER_MS = 5 * 60_000;

const DAY_MS = 24 * 60 * 60_000;
const CHATS_KEPT = 1_000;

/** How much the number may still say today. */
export interface Allowance {
  /** The person of this chat wrote. */
  heard(chat: string): void;
  /** Takes one message out of the day's share; else says how long until there is one again. */
  take(chat: string): { readonly waitMs: number } | null;
}

export function createAllowance(timing: Timing, perDay: number = UNPROMPTED_PER_DAY): Allowance {
  const heardAt = new Map<string, number>();
  const sentAt: number[] = [];
  return {
    heard(chat) {
      const now = timing.now();
      heardAt.set(chat, now);
      if (heardAt.size <= CHATS_KEPT) return;
      for (const [one, at] of heardAt) if (at + ANSWER_MS < now) heardAt.delete(one);
    },
    take(chat) {
      const now = timing.now();
      if ((heardAt.get(chat) ?? Number.NEGATIVE_INFINITY) + ANSWER_MS >= now) return null;
      while (sentAt[0] !== undefined && sentAt[0] + DAY_MS <= now) sentAt.shift();
      const [oldest] = sentAt;
      if (oldest !== undefined && sentAt.length >= perDay) return { waitMs: oldest + DAY_MS - now };
      sentAt.push(now);
      return null;
    },
  };
}
