import { describe, expect, it } from "vitest";
import { childLogger, createLogger, type LoggerOptions } from "../../src/observability/logger.ts";

const token = "123456789:AAFplantedplantedplanted-planted_42";
const webhookSecret = 'planted "quoted" secret';

function capture(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const logger = createLogger(
    { level: "trace", pretty: false, secrets: [webhookSecret], ...options },
    { write: (line: string) => lines.push(line) },
  );
  return { logger, output: () => lines.join("") };
}

const planted: readonly (readonly [string, object, string])[] = [
  ["a token in a URL", { url: `https://api.telegram.org/bot${token}/getMe` }, "planted"],
  ["an encoded token", { url: `/bot${token.replace(":", "%3A")}/getMe` }, "planted"],
  ["a short token of a test server", { url: "http://x/bot1:planted/getMe" }, "planted"],
  ["a bare token in an error", { err: new Error(`401 for ${token}`) }, "planted"],
  ["a token in a cause", { err: new Error("x", { cause: new Error(token) }) }, "planted"],
  [
    "an authorization header",
    { req: 1, headers: { authorization: "Bearer planted.x" } },
    "planted",
  ],
  ["a bearer in a text", { detail: "sent Authorization: Bearer planted-abc" }, "planted"],
  ["a secret under its key", { a: { b: { c: { secret_token: "planted" } } } }, "planted"],
  ["a webhook secret anywhere", { detail: `got ${webhookSecret}!` }, "planted"],
  ["a database password", { url: "postgresql://sopir:planted@db:5432/sopir" }, "planted"],
  ["a request with its query", { req: { method: "GET", url: "/x?key=planted" } }, "planted"],
  ["a phone number", { teks: "hubungi 081234567890 ya" }, "1234567"],
  ["a phone number with a country code", { teks: "+62 812-3456-7890" }, "3456"],
  ["a phone number as a number", { nomor: 6_281_234_567_890 }, "1234567"],
  ["a WhatsApp id", { chat: "6281234567890@c.us" }, "1234567"],
  ["a WhatsApp linked id", { chat: "123456789012345@lid" }, "456789"],
  ["a foreign phone number", { teks: "+4915112345678" }, "12345678"],
];

describe("a log line", () => {
  it.each(planted)("does not show %s", (_, fields, secret) => {
    const { logger, output } = capture();
    logger.error(fields, "something happened");
    expect(output()).not.toContain(secret);
    expect(JSON.parse(output())).toMatchObject({ level: "error", msg: "something happened" });
  });

  it.each(planted)("does not show %s to people either", (_, fields, secret) => {
    const { logger, output } = capture({ pretty: true });
    logger.error(fields, "something happened");
    expect(output()).not.toContain(secret);
    expect(output()).toContain("something happened");
  });

  it("does not show a secret in the message itself", () => {
    const { logger, output } = capture();
    logger.info(`polling https://api.telegram.org/bot${token}/getUpdates`);
    expect(output()).not.toContain("planted");
  });

  it("keeps what is no secret", () => {
    const { logger, output } = capture();
    const fields = {
      atMs: 1_795_678_901_234,
      berkasId: "0199f3a2-0812-7345-8123-081234567abc",
      iso: "2026-11-26T08:12:34.567+08:00",
      capaianPersen: 0.812345678,
      nomor: "800/123/TAPEM/2026",
    };
    logger.info(fields, "x");
    expect(JSON.parse(output())).toMatchObject(fields);
  });

  it("of a child carries the ids of its subject", () => {
    const { logger, output } = capture();
    const subject = { updateId: "telegram:7", berkasId: "b1", pegawaiId: "camat" };
    childLogger(logger, subject).info({ code: "bukan-pelaksana" }, "refused");
    expect(JSON.parse(output())).toMatchObject({ ...subject, code: "bukan-pelaksana" });
  });

  it("below the level is not written", () => {
    const { logger, output } = capture({ level: "warn" });
    logger.info("x");
    expect(output()).toBe("");
  });
});
