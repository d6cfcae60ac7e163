import type { ChannelState, ChannelStatus } from "../app/ports/channel.ts";
import type { Instant } from "../core/waktu/instant.ts";

/** The state of a channel and when it became so. */
export interface StatusBoard {
  set(state: ChannelState, detail: string): void;
  get(): ChannelStatus;
}

/** What a channel says of itself where another process runs it. */
export const ELSEWHERE =
  "Another process runs this channel and says how it is; this one takes over when it ends.";

export function createStatusBoard(now: () => Instant): StatusBoard {
  let status: ChannelStatus = { state: "offline", sinceMs: now(), detail: "Not started." };
  return {
    set(state, detail) {
      const sinceMs = state === status.state ? status.sinceMs : now();
      status = { state, sinceMs, detail };
    },
    get: () => status,
  };
}
