import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { refuse } from "./faults.ts";

export interface TelegramWebhookDeps {
  readonly secret: string;
  /** Resolves once the update is stored; a rejection makes Telegram send it again. */
  readonly receive: (update: unknown) => Promise<void>;
}

const secretHeader = "x-telegram-bot-api-secret-token";

/** Adds `POST /telegram/webhook`: 200 only after the update is stored, 503 so that it comes again. */
export function addTelegramWebhook(app: FastifyInstance, deps: TelegramWebhookDeps): void {
  app.post("/telegram/webhook", {
    // before the body is read: strangers cost us no memory
    onRequest: async (request, reply) => {
      if (sameSecret(request.headers[secretHeader], deps.secret)) return;
      return refuse(reply, 401, "wrong-secret", "The secret token is missing or wrong.");
    },
    handler: async (request, reply) => {
      if (typeof request.body !== "object" || request.body === null)
        return refuse(reply, 400, "no-update", "The body must be one update as JSON.");
      try {
        await deps.receive(request.body);
      } catch (error) {
        request.log.error({ err: error }, "update not stored");
        reply.header("retry-after", "5");
        return refuse(reply, 503, "not-stored", "The update could not be stored; send it again.");
      }
      return { ok: true };
    },
  });
}

/** Compares digests, so neither the length nor the first wrong letter shows in the time taken. */
function sameSecret(given: string | string[] | undefined, expected: string): boolean {
  return typeof given === "string" && timingSafeEqual(digest(given), digest(expected));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
