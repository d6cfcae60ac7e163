import type { SendResult } from "../../app/ports/channel.ts";
import { OutOfTime, toError } from "./fault.ts";

/** A send that failed, as the dispatcher decides by it. */
export type SendFailure = Extract<SendResult, { kind: "failed" }>;

type Code = SendFailure["code"];

/**
 * The page and its driver know no codes, only texts. This table is the one place that knows them; an
 * unknown one is a fault and thrown on.
 */
const MEANING_LIST: readonly (readonly [RegExp, code: Code, retryAfterMs: number | null])[] = [
  [/rate-overlimit|too many requests/i, "throttled", 60_000],
  // Refused, or a number that is not on WhatsApp (any more).
  [/not-authorized|forbidden|blocked|no LID for user|invalid wid|chat not found/i, "blocked", null],
  [
    /detached|target ?close|session closed|connection ?closed|protocol ?error|context was destroyed|disconnected|timed? ?out|ERR_INTERNET|failed to fetch|network/i,
    "unreachable",
    2_000,
  ],
  // After the page loaded itself anew, until the library is back in it.
  [/WWebJS|reading 'evaluate'/, "not-ready", 10_000],
];

/** Classifies what a call to the page threw. */
export function toFailure(thrown: unknown): SendFailure {
  const error = toError(thrown);
  if (error instanceof OutOfTime) return failed("unreachable", error.message, 2_000);
  const [, code, retryAfterMs] =
    MEANING_LIST.find(([text]) => text.test(error.message) || text.test(error.name)) ?? [];
  if (code === undefined || retryAfterMs === undefined) throw error;
  return failed(code, firstLine(error), retryAfterMs);
}

export const failed = (
  code: Code,
  detail: string,
  retryAfterMs: number | null,
  scope?: SendFailure["scope"],
): SendFailure => ({
  kind: "failed",
  code,
  detail,
  retryAfterMs,
  ...(scope !== undefined && { scope }),
});

/** The page adds its stack to the message. */
const firstLine = ({ message }: Error): string => (message.split("\n")[0] ?? "").slice(0, 200);
