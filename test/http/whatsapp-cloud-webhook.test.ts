import { createHmac } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpServer } from "../../src/http/server.ts";
import { createWhatsappCloudWebhook } from "../../src/http/whatsapp-cloud-webhook.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";

const appSecret = "rahasia-aplikasi";
const verifyToken = "kata-verifikasi-kantor";
const url = "/whatsapp-cloud/webhook";
/** Bytes that do not survive being parsed and written again. */
const body = '{"object": "whatsapp_business_account",  "entry": [], "emoji":"\\ud83d\\udc4d"}';

const sign = (text: string, secret = appSecret): string =>
  `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`;

let app: FastifyInstance;
let received: unknown[];
let fails: boolean;
let logged: string[];

beforeEach(() => {
  received = [];
  logged = [];
  fails = false;
  app = createHttpServer({
    log: createLogger(
      { level: "trace", pretty: false, secrets: [] },
      { write: (line: string) => logged.push(line) },
    ),
    readiness: () => Promise.reject(new Error("nobody asks")),
    metrics: createMetrics(),
    telegramWebhook: null,
    rehearsal: null,
    routes: [
      createWhatsappCloudWebhook({
        appSecret,
        verifyToken,
        async receive(one) {
          if (fails) throw new Error("the database is down");
          received.push(one);
        },
      }),
    ],
  });
});
afterEach(() => app.close());

const post = (payload: string, headers: Readonly<Record<string, string>>) =>
  app.inject({
    method: "POST",
    url,
    payload,
    headers: { "content-type": "application/json", ...headers },
  });

describe("the webhook of the Cloud API", () => {
  it("takes what is signed, byte for byte", async () => {
    const reply = await post(body, { "x-hub-signature-256": sign(body) });
    expect([reply.statusCode, reply.json()]).toEqual([200, { ok: true }]);
    expect(received).toEqual([JSON.parse(body)]);
  });

  it.each([
    { what: "no signature", headers: {} },
    { what: "another secret", headers: { "x-hub-signature-256": sign(body, "lain") } },
    { what: "another body", headers: { "x-hub-signature-256": sign(`${body} `) } },
    { what: "no hash", headers: { "x-hub-signature-256": "sha256=" } },
    { what: "an old hash", headers: { "x-hub-signature": sign(body) } },
  ])("refuses $what, and hands nothing on", async ({ headers }) => {
    const reply = await post(body, headers);
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ ok: false, error: "wrong-signature" });
    expect(received).toEqual([]);
  });

  it.each(["halo", "", "3"])("refuses %j, signed or not", async (text) => {
    const { statusCode } = await post(text, { "x-hub-signature-256": sign(text) });
    expect([400, 401]).toContain(statusCode);
    expect(received).toEqual([]);
  });

  it("asks for it again when it was not stored", async () => {
    fails = true;
    const reply = await post(body, { "x-hub-signature-256": sign(body) });
    expect(reply.statusCode).toBe(503);
    expect(reply.headers["retry-after"]).toBe("5");
    expect(logged.join("")).toContain("update not stored");
  });

  it("proves to Meta that the address is ours", async () => {
    const query = { "hub.mode": "subscribe", "hub.challenge": "1158201444" };
    const reply = await app.inject({ url, query: { ...query, "hub.verify_token": verifyToken } });
    expect([reply.statusCode, reply.body]).toEqual([200, "1158201444"]);
    expect(reply.headers["content-type"]).toContain("text/plain");
  });

  it.each([
    { "hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "salah" },
    { "hub.mode": "subscribe", "hub.challenge": "1" },
    { "hub.challenge": "1", "hub.verify_token": verifyToken },
    { "hub.mode": "subscribe", "hub.verify_token": verifyToken },
    {
      "hub.mode": "subscribe",
      "hub.challenge": "<script>",
      "hub.verify_token": verifyToken,
    },
  ])("tells nobody else anything: %j", async (query) => {
    const reply = await app.inject({ url, query });
    expect(reply.statusCode).toBe(403);
    expect(reply.body).not.toContain("script");
  });

  it("leaves the bodies of other routes alone", async () => {
    const reply = await app.inject({ method: "POST", url: "/nowhere", payload: { a: 1 } });
    expect(reply.statusCode).toBe(404);
  });
});
