import { z } from "zod";
import type { SendResult } from "../../app/ports/channel.ts";

/** A send that failed, as the dispatcher decides by it. */
export type SendFailure = Extract<SendResult, { kind: "failed" }>;

type Meaning = Pick<SendFailure, "code" | "retryAfterMs" | "scope">;

/** Somebody has to mend the account, the token or the bill. */
const account: Meaning = { code: "not-ready", retryAfterMs: 60_000 };
const away: Meaning = { code: "unreachable", retryAfterMs: 5_000 };
const person: Meaning = { code: "blocked", retryAfterMs: null };
/** As it is, this message never goes; a simpler form of it may. */
const message: Meaning = { code: "rejected", retryAfterMs: null };
const slower = (retryAfterMs: number, scope: "chat" | "channel" = "channel"): Meaning => ({
  code: "throttled",
  retryAfterMs,
  scope,
});

/** What the published codes of the Cloud API mean for a message; how long to wait is ours. */
export const MEANING: Readonly<Record<number, Meaning>> = {
  0: account, // the token is not taken
  1: away, // unknown fault of the service
  2: away, // the service is down for a moment
  3: account, // the token lacks a right
  4: slower(60_000), // the app's calls
  10: account, // the token lacks a permission
  33: account, // no such phone number id, or it was deleted
  100: { code: "rejected", retryAfterMs: 1_000 }, // a parameter is wrong
  190: account, // the token has expired
  368: { code: "not-ready", retryAfterMs: 600_000 }, // blocked for breaking the rules
  80007: slower(60_000), // the account's calls
  130429: slower(5_000), // messages a second of the number
  130472: message, // the person is in an experiment and gets no such message
  130497: { code: "not-ready", retryAfterMs: 600_000 }, // may not write to this country
  131000: away, // something went wrong there
  131005: account, // access denied
  131008: message, // a parameter is missing
  131009: message, // the value of a parameter is wrong
  131016: { code: "unreachable", retryAfterMs: 10_000 }, // overloaded
  131021: person, // the number itself
  131026: person, // no WhatsApp there, or terms not accepted, or too old
  131030: person, // not among the recipients a test number may write to
  131031: { code: "not-ready", retryAfterMs: 600_000 }, // the account is locked
  131037: { code: "not-ready", retryAfterMs: 600_000 }, // the display name is not approved
  131042: { code: "not-ready", retryAfterMs: 600_000 }, // no way to pay
  131045: account, // the number is not registered
  131047: { code: "closed", retryAfterMs: null }, // more than 24 hours since the person wrote
  131048: slower(600_000), // too many were reported as spam
  131049: message, // held back for the person's sake
  131050: message, // the person wants no marketing
  131051: message, // no such type of message
  131052: message, // a file of the person could not be had
  131053: message, // a file of ours is not taken
  131056: slower(6_000, "chat"), // too much between these two numbers
  131057: { code: "not-ready", retryAfterMs: 60_000 }, // maintenance
  132000: message, // the template has another number of slots
  132001: message, // no such template in this language, or not approved
  132005: message, // the filled template is too long
  132007: message, // the template breaks the rules
  132012: message, // a slot of the template has another form
  132015: message, // the template is paused
  132016: message, // the template is switched off for good
  133004: { code: "unreachable", retryAfterMs: 10_000 }, // the server is away
  133010: account, // the number is not registered
};

/** What the API answers with where it refuses. */
export const ApiError = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().default(""),
    error_data: z.object({ details: z.string().optional() }).optional().catch(undefined),
  }),
});

/** A call the API refused: by its own code, or by the one of HTTP where it gave none. */
export class Refused extends Error {
  readonly status: number;
  readonly code: number | null;
  /** No JSON came with it: something on the way refused, not the API. */
  readonly foreign: boolean;
  /** What the answer asks to wait. */
  readonly retryAfterMs: number | null;

  constructor(status: number, body: unknown, retryAfterMs: number | null) {
    const said = ApiError.safeParse(body).data?.error;
    super(`${said?.code ?? status} ${said?.error_data?.details ?? said?.message ?? ""}`.trim());
    this.name = "Refused";
    this.status = status;
    this.code = said?.code ?? null;
    this.foreign = body === null;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What answered was not the API, or nothing it publishes: whether the call did anything is not known. */
class Garbled extends Error {
  constructor() {
    super("an answer that is not the API's");
    this.name = "Garbled";
  }
}

/** What the API answered, as it is published; anything else came from something on the way. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (!read.success) throw new Garbled();
  return read.data;
}

/** The call never left this machine, so nothing came of it. */
export const neverLeft = (thrown: unknown): boolean =>
  thrown instanceof TypeError && NOT_CONNECTED.has(causeOf(thrown));

/** Classifies what a call threw. What is neither the API's answer nor the network's fault is thrown on. */
export function toFailure(thrown: unknown): SendFailure {
  if (thrown instanceof Refused) return refusal(thrown);
  if (thrown instanceof Garbled) return failed(away, thrown.message);
  // fetch says "TypeError" for everything between no address and a broken line.
  if (thrown instanceof Error && (thrown instanceof TypeError || TIMEOUT.has(thrown.name)))
    return failed(away, causeOf(thrown) || thrown.name);
  throw thrown;
}

/** What a code means, whether it came with the call or later with a status. */
export const meaningOf = (code: number): Meaning =>
  MEANING[code] ??
  (code >= 200 && code < 300 ? account : { code: "rejected", retryAfterMs: 1_000 });

function refusal(refused: Refused): SendFailure {
  const { code, message: detail, retryAfterMs } = refused;
  const meaning = code === null ? ofStatus(refused) : meaningOf(code);
  const waitMs =
    meaning.retryAfterMs === null ? null : Math.max(meaning.retryAfterMs, retryAfterMs ?? 0);
  return failed({ ...meaning, retryAfterMs: waitMs }, detail);
}

function ofStatus({ status, foreign }: Refused): Meaning {
  if (status === 429) return slower(5_000);
  if (status >= 500) return away;
  if (status === 401 || status === 403) return account;
  return foreign ? away : { code: "rejected", retryAfterMs: 1_000 };
}

export const failed = (meaning: Meaning, detail: string): SendFailure => ({
  kind: "failed",
  ...meaning,
  detail: detail.slice(0, 200),
});

const TIMEOUT = new Set(["AbortError", "TimeoutError"]);
const NOT_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

function causeOf({ cause }: Error): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : "";
}
