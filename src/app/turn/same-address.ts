import type { Address } from "../ports/channel.ts";

/** Whether two addresses are one chat. */
export const isSameAddress = (a: Address, b: Address): boolean =>
  a.channelId === b.channelId && a.chat === b.chat;
