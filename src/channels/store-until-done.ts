import type { InboundEvent } from "../app/ports/channel.ts";
import type { Log } from "../app/ports/log.ts";
import type { Timing } from "../app/ports/timing.ts";
import { backoffMs } from "../core/backoff.ts";
import type { StatusBoard } from "./status.ts";

export interface StoreDeps {
  readonly sink: (event: InboundEvent) => Promise<void>;
  readonly status: Pick<StatusBoard, "get" | "set">;
  readonly timing: Timing;
  readonly log: Log;
  /** Aborts when the channel stops. */
  readonly signal: AbortSignal;
}

const BACKOFF = { firstMs: 200, capMs: 10_000 } as const;
const TROUBLE = "Messages cannot be stored; trying again. See the log for the cause.";

/** What the store itself says is to be done. */
const adviceOf = (error: unknown): string | null =>
  error instanceof Error && "advice" in error && typeof error.advice === "string"
    ? error.advice
    : null;

/**
 * Hands an event over as often as it takes; false when the channel stopped before, which leaves the
 * event unconfirmed, so that its service has it still.
 */
export async function storeUntilDone(
  { sink, status, timing, log, signal }: StoreDeps,
  event: InboundEvent,
): Promise<boolean> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await sink(event);
      return true;
    } catch (error) {
      log.error({ err: error, eventId: event.eventId, failures }, "an event could not be stored");
      // A channel in worse trouble has more to say than this.
      if (status.get().state === "online") status.set("degraded", adviceOf(error) ?? TROUBLE);
      await timing.sleep(backoffMs(failures, BACKOFF), signal);
    }
  }
  return false;
}
