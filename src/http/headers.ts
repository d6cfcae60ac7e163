import type { FastifyInstance } from "fastify";

/** Strict unless a route says otherwise: nothing here is to be framed, sniffed, cached or indexed. */
const headers = {
  "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "x-robots-tag": "noindex",
  "cache-control": "no-store",
} as const;

/** Puts the security headers and the request's id on every answer. */
export function addHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...headers, "x-request-id": request.id });
  });
}
