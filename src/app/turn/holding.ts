import type { Deps } from "../deps.ts";
import type { Store } from "../ports/store.ts";

/** The store, with what is held in memory kept in step with what is committed through it. */
export const holding = (
  store: Store,
  { offices, recent }: Pick<Deps, "offices" | "recent">,
): Store => ({
  ...store,
  async commit(request) {
    const result = await store.commit(request);
    offices.settled(request, result);
    if (result === "committed") for (const { key } of request.inbox) recent.add(key);
    return result;
  },
});
