import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../faults.ts";
import { createAllowance } from "../peraga-allowance.ts";
import { type InitData, readInitData } from "./init-data.ts";

export interface IsianGuardOptions {
  /** The bot's token, by which Telegram signs who opened the page. */
  readonly token: string;
  readonly now: () => number;
}

/** Lets nobody in but whoever Telegram vouches for, and says who that is. */
export interface IsianGuard {
  readonly onRequest: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply | undefined>;
  /** The chat of whoever was let in. */
  chatOf(request: FastifyRequest): string;
}

/** As Telegram's own libraries send it. */
const SCHEME = /^tma (\S.*)$/;

/**
 * The proof travels in a header and never in an address, where logs would keep it. Those that fail are slowed
 * down by where they come from, those that pass by who they are: nobody is locked out by somebody else.
 */
export function createIsianGuard({ token, now }: IsianGuardOptions): IsianGuard {
  const chats = new WeakMap<FastifyRequest, string>();
  const failures = createAllowance({ perSecond: 0.5, burst: 20 });
  const acts = createAllowance({ perSecond: 4, burst: 40 });
  return {
    async onRequest(request, reply) {
      const [, initData = ""] = SCHEME.exec(request.headers.authorization ?? "") ?? [];
      const read = readInitData(initData, { token, nowMs: now() });
      if (read.kind === "ditolak")
        return failures.take(request.ip) ? turnAway(reply, read) : tooFast(reply);
      if (!acts.take(read.chat)) return tooFast(reply);
      chats.set(request, read.chat);
      return undefined;
    },
    chatOf(request) {
      const chat = chats.get(request);
      if (chat === undefined) throw new Error("a route of the page is not guarded");
      return chat;
    },
  };
}

/** Which of the checks failed is nobody's business but for age, which a person mends by opening it anew. */
const turnAway = (
  reply: FastifyReply,
  { sebab }: Extract<InitData, { kind: "ditolak" }>,
): FastifyReply =>
  sebab === "basi"
    ? refuse(reply, 401, "too-old", "The page was opened too long ago; open it again.")
    : refuse(reply, 401, "not-signed", "Telegram does not vouch for whoever opened the page.");

function tooFast(reply: FastifyReply): FastifyReply {
  reply.header("retry-after", "2");
  return refuse(reply, 429, "too-fast", "Too many acts at once; wait a second.");
}
