import type { Channel, InboundEvent } from "../ports/channel.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import { Lane } from "../turn/lane.ts";
import type { Peers } from "./peers.ts";

/** So long at most the sends of a channel that another process runs by now are waited for. */
const LOST_MS = 2_000;

export interface RunDeps {
  readonly store: Pick<Store, "releaseOutbox">;
  readonly channels: readonly Channel[];
  readonly peers: Pick<Peers, "holds" | "lease">;
  readonly sink: (event: InboundEvent) => Promise<void>;
  readonly log: Log;
}

/** Runs each channel where its lease is: here, or standing by for another process. */
export class RunChannels {
  readonly #deps: RunDeps;
  readonly #lane = new Lane();
  readonly #running = new Set<string>();
  #stopped = false;

  constructor(deps: RunDeps) {
    this.#deps = deps;
  }

  /** Whether a channel runs here, and what was claimed for it elsewhere is given back. */
  runs(channelId: string): boolean {
    return this.#running.has(channelId) && this.#deps.peers.holds(channelId);
  }

  /** Resolves when every channel is as its lease wants it. */
  async follow(): Promise<void> {
    const { channels } = this.#deps;
    await Promise.all(channels.map((one) => this.#lane.run(one.id, () => this.#follow(one))));
  }

  async stop(deadlineMs: number): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#deps.channels.map((channel) => channel.stop(deadlineMs)));
  }

  async #follow(channel: Channel): Promise<void> {
    const { store, peers, sink, log } = this.#deps;
    const { id } = channel;
    if (this.#stopped || (peers.holds(id) && this.#running.has(id))) return;
    if (peers.holds(id)) {
      await store.releaseOutbox(id);
      this.#running.add(id);
      await channel.start(sink);
      return;
    }
    if (this.#running.delete(id)) {
      log.warn({ channelId: id }, "another process runs this channel from now on");
      await channel.stop(LOST_MS);
    }
    channel.standBy(sink, peers.lease(id)?.state ?? "offline");
  }
}
