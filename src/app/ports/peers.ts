import type { ChannelState } from "./channel.ts";

/** Something one process at a time has: a channel by its id, and how it is there. */
export interface Wish {
  readonly name: string;
  readonly state: ChannelState;
}

/** Who has what, as of one look. */
export interface Leases {
  /** By name, what some process has, and how it says it is there. */
  readonly leaseByName: ReadonlyMap<string, Lease>;
  /** The processes that live, the one that asked among them. */
  readonly livingList: readonly string[];
  /** How long this holds for the one that asked, counted from when it began to ask. */
  readonly forMs: number;
}

/** Something that a process has. */
export interface Lease {
  readonly holder: string;
  readonly state: ChannelState;
}

/**
 * What a process may tell the others: there are messages to send, updates for whoever works on their
 * office, or another process. Hearing it only says when to look; whoever misses it looks all the same.
 */
export type Ring = "outbox" | "updates" | "peers";
