import type { SendResult } from "../../app/ports/channel.ts";
import type { Reaksi } from "../../core/pesan/pesan.ts";
import type { BotApi } from "./api.ts";
import { toFailure } from "./send-error.ts";

/**
 * Puts a sign on a message of a person. A message that is gone, and a server that does not know the method,
 * are refusals of the sign alone.
 */
export async function react(
  api: BotApi,
  chat: string,
  messageId: string,
  tanda: Reaksi["tanda"],
): Promise<SendResult> {
  try {
    await api.call("setMessageReaction", {
      chat_id: chat,
      message_id: Number(messageId),
      reaction: [{ type: "emoji", emoji: tanda }],
    });
    return { kind: "sent", externalIdList: [] };
  } catch (error) {
    const failure = toFailure(error);
    return failure.code === "gone" || failure.code === "not-ready"
      ? { ...failure, code: "rejected" }
      : failure;
  }
}
