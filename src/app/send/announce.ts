import type { CommitRequest } from "../ports/commit.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";

/** The store, telling `committed` of every request right after it was written and not before. */
export const announcing = (
  store: Store,
  { timing, metrics }: { readonly timing: Timing; readonly metrics?: Metrics },
  committed: (request: CommitRequest) => void,
): Store => ({
  ...store,
  async commit(request) {
    const beganMs = timing.now();
    const result = await store.commit(request);
    metrics?.commitTook(timing.now() - beganMs);
    if (result === "committed") committed(request);
    return result;
  },
});

/** Whether a request put something into the outbox. */
export const hasMessages = ({ outbox, closePrompts }: CommitRequest): boolean =>
  outbox.length > 0 || closePrompts.length > 0;
