import type { Timing } from "../../app/ports/timing.ts";

/** Waiting took longer than allowed. */
export class OutOfTime extends Error {
  constructor() {
    super("no answer in time");
    this.name = "OutOfTime";
  }
}

/** The library throws strings as well ("auth timeout"); from here on everything is an Error. */
export const toError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/** What the promise brings, or OutOfTime after so long; the page may never answer. */
export async function within<T>(timing: Timing, ms: number, promise: Promise<T>): Promise<T> {
  const waited = new AbortController();
  const late = timing.sleep(ms, waited.signal).then((): never => {
    throw new OutOfTime();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    // Whoever loses the race must not be missed.
    late.catch(() => undefined);
    promise.catch(() => undefined);
    waited.abort();
  }
}
