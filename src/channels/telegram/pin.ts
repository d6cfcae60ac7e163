import type { SendResult } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { BotApi } from "./api.ts";
import { type ApiFailure, toFailure } from "./send-error.ts";

interface PinDeps {
  readonly api: BotApi;
  readonly log: Log;
}

type Sent = Extract<SendResult, { kind: "sent" }>;

/**
 * Keeps what was just sent at the top of its chat, without a sound. Where that is refused the message stays
 * as it is; a line that breaks is worth another try, of the pin alone.
 */
export async function pinned(deps: PinDeps, chat: string, sent: Sent): Promise<SendResult> {
  const last = sent.externalIdList.at(-1);
  if (last === undefined) return sent;
  const failure = await tried(deps, () =>
    deps.api.call("pinChatMessage", {
      chat_id: chat,
      message_id: Number(last),
      disable_notification: true,
    }),
  );
  return failure === null ? sent : { ...failure, partIdList: sent.externalIdList };
}

/** Lets go of a message; the person may have done so before. */
export async function unpinned(deps: PinDeps, chat: string, sent: Sent): Promise<SendResult> {
  const last = sent.externalIdList.at(-1);
  if (last === undefined) return sent;
  const failure = await tried(deps, () =>
    deps.api.call("unpinChatMessage", { chat_id: chat, message_id: Number(last) }),
  );
  return failure ?? sent;
}

/** What is worth another try; null where it went well or was refused. */
async function tried({ log }: PinDeps, call: () => Promise<unknown>): Promise<ApiFailure | null> {
  try {
    await call();
    return null;
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === "throttled" || failure.code === "unreachable") return failure;
    log.info({ code: failure.code, detail: failure.detail }, "a message could not be pinned");
    return null;
  }
}
