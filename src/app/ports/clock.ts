/** The time the application goes by, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** A clock that stands still until it is set; it may be set back. */
export interface RehearsalClock extends Clock {
  set(at: number): void;
}
