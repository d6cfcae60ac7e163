/**
 * Runs a task one at a time; asked again meanwhile, it runs once more afterwards, however often it
 * was asked. Everybody who asked waits for a run that began after they asked.
 */
export class SingleFlight {
  readonly #task: () => Promise<unknown>;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(task: () => Promise<unknown>) {
    this.#task = task;
  }

  run(): Promise<void> {
    if (this.#running === null) return this.#start();
    this.#next ??= this.#running.then(
      () => this.#follow(),
      () => this.#follow(),
    );
    return this.#next;
  }

  #start(): Promise<void> {
    this.#running = this.#task().then(
      () => this.#end(),
      (cause: unknown) => {
        this.#end();
        throw cause;
      },
    );
    return this.#running;
  }

  #follow(): Promise<void> {
    this.#next = null;
    return this.#start();
  }

  #end(): void {
    this.#running = null;
  }
}
