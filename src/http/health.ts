import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ChannelState } from "../app/ports/channel.ts";
import type { RowName } from "../app/ports/store.ts";
import { refuse } from "./faults.ts";
import { isLocal, isSameSite } from "./peraga-guard.ts";

/** What `GET /readyz` reports. `detail` says in one sentence what an operator should do. */
export interface Readiness {
  readonly database: { readonly ok: boolean; readonly kind: string; readonly detail: string };
  /** Not ok while an office has entries later than the clock; it goes on, but its reminders wait. */
  readonly clock: { readonly ok: boolean; readonly detail: string };
  readonly channels: readonly ChannelReadiness[];
  /** Rows of the database that are passed over, so that everybody else goes on. */
  readonly setAside: readonly RowName[];
  /** Dead letters, the first of them by id; null where the database cannot tell. */
  readonly outbox: {
    readonly dead: number;
    readonly letters: readonly string[];
    readonly detail: string;
  } | null;
}

export interface ChannelReadiness {
  readonly id: string;
  readonly kind: string;
  readonly state: ChannelState;
  readonly sinceMs: number;
  readonly detail: string;
}

export interface HealthDeps {
  /** Asked on every `GET /readyz`. */
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  /** Set where the server listens for other machines, which may call it by any name. */
  readonly open?: boolean;
}

/** Adds `/healthz` (the process answers), `/readyz` (it can do its work) and `/metrics`. */
export function addHealth(app: FastifyInstance, deps: HealthDeps): void {
  const onRequest = guardLooks(deps);
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", { onRequest }, async (_, reply) => {
    const readiness = await deps.readiness();
    const { setAside } = readiness;
    const missing = nextStep(readiness);
    const next = missing ?? (setAside.length === 0 ? null : lookAt(setAside));
    const body = {
      ok: missing === null,
      database: readiness.database,
      clock: readiness.clock,
      channels: readiness.channels.map(({ sinceMs, ...channel }) => ({
        ...channel,
        since: new Date(sinceMs).toISOString(),
      })),
      ...(setAside.length > 0 && { setAside: setAside.slice(0, NAMED) }),
      // Told, but no reason to be taken out of service: everybody else is served all the same.
      outbox: readiness.outbox,
      ...(next !== null && { next }),
    };
    return reply.code(missing === null ? 200 : 503).send(body);
  });
  app.get("/metrics", { onRequest }, async (_, reply) =>
    reply.type(deps.metrics.contentType).send(await deps.metrics.text()),
  );
}

/** Counts and faults are the operator's: no page elsewhere, and no other name of this machine, reads them. */
const guardLooks =
  ({ open = false }: Pick<HealthDeps, "open">) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!open && !isLocal(request))
      return refuse(reply, 403, "not-local", "This is asked for by a name of this machine only.");
    return isSameSite(request)
      ? undefined
      : refuse(reply, 403, "foreign-page", "This answers no page.");
  };

/** So many rows are named one by one. */
const NAMED = 20;

const lookAt = ({ length }: Readiness["setAside"]): string =>
  `${length} rows are set aside: run doctor and look into the log, mend or upgrade, then restart.`;

/** The first thing to do before the process is ready; null when it is. */
function nextStep({ database, channels }: Readiness): string | null {
  if (!database.ok)
    return database.detail || "Check DATABASE_URL and that the database is running.";
  const waiting = channels.find(({ state }) => state !== "online" && state !== "degraded");
  if (!waiting) return null;
  return waiting.detail || `Channel ${waiting.id} is ${waiting.state}: see the log.`;
}
