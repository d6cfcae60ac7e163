import type { SendResult } from "../../app/ports/channel.ts";

/** What can go wrong with a real service, to be rehearsed: the next send or edit ends so. */
export interface Trouble {
  failNext(how: "throttled" | "blocked" | "unreachable"): void;
  next(): SendResult | null;
}

export function createTrouble(): Trouble {
  const plan: SendResult[] = [];
  return {
    failNext: (code) => void plan.push({ kind: "failed", code, ...FAILURE[code] }),
    next: () => plan.shift() ?? null,
  };
}

const FAILURE = {
  throttled: { detail: "too many messages", retryAfterMs: 1_000 },
  blocked: { detail: "the person has blocked the bot", retryAfterMs: null },
  unreachable: { detail: "no network", retryAfterMs: 1_000 },
} as const;
