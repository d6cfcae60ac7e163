import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIsianRoutes } from "../../src/http/isian/routes.ts";
import { createEntry } from "../../src/http/mulai/entry.ts";
import { createMulaiRoutes } from "../../src/http/mulai/routes.ts";
import { createPeragaRoutes } from "../../src/http/peraga.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createWhatsappCloudWebhook } from "../../src/http/whatsapp-cloud-webhook.ts";
import { createWhatsappLogin } from "../../src/http/whatsapp-login.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { signed } from "../doubles/telegram/init-data.ts";

const host = "127.0.0.1:3000";
const token = "a-token-of-this-start";
const MB = 1_048_576;

/** Who is let in by a route. */
type Door =
  /** Anybody: it tells nothing. */
  | "everybody"
  /** Anybody: a page of Telegram's, empty until Telegram vouches for whoever opened it. */
  | "public-page"
  /** Programs and people on this machine, and where the server is opened, whoever reaches it. */
  | "operator"
  /** This machine under a name of its own, by its own page; an act shows the token of this start. */
  | "own-page"
  /** A service that knows a secret. */
  | "secret";

interface Rule {
  readonly door: Door;
  /** The largest body it reads. */
  readonly batasByte?: number;
}

const page: Rule = { door: "own-page" };
const act = (batasByte: number): Rule => ({ door: "own-page", batasByte });

/** Every route of the server. One that is not here fails the first test, whoever added it. */
const doors: Readonly<Record<string, Rule>> = {
  "GET /healthz": { door: "everybody" },
  "GET /readyz": { door: "operator" },
  "GET /metrics": { door: "operator" },
  "POST /telegram/webhook": { door: "secret", batasByte: MB },
  "GET /whatsapp-cloud/webhook": { door: "secret" },
  "POST /whatsapp-cloud/webhook": { door: "secret", batasByte: MB },
  "GET /whatsapp": page,
  "GET /rehearsal/clock": page,
  "POST /rehearsal/clock": act(4_096),
  "GET /peraga": page,
  "GET /peraga/": page,
  "GET /peraga/{file}": page,
  "GET /peraga/events": page,
  "GET /peraga/file/:id": page,
  "POST /peraga/say": act(32_768),
  "POST /peraga/read": act(32_768),
  "POST /peraga/tap": act(32_768),
  "POST /peraga/clock": act(32_768),
  "POST /peraga/file": act(20_000_000),
  "GET /mulai": page,
  "GET /mulai/": page,
  "GET /mulai/{file}": page,
  "GET /mulai/keadaan": page,
  "GET /mulai/templat": page,
  "GET /mulai/bagan/:id": page,
  "GET /mulai/gladi": page,
  "POST /mulai/buku": act(5_000_000),
  "POST /mulai/muat": act(4_096),
  "POST /mulai/token": act(4_096),
  "POST /mulai/jalankan": act(4_096),
  "POST /mulai/cara": act(4_096),
  "POST /mulai/undangan": act(4_096),
  "GET /isian": { door: "public-page" },
  "GET /isian/": { door: "public-page" },
  "GET /isian/{file}": { door: "public-page" },
  "GET /isian/teks.json": { door: "public-page" },
  "GET /isian/meja": { door: "secret" },
  "POST /isian/periksa": { door: "secret", batasByte: MB },
  "POST /isian/kirim": { door: "secret", batasByte: MB },
  "POST /isian/bukti": { door: "secret", batasByte: 20_000_000 },
};

const vouched = `tma ${signed({ user: '{"id":101}', auth_date: "0" }, "rahasia")}`;

const nothing = async (): Promise<null> => null;

/** The server with everything it can serve; nothing behind it does anything. */
function serve(open = false): FastifyInstance {
  return createHttpServer({
    log: createLogger({ level: "silent", pretty: false, secrets: [] }),
    readiness: async () => ({
      database: { ok: true, kind: "sqlite", detail: "" },
      clock: { ok: true, detail: "" },
      channels: [],
      setAside: [],
      outbox: null,
    }),
    metrics: createMetrics(),
    open,
    telegramWebhook: { secret: "rahasia", receive: async () => {} },
    rehearsal: { clock: { now: () => 0 }, move: async () => true, open: false },
    routes: [
      createPeragaRoutes({
        ponsel: {
          list: () => [],
          commands: () => [],
          watch: () => () => undefined,
          say: async () => {},
          read: async () => {},
          tap: async () => true,
          upload: async () => {},
          file: nothing,
        },
        view: nothing,
        watch: () => () => undefined,
        knows: async () => true,
        push: nothing,
        token,
        open: false,
        pageDir: "src/channels/peraga/page",
      }),
      createMulaiRoutes({
        mulai: {
          keadaan: async () => ({
            cara: "kantor",
            kantorList: [],
            token: false,
            berjalan: false,
            sopList: [],
          }),
          templat: async () => ({ nama: "a.xlsx", mime: "m/m", data: new Uint8Array(1) }),
          unggah: async () => ({ galatList: [], peringatanList: [], pratinjau: null }),
          muat: async () => ({ kind: "basi" }),
          bagan: nothing,
          gladi: nothing,
          kartu: nothing,
        },
        entry: createEntry(() => 0),
        token,
        periksaToken: async () => ({ kind: "ditolak" }),
        simpanToken: async () => {},
        simpanCara: async () => {},
        restart: () => {},
        pageDir: "src/http/mulai/page",
      }),
      createWhatsappLogin({
        login: () => ({ qr: null, code: null }),
        status: () => ({ state: "login-required", sinceMs: 0, detail: "" }),
        draw: async () => "",
      }),
      createWhatsappCloudWebhook({
        appSecret: "rahasia",
        verifyToken: "rahasia",
        receive: async () => {},
      }),
      createIsianRoutes({
        isian: { meja: nothing, periksa: nothing, kirim: nothing, lampirkan: nothing },
        token: "rahasia",
        now: () => 0,
        teks: { id: {}, en: {} },
        pageDir: "src/http/isian/page",
      }),
    ],
  });
}

/** A page has a dozen files, all of one kind. */
const keyOf = (route: string): string =>
  route.replace(/^(\w+ \/(?:peraga|mulai|isian))\/[\w-]+\.(?:js|css|svg)$/, "$1/{file}");

/** What the server itself says it serves, as a tree of pieces of paths: "│   ├── /file (POST)". */
function routesOf(app: FastifyInstance): readonly string[] {
  const pieces: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const {
        indent = "",
        piece = "",
        methods = "",
      } = /^(?<indent>[│ ]*)[├└]── (?<piece>\S+)(?: \((?<methods>[A-Z, ]+)\))?$/.exec(line)
        ?.groups ?? {};
      pieces.splice(indent.length / 4, pieces.length, piece);
      const path = pieces.join("");
      return methods.split(", ").flatMap((one) => (one === "" ? [] : [`${one} ${path}`]));
    });
}

const requestOf = (route: string): { readonly method: "GET" | "HEAD" | "POST"; url: string } => {
  const [method = "", path = ""] = route.split(" ");
  const file = path.startsWith("/peraga") ? "main.js" : "style.css";
  const url = path.replace("{file}", file).replace(":id", "a");
  return { method: method === "POST" ? "POST" : method === "HEAD" ? "HEAD" : "GET", url };
};

let app: FastifyInstance;
let opened: FastifyInstance;
beforeAll(async () => {
  app = serve();
  opened = serve(true);
  await Promise.all([app.ready(), opened.ready()]);
});
afterAll(() => Promise.all([app.close(), opened.close()]));

const statusOf = async (
  route: string,
  request: Partial<InjectOptions>,
  server = app,
): Promise<number> => (await server.inject({ ...requestOf(route), ...request })).statusCode;

const all = Object.entries(doors).flatMap(([route, rule]) => [
  { route, ...rule },
  ...(route.startsWith("GET") ? [{ route: route.replace("GET", "HEAD"), ...rule }] : []),
]);
const of = (...wanted: readonly Door[]): typeof all =>
  all.filter(({ door }) => wanted.includes(door));

describe("every route of the server", () => {
  it("has its door in this table", () => {
    const known = new Set(routesOf(app).map(keyOf));
    expect([...known].toSorted()).toEqual(all.map(({ route }) => route).toSorted());
  });

  it("is served here if it stands anywhere in the source", () => {
    const sources = readdirSync("src/http", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join("src/http", name), "utf8"));
    const written = sources.flatMap((text) =>
      [...text.matchAll(/"(\/[a-z-]+(?:\/[\w:.-]+)*)"/g)].map(([, path = ""]) => path),
    );
    const served = new Set(routesOf(app).map((route) => route.split(" ")[1]));
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((path) => !served.has(path))).toEqual([]);
  });

  it.each(all)(
    "$route says that its answer is not to be framed, sniffed or kept",
    async ({ route, door }) => {
      const { headers } = await app.inject({ ...requestOf(route), headers: { host } });
      if (door === "public-page")
        expect(headers["content-security-policy"] ?? "'none'").toMatch(
          /frame-ancestors https:\/\/web\.telegram\.org;|'none'/,
        );
      else expect(headers["x-frame-options"]).toBe("DENY");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-store",
      });
      expect(headers["content-security-policy"]).toMatch(/default-src '(self|none)'/);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    },
  );

  it.each(all.filter(({ batasByte }) => batasByte !== undefined))(
    "$route reads no more than $batasByte bytes",
    async ({ route, batasByte = 0, door }) => {
      const type = batasByte > MB ? "application/octet-stream" : "application/json";
      const headers = {
        host,
        "content-type": type,
        "content-length": String(batasByte + 1),
        "x-peraga-token": token,
        "x-mulai-token": token,
        ...(door === "secret" && { "x-telegram-bot-api-secret-token": "rahasia" }),
        ...(door === "secret" && { authorization: vouched }),
      };
      expect(await statusOf(route, { headers, payload: "{" })).toBe(413);
    },
  );
});

/** What reaches a program that was not meant to be reached. */
const intruders: readonly { readonly who: string; readonly request: Partial<InjectOptions> }[] = [
  {
    who: "somebody on another machine",
    request: { remoteAddress: "10.1.2.3", headers: { host: "sopir.example:3000" } },
  },
  {
    who: "a page elsewhere whose name was pointed at this machine",
    request: { headers: { host: "evil.example:3000", origin: "http://evil.example:3000" } },
  },
  {
    who: "the same without an origin, as for a look",
    request: { headers: { host: "evil.example:3000" } },
  },
  {
    who: "a page elsewhere that asks for it by its right name",
    request: { headers: { host, origin: "https://evil.example", "sec-fetch-site": "cross-site" } },
  },
  {
    who: "a page in a sandbox",
    request: { headers: { host, origin: "null" } },
  },
  {
    who: "a stranger behind a proxy that passes everything on under our name",
    request: { headers: { host, "x-forwarded-for": "203.0.113.9" } },
  },
];

describe.each(intruders)("$who", ({ request }) => {
  it.each(of("own-page", "operator"))("is refused by $route", async ({ route }) => {
    const headers = { ...request.headers, "x-peraga-token": token, "x-mulai-token": token };
    expect(await statusOf(route, { ...request, headers })).toBe(403);
  });

  it.each(of("secret"))("is refused by $route without the secret", async ({ route }) => {
    // 429 once they have tried too often
    expect([401, 403, 429]).toContain(await statusOf(route, request));
  });

  it.each(of("everybody"))("learns nothing from $route", async ({ route }) => {
    const { body } = await app.inject({ ...requestOf(route), ...request });
    expect(["", '{"ok":true}']).toContain(body);
  });

  it.each(of("public-page"))("sees behind $route what everybody sees", async ({ route }) => {
    const { body } = await app.inject({ ...requestOf(route), ...request });
    const known = { host, authorization: vouched };
    expect(body).toBe((await app.inject({ ...requestOf(route), headers: known })).body);
  });
});

describe("whoever belongs there", () => {
  it.each(all.filter(({ door }) => door !== "secret"))("is let in by $route", async ({ route }) => {
    const headers = { host, "x-peraga-token": token, "x-mulai-token": token };
    expect([401, 403]).not.toContain(await statusOf(route, { headers }));
  });

  it.each(of("operator"))(
    "is let in by $route under any name where the server is open",
    async ({ route }) => {
      const request = { remoteAddress: "10.1.2.3", headers: { host: "sopir:3000" } };
      expect(await statusOf(route, request, opened)).toBe(200);
      const page = { ...request.headers, origin: "https://evil.example" };
      expect(await statusOf(route, { ...request, headers: page }, opened)).toBe(403);
    },
  );

  it.each(of("own-page").filter(({ route }) => /^POST \/(peraga|mulai)/.test(route)))(
    "shows the token of this start to $route",
    async ({ route }) => {
      for (const given of [{}, { "x-peraga-token": "old", "x-mulai-token": "old" }])
        expect(await statusOf(route, { headers: { host, ...given } })).toBe(403);
    },
  );
});

describe("a forged webhook", () => {
  it.each([
    ["POST /telegram/webhook", { "x-telegram-bot-api-secret-token": "Rahasia" }],
    ["POST /telegram/webhook", { "x-telegram-bot-api-secret-token": "" }],
    ["POST /whatsapp-cloud/webhook", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["POST /whatsapp-cloud/webhook", { "x-hub-signature-256": "" }],
  ])("is refused by %s with %j", async (route, headers) => {
    const signed = { host, "content-type": "application/json", ...headers };
    expect(await statusOf(route, { headers: signed, payload: "{}" })).toBe(401);
  });
});
