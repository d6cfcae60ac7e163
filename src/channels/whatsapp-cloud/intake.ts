import type { InboundEvent } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { createLanes, type Lanes } from "../lanes.ts";
import type { GraphApi } from "./api.ts";
import { ACCOUNT_NEWS } from "./kinds.ts";
import { type Parsed, parseWebhook } from "./parse.ts";

export interface IntakeDeps {
  readonly api: GraphApi;
  readonly channelId: string;
  readonly phoneId: string;
  readonly sink: (event: InboundEvent) => Promise<void>;
  /** The lanes of sending: a receipt must not overtake the record of its message. */
  readonly sending: Pick<Lanes, "idle">;
  readonly now: () => Instant;
  readonly timing: Timing;
  readonly log: Log;
  /** Aborts when the channel stops. */
  readonly signal: AbortSignal;
}

/** Hands what the webhook brings to the application, each chat's events in order. */
export interface Intake {
  /** Rejects when not all of it is stored: the service then brings all of it again. */
  accept(raw: unknown): Promise<void>;
}

/** A receipt may be here before the dispatcher has recorded what it is for. */
const RECEIPT_DELAY_MS = 1_000;

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = createLanes();
  const receipts = createLanes();

  async function take(event: InboundEvent): Promise<void> {
    if (event.type === "receipt") {
      await receipts.run(event.chat, () => passReceipt(deps, event));
      return;
    }
    await lanes.run(event.from.chat, () => deps.sink(event));
    if (event.type === "group") return;
    if ("messageId" in event && event.messageId !== undefined) void markRead(deps, event.messageId);
  }

  return {
    async accept(raw) {
      const parsed = parseWebhook(raw, { ...deps, nowMs: deps.now() });
      report(deps.log, parsed);
      const results = await Promise.allSettled(parsed.events.map(take));
      for (const result of results) if (result.status === "rejected") throw result.reason;
    },
  };
}

async function passReceipt(
  { sink, sending, timing, signal }: IntakeDeps,
  event: Extract<InboundEvent, { type: "receipt" }>,
): Promise<void> {
  await sending.idle(event.chat);
  await timing.sleep(RECEIPT_DELAY_MS, signal);
  await sink(event);
}

/** Two blue ticks, and "typing" until the answer: whether they are seen changes nothing. */
async function markRead({ api, phoneId, log }: IntakeDeps, messageId: string): Promise<void> {
  const json = {
    messaging_product: "whatsapp",
    status: "read",
    message_id: messageId,
    typing_indicator: { type: "text" },
  };
  try {
    await api.call("POST", `${phoneId}/messages`, { json });
  } catch (error) {
    log.debug({ error: String(error) }, "a message could not be marked as read");
  }
}

function report(log: Log, { ignored, news }: Parsed): void {
  for (const why of ignored) {
    if (why === "malformed") log.error({ why }, "a webhook is not as the Cloud API describes it");
    else log.debug({ why }, "a part of a webhook was ignored");
  }
  for (const field of news)
    log.warn({ field }, ACCOUNT_NEWS[field] ?? "WhatsApp has news of the account");
}
