/** How often something may be done: `burst` at once, then `perSecond`. */
export interface Allowance {
  /** Whether the one named `key` may do it now. */
  take(key: string): boolean;
}

/** More keys than this are not told apart; an office has fewer machines. */
const KEY_MAX = 1_000;

export interface Pace {
  readonly perSecond: number;
  readonly burst: number;
}

export function createAllowance({
  perSecond,
  burst,
  now = () => performance.now(),
}: Pace & {
  /** Milliseconds; never goes back. */
  readonly now?: () => number;
}): Allowance {
  const leftByKey = new Map<string, { readonly left: number; readonly atMs: number }>();
  return {
    take(key) {
      const atMs = now();
      if (leftByKey.size >= KEY_MAX) leftByKey.clear();
      const before = leftByKey.get(key) ?? { left: burst, atMs };
      const refilled = before.left + ((atMs - before.atMs) / 1_000) * perSecond;
      const left = Math.min(burst, refilled) - 1;
      if (left < 0) return false;
      leftByKey.set(key, { left, atMs });
      return true;
    },
  };
}
