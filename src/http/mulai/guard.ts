import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../faults.ts";
import { guardActs, isLocal, isSameSite } from "../peraga-guard.ts";
import { type Entry, SESSION_MS } from "./entry.ts";

export interface MulaiGuardOptions {
  readonly entry: Entry;
  /** Told to the page with its state; each POST must show it. */
  readonly token: string;
}

export const MULAI_TOKEN_HEADER = "x-mulai-token";
const COOKIE = "sopir-mulai";

/**
 * Whoever reaches this page decides which office the program runs and who is invited, so: this machine,
 * under a name of its own, or whoever brought the key that only the log tells; from our own page, with
 * the token of this start, and at a person's pace.
 */
export function createMulaiGuard({ entry, token }: MulaiGuardOptions) {
  const act = guardActs(MULAI_TOKEN_HEADER, token, { perSecond: 5, burst: 20 });
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    const session = keyOf(request, entry);
    if (session !== null) return letIn(reply, session);
    if (!isLocal(request) && !isKnown(request, entry))
      return refuse(reply, 403, "not-local", NOT_LOCAL);
    if (!isSameSite(request))
      return refuse(reply, 403, "foreign-page", "The first page answers no page but its own.");
    return act(request, reply);
  };
}

const NOT_LOCAL =
  "The first page is for this machine only, or for whoever opens the link in the log of this start; it works once and for an hour.";

/** A session for the key in the address of the page itself. */
function keyOf({ method, url }: FastifyRequest, entry: Entry): string | null {
  if (method !== "GET") return null;
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const given = searchParams.get("kunci");
  return pathname === "/mulai" && given !== null ? entry.open(given) : null;
}

/** The key leaves the address bar, where others might read it; it opens nothing any more anyhow. */
const letIn = (reply: FastifyReply, session: string): FastifyReply =>
  reply
    .header(
      "set-cookie",
      `${COOKIE}=${session}; Path=/mulai; Max-Age=${SESSION_MS / 1_000}; HttpOnly; SameSite=Lax`,
    )
    .redirect("/mulai", 303);

function isKnown({ headers }: FastifyRequest, entry: Entry): boolean {
  const cookies = (headers.cookie ?? "").split(";").map((one) => one.trim().split("="));
  return cookies.some(([name, value = ""]) => name === COOKIE && entry.knows(value));
}
