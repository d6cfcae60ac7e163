import type { KantorId } from "../../core/kantor/schema.ts";
import type { Deps } from "../deps.ts";
import { isStoreAway } from "../send/store-away.ts";
import { decideTogether, type Fault } from "./decide-together.ts";
import { holdUpdate } from "./hold-update.ts";
import type { Item } from "./item.ts";

/** How often an update may fail by itself before it is set aside; a busy database needs a second try. */
const TRIES_MAX = 3;

/**
 * Decides a batch; where it cannot be written, finds the update at fault and sets it aside. One update
 * that always fails must not keep everybody else's from being confirmed. While the machine is at fault
 * nothing is set aside: it is tried again.
 */
export async function decideSafely(
  deps: Deps,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<void> {
  let faults: readonly Fault[] = [];
  try {
    faults = await decideTogether(deps, kantorId, items);
  } catch (cause) {
    if (isStoreAway(cause)) throw cause;
    for (const item of items) await decideAlone(deps, kantorId, item);
  }
  for (const fault of faults) await setAside(deps, fault);
}

async function decideAlone(deps: Deps, kantorId: KantorId, item: Item): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const faults = await decideTogether(deps, kantorId, [item]);
      for (const fault of faults) await setAside(deps, fault);
      return;
    } catch (cause) {
      if (isStoreAway(cause)) throw cause;
      if (tries === TRIES_MAX) return setAside(deps, { item, cause });
    }
  }
}

const setAside = (deps: Deps, { item, cause }: Fault): Promise<void> =>
  holdUpdate(deps, item.event, item.who, cause);
