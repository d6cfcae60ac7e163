import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { RehearsalClock } from "../app/ports/clock.ts";
import { parseDurationMs } from "./duration.ts";
import { refuse } from "./faults.ts";

export interface RehearsalDeps {
  readonly clock: Pick<RehearsalClock, "now">;
  /**
   * Moves the clock to `atMs`; resolves after everything due by then has fired and every message
   * it caused has been handed to the channels.
   */
  readonly moveTo: (atMs: number) => Promise<void>;
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

/** Adds `GET|POST /rehearsal/clock`; moves wait for each other, so two never interleave. */
export function addRehearsalClock(app: FastifyInstance, { clock, moveTo }: RehearsalDeps): void {
  let last: Promise<unknown> = Promise.resolve();
  const answer = () => ({ sekarang: new Date(clock.now()).toISOString() });

  const move = async (request: z.infer<typeof Move>) => {
    await moveTo("ke" in request ? request.ke : clock.now() + request.maju);
    return answer();
  };

  app.get("/rehearsal/clock", async () => answer());
  app.post("/rehearsal/clock", async (request, reply) => {
    const parsed = Move.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 400, "no-time", hint);
    const current = last.then(() => move(parsed.data));
    last = current.catch(() => {});
    return current;
  });
}
