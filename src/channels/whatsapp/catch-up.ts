import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { toError, within } from "./fault.ts";
import type { Intake } from "./intake.ts";
import type { WaClient } from "./seam.ts";

export interface CatchUpDeps {
  readonly client: WaClient;
  readonly intake: Pick<Intake, "catchUp">;
  readonly timing: Timing;
  readonly log: Log;
  /** The real time, by which WhatsApp dates messages; the application's clock may be a rehearsal's. */
  readonly wallMs: () => Instant;
  /** Whether choices go out as polls. */
  readonly polls: boolean;
}

/** Brings in what came while nobody listened: the library tells only of what comes after. */
export interface CatchUp {
  /** Fetches unread messages and votes; `sinceMs` null takes all that may still be worth an answer. */
  run(sinceMs: Instant | null): void;
  /** Runs a task behind older messages: what comes now must not overtake them. */
  afterwards(task: () => Promise<void>): void;
}

const FETCH_MS = 60_000;
const PER_CHAT = 50;
/** More prompts than this are not open at once; votes in older ones are stale anyway. */
const POLL_PER_CHAT = 10;
/** A message that waited longer, as over a long weekend, is better written again than answered now. */
const AGE_MS = 4 * 24 * 60 * 60_000;

export function createCatchUp(deps: CatchUpDeps): CatchUp {
  const { log } = deps;
  let older: Promise<void> = Promise.resolve();
  return {
    run(sinceMs) {
      older = older.then(() => fetchUnread(deps, sinceMs));
    },
    afterwards(task) {
      older.then(task).catch((err: unknown) => log.error({ err }, "a message could not be taken"));
    },
  };
}

/** Ends once the messages stand in the lanes of their chats, stored or not. */
async function fetchUnread(deps: CatchUpDeps, sinceMs: Instant | null): Promise<void> {
  const { client, intake, wallMs } = deps;
  const messages = await fetchFrom(deps, "messages", () => client.getUnread(PER_CHAT));
  const votes = await fetchFrom(deps, "votes", () =>
    deps.polls ? client.getVotes(POLL_PER_CHAT) : Promise.resolve([]),
  );
  void intake.catchUp(client, { messages, votes }, sinceMs ?? wallMs() - AGE_MS);
}

/** One of the two failing must not cost the other. */
async function fetchFrom(
  { timing, log }: CatchUpDeps,
  what: string,
  fetch: () => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  try {
    return await within(timing, FETCH_MS, fetch());
  } catch (thrown) {
    log.error({ err: toError(thrown), what }, "what waits unread could not be fetched");
    return [];
  }
}
