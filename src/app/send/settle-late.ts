import { backoffMs } from "../../core/backoff.ts";
import type { Log } from "../ports/log.ts";
import type { Settled } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";

interface Deps {
  readonly store: Pick<Store, "settleOutbox">;
  readonly timing: Timing;
  readonly log: Log;
}

const BACKOFF = { firstMs: 200, capMs: 10_000 } as const;
/** Well within the lease of what was sent: nobody takes it meanwhile. */
const PATIENCE_MS = 120_000;

/**
 * Writes down by itself how a send ended, after it could not be written down beside others because of `cause`.
 * Its chat waits for as long as it is leased, so it is tried for long; after that it is sent again: rather late
 * than never.
 */
export async function settleLate(
  { store, timing, log }: Deps,
  { id, outcome }: Settled,
  { cause, channelId }: { readonly cause: unknown; readonly channelId: string },
): Promise<void> {
  const untilMs = timing.now() + PATIENCE_MS;
  let failure: { readonly cause: unknown } | null = { cause };
  for (let tries = 1; failure !== null; tries += 1) {
    const fields = { err: failure.cause, outboxId: id, channelId, outcome: outcome.kind };
    log.error(fields, "what became of a message could not be recorded");
    if (timing.now() >= untilMs) return;
    await timing.sleep(backoffMs(tries, BACKOFF));
    failure = await store.settleOutbox([{ id, outcome }]).then(
      () => null,
      (again: unknown) => ({ cause: again }),
    );
  }
}
