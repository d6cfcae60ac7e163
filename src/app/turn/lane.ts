/** Runs tasks of one key one after another, tasks of different keys side by side. */
export class Lane {
  readonly #tail = new Map<string, Promise<unknown>>();

  /** Settles as the task does; a failing task does not hold up the next. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tail.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.then(ignore, ignore);
    this.#tail.set(key, settled);
    // Keys of people who are silent again must not pile up.
    const forget = (): void => {
      if (this.#tail.get(key) === settled) this.#tail.delete(key);
    };
    settled.then(forget, forget);
    return mine;
  }
}

const ignore = (): void => undefined;
