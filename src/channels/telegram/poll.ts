import { z } from "zod";
import type { ChannelState } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { backoffMs } from "../../core/backoff.ts";
import type { StatusBoard } from "../status.ts";
import type { BotApi } from "./api.ts";
import type { Intake } from "./intake.ts";
import { introduce, type Profile } from "./introduce.ts";
import { ALLOWED_UPDATES } from "./kinds.ts";
import { updateIdOf } from "./parse.ts";
import type { RichSupport } from "./rich-support.ts";
import { type ApiFailure, answerCode, toFailure } from "./send-error.ts";

export interface ConnectDeps {
  readonly api: BotApi;
  readonly intake: Intake;
  readonly status: StatusBoard;
  readonly timing: Timing;
  readonly log: Log;
  /** Aborts when the channel stops. */
  readonly signal: AbortSignal;
  readonly profile: Profile | null;
  readonly self: Self;
  readonly rich: Pick<RichSupport, "ask">;
}

/** Who the bot is. */
export interface Self {
  /** The name people find it by, as soon as Telegram has said it. */
  username: string | null;
}

/**
 * Fetches updates until stopped, by long polling. This is our own loop and not telegraf's `launch`,
 * because that one confirms a batch when it stops even if storing it failed, waits five seconds
 * inside an outage without telling anybody, and ends on a 409.
 */
export async function poll(deps: ConnectDeps): Promise<void> {
  let offset = 0;
  /** Handed over and not yet stored, by number. */
  const underWay = new Map<number, Promise<boolean>>();
  await keepTrying(deps, async (healthy) => {
    await meet(deps);
    await deps.api.call("deleteWebhook", {}, { signal: deps.signal });
    // The first answer should come at once, to show that all is well.
    for (let waitSeconds = 0; !deps.signal.aborted; waitSeconds = LONG_POLL_SECONDS) {
      const updateList = await fetchUpdates(deps, offset, underWay.size === 0 ? waitSeconds : 0);
      healthy("Receiving messages by long polling.");
      for (const raw of updateList) {
        const id = updateIdOf(raw) ?? -1;
        if (!underWay.has(id)) underWay.set(id, deps.intake.accept(raw));
      }
      if (underWay.size === 0) continue;
      const stored = await storedOrGathering(deps, [...underWay.values()]);
      // What waits for others that may belong to it must not keep them from coming.
      if (stored === "gathering") continue;
      // Not stored means stopped: unconfirmed, the batch comes again after the next start.
      if (!stored) return;
      offset = Math.max(offset, ...[...underWay.keys()].map((id) => id + 1));
      underWay.clear();
    }
  });
}

/** Whether all of these are stored; "gathering" when one of them still waits for more to come. */
async function storedOrGathering(
  { intake, timing, signal }: ConnectDeps,
  acceptedList: readonly Promise<boolean>[],
): Promise<boolean | "gathering"> {
  const all = Promise.all(acceptedList).then((storedList) => storedList.every(Boolean));
  const done = new AbortController();
  const looked = timing
    .sleep(LOOK_MS, AbortSignal.any([signal, done.signal]))
    .then(() => "gathering" as const);
  const first = await Promise.race([all, looked]);
  done.abort();
  return first === "gathering" && intake.isGathering() && !signal.aborted ? first : all;
}

/** Tells Telegram where to deliver updates; they then arrive at our own HTTP server. */
export async function register(
  deps: ConnectDeps,
  webhook: { readonly url: string; readonly secret: string },
): Promise<void> {
  await keepTrying(deps, async (healthy) => {
    await meet(deps);
    await deps.api.call(
      "setWebhook",
      { url: webhook.url, secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES },
      { signal: deps.signal },
    );
    healthy("Receiving messages by webhook.");
  });
}

/** Shows that the token works, finds out what the server can do, and says who we are. */
async function meet(deps: ConnectDeps): Promise<void> {
  const { username } = await deps.api.call("getMe", {}, { signal: deps.signal });
  deps.self.username = username;
  await deps.rich.ask(deps.signal);
  if (deps.profile !== null) await introduce(deps, deps.profile);
}

const LONG_POLL_SECONDS = 50;
/** A connection may die without a word; then the poll ends a little after it should have. */
const POLL_GRACE_MS = 15_000;
const CONNECT_BACKOFF = { firstMs: 1_000, capMs: 60_000 } as const;

/** So often Telegram is asked for more while something waits for it, unconfirmed. */
const LOOK_MS = 300;

/** Two programs on one token only push each other out; the other one may be about to end. */
const CONFLICT_WAIT_MS = 5_000;

const UpdateList = z.array(z.unknown());

async function fetchUpdates(
  { api, signal }: ConnectDeps,
  offset: number,
  waitSeconds: number,
): Promise<readonly unknown[]> {
  const updateList = await api.call(
    "getUpdates",
    { offset, timeout: waitSeconds, allowed_updates: ALLOWED_UPDATES },
    { signal, timeoutMs: waitSeconds * 1_000 + POLL_GRACE_MS },
  );
  return UpdateList.parse(updateList);
}

/** Runs a connection; when it breaks, waits and runs it anew, until it ends by itself or must not. */
async function keepTrying(
  deps: ConnectDeps,
  connection: (healthy: (detail: string) => void) => Promise<void>,
): Promise<void> {
  const { status, timing, signal } = deps;
  let failures = 0;
  /** A connection that never was cannot be called impaired. */
  let trouble: ChannelState = "connecting";
  while (!signal.aborted) {
    if (failures === 0) status.set("connecting", "Connecting to Telegram.");
    try {
      await connection((detail) => {
        failures = 0;
        trouble = "degraded";
        status.set("online", detail);
      });
      return;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const waitMs = report(deps, error, { failures, trouble });
      if (waitMs === null) return;
      await timing.sleep(waitMs, signal);
    }
  }
}

/** Says what is wrong; answers how long to wait, or null when only a person can mend it. */
function report(
  { status, log }: ConnectDeps,
  error: unknown,
  { failures, trouble }: { readonly failures: number; readonly trouble: ChannelState },
): number | null {
  const failure = toFailureOrFault(error);
  const fields = { code: answerCode(error), failures, detail: failure.detail };
  if (answerCode(error) === 401) {
    status.set("failed", ADVICE[401]);
    log.error(fields, ADVICE[401]);
    return null;
  }
  const detail = adviceFor(answerCode(error));
  status.set(trouble, detail);
  log.warn(fields, detail);
  const leastMs = answerCode(error) === 409 ? CONFLICT_WAIT_MS : (failure.retryAfterMs ?? 0);
  return Math.max(backoffMs(failures, CONNECT_BACKOFF), leastMs);
}

/** Even a fault of our own must not end the loop: the office would be cut off until somebody looks. */
function toFailureOrFault(error: unknown): Pick<ApiFailure, "detail" | "retryAfterMs"> {
  try {
    return toFailure(error);
  } catch (fault) {
    return { detail: String(fault), retryAfterMs: null };
  }
}

const ADVICE = {
  401: "Telegram refuses the bot token. Put the right TELEGRAM_BOT_TOKEN in place and restart.",
  404: "Telegram does not know this address. Check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT.",
  409: "Another program receives this bot's messages. Stop it; then this one goes on by itself.",
  429: "Telegram asks to slow down; waiting as long as it says.",
} as const;

function adviceFor(code: number | null): string {
  if (code === 404 || code === 409 || code === 429) return ADVICE[code];
  if (code === null) return "Telegram cannot be reached. Check the network; trying again.";
  return `Telegram answers with an error (${code}); trying again.`;
}
