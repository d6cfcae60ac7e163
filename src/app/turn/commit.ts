import type { Deps } from "../deps.ts";
import type { CommitRequest } from "../ports/commit.ts";

/** How often a batch is decided anew when somebody else was faster; then it is a fault. */
const CONFLICT_MAX = 20;

/** Has something counted or logged once what is being decided is written, and not before. */
export type Later = (tell: () => void) => void;

/**
 * Decides and commits until it holds: a conflict means that what was read has changed meanwhile, so
 * it is decided again on what is there now. Null from `decide` means there is nothing left to write.
 * @throws Error after {@link CONFLICT_MAX} conflicts, or whatever the store throws.
 */
export async function commitUntilDone(
  deps: Pick<Deps, "store" | "log">,
  decide: (later: Later, attempt: number) => Promise<CommitRequest | null>,
): Promise<void> {
  for (let attempt = 1; attempt <= CONFLICT_MAX; attempt += 1) {
    const tellList: (() => void)[] = [];
    const request = await decide((tell) => tellList.push(tell), attempt);
    if (request === null || (await deps.store.commit(request)) === "committed") {
      for (const tell of tellList) tell();
      return;
    }
    deps.log.debug({ attempt }, "commit conflict, deciding again");
  }
  throw new Error(`no commit after ${CONFLICT_MAX} conflicts`);
}
