import type { InboundEvent } from "../app/ports/channel.ts";
import { type StoreDeps, storeUntilDone } from "./store-until-done.ts";

/** Hands the events of a chat over in order; what was sent in one go goes together. */
export interface Gatherer {
  /** Resolves when the event is stored, false when the channel stopped before. */
  give(chat: string, event: InboundEvent): Promise<boolean>;
  /** Whether everything given for the chat is handed over. */
  isIdle(chat: string): boolean;
  /** Whether an event waits for what may belong to it. */
  isGathering(): boolean;
}

/** Services pass on an album file by file, and nothing says which is the last. */
export const GATHER_MS = 1_000;

/** An album holds ten; more at once are answered in several messages. */
const GATHER_MAX = 30;

interface Waiting {
  readonly event: InboundEvent;
  readonly resolve: (stored: boolean) => void;
}

export function createGatherer(deps: StoreDeps & { readonly gatherMs: number }): Gatherer {
  const waitingByChat = new Map<string, Waiting[]>();
  let gathering = 0;

  /** What may be one of several waits until no further one comes; it is confirmed only afterwards. */
  async function lull(queue: readonly Waiting[]): Promise<void> {
    // One turn of the loop, so that what is handed over together leaves together.
    await Promise.resolve();
    for (let seen = 0; seen < queue.length && seen < GATHER_MAX; ) {
      seen = queue.length;
      if (!queue.every(({ event }) => isOneOfSeveral(event))) return;
      gathering += 1;
      await deps.timing.sleep(deps.gatherMs, deps.signal);
      gathering -= 1;
    }
  }

  async function drain(chat: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      await lull(queue);
      const other = queue.findIndex(({ event }) => !isOneOfSeveral(event));
      const count = other === -1 ? queue.length : Math.max(1, other);
      const taken = queue.splice(0, Math.min(count, GATHER_MAX));
      const stored = await storeUntilDone(deps, ...taken.map(({ event }) => event));
      for (const { resolve } of taken) resolve(stored);
    }
    waitingByChat.delete(chat);
  }

  return {
    give: (chat, event) =>
      new Promise((resolve, reject) => {
        const waiting = waitingByChat.get(chat);
        if (waiting !== undefined) {
          waiting.push({ event, resolve });
          return;
        }
        const fresh = [{ event, resolve }];
        waitingByChat.set(chat, fresh);
        drain(chat, fresh).catch(reject);
      }),
    isIdle: (chat) => !waitingByChat.has(chat),
    isGathering: () => gathering > 0,
  };
}

/** Files, and figures by their number, are what people send several of in one go. */
const isOneOfSeveral = (event: InboundEvent): boolean =>
  event.type === "file" || (event.type === "text" && event.text.includes("="));
