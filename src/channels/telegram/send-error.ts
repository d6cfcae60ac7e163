import { TelegramError } from "telegraf";
import type { SendResult } from "../../app/ports/channel.ts";

/** What went wrong with a call, as the rest of the adapter decides by it. */
export type ApiFailure = Extract<SendResult, { kind: "failed" }>;

/** What a 400 is about; nobody knows what `other` is. */
type BadRequest = "unchanged" | "message-gone" | "chat-gone" | "too-big" | "other";

/**
 * The Bot API has no finer code than 400, only these descriptions, which have been stable for years.
 * This table is the one place that knows them; an unknown one may be our mistake or a bad day of the
 * service, so it is worth another try.
 */
const DESCRIPTION_LIST: readonly (readonly [start: string, meaning: BadRequest])[] = [
  ["Bad Request: message is not modified", "unchanged"],
  ["Bad Request: message to edit not found", "message-gone"],
  ["Bad Request: message can't be edited", "message-gone"],
  ["Bad Request: MESSAGE_ID_INVALID", "message-gone"],
  ["Bad Request: chat not found", "chat-gone"],
  ["Bad Request: user not found", "chat-gone"],
  ["Bad Request: PEER_ID_INVALID", "chat-gone"],
  ["Bad Request: file is too big", "too-big"],
];

/** Classifies a failed call. What is neither Telegram's answer nor the network's fault is thrown on. */
export function toFailure(error: unknown): ApiFailure {
  if (error instanceof TelegramError) return isForeign(error) ? AWAY : ofAnswer(error);
  if (error instanceof Error && NETWORK_ERROR.has(error.name))
    return failed("unreachable", error.name, RETRY_MS);
  throw error;
}

/** The HTTP-like code of Telegram's answer; null when there was none. */
export const answerCode = (error: unknown): number | null =>
  error instanceof TelegramError ? error.code : null;

/** True when an edit failed because the message looks so already. */
export const isUnchanged = (error: unknown): boolean => meaningOf(error) === "unchanged";

/** True when a download failed because Telegram gives bots no file of that size. */
export const isTooBig = (error: unknown): boolean => meaningOf(error) === "too-big";

/** When Telegram does not say how long to wait. */
const RETRY_MS = 1_000;
/** A wrong token is mended by a person. */
const RETRY_TOKEN_MS = 60_000;

// The client's names for "no connection", "no answer in time" and "an answer that is no JSON".
const NETWORK_ERROR = new Set(["FetchError", "AbortError", "TimeoutError"]);

/** JSON of something on the way, which has no code of Telegram's. */
const isForeign = ({ code }: TelegramError): boolean => typeof code !== "number";

function ofAnswer(error: TelegramError): ApiFailure {
  const { code, description } = error;
  if (code === 429) {
    const seconds = error.parameters?.retry_after;
    return failed("throttled", description, seconds === undefined ? RETRY_MS : seconds * 1_000);
  }
  if (code >= 500) return failed("unreachable", `${code} ${description}`, RETRY_MS);
  if (code === 401 || code === 404) return failed("not-ready", description, RETRY_TOKEN_MS);
  const meaning = meaningOf(error);
  if (code === 403 || meaning === "chat-gone") return failed("blocked", description, null);
  if (meaning === "message-gone") return failed("gone", description, null);
  const isTooMuch = code === 413 || meaning === "too-big";
  return failed("rejected", `${code} ${description}`, isTooMuch ? null : RETRY_MS);
}

function meaningOf(error: unknown): BadRequest {
  if (!(error instanceof TelegramError) || error.code !== 400) return "other";
  return DESCRIPTION_LIST.find(([start]) => error.description.startsWith(start))?.[1] ?? "other";
}

const failed = (
  code: ApiFailure["code"],
  detail: string,
  retryAfterMs: number | null,
): ApiFailure => ({ kind: "failed", code, detail, retryAfterMs });

const AWAY = failed("unreachable", "an answer that is not Telegram's", RETRY_MS);
