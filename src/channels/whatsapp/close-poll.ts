import { z } from "zod";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { toError, within } from "./fault.ts";
import { messageOfPoll } from "./message-id.ts";
import type { WaClient } from "./seam.ts";

export interface ClosePollDeps {
  readonly client: () => WaClient | null;
  readonly timing: Timing;
  /** The real time, by which WhatsApp dates messages. */
  readonly wallMs: () => Instant;
  readonly log: Log;
}

/**
 * Removes polls that ask for nothing any more, for everybody: WhatsApp knows no closed poll. It allows that for
 * two days and some hours; one that is older stays, for deleted on our side alone it could not be read
 * any more. A poll that is left standing harms nobody: a vote in it is known by what was sent.
 */
export async function closePolls(
  deps: ClosePollDeps,
  pollIdList: readonly string[],
): Promise<void> {
  for (const id of pollIdList) {
    try {
      await closePoll(deps, messageOfPoll(id));
    } catch (thrown) {
      deps.log.info({ err: toError(thrown) }, "a poll that is over was left standing");
    }
  }
}

async function closePoll(
  { client, timing, wallMs }: ClosePollDeps,
  externalId: string,
): Promise<void> {
  const current = client();
  if (current === null) return;
  const message = await within(timing, LIMIT_MS, current.getMessage(externalId));
  const { data } = Poll.safeParse(message?.raw);
  if (message === null || data === undefined) return;
  if (wallMs() - data.timestamp * 1_000 > REVOCABLE_MS) return;
  await within(timing, LIMIT_MS, message.revoke());
}

/** What is revoked already is no poll any more. */
const Poll = z.object({ type: z.literal("poll_creation"), timestamp: z.number() });

const REVOCABLE_MS = 2 * 24 * 60 * 60_000;
const LIMIT_MS = 15_000;
