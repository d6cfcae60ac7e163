/**
 * How long things take, apart from the application's clock: while a rehearsal's clock stands still,
 * the pause a service asks for between two messages is as long as ever.
 */
export interface Timing {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Resolves after `ms` (at once if not positive), or as soon as the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
