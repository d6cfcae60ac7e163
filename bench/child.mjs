// A process of the benchmark that is asked for one thing at a time.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export class Child {
  #process;
  #name;

  constructor(file, variables = {}, execArgv = []) {
    this.#name = file;
    const path = fileURLToPath(new URL(file, import.meta.url));
    this.#process = fork(path, { env: { PATH: process.env.PATH, ...variables }, execArgv });
  }

  get pid() {
    return this.#process.pid;
  }

  get hasEnded() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** What the process says next. */
  async next() {
    const ended = new AbortController();
    const { signal } = ended;
    try {
      const [answer] = await Promise.race([
        once(this.#process, "message", { signal }),
        once(this.#process, "exit", { signal }).then(([code]) => [{ error: `ended with ${code}` }]),
      ]);
      if (answer.error !== undefined) throw new Error(`${this.#name}: ${answer.error}`);
      return answer.result ?? answer;
    } finally {
      ended.abort();
    }
  }

  ask(act, given = {}) {
    const answer = this.next();
    this.#process.send({ act, ...given });
    return answer;
  }

  /** Cut off, as in a power cut: what is not on disk by now is lost. */
  async kill() {
    if (this.hasEnded) return;
    const gone = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await gone;
  }
}
