import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LompatanJam, PeragaView } from "../../src/app/ports/peraga.ts";
import { openPeragaChannel, type PeragaChannel } from "../../src/channels/peraga/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { plain } from "../../src/core/pesan/spans.ts";
import { createPeragaRoutes, type PeragaDeps } from "../../src/http/peraga.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { MemoryLog } from "../support/memory-log.ts";

const token = "a-token-of-this-start";
const host = "127.0.0.1:3000";
const own = { host, origin: `http://${host}`, "x-peraga-token": token };

const view: PeragaView = {
  kantor: { nama: "Kecamatan Uji", kabupaten: "Kabupaten Uji" },
  zona: "Asia/Makassar",
  jam: { nowMs: 0, teks: "Sen 4 Jan 2027, 07.15 WITA", latihan: true },
  pegawai: [{ chat: "camat", nama: "Camat", tugas: 0 }],
  berkas: [],
  catatan: [],
  panduan: [],
};

let dir: string;
let app: FastifyInstance;
let channel: PeragaChannel;
let pushes: LompatanJam[];

async function serve(change: Partial<PeragaDeps> = {}): Promise<void> {
  channel = await openPeragaChannel({
    dir,
    files: createFileStore(dir),
    random: systemRandom,
    now: () => 0,
    timing: systemTiming,
    log: new MemoryLog(),
  });
  pushes = [];
  app = createHttpServer({
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
      createPeragaRoutes({
        ponsel: channel.ponsel,
        view: async () => view,
        watch: () => () => undefined,
        knows: async (chat) => chat === "camat",
        push: async (lompatan) => void pushes.push(lompatan),
        token,
        open: false,
        pageDir: fileURLToPath(new URL("../../src/channels/peraga/page", import.meta.url)),
        ...change,
      }),
    ],
  });
}

const say = (headers: Record<string, string>, rest: Partial<InjectOptions> = {}) =>
  app.inject({
    method: "POST",
    url: "/peraga/say",
    headers: { ...headers },
    payload: { chat: "camat", teks: "halo" },
    ...rest,
  });

const post = (url: string, payload: object) =>
  app.inject({ method: "POST", url, headers: own, payload });

const sendFile = (chat: string, payload: Buffer) =>
  app.inject({
    method: "POST",
    url: "/peraga/file",
    query: { chat, nama: "a.png", mime: "image/png" },
    headers: { ...own, "content-type": "application/octet-stream" },
    payload,
  });

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "sopir-peraga-http-"));
  await serve();
});
afterEach(async () => {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
});

describe("the simulator's page", () => {
  it("runs nothing inline, nothing from elsewhere, and no text as markup", async () => {
    const { headers, body } = await app.inject({ url: "/peraga", headers: { host } });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|style=|https?:\/\//);
    expect(body).not.toContain(token);
  });

  it.each([
    ["/peraga/main.js", 200, "text/javascript; charset=utf-8"],
    ["/peraga/style.css", 200, "text/css; charset=utf-8"],
    ["/peraga/../index.ts", 404, "application/json; charset=utf-8"],
    ["/peraga/%2e%2e/index.ts", 404, "application/json; charset=utf-8"],
    ["/peraga/tak-ada.js", 404, "application/json; charset=utf-8"],
  ])("answers %s with %i", async (url, status, type) => {
    const reply = await app.inject({ url, headers: { host } });
    expect([reply.statusCode, reply.headers["content-type"]]).toEqual([status, type]);
  });
});

describe("who may act in the simulator", () => {
  it.each([
    ["its own page", own, 200],
    ["a program that has the token", { host, "x-peraga-token": token }, 200],
    [
      "the page under another name of this machine",
      { ...own, host: "localhost:3000", origin: "http://localhost:3000" },
      200,
    ],
    ["a page without the token", { host, origin: own.origin }, 403],
    ["a page of an earlier start", { ...own, "x-peraga-token": "old" }, 403],
    ["a page elsewhere", { ...own, origin: "https://evil.example" }, 403],
    ["a page in a sandbox", { ...own, origin: "null" }, 403],
    ["a page the browser calls foreign", { ...own, "sec-fetch-site": "cross-site" }, 403],
    ["a page on another port", { ...own, "sec-fetch-site": "same-site" }, 403],
    [
      "a name that was pointed at this machine",
      { ...own, host: "evil.example", origin: "http://evil.example" },
      403,
    ],
  ])("%s", async (_, headers, status) => {
    expect((await say(headers)).statusCode).toBe(status);
    expect(channel.ponsel.list("camat")).toHaveLength(status === 200 ? 1 : 0);
  });

  it("is nobody from another machine, unless it is opened on purpose", async () => {
    const remoteAddress = "10.0.0.7";
    expect((await say(own, { remoteAddress })).statusCode).toBe(403);
    await app.close();
    await serve({ open: true });
    expect((await say(own, { remoteAddress })).statusCode).toBe(200);
    const foreign = { ...own, origin: "https://evil.example" };
    expect((await say(foreign, { remoteAddress })).statusCode).toBe(403);
  });

  it("is shown the page by a link from elsewhere, but not what happens in it", async () => {
    const linked = { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await app.inject({ url: "/peraga", headers: linked })).statusCode).toBe(200);
    const fetched = { ...linked, "sec-fetch-mode": "cors" };
    expect((await app.inject({ url: "/peraga/events", headers: fetched })).statusCode).toBe(403);
  });

  it("is stopped after too many acts at once", async () => {
    const statusList: number[] = [];
    // Twenty a second come back, however slow the machine is.
    while (statusList.length < 1_000 && statusList.at(-1) !== 429)
      statusList.push((await say(own)).statusCode);
    expect(statusList.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statusList.at(-1)).toBe(429);
  });
});

describe("what people do in the simulator", () => {
  it.each([
    ["/peraga/say", { chat: "camat", teks: "  " }, 400],
    ["/peraga/say", { chat: "camat", teks: "x".repeat(4_097) }, 400],
    ["/peraga/say", { chat: "camat", teks: "x".repeat(40_000) }, 413],
    ["/peraga/say", { chat: "camat", teks: "halo", lain: 1 }, 400],
    ["/peraga/say", { chat: "bupati", teks: "halo" }, 404],
    ["/peraga/tap", { chat: "camat", pesan: "tak-ada", token: "x:y" }, 409],
    ["/peraga/clock", { lompatan: "setahun" }, 400],
    ["/peraga/clock", { lompatan: "1-jam" }, 200],
  ])("%s %j is answered %3$i", async (url, payload, status) => {
    expect((await post(url, payload)).statusCode).toBe(status);
    expect(pushes).toEqual(status === 200 ? ["1-jam"] : []);
  });

  it("does not push a clock that runs by itself", async () => {
    await app.close();
    await serve({ push: null });
    expect((await post("/peraga/clock", { lompatan: "1-jam" })).statusCode).toBe(409);
  });

  it("taps a button once it is shown, and marks what was read", async () => {
    const pilihan = [[{ id: "ab12cd34ef.3:setuju", judul: "✅ Setuju" }]];
    await channel.send("camat", { teks: plain("Mohon persetujuan"), pilihan, file: null });
    const [pesan] = channel.ponsel.list("camat");
    const tap = { chat: "camat", pesan: pesan?.id, token: "ab12cd34ef.3:setuju" };
    expect((await post("/peraga/tap", tap)).statusCode).toBe(200);
    expect((await post("/peraga/read", { chat: "camat" })).statusCode).toBe(200);
    expect(channel.ponsel.list("camat").map(({ keadaan }) => keadaan)).toEqual([
      "dibaca",
      "dikirim",
    ]);
  });

  it("sends a file and gets it back as a download, whatever it is called", async () => {
    const nama = `"><script>\r\n'*) bukti\uD800 é.html`;
    const sent = await app.inject({
      method: "POST",
      url: "/peraga/file",
      query: { chat: "camat", nama, mime: "text/html" },
      headers: { ...own, "content-type": "application/octet-stream" },
      payload: Buffer.from("<script>alert(1)</script>"),
    });
    expect(sent.statusCode).toBe(200);
    const [pesan] = channel.ponsel.list("camat");
    const { headers, body } = await app.inject({
      url: `/peraga/file/${pesan?.id}`,
      headers: { host },
    });
    expect(body).toBe("<script>alert(1)</script>");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''[\w.%!~-]+$/);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("takes no file without bytes, of nobody, or larger than 20 MB", async () => {
    expect((await sendFile("bupati", Buffer.from("x"))).statusCode).toBe(404);
    expect((await sendFile("camat", Buffer.alloc(20_000_001))).statusCode).toBe(413);
    expect(channel.ponsel.list("camat")).toEqual([]);
  });

  it("has no file of a message without one", async () => {
    await say(own);
    const [pesan] = channel.ponsel.list("camat");
    const url = `/peraga/file/${pesan?.id}`;
    expect((await app.inject({ url, headers: { host } })).statusCode).toBe(404);
  });
});

describe("the stream of events", () => {
  it("begins with everything, goes on with each message, and ends with the server", async () => {
    await app.listen({ port: 0, host: "127.0.0.1" });
    const address = app.server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const response = await fetch(`http://127.0.0.1:${address.port}/peraga/events`);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const hear = async (word: string): Promise<void> => {
      while (!heard.includes(word)) heard += (await reader?.read())?.value ?? "";
    };
    await hear("\n\n");
    expect(heard).toContain(`event: awal\ndata: {"token":"${token}"`);
    await channel.ponsel.say("camat", "baris\n\nevent: palsu");
    await hear("palsu");
    expect(heard).toContain("event: pesan\ndata: ");
    expect(heard).not.toContain("\nevent: palsu");
    await app.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  it("says so when there is no office", async () => {
    await app.close();
    await serve({ view: async () => null });
    const reply = await app.inject({ url: "/peraga/events", headers: { host } });
    expect(reply.statusCode).toBe(404);
  });
});
