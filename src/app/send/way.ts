import type { Kamus } from "../../core/pesan/kamus.ts";
import type { Attachments } from "../ports/attachments.ts";
import type { Channel, SendResult } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";
import type { Pacer } from "./pace.ts";

/** What is asked of the store about chats that are open only for a while. */
export type WindowStore = Pick<Store, "chatWindow" | "takeOpening" | "returnOpening">;

/** What is asked of the store while a message is on its way. */
export type WayStore = WindowStore & Pick<Store, "keepParts">;

/** The way through one channel. */
export interface Way {
  readonly channel: Channel;
  readonly pacer: Pacer;
  readonly attachments: Attachments;
  readonly store: WayStore;
  /** The office's time, for what is shown; all waiting goes by `timing` and the store. */
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
  readonly kamus: Kamus;
  /** Aborted when nothing more may leave. */
  readonly stop: AbortSignal;
  /** Told of everything the channel answers. */
  readonly learn: (result: SendResult) => Promise<void>;
}
