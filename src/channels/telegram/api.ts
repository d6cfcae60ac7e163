import { Telegram } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";
import { limited } from "../limited.ts";
import type { InlineKeyboard } from "./render.ts";
import type { RichMessage } from "./rich.ts";

/** The Bot API as this adapter calls it: telegraf's client, with an end to every wait. */
export interface BotApi {
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    options?: CallOptions,
  ): Promise<ReturnType<Methods[M]>>;
  /** The same for what telegraf's types do not know yet. */
  callRich<M extends keyof RichMethods>(
    method: M,
    payload: RichMethods[M],
    options?: CallOptions,
  ): Promise<{ readonly message_id: number }>;
  /** Where to download a file from; the address holds the bot's token. */
  fileLink(fileId: string): Promise<URL>;
}

/** Methods of Bot API 10.2, as far as they are called. */
export interface RichMethods {
  readonly sendRichMessage: RichTarget;
  readonly editMessageText: RichTarget & { readonly message_id: number };
}

interface RichTarget {
  readonly chat_id: string;
  readonly rich_message: RichMessage;
  readonly reply_markup?: InlineKeyboard;
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
  if (!isRichClient(telegram)) throw new Error("the client of the Bot API has no callApi");
  const rich: RichClient = telegram;
  const call: BotApi["call"] = (method, payload, options = {}) =>
    within(options, (signal) => telegram.callApi(method, payload, signal));
  return {
    call,
    callRich: (method, payload, options = {}) =>
      within(options, (signal) => rich.callApi(method, payload, signal)),
    fileLink: async (fileId) => telegram.getFileLink(await call("getFile", { file_id: fileId })),
  };
}

/** Runs one call with an end to its wait. */
const within = <T>(
  { timeoutMs = TIMEOUT_MS, signal }: CallOptions,
  run: (options: { readonly signal?: ClientSignal }) => Promise<T>,
): Promise<T> =>
  limited({ timeoutMs, signal }, (either) => run(isClientSignal(either) ? { signal: either } : {}));

/** The same client: it passes on any method by its name, only its types name fewer. */
interface RichClient {
  callApi<M extends keyof RichMethods>(
    method: M,
    payload: RichMethods[M],
    options: { readonly signal?: ClientSignal },
  ): Promise<{ readonly message_id: number }>;
}

const isRichClient = (client: object): client is RichClient => "callApi" in client;

type ClientSignal = NonNullable<NonNullable<Parameters<Telegram["callApi"]>[2]>["signal"]>;

/** telegraf's types ask for a signal of the abort-controller package; any standard one works. */
function isClientSignal(signal: object): signal is ClientSignal {
  return signal instanceof AbortSignal;
}
