import { createBotApi } from "./api.ts";
import { toFailure } from "./send-error.ts";

/** Who a token belongs to, or why that cannot be told. */
export type BotDikenal =
  | { readonly kind: "dikenal"; readonly nama: string; readonly username: string }
  | { readonly kind: "ditolak" | "tak-terjangkau" };

/** Whoever asks is waiting for the answer. */
const TIMEOUT_MS = 15_000;

/** Asks Telegram who a token belongs to. */
export async function identify(token: string, apiRoot: string): Promise<BotDikenal> {
  try {
    const api = createBotApi(token, apiRoot);
    const { first_name, username } = await api.call("getMe", {}, { timeoutMs: TIMEOUT_MS });
    return { kind: "dikenal", nama: first_name, username };
  } catch (error) {
    // What fails may name the address it was sent to, and the token with it: only the kind goes on.
    return { kind: toFailure(error).code === "not-ready" ? "ditolak" : "tak-terjangkau" };
  }
}

/** An address that opens the chat with a bot and sends it `/start KODE` at a tap. */
export const tautanUndangan = (username: string, kode: string): string =>
  `https://t.me/${username}?start=${kode}`;
