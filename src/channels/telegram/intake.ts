import type { InboundEvent } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { createGatherer } from "../gather.ts";
import { createLanes } from "../lanes.ts";
import type { StoreDeps } from "../store-until-done.ts";
import type { BotApi } from "./api.ts";
import { type Parsed, parseUpdate, updateIdOf } from "./parse.ts";
import { answerCode } from "./send-error.ts";

export interface IntakeDeps extends StoreDeps {
  readonly gatherMs: number;
  readonly channelId: string;
  readonly api: BotApi;
  readonly now: () => Instant;
}

/** Hands updates to the application: those of one chat in order, those of different chats at once. */
export interface Intake {
  /** Keeps trying until the update is stored; false when the channel stopped before. */
  accept(raw: unknown): Promise<boolean>;
  /** Whether an update waits for what may belong to it. */
  isGathering(): boolean;
  /** One try; rejects when the update is not stored. */
  acceptOnce(raw: unknown): Promise<void>;
}

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = createLanes();
  const gatherer = createGatherer(deps);

  return {
    async accept(raw) {
      const event = open(deps, raw);
      return event === null || gatherer.give(chatOf(event), event);
    },
    isGathering: () => gatherer.isGathering(),
    async acceptOnce(raw) {
      const event = open(deps, raw);
      if (event !== null) await lanes.run(chatOf(event), () => deps.sink(event));
    },
  };
}

/** Parses an update and, if it is a tap, stops the button's spinner; null when it is not for us. */
function open(deps: IntakeDeps, raw: unknown): InboundEvent | null {
  const parsed = parseUpdate(raw, deps.channelId, deps.now());
  if (parsed.kind === "ignored") {
    reportIgnored(deps.log, raw, parsed.why);
    return null;
  }
  if (parsed.tapId !== null) void answerTap(deps, parsed.tapId);
  return parsed.event;
}

/** Telegram wants an answer within seconds; whether it gets one changes nothing for us. */
async function answerTap({ api, log }: IntakeDeps, tapId: string): Promise<void> {
  try {
    await api.call("answerCallbackQuery", { callback_query_id: tapId });
  } catch (error) {
    // 400: the tap is too old, as after an outage.
    if (answerCode(error) !== 400) log.warn({ code: answerCode(error) }, "a tap was not answered");
  }
}

function reportIgnored(
  log: Log,
  raw: unknown,
  why: Extract<Parsed, { kind: "ignored" }>["why"],
): void {
  const fields = { updateId: updateIdOf(raw), why };
  if (why === "malformed") log.error(fields, "an update is not as the Bot API describes it");
  else log.debug(fields, "an update was ignored");
}

const chatOf = (event: InboundEvent): string =>
  event.type === "receipt" ? event.chat : event.from.chat;
