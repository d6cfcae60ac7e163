import type { Deps } from "../deps.ts";
import type { Channel, FromPerson, InboundEvent } from "../ports/channel.ts";
import type { Store } from "../ports/store.ts";

export interface HearDeps extends Pick<Deps, "offices" | "log"> {
  readonly store: Pick<Store, "openWindow" | "closeWindow" | "moveAccount">;
  readonly channels: readonly Channel[];
  /** Handles an event that says more than whether a chat is open. */
  readonly handle: (event: InboundEvent) => Promise<void>;
  /** Says that there may be messages to send. */
  readonly wake: () => void;
}

/**
 * Takes what channels hand over. On one that lets us write only for a while after somebody did something,
 * each act opens its chat, before it is answered: what was kept for its person leaves ahead of the answer.
 */
export function createHearing(deps: HearDeps): (event: InboundEvent) => Promise<void> {
  const windowed = new Map(
    deps.channels.filter(({ caps }) => caps.window !== undefined).map((one) => [one.id, one]),
  );
  return async (event) => {
    const channel = windowed.get(event.channelId);
    if (channel === undefined) return deps.handle(event);
    if (event.type === "receipt" && event.closed === true) return sendAgain(deps, event);
    if (isAct(event)) await hear(deps, channel, event);
    return deps.handle(event);
  };
}

/** Somebody did something, in contrast to what the service tells of them. */
const isAct = (event: InboundEvent): event is FromPerson =>
  event.type !== "receipt" &&
  event.type !== "group" &&
  !(event.type === "reach" && !event.reachable);

async function hear(
  { store, offices, wake, log }: HearDeps,
  channel: Channel,
  { from, atMs }: FromPerson,
): Promise<void> {
  const formerList = channel.formerly?.(from.chat) ?? [];
  if (formerList.length > 0 && (await offices.findAccount(from)) === null) {
    for (const former of formerList) {
      const moved = await store.moveAccount(former, from);
      if (moved)
        log.info({ channelId: channel.id, from: former.channelId }, "an account has moved");
    }
  }
  if (await store.openWindow(from, atMs)) wake();
}

async function sendAgain(
  { store, wake }: HearDeps,
  { channelId, chat, externalId }: Extract<InboundEvent, { type: "receipt" }>,
): Promise<void> {
  await store.closeWindow({ channelId, chat }, externalId);
  wake();
}
