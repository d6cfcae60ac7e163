import { tmpdir } from "node:os";
import type { Capabilities } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { NOW } from "./desk.ts";
import { hurried } from "./hurried.ts";
import { MemoryChannel } from "./memory-channel.ts";
import { MemoryLog } from "./memory-log.ts";
import { kamus } from "./teks.ts";

/** One of several processes on a database, with a channel of its own to the one service. */
export interface Process {
  readonly id: string;
  readonly runtime: Runtime;
  readonly channel: MemoryChannel;
  readonly log: MemoryLog;
  /** Keys of the updates it decided on. */
  readonly decided: readonly string[];
  /**
   * The power is cut: whatever it asks of the database from now on is never answered. Resolves once what it had
   * asked before has been done there.
   */
  kill(): Promise<void>;
  /** Ends as a service manager asks it to, unless it is dead. */
  stop(): Promise<void>;
  /** Lets go of the database, dead or not. */
  close(): Promise<void>;
}

/** What processes wait for each other for is seconds; here they pass five times as fast. */
const HURRY = 5;

/** Starts a process that the others know by `id`; a deaf one hears of nothing and only looks now and then. */
export async function startProcess(
  url: string,
  id: string,
  { deaf = false, ...caps }: Partial<Capabilities> & { readonly deaf?: boolean } = {},
): Promise<Process> {
  const log = new MemoryLog();
  const real = await openStore({ url, dataDir: tmpdir(), now: Date.now, log });
  const power = new AbortController();
  const decided: string[] = [];
  const asked = new Set<Promise<unknown>>();
  const living = mortal(real, { dead: power.signal, asked }, (keyList) => decided.push(...keyList));
  const store = deaf ? { ...living, listen: () => undefined } : living;
  const never = new Promise<never>(() => undefined);
  const onSend = async (): Promise<void> => (power.signal.aborted ? never : undefined);
  const channel = new MemoryChannel({ caps, now: Date.now, prefix: id, onSend });
  const files = createFileStore(tmpdir());
  const runtime = createRuntime({
    store,
    files,
    documents: createDocuments(files),
    random: { ...systemRandom, id: idsAfter(id) },
    clock: { now: () => NOW },
    timing: hurried(HURRY),
    log,
    kamus,
    channels: [channel],
  });
  await runtime.start();
  return {
    id,
    runtime,
    channel,
    log,
    decided,
    async kill() {
      power.abort();
      await Promise.allSettled(asked);
    },
    stop: async () => (power.signal.aborted ? undefined : runtime.stop(5_000)),
    close: () => real.close(),
  };
}

/** The first id a process draws is its own. */
function idsAfter(first: string): () => string {
  let next: string | null = first;
  return () => {
    const id = next ?? systemRandom.id();
    next = null;
    return id;
  };
}

/** A store that answers until the signal aborts, and tells of the updates that were decided on with it. */
function mortal(
  store: Store,
  { dead, asked }: { readonly dead: AbortSignal; readonly asked: Set<Promise<unknown>> },
  decided: (keyList: readonly string[]) => void,
): Store {
  const never = new Promise<never>(() => undefined);
  const alive = <T>(work: () => Promise<T>): Promise<T> => {
    if (dead.aborted) return never;
    const done = work();
    asked.add(done);
    const forget = (): unknown => asked.delete(done);
    void done.then(forget, forget);
    return done.then((answer) => (dead.aborted ? never : answer));
  };
  return {
    ...store,
    ring: (word) => (dead.aborted ? undefined : store.ring(word)),
    listen: (hear) => store.listen((word) => (dead.aborted ? undefined : hear(word))),
    takeLeases: (query) => alive(() => store.takeLeases(query)),
    passedKantor: () => alive(() => store.passedKantor()),
    claimOutbox: (query) => alive(() => store.claimOutbox(query)),
    outboxWaitMs: (idList) => alive(() => store.outboxWaitMs(idList)),
    passOn: (kantorId, eventList) => alive(() => store.passOn(kantorId, eventList)),
    commit: (request) =>
      alive(async () => {
        const result = await store.commit(request);
        if (result === "committed") decided(request.inbox.map(({ key }) => key));
        return result;
      }),
  };
}

/** Of two processes the one that works on an office. */
export function holderOf([one, other]: readonly [string, string], office: string): string {
  const weight = (id: string): string => systemRandom.hash(`${id}/${office}`);
  return weight(one) > weight(other) ? one : other;
}

/** Resolves as soon as it is so. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const untilMs = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > untilMs) throw new Error("not reached in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
