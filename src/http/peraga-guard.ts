import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./faults.ts";
import { createAllowance, type Pace } from "./peraga-allowance.ts";

export interface GuardOptions {
  /** Told to the page at every start; each POST must show it. */
  readonly token: string;
  /** Whether others than this machine may come. */
  readonly open: boolean;
}

export const PERAGA_TOKEN_HEADER = "x-peraga-token";

/**
 * Who reaches the simulator can act as anybody in it, so: this machine only unless it is opened on
 * purpose, under a name of this machine (another name may have been pointed at us), from our own
 * page, with the token of this start, and at a person's pace.
 */
export function createGuard({ token, open }: GuardOptions) {
  const place = guardPlace({ open, what: "The simulator" });
  const act = guardActs(PERAGA_TOKEN_HEADER, token, { perSecond: 20, burst: 60 });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
    (await place(request, reply)) ?? act(request, reply);
}

/** Lets an act through that shows the token of this start, at a person's pace; a look needs neither. */
export function guardActs(header: string, token: string, pace: Pace) {
  const allowance = createAllowance(pace);
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined => {
    if (request.method !== "POST") return undefined;
    if (!isSameToken(request.headers[header], token))
      return refuse(reply, 403, "stale-page", "The page is of an earlier start; load it again.");
    if (allowance.take(request.ip)) return undefined;
    reply.header("retry-after", "1");
    return refuse(reply, 429, "too-fast", "Too many acts at once; wait a second.");
  };
}

/**
 * Lets only this machine in, under a name of its own, unless it is opened on purpose; and no page of
 * somebody else's.
 */
export function guardPlace({ open, what }: { readonly open: boolean; readonly what: string }) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    if (!open && !isLocal(request))
      return refuse(reply, 403, "not-local", `${what} is for this machine only.`);
    if (!isSameSite(request))
      return refuse(reply, 403, "foreign-page", `${what} answers no page but its own.`);
    return undefined;
  };
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const LOCAL_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether a request comes from this machine and asked for it by such a name. What a proxy passes on comes
 * from this machine too, and some proxies give it that name: they are told by what they add.
 */
export const isLocal = ({ ip, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(ip) &&
  LOCAL_NAME.test(headers.host ?? "") &&
  FORWARDED.every((name) => !(name in headers));

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];

/** Browsers say where a request comes from, and a page elsewhere cannot unsay it. */
export function isSameSite({ headers, method }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && hostOf(origin) !== host) return false;
  const site = headers["sec-fetch-site"] ?? "same-origin";
  if (site === "same-origin" || site === "none") return true;
  // Following a link to the page shows it; whoever linked learns nothing.
  return method === "GET" && headers["sec-fetch-mode"] === "navigate";
}

const hostOf = (origin: string): string | null =>
  URL.canParse(origin) ? new URL(origin).host : null;

/** Compares digests, so the time taken tells nothing about the token. */
export function isSameToken(given: string | string[] | undefined, token: string): boolean {
  return typeof given === "string" && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
