/** When a call to a service ends though nothing has answered it. */
export interface Limit {
  readonly timeoutMs: number;
  /** Ends it earlier. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs one call with an end to its wait. */
export async function limited<T>(
  { timeoutMs, signal }: Limit,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  // Ended with the call: thousands of calls must not leave a timer each.
  const late = setTimeout(() => limit.abort(), timeoutMs);
  try {
    return await run(signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]));
  } finally {
    clearTimeout(late);
  }
}
