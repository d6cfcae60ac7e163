import type { KantorId } from "../../core/kantor/schema.ts";
import type { FromPerson, InboundEvent } from "../ports/channel.ts";
import type { Store } from "../ports/store.ts";
import { Batch } from "../turn/batch.ts";
import type { HandleUpdate } from "../turn/handle-update.ts";
import type { Offices } from "../turn/offices.ts";
import type { PassedUpdates } from "./passed.ts";
import type { Peers } from "./peers.ts";

export interface RouteDeps {
  readonly store: Pick<Store, "passOn" | "ring">;
  readonly offices: Pick<Offices, "findAccount">;
  readonly peers: Pick<Peers, "alone" | "isMine">;
  /** What other processes kept for this one. */
  readonly passed: Pick<PassedUpdates, "take">;
  /** Handles an update in this process. */
  readonly updates: HandleUpdate;
}

/**
 * Updates as channels hand them over: handled here, or kept for the process that works on their office.
 * Either way they are stored when it resolves. What nobody's account is behind is handled where it came in.
 */
export function createRoute({ store, offices, peers, passed, updates }: RouteDeps): HandleUpdate {
  const chats = new Batch<string, FromPerson>(async (_, eventList) => {
    const elsewhere = await officeElsewhere(eventList);
    if (elsewhere === null) {
      // An earlier message of the chat may have come to another process: it goes first.
      await passed.take();
      return allOf(eventList.map((event) => updates.handle(event)));
    }
    await store.passOn(elsewhere, eventList);
    store.ring("updates");
  });

  async function officeElsewhere(eventList: readonly FromPerson[]): Promise<KantorId | null> {
    const [first] = eventList;
    if (first === undefined || eventList.some(bringsFile)) return null;
    const account = await offices.findAccount(first.from);
    return account === null || peers.isMine(account.kantorId) ? null : account.kantorId;
  }

  return {
    async handle(event: InboundEvent) {
      const isPersons = event.type !== "receipt" && event.type !== "group";
      if (peers.alone || !isPersons) return updates.handle(event);
      return chats.add(`${event.from.channelId}/${event.from.chat}`, event);
    },
    async idle() {
      await chats.idle();
      await updates.idle();
    },
  };
}

/** A file can be had only where its channel runs, which is where it came in. */
const bringsFile = (event: FromPerson): boolean =>
  event.type === "file" || (event.type === "edited" && event.now.type === "file");

/** None is handed over anew while another is still under way. */
async function allOf(handling: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(handling))
    if (result.status === "rejected") throw result.reason;
}
