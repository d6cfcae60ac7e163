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
 * Hands events over as often as it takes, together each time: whoever stores them knows what they
 * had already. False when the channel stopped before, which leaves them unconfirmed, so that their
 * service has them still.
 */
export async function storeUntilDone(
  { sink, status, timing, log, signal }: StoreDeps,
  ...eventList: readonly InboundEvent[]
): Promise<boolean> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await handOver(sink, eventList);
      return true;
    } catch (error) {
      const eventId = eventList[0]?.eventId;
      log.error({ err: error, eventId, failures }, "an event could not be stored");
      // A channel in worse trouble has more to say than this.
      if (status.get().state === "online") status.set("degraded", adviceOf(error) ?? TROUBLE);
      await timing.sleep(backoffMs(failures, BACKOFF), signal);
    }
  }
  return false;
}

/** None is handed over anew while another is still under way. */
async function handOver(
  sink: StoreDeps["sink"],
  eventList: readonly InboundEvent[],
): Promise<void> {
  const resultList = await Promise.allSettled(eventList.map((event) => sink(event)));
  for (const result of resultList) if (result.status === "rejected") throw result.reason;
}
