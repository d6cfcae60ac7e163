import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpServer } from "../../src/http/server.ts";
import { createWhatsappLogin } from "../../src/http/whatsapp-login.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";

type Server = ReturnType<typeof createHttpServer>;

describe("the page that links WhatsApp", () => {
  let server: Server;
  let login: { qr: string | null; code: string | null };

  beforeEach(() => {
    login = { qr: null, code: null };
    server = createHttpServer({
      log: createLogger({ level: "silent", pretty: false, secrets: [] }),
      readiness: async () => ({
        database: { ok: true, kind: "sqlite", detail: "" },
        clock: { ok: true, detail: "" },
        channels: [],
        setAside: [],
        outbox: null,
      }),
      metrics: createMetrics(),
      telegramWebhook: null,
      rehearsal: null,
      routes: [
        createWhatsappLogin({
          login: () => login,
          status: () => ({ state: "login-required", sinceMs: 0, detail: "Scan <b> & go." }),
          draw: async (qr) => `<svg data-qr="${qr}"></svg>`,
        }),
      ],
    });
  });

  afterEach(() => server.close());

  const get = (headers: Record<string, string> = { host: "localhost:3000" }, ip = "127.0.0.1") =>
    server.inject({ url: "/whatsapp", headers, remoteAddress: ip });

  it("shows what to do and the codes there are, and comes again by itself", async () => {
    const { body, headers } = await get();
    expect(headers["content-type"]).toContain("text/html");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(body).toContain("Scan &#60;b&#62; &#38; go.");
    expect(body).toContain('http-equiv="refresh"');
    expect(body).not.toContain("<svg");
    login = { qr: "2@abc", code: "ABCD1234" };
    const { body: later } = await get();
    expect(later).toContain('<svg data-qr="2@abc">');
    expect(later).toContain("<strong>ABCD1234</strong>");
  });

  it.each([
    { what: "from another machine", headers: { host: "localhost:3000" }, ip: "10.0.0.7" },
    { what: "under another name", headers: { host: "sopir.example.com" }, ip: "127.0.0.1" },
  ])("is not shown $what", async ({ headers, ip }) => {
    login = { qr: "2@abc", code: null };
    const { statusCode, body } = await get(headers, ip);
    expect(statusCode).toBe(403);
    expect(body).not.toContain("2@abc");
  });
});
