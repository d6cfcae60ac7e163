import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createMover } from "../../src/app/clock/rehearse.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import type { Readiness } from "../../src/http/health.ts";
import type { RehearsalDeps } from "../../src/http/rehearsal-clock.ts";
import { createHttpServer, type HttpDeps } from "../../src/http/server.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";

const sinceMs = Date.parse("2026-11-26T07:00:00Z");
const ready: Readiness = {
  database: { ok: true, kind: "sqlite", detail: "" },
  clock: { ok: true, detail: "" },
  channels: [{ id: "telegram", kind: "telegram", state: "online", sinceMs, detail: "" }],
  setAside: [],
  outbox: { dead: 0, letters: [], detail: "" },
};

let app: FastifyInstance;
let logLines: string[];

function serve(deps: Partial<HttpDeps> = {}): FastifyInstance {
  logLines = [];
  app = createHttpServer({
    log: createLogger(
      { level: "trace", pretty: false, secrets: [] },
      { write: (line: string) => logLines.push(line) },
    ),
    readiness: async () => ready,
    metrics: createMetrics(),
    telegramWebhook: null,
    rehearsal: null,
    routes: [],
    ...deps,
  });
  return app;
}

const postClock = (payload: object) =>
  app.inject({ method: "POST", url: "/rehearsal/clock", payload });

afterEach(() => app.close());

describe("every answer", () => {
  it.each(["/healthz", "/readyz", "/metrics", "/nowhere"])("of %s is guarded", async (url) => {
    const { headers } = await serve().inject(url);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it.each([
    ["proxy-17", true],
    ["<script>", false],
    ["x".repeat(65), false],
  ])("keeps the request id %s of a proxy: %s", async (given, kept) => {
    const { headers } = await serve().inject({
      url: "/healthz",
      headers: { "x-request-id": given },
    });
    expect(headers["x-request-id"] === given).toBe(kept);
  });
});

describe("a server that closes", () => {
  it("answers what was asked before, and keeps no connection for more", async () => {
    const closed: Promise<void>[] = [];
    const routes: HttpDeps["routes"] = [
      (scope) => {
        const closing = new Promise<void>((resolve) => {
          scope.addHook("preClose", async () => resolve());
        });
        scope.get("/slow", async () => {
          closed.push(app.close());
          await closing;
          return "done";
        });
      },
    ];
    const address = await serve({ routes }).listen({ host: "127.0.0.1", port: 0 });
    const answer = await fetch(`${address}/slow`);
    expect(answer.headers.get("connection")).toBe("close");
    expect(await answer.text()).toBe("done");
    await Promise.all(closed);
  });
});

describe("a fault", () => {
  const routes: HttpDeps["routes"] = [
    (scope) => {
      scope.get("/broken", async () => {
        throw new Error("planted detail");
      });
    },
  ];

  it("is logged with its stack and answered without", async () => {
    const reply = await serve({ routes }).inject("/broken");
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toMatch(/planted|at .*\.ts/);
    expect(reply.json()).toMatchObject({ ok: false, error: "internal" });
    const line = logLines.find((text) => text.includes("planted detail"));
    expect(line).toContain(reply.json().requestId);
  });

  it("of the caller is said in one sentence", async () => {
    const reply = await serve().inject("/nowhere");
    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toMatchObject({ ok: false, error: "not-found" });
  });
});

describe("/healthz", () => {
  it("answers while the process lives, whatever the database does", async () => {
    const reply = await serve({ readiness: () => Promise.reject(new Error("gone")) }).inject(
      "/healthz",
    );
    expect([reply.statusCode, reply.json()]).toEqual([200, { ok: true }]);
  });
});

describe("/readyz", () => {
  it("tells the database and each channel with the time of its state", async () => {
    const reply = await serve().inject("/readyz");
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      ok: true,
      database: { ok: true, kind: "sqlite", detail: "" },
      clock: { ok: true, detail: "" },
      channels: [
        {
          id: "telegram",
          kind: "telegram",
          state: "online",
          since: "2026-11-26T07:00:00.000Z",
          detail: "",
        },
      ],
      outbox: { dead: 0, letters: [], detail: "" },
    });
  });

  const channel = (state: Readiness["channels"][number]["state"], detail: string): Readiness => ({
    ...ready,
    channels: [{ id: "whatsapp", kind: "whatsapp", state, sinceMs, detail }],
  });
  it.each([
    ["without any channel", { ...ready, channels: [] }, 200, undefined],
    ["with a degraded channel", channel("degraded", "slow"), 200, undefined],
    [
      "with a dead letter",
      { ...ready, outbox: { dead: 1, letters: ["a1"], detail: "See outbox list." } },
      200,
      undefined,
    ],
    ["with a login to do", channel("login-required", "Scan the QR."), 503, "Scan the QR."],
    [
      "with a silent failure",
      channel("failed", ""),
      503,
      "Channel whatsapp is failed: see the log.",
    ],
    [
      "with the database down",
      { ...ready, database: { ok: false, kind: "postgresql", detail: "Start PostgreSQL." } },
      503,
      "Start PostgreSQL.",
    ],
  ])("%s answers accordingly, and says what to do next", async (_, readiness, status, next) => {
    const reply = await serve({ readiness: async () => readiness }).inject("/readyz");
    expect([reply.statusCode, reply.json().ok, reply.json().next]).toEqual([
      status,
      status === 200,
      next,
    ]);
  });
});

describe("/readyz with rows set aside", () => {
  it("names them and says what to do, and is ready all the same", async () => {
    const setAside = [{ table: "timer", key: "t1" }];
    const reply = await serve({ readiness: async () => ({ ...ready, setAside }) }).inject(
      "/readyz",
    );
    expect([reply.statusCode, reply.json().ok, reply.json().setAside]).toEqual([
      200,
      true,
      setAside,
    ]);
    expect(reply.json().next).toContain("1 rows are set aside");
  });
});

describe("/metrics", () => {
  it("is Prometheus text", async () => {
    const reply = await serve().inject("/metrics");
    expect(reply.headers["content-type"]).toContain("text/plain; version=0.0.4");
    expect(reply.body).toContain("sopir_outbox_depth 0");
  });
});

describe("/telegram/webhook", () => {
  const secret = "right_secret";
  const update = { update_id: 7, message: { text: "/start" } };
  const post = (given: string | undefined, payload: unknown = update) =>
    app.inject({
      method: "POST",
      url: "/telegram/webhook",
      headers: {
        "content-type": "application/json",
        ...(given !== undefined && { "x-telegram-bot-api-secret-token": given }),
      },
      payload: JSON.stringify(payload),
    });

  it("answers 200 only after the update is stored", async () => {
    const order: unknown[] = [];
    const receive = async (given: unknown) => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push(given);
    };
    serve({ telegramWebhook: { secret, receive } });
    const reply = await post(secret);
    order.push(reply.statusCode);
    expect(order).toEqual([update, 200]);
  });

  it("answers 503 when the update could not be stored, so that it comes again", async () => {
    serve({ telegramWebhook: { secret, receive: () => Promise.reject(new Error("disk full")) } });
    const reply = await post(secret);
    expect(reply.statusCode).toBe(503);
    expect(reply.headers["retry-after"]).toBe("5");
    expect(reply.body).not.toContain("disk full");
    expect(logLines.join("")).toContain("disk full");
  });

  it.each([undefined, "", "wrong", `${secret}x`, secret.toUpperCase()])(
    "refuses the secret %s and stores nothing",
    async (given) => {
      const received: unknown[] = [];
      serve({ telegramWebhook: { secret, receive: async (it) => void received.push(it) } });
      expect((await post(given)).statusCode).toBe(401);
      expect(received).toEqual([]);
    },
  );

  it.each([
    ["a text", "x", 400],
    ["nothing", null, 400],
    ["more than a mebibyte", { text: "x".repeat(1_048_576) }, 413],
  ])("refuses %s as a body", async (_, payload, status) => {
    serve({ telegramWebhook: { secret, receive: async () => {} } });
    expect((await post(secret, payload)).statusCode).toBe(status);
  });

  it("is not there without a webhook", async () => {
    serve();
    expect((await post(secret)).statusCode).toBe(404);
  });
});

function ignore(): void {}

describe("/rehearsal/clock", () => {
  const startIso = "2026-11-26T07:00:00.000Z";
  const rehearse = (open = false) => {
    const clock = createRehearsalClock(Date.parse(startIso));
    const moves: string[] = [];
    const office = {
      tick: async () => void moves.push("tick"),
      drain: () => new Promise<void>((resolve) => setImmediate(resolve)),
    };
    const store = { nextTimerMs: async () => null };
    const move = createMover({ store, clock }, office, new AbortController().signal);
    serve({ rehearsal: { clock, move, open } });
    return moves;
  };
  it("tells the time at which it stands", async () => {
    rehearse();
    expect((await app.inject("/rehearsal/clock")).json()).toEqual({ sekarang: startIso });
  });

  it.each([
    [{ ke: "2026-11-26T15:30:00+08:00" }, "2026-11-26T07:30:00.000Z"],
    [{ ke: "2026-11-25T00:00:00Z" }, startIso],
    [{ maju: "P730D" }, "2028-11-25T07:00:00.000Z"],
    [{ maju: "PT2H" }, "2026-11-26T09:00:00.000Z"],
    [{ maju: "P1D" }, "2026-11-27T07:00:00.000Z"],
    [{ maju: "PT15M" }, "2026-11-26T07:15:00.000Z"],
    [{ maju: "P1W1DT1H1M1S" }, "2026-12-04T08:01:01.000Z"],
  ])("moves by %j and answers after everything has happened", async (body, sekarang) => {
    rehearse();
    const reply = await postClock(body);
    expect([reply.statusCode, reply.json()]).toEqual([200, { sekarang }]);
  });

  it.each([
    {},
    { ke: "tomorrow" },
    { ke: "2026-11-26T15:30:00" },
    { maju: "2 hours" },
    { maju: "P1M" },
    { maju: "P" },
    { maju: "P1DT" },
    { maju: "-PT2H" },
    { maju: "PT2H", ke: "2026-11-26T15:30:00+08:00" },
  ])("refuses %j with an example of what to send", async (body) => {
    const moves = rehearse();
    const reply = await postClock(body);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().message).toContain('{"maju":"PT2H"}');
    expect(moves).toEqual([]);
  });

  it("makes moves wait for each other", async () => {
    rehearse();
    await Promise.all([postClock({ maju: "PT1H" }), postClock({ maju: "PT1H" })]);
    expect((await app.inject("/rehearsal/clock")).json().sekarang).toBe("2026-11-26T09:00:00.000Z");
  });

  it.each([{ ke: "2037-01-01T00:00:00Z" }, { maju: "P99999D" }])(
    "goes no further than two years at once: %j",
    async (body) => {
      const moves = rehearse();
      const reply = await postClock(body);
      expect([reply.statusCode, reply.json().error]).toEqual([400, "too-far"]);
      expect(moves).toEqual([]);
    },
  );

  it.each([
    ["a foreign name", { host: "evil.example" }, "127.0.0.1"],
    ["a foreign page", { host: "localhost:3000", origin: "https://evil.example" }, "127.0.0.1"],
    ["a page beside it", { host: "localhost:3000", "sec-fetch-site": "cross-site" }, "127.0.0.1"],
    ["another machine", { host: "localhost:3000" }, "192.168.1.9"],
  ])("moves for nobody from %s", async (_, headers, remoteAddress) => {
    const moves = rehearse();
    const payload = { maju: "PT1H" };
    const url = "/rehearsal/clock";
    const reply = await app.inject({ method: "POST", url, payload, headers, remoteAddress });
    expect(reply.statusCode).toBe(403);
    expect(moves).toEqual([]);
  });

  it("stands open where the simulator does", async () => {
    rehearse(true);
    const from = { headers: { host: "kantor.example" }, remoteAddress: "192.168.1.9" };
    expect((await app.inject({ url: "/rehearsal/clock", ...from })).statusCode).toBe(200);
  });

  it("tells where it is going, and stops where its caller has gone away", async () => {
    const clock = createRehearsalClock(Date.parse(startIso));
    let began: () => void = ignore;
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const stopped = new Promise<boolean>((resolve) => {
      const move: RehearsalDeps["move"] = async (target, signal) => {
        target();
        began();
        await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
        resolve(true);
        return false;
      };
      serve({ rehearsal: { clock, move, open: false } });
    });
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const url = `${address}/rehearsal/clock`;
    const leaving = new AbortController();
    const body = JSON.stringify({ maju: "PT1H" });
    const headers = { "content-type": "application/json" };
    const asked = fetch(url, { method: "POST", body, headers, signal: leaving.signal });
    await begun;
    const under = await (await fetch(url)).json();
    expect(under).toEqual({ sekarang: startIso, menuju: "2026-11-26T08:00:00.000Z" });
    leaving.abort();
    await expect(asked).rejects.toThrow();
    expect(await stopped).toBe(true);
  });

  it("is not there with the system clock", async () => {
    serve();
    expect((await postClock({ maju: "PT1H" })).statusCode).toBe(404);
  });
});
