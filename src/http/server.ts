import { randomUUID } from "node:crypto";
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from "fastify";
import { addFaults } from "./faults.ts";
import { addHeaders } from "./headers.ts";
import { addHealth, type HealthDeps } from "./health.ts";
import { addRehearsalClock, type RehearsalDeps } from "./rehearsal-clock.ts";
import { addTelegramWebhook, type TelegramWebhookDeps } from "./telegram-webhook.ts";

/** Everything the server needs from outside; null leaves a route out altogether. */
export interface HttpDeps extends HealthDeps {
  readonly log: FastifyBaseLogger;
  readonly telegramWebhook: TelegramWebhookDeps | null;
  readonly rehearsal: RehearsalDeps | null;
  /** More routes, such as the simulator's; each gets a scope of its own. */
  readonly routes: readonly ((app: FastifyInstance) => void)[];
}

const requestTimeoutMs = 30_000;
const bodyLimitByte = 1_048_576;

/** zod reads the bodies, no route has a JSON schema: the compilers of those are not even loaded. */
function noSchemas(): never {
  throw new Error("a route has a JSON schema");
}

/** Makes the HTTP server; it does not listen yet. */
export function createHttpServer(deps: HttpDeps): FastifyInstance {
  const app = fastify({
    loggerInstance: deps.log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    requestTimeout: requestTimeoutMs,
    bodyLimit: bodyLimitByte,
    schemaController: {
      compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas },
    },
    genReqId: ({ headers }) => requestId(headers["x-request-id"]),
  });
  addHeaders(app);
  letGo(app);
  addFaults(app);
  addHealth(app, deps);
  if (deps.telegramWebhook) addTelegramWebhook(app, deps.telegramWebhook);
  const { rehearsal } = deps;
  // A scope of its own: its guard is not for the other routes.
  if (rehearsal !== null) app.register(async (scope) => addRehearsalClock(scope, rehearsal));
  for (const addRoutes of deps.routes) app.register(async (scope) => addRoutes(scope));
  return app;
}

/** Who is answered while the server closes asks nothing more on that connection: it would be waited for. */
function letGo(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (closing) reply.header("connection", "close");
  });
}

/** A proxy's id is kept if it looks like one, so that both logs can be read together. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}
