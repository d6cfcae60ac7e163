import type { Log } from "../../app/ports/log.ts";
import type { BotApi } from "./api.ts";
import { answerCode } from "./send-error.ts";

/** What a stranger reads of the bot: before the first message, and where its link is shared. */
export interface Profile {
  /** At most 512 characters. */
  readonly description: string;
  /** At most 120 characters. */
  readonly shortDescription: string;
}

/** Tells Telegram who the bot is. A convenience: what fails is only noted, and tried at the next start. */
export async function introduce(
  { api, log, signal }: { readonly api: BotApi; readonly log: Log; readonly signal: AbortSignal },
  { description, shortDescription }: Profile,
): Promise<void> {
  try {
    await api.call("setMyDescription", { description }, { signal });
    await api.call("setMyShortDescription", { short_description: shortDescription }, { signal });
    await api.call("setChatMenuButton", { menu_button: { type: "commands" } }, { signal });
  } catch (error) {
    log.warn({ code: answerCode(error) }, "the bot's profile could not be set");
  }
}
