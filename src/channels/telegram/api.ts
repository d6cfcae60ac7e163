import { Telegram } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";

/** The Bot API as this adapter calls it: telegraf's client, with an end to every wait. */
export interface BotApi {
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    options?: CallOptions,
  ): Promise<ReturnType<Methods[M]>>;
  /** Where to download a file from; the address holds the bot's token. */
  fileLink(fileId: string): Promise<URL>;
}

export interface CallOptions {
  /** After so long the call counts as lost; left to itself, telegraf waits over eight minutes. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Long enough for a slow line, well within the time the outbox leaves a message with us. */
const TIMEOUT_MS = 30_000;

/** Connects nothing yet; the first call does. */
export function createBotApi(token: string, apiRoot: string): BotApi {
  const telegram = new Telegram(token, { apiRoot });
  const call: BotApi["call"] = async (method, payload, { timeoutMs = TIMEOUT_MS, signal } = {}) => {
    const limit = new AbortController();
    // Ended with the call: thousands of calls must not leave a timer each.
    const late = setTimeout(() => limit.abort(), timeoutMs);
    const either = signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]);
    try {
      return await telegram.callApi(
        method,
        payload,
        isClientSignal(either) ? { signal: either } : {},
      );
    } finally {
      clearTimeout(late);
    }
  };
  return {
    call,
    fileLink: async (fileId) => telegram.getFileLink(await call("getFile", { file_id: fileId })),
  };
}

type ClientSignal = NonNullable<NonNullable<Parameters<Telegram["callApi"]>[2]>["signal"]>;

/** telegraf's types ask for a signal of the abort-controller package; any standard one works. */
function isClientSignal(signal: object): signal is ClientSignal {
  return signal instanceof AbortSignal;
}
