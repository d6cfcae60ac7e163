import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { toError, within } from "./fault.ts";
import type { WaClient } from "./seam.ts";

const CLOSE_MS = 10_000;

/**
 * Leaves no browser behind: closed in order if it can be, else by force. A browser that was still
 * starting is closed once it is there, for a start cannot be called off.
 */
export async function closeClient(
  client: WaClient,
  { timing, log }: { readonly timing: Timing; readonly log: Log },
  initialized: Promise<void>,
): Promise<void> {
  const close = async (): Promise<void> => {
    try {
      await within(timing, CLOSE_MS, client.destroy());
    } catch (thrown) {
      log.warn({ err: toError(thrown) }, "the browser did not close and is ended");
    }
    client.kill();
  };
  await close();
  await within(timing, CLOSE_MS, initialized).catch(() => undefined);
  await close();
}
