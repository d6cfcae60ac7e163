import type { Channel } from "../ports/channel.ts";
import { ChannelSender, type SenderDeps } from "./channel-sender.ts";

/**
 * Brings what was committed to the outbox to the channels. At least once: whoever is killed between
 * a send and its record sends that message again when the lease has run out.
 */
export interface Dispatcher {
  /** Sends everything that may be sent now; resolves when all of it is handed to the channels. */
  drain(): Promise<void>;
  /** Says that the outbox may have grown. */
  wake(): void;
  start(): void;
  /** Lets sends that are under way end, for so long at most; the rest stays in the outbox. */
  stop(deadlineMs: number): Promise<void>;
}

/** Channels do not wait for one another: each has its own pace, its own trouble and its own queue. */
export function createDispatcher(
  deps: SenderDeps & { readonly channels: ReadonlyMap<string, Channel> },
): Dispatcher {
  let reports = 0;
  const report: SenderDeps["report"] = (event) => {
    reports += 1;
    return deps.report(event);
  };
  const senderList = [...deps.channels.values()].map(
    (channel) => new ChannelSender(channel, { ...deps, report }),
  );
  return {
    async drain() {
      // What one channel taught about a chat may put messages for another into the outbox.
      for (let before = -1; before < reports; ) {
        before = reports;
        await Promise.all(senderList.map((sender) => sender.drain()));
      }
    },
    wake() {
      for (const sender of senderList) sender.wake();
    },
    start() {
      for (const sender of senderList) sender.start();
    },
    async stop(deadlineMs) {
      await Promise.all(senderList.map((sender) => sender.stop(deadlineMs)));
    },
  };
}
