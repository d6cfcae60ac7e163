/** The time the application goes by, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** A clock that stands still until it is set; it may be set back. */
export interface RehearsalClock extends Clock {
  set(at: number): void;
}

/** A rehearsal clock that is kept, or that tells others, whenever it is moved. */
export interface KeptClock extends Clock {
  set(at: number): Promise<void>;
}
