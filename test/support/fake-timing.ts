import { setImmediate } from "node:timers/promises";
import type { Timing } from "../../src/app/ports/timing.ts";

/** Time that passes only when a test says so, in order, as fast as the machine can. */
export interface FakeTiming extends Timing {
  /** Lets so much time pass, waking every sleeper at its own moment. */
  advance(ms: number): Promise<void>;
  /** Lets as much time pass as the promise needs. */
  settle<T>(promise: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A send takes some turns of the loop from its claim until it is written down. */
async function whatFollows(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

export function createFakeTiming(): FakeTiming {
  let nowMs = 0;
  const sleeping = new Set<Sleeper>();

  const next = (): Sleeper | undefined => [...sleeping].toSorted((a, b) => a.atMs - b.atMs)[0];

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (ms <= 0 || signal?.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        sleeping.delete(sleeper);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper = { atMs: nowMs + ms, wake };
      sleeping.add(sleeper);
      signal?.addEventListener("abort", wake);
    });
  }

  async function advance(ms: number): Promise<void> {
    const untilMs = nowMs + ms;
    await whatFollows();
    for (let sleeper = next(); sleeper && sleeper.atMs <= untilMs; sleeper = next()) {
      nowMs = Math.max(nowMs, sleeper.atMs);
      sleeper.wake();
      await whatFollows();
    }
    nowMs = untilMs;
  }

  async function settle<T>(promise: Promise<T>): Promise<T> {
    const state = { settled: false };
    const done = () => {
      state.settled = true;
    };
    promise.then(done, done);
    for (let idle = 0; idle < 100; idle += 1) {
      await setImmediate();
      if (state.settled) return promise;
      const sleeper = next();
      if (!sleeper) continue;
      await advance(Math.max(0, sleeper.atMs - nowMs));
      idle = 0;
    }
    throw new Error("nothing is left that could settle this promise");
  }

  return { now: () => nowMs, sleep, advance, settle };
}
