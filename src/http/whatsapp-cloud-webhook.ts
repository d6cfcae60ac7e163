import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { refuse } from "./faults.ts";

export interface WhatsappCloudWebhookDeps {
  /** Signs every call of the webhook. */
  readonly appSecret: string;
  /** Shown once, when the address is entered at Meta. */
  readonly verifyToken: string;
  /** Resolves once everything is stored; a rejection makes WhatsApp send it again. */
  readonly receive: (body: unknown) => Promise<void>;
}

const PATH = "/whatsapp-cloud/webhook";
const signatureHeader = "x-hub-signature-256";

/**
 * `GET /whatsapp-cloud/webhook` proves to Meta that the address is ours; `POST` takes what WhatsApp brings:
 * 200 only after it is stored, 503 so that it comes again. In a scope of its own, for the bytes are signed
 * and so must not be parsed before they are checked.
 */
export const createWhatsappCloudWebhook =
  (deps: WhatsappCloudWebhookDeps) =>
  (scope: FastifyInstance): void => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    scope.get(PATH, async (request, reply) => {
      const challenge = challengeFor(request.query, deps.verifyToken);
      if (challenge === null)
        return refuse(reply, 403, "wrong-token", "The verify token is missing or wrong.");
      return reply.type("text/plain").send(challenge);
    });
    scope.post(PATH, async (request, reply) => {
      const bytes = request.body;
      const signature = request.headers[signatureHeader];
      if (!Buffer.isBuffer(bytes) || !isSigned(bytes, signature, deps.appSecret))
        return refuse(reply, 401, "wrong-signature", "The signature is missing or wrong.");
      const body = jsonOf(bytes);
      if (body === null) return refuse(reply, 400, "no-json", "The body must be JSON.");
      try {
        await deps.receive(body);
      } catch (error) {
        request.log.error({ err: error }, "update not stored");
        reply.header("retry-after", "5");
        return refuse(reply, 503, "not-stored", "The update could not be stored; send it again.");
      }
      return { ok: true };
    });
  };

/** What is to be echoed to whoever knows the token; digits alone, so that nothing of a page can be in it. */
function challengeFor(query: unknown, verifyToken: string): string | null {
  if (typeof query !== "object" || query === null) return null;
  const given = new Map<string, unknown>(Object.entries(query));
  const token = given.get("hub.verify_token");
  const challenge = given.get("hub.challenge");
  if (given.get("hub.mode") !== "subscribe" || typeof token !== "string") return null;
  if (!timingSafeEqual(digest(token), digest(verifyToken))) return null;
  return typeof challenge === "string" && /^[\w-]{1,256}$/.test(challenge) ? challenge : null;
}

/** Compared as a whole, so that the first wrong letter does not show in the time taken. */
function isSigned(
  bytes: Buffer,
  signature: string | string[] | undefined,
  appSecret: string,
): boolean {
  const expected = `sha256=${createHmac("sha256", appSecret).update(bytes).digest("hex")}`;
  return typeof signature === "string" && timingSafeEqual(digest(signature), digest(expected));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function jsonOf(bytes: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
