import type { Deps } from "../deps.ts";
import type { Channel } from "../ports/channel.ts";
import type { Ring } from "../ports/peers.ts";
import type { Timing } from "../ports/timing.ts";
import type { Dispatcher } from "../send/dispatch.ts";
import { createHearing } from "../send/hear.ts";
import type { HandleUpdate } from "../turn/handle-update.ts";
import { PassedUpdates } from "./passed.ts";
import { Peers } from "./peers.ts";
import { createRoute } from "./route.ts";
import { RunChannels } from "./run-channels.ts";

export interface SharingDeps extends Pick<Deps, "store" | "offices" | "random" | "log"> {
  readonly timing: Timing;
  readonly channels: readonly Channel[];
  /** Handles an update in this process. */
  readonly updates: HandleUpdate;
  readonly dispatcher: Pick<Dispatcher, "wake">;
}

/** The part of a process in the work of all that share its database; alone, it does all of it. */
export interface Sharing extends HandleUpdate {
  /** Whether this process runs a channel. */
  runs(channelId: string): boolean;
  /** Says that there are messages to send, here and to whoever runs their channels. */
  wakeSenders(): void;
  /** Joins the others and runs the channels that nobody runs. */
  start(): Promise<void>;
  /** Takes no more updates; resolves when none is under way. */
  stop(deadlineMs: number): Promise<void>;
  /** Hands the channels over, after the last message. */
  leave(): Promise<void>;
}

export function createSharing(deps: SharingDeps): Sharing {
  const { store, updates, dispatcher, log } = deps;
  const peers = new Peers(deps);
  const passed = new PassedUpdates({ ...deps, peers, handle: (event) => updates.handle(event) });
  const route = createRoute({ ...deps, peers, passed });
  const sink = createHearing({ ...deps, handle: (event) => route.handle(event), wake });
  const channels = new RunChannels({ ...deps, peers, sink });

  function wake(): void {
    dispatcher.wake();
    if (!peers.alone) store.ring("outbox");
  }

  /** Where a process came or went, channels and offices may be this one's now. */
  function looked(): void {
    channels
      .follow()
      .then(() => dispatcher.wake())
      .catch((err: unknown) => log.error({ err }, "a channel could not be run"));
    passed.look();
  }

  const heard: { readonly [R in Ring]: () => void } = {
    outbox: () => dispatcher.wake(),
    updates: () => passed.look(),
    peers: () => void peers.look().then(looked),
  };

  return {
    ...route,
    runs: (channelId) => channels.runs(channelId),
    wakeSenders: wake,
    async start() {
      store.listen((word) => heard[word]());
      await peers.start(looked);
      await channels.follow();
      passed.look();
    },
    async stop(deadlineMs) {
      passed.stop();
      await peers.stop();
      await channels.stop(deadlineMs);
      await route.idle();
    },
    leave: () => peers.leave(),
  };
}
