import type { Timing } from "../../app/ports/timing.ts";
import { within } from "./fault.ts";

export interface HeartbeatDeps {
  readonly ask: () => Promise<string | null>;
  readonly timing: Timing;
  /** Aborts when there is nobody left to ask. */
  readonly signal: AbortSignal;
}

export const HEARTBEAT_MS = 30_000;
const ANSWER_MS = 10_000;
/** One missed beat may be a busy page. */
const MISSED_MAX = 2;

/** Asks for the page's state again and again; resolves when it has stopped answering, or is over. */
export async function keepAsking(
  { ask, timing, signal }: HeartbeatDeps,
  tell: (state: string) => void,
): Promise<void> {
  for (let missed = 0; missed < MISSED_MAX; ) {
    await timing.sleep(HEARTBEAT_MS, signal);
    if (signal.aborted) return;
    const state = await askOnce(timing, ask);
    missed = state === null ? missed + 1 : 0;
    if (state !== null) tell(state);
  }
}

/** The page's state; null when there is no answer in time, or none of ours. */
export async function askOnce(timing: Timing, ask: HeartbeatDeps["ask"]): Promise<string | null> {
  try {
    return await within(timing, ANSWER_MS, ask());
  } catch {
    return null;
  }
}
