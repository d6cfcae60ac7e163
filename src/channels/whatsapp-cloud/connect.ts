import { z } from "zod";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { backoffMs } from "../../core/backoff.ts";
import type { StatusBoard } from "../status.ts";
import type { GraphApi } from "./api.ts";
import { Refused, readAnswer, toFailure } from "./errors.ts";

export interface ConnectDeps {
  readonly api: GraphApi;
  readonly phoneId: string;
  readonly status: StatusBoard;
  readonly timing: Timing;
  readonly log: Log;
  /** Aborts when the channel stops. */
  readonly signal: AbortSignal;
}

const BACKOFF = { firstMs: 1_000, capMs: 60_000 } as const;
/** A token may run out, and a number be taken away, while nobody sends. */
const LOOK_MS = 10 * 60_000;

const Phone = z.object({ id: z.string(), quality_rating: z.string().optional() });
const FIELDS = "id,quality_rating";

/** Asks after the number until stopped, so that somebody reads in `/readyz` what is to be mended. */
export async function watch(deps: ConnectDeps): Promise<void> {
  const { api, phoneId, timing, signal } = deps;
  for (let failures = 0; !signal.aborted; ) {
    try {
      const answer = await api.call("GET", `${phoneId}?fields=${FIELDS}`, { signal });
      failures = 0;
      tell(deps, readAnswer(Phone, answer).quality_rating);
      await timing.sleep(LOOK_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      complain(deps, error, failures);
      await timing.sleep(backoffMs(failures, BACKOFF), signal);
    }
  }
}

function tell({ status }: ConnectDeps, quality: string | undefined): void {
  if (quality === "RED")
    status.set("degraded", "WhatsApp grades the number as low; it may soon be limited. Send less.");
  else status.set("online", "Receiving messages by webhook.");
}

function complain({ status, log }: ConnectDeps, error: unknown, failures: number): void {
  const { code, detail } = failureOf(error);
  const fields = { code: error instanceof Refused ? error.code : null, failures, detail };
  if (code === "not-ready" || code === "rejected") {
    status.set("failed", REFUSED);
    log.error(fields, REFUSED);
    return;
  }
  status.set("connecting", AWAY);
  log.warn(fields, AWAY);
}

/** Even a fault of our own must not end the loop. */
function failureOf(error: unknown): { readonly code: string; readonly detail: string } {
  try {
    return toFailure(error);
  } catch (fault) {
    return { code: "unreachable", detail: String(fault) };
  }
}

const REFUSED =
  "WhatsApp refuses the token or the number. Check WHATSAPP_CLOUD_TOKEN and WHATSAPP_CLOUD_PHONE_ID, and the account in Meta's Business Manager.";
const AWAY = "WhatsApp's Cloud API cannot be reached. Check the network; trying again.";
