import type { Log } from "./app/ports/log.ts";
import type { Timing } from "./app/ports/timing.ts";

/** How a program ends. */
export interface Ending {
  readonly timing: Timing;
  readonly log: Log;
  readonly deadlineMs: number;
}

/**
 * Ends all parts at once, then what they stand on, for so long at most in all. What is still under way
 * by then was not confirmed and comes again after the next start.
 */
export async function shutDown(
  parts: readonly (() => Promise<unknown>)[],
  ground: () => Promise<unknown>,
  { timing, log, deadlineMs }: Ending,
): Promise<void> {
  const ending = async (): Promise<true> => {
    for (const { status, ...rest } of await Promise.allSettled(parts.map((end) => end())))
      if (status === "rejected") log.error({ err: rest }, "a part did not end as it should");
    await ground();
    return true;
  };
  const waited = new AbortController();
  const late = timing.sleep(deadlineMs, waited.signal).then(() => false);
  const inTime = await Promise.race([ending(), late]);
  waited.abort();
  if (!inTime) log.warn({}, "stopped with something under way; it comes again after the start");
}
