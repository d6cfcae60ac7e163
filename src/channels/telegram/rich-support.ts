import type { BotApi } from "./api.ts";
import { answerCode } from "./send-error.ts";

/**
 * Whether the server takes rich messages. It is asked when we connect, or by the first message that must know;
 * where that told nothing, the first message shows it. One that has taken some refuses this or that message,
 * not the method.
 */
export interface RichSupport {
  /** It may be asked to. */
  readonly offered: () => boolean;
  /** It certainly does. */
  readonly known: () => Promise<boolean>;
  readonly taken: () => void;
  /** Told once the same message went through without its blocks. */
  readonly refused: () => void;
  /** Asks the server, which may have been updated since. */
  readonly ask: (signal?: AbortSignal) => Promise<void>;
}

/** Known until it connects anew. */
export function createRichSupport(api: BotApi): RichSupport {
  let state: "unknown" | "taken" | "refused" = "unknown";
  let asking: Promise<void> | null = null;
  async function askOnce(signal?: AbortSignal): Promise<void> {
    state = (await knowsMethod(api, signal)) ?? state;
    asking = null;
  }
  const ask = (signal?: AbortSignal): Promise<void> => {
    asking ??= askOnce(signal);
    return asking;
  };
  return {
    offered: () => state !== "refused",
    async known() {
      // What is sent while we still connect must not look otherwise than what is sent a moment later.
      if (state === "unknown") await ask();
      return state === "taken";
    },
    taken: () => {
      state = "taken";
    },
    refused: () => {
      if (state === "unknown") state = "refused";
    },
    ask,
  };
}

/**
 * A message to a chat that cannot be: whoever knows the method refuses the chat, an older server the method.
 * Any other answer is about the day and not about the server.
 */
async function knowsMethod(api: BotApi, signal?: AbortSignal): Promise<"taken" | "refused" | null> {
  try {
    await api.callRich("sendRichMessage", NOWHERE, { ...(signal && { signal }) });
    return null;
  } catch (error) {
    const code = answerCode(error);
    return code === 400 ? "taken" : code === 404 ? "refused" : null;
  }
}

const NOWHERE = {
  chat_id: "0",
  rich_message: { blocks: [{ type: "paragraph", text: "?" }], skip_entity_detection: true },
} as const;
