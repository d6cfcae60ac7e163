import type { FastifyInstance } from "fastify";
import type { ChannelStatus } from "../app/ports/channel.ts";
import { guardPlace } from "./peraga-guard.ts";

export interface WhatsappLoginDeps {
  /** What is to be scanned or typed at this moment; both null when there is nothing to do. */
  readonly login: () => { readonly qr: string | null; readonly code: string | null };
  readonly status: () => ChannelStatus;
  /** A QR code as an SVG picture. */
  readonly draw: (qr: string) => Promise<string>;
}

/** A new code comes every twenty seconds; an old one is refused by the phone. */
const REFRESH_SECONDS = 5;

/**
 * `GET /whatsapp`: the code that links a phone to this program. Whoever scans it hands over their
 * account, and whoever sees it could offer another phone; so it is shown on this machine only.
 */
export function createWhatsappLogin(deps: WhatsappLoginDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.addHook("onRequest", guardPlace({ open: false, what: "This page" }));
    app.get("/whatsapp", async (_, reply) =>
      reply
        .headers(headers)
        .type("text/html; charset=utf-8")
        .send(await pageOf(deps)),
    );
  };
}

const headers = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  "cross-origin-resource-policy": "same-origin",
} as const;

async function pageOf({ login, status, draw }: WhatsappLoginDeps): Promise<string> {
  const { qr, code } = login();
  const { state, detail } = status();
  const parts = [
    "<h1>WhatsApp</h1>",
    `<p>${escape(detail)}</p>`,
    ...(code === null ? [] : [`<p>Code: <strong>${escape(code)}</strong></p>`]),
    ...(qr === null ? [] : [await draw(qr)]),
  ];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>WhatsApp: ${state}</title></head><body>`,
    ...parts,
    "</body></html>",
  ].join("\n");
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
