import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { RehearsalClock } from "../app/ports/clock.ts";
import { parseDurationMs } from "./duration.ts";
import { refuse } from "./faults.ts";
import { guardPlace } from "./peraga-guard.ts";

export interface RehearsalDeps {
  readonly clock: Pick<RehearsalClock, "now">;
  /**
   * Moves the clock to `target` once moves before it are done; resolves after everything due by then
   * has fired and every message it caused has been handed to the channels. False when it was stopped.
   */
  readonly move: (target: () => number, signal: AbortSignal) => Promise<boolean>;
  /** Whether others than this machine may come. */
  readonly open: boolean;
}

const Move = z.union([
  z.strictObject({ ke: z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso)) }),
  z.strictObject({
    maju: z.string().transform((text, context) => {
      const durationMs = parseDurationMs(text);
      if (durationMs === null) context.addIssue("not a duration of days, hours and minutes");
      return durationMs ?? z.NEVER;
    }),
  }),
]);

const hint = 'Send {"ke":"2026-11-26T15:30:00+08:00"} or {"maju":"PT2H"}.';

const BODY_MAX_BYTE = 4_096;

/** An office lives through all that lies between; further than this is a slip of the pen. */
const FAR_MS = 2 * 366 * 86_400_000;
const tooFar = "The clock moves two years at most at once. Move it in steps.";
const stopped = "The clock was stopped on its way; it stands where it came to.";

/**
 * Adds `GET|POST /rehearsal/clock`; moves wait for each other, so two never interleave. One whose
 * caller has gone goes no further. While one is under way `GET` says where to.
 */
export function addRehearsalClock(app: FastifyInstance, deps: RehearsalDeps): void {
  const { clock, move, open } = deps;
  let goalMs: number | null = null;
  const answer = () => ({
    sekarang: new Date(clock.now()).toISOString(),
    ...(goalMs !== null && { menuju: new Date(goalMs).toISOString() }),
  });

  const moveTo = async (target: () => number, signal: AbortSignal): Promise<boolean> => {
    try {
      return await move(() => (goalMs = target()), signal);
    } finally {
      goalMs = null;
    }
  };

  app.addHook("onRequest", guardPlace({ open, what: "The rehearsal clock" }));
  app.get("/rehearsal/clock", async () => answer());
  app.post("/rehearsal/clock", { bodyLimit: BODY_MAX_BYTE }, async (request, reply) => {
    const { success, data } = Move.safeParse(request.body);
    if (!success) return refuse(reply, 400, "no-time", hint);
    const target = (): number => ("ke" in data ? data.ke : clock.now() + data.maju);
    if (target() - clock.now() > FAR_MS) return refuse(reply, 400, "too-far", tooFar);
    const arrived = await moveTo(target, goneOf(reply));
    return arrived ? answer() : refuse(reply, 503, "stopped", stopped);
  });
}

/** Aborts when the caller goes without waiting for the answer. */
function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => gone.abort());
  return gone.signal;
}
