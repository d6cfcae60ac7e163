import type { Channel, InboundEvent } from "../../app/ports/channel.ts";

/** Where acts come in that people do on a page of the bot: over HTTP, whichever process talks to Telegram. */
export interface Door {
  /** Resolves once the act is stored; rejects while the channel is stopped. */
  handlePage(event: InboundEvent): Promise<void>;
}

/** The channel with a door, open while it runs or stands by. */
export function withDoor<C extends Channel>(channel: C): C & Door {
  let inside: Parameters<Channel["start"]>[0] | null = null;
  return {
    ...channel,
    start(sink) {
      inside = sink;
      return channel.start(sink);
    },
    standBy(sink, there) {
      inside = sink;
      channel.standBy(sink, there);
    },
    stop(deadlineMs) {
      inside = null;
      return channel.stop(deadlineMs);
    },
    async handlePage(event) {
      if (inside === null) throw new Error("the Telegram channel is not started");
      await inside(event);
    },
  };
}
