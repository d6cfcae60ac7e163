import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyInstance } from "fastify";

/** Nothing inline, nothing from elsewhere, and no text that becomes markup. */
export const pageHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;

const typeByEnding: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves the files of one folder, read once: its index.html under the path itself, no other path exists. */
export function addPage(
  app: FastifyInstance,
  path: string,
  folder: string,
  headers: Readonly<Record<string, string>> = pageHeaders,
): void {
  for (const name of readdirSync(folder)) {
    const type = typeByEnding[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(join(folder, name));
    const url = name === "index.html" ? path : `${path}/${name}`;
    app.get(url, async (_, reply) => reply.headers(headers).type(type).send(body));
  }
  app.get(`${path}/`, async (_, reply) => reply.redirect(path, 308));
}
