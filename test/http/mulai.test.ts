import { fileURLToPath } from "node:url";
import type { FastifyInstance, InjectOptions } from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import type { KeadaanMulai, Mulai } from "../../src/app/ports/mulai.ts";
import { createEntry, type Entry } from "../../src/http/mulai/entry.ts";
import { createMulaiRoutes } from "../../src/http/mulai/routes.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";

const token = "a-token-of-this-start";
const host = "127.0.0.1:3000";
const own = { host, origin: `http://${host}`, "x-mulai-token": token };
const elsewhere = { remoteAddress: "10.1.2.3", headers: { host: "kinerja.example" } };
const JAM = 60 * 60_000;

const kosong: KeadaanMulai = {
  cara: "kantor",
  kantorList: [],
  token: false,
  berjalan: false,
  sopList: [],
};

let keadaan: KeadaanMulai;
let nowMs: number;
let entry: Entry;
let saved: string[];
let restarts: number;
let app: FastifyInstance;

const mulai: Mulai = {
  keadaan: async () => keadaan,
  templat: async (sop) => ({
    nama: "Buku Kerja Kantor.xlsx",
    mime: "application/zip",
    data: new TextEncoder().encode(sop.join()),
  }),
  unggah: async () => ({ galatList: [], peringatanList: [], pratinjau: null }),
  muat: async () => ({ kind: "basi" }),
  bagan: async (id) => (id === "ada" ? new Uint8Array(3) : null),
  gladi: async () => null,
  kartu: async () => null,
};

beforeEach(() => {
  keadaan = kosong;
  nowMs = 0;
  entry = createEntry(() => nowMs);
  saved = [];
  restarts = 0;
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
      createMulaiRoutes({
        mulai,
        entry,
        token,
        periksaToken: async (given) =>
          given === "123:baik"
            ? { kind: "dikenal", nama: "Bot", username: "bot" }
            : { kind: "ditolak" },
        simpanToken: async (given) => void saved.push(given),
        simpanCara: async (cara) => void saved.push(cara),
        restart: () => {
          restarts += 1;
        },
        pageDir: fileURLToPath(new URL("../../src/http/mulai/page", import.meta.url)),
      }),
    ],
  });
});

const get = (url: string, rest: Partial<InjectOptions> = { headers: { host } }) =>
  app.inject({ method: "GET", url, ...rest });
const post = (url: string, payload: object, headers: Record<string, string> = own) =>
  app.inject({ method: "POST", url, headers, payload });

describe("who may see the first page", () => {
  it("is whoever sits at this machine", async () => {
    const page = await get("/mulai");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.headers["content-security-policy"]).not.toContain("unsafe");
  });

  it.each([
    ["comes from elsewhere", elsewhere],
    ["asks by a name that was pointed at this machine", { headers: { host: "evil.example" } }],
    [
      "is a page of somebody else's",
      { headers: { host, origin: "http://evil.example", "sec-fetch-site": "cross-site" } },
    ],
  ])("is nobody who %s", async (_, request) => {
    for (const url of ["/mulai", "/mulai/keadaan", "/mulai/templat", "/mulai/main.js"]) {
      expect((await get(url, request)).statusCode, url).toBe(403);
    }
  });

  it("is whoever brings the key of the log, once and within the hour", async () => {
    const link = `/mulai?kunci=${entry.key()}`;
    const opened = await get(link, elsewhere);
    expect(opened.statusCode).toBe(303);
    expect(opened.headers.location).toBe("/mulai");
    const [cookie = ""] = String(opened.headers["set-cookie"]).split(";");
    expect(String(opened.headers["set-cookie"])).toContain("HttpOnly; SameSite=Lax");
    const known = { ...elsewhere, headers: { ...elsewhere.headers, cookie } };
    expect((await get("/mulai", known)).statusCode).toBe(200);
    expect((await get(link, elsewhere)).statusCode).toBe(403);
    expect(entry.key()).toBeNull();
    const foreign = { ...known, headers: { ...known.headers, origin: "http://evil.example" } };
    expect((await get("/mulai", foreign)).statusCode).toBe(403);
    nowMs = 5 * JAM;
    expect((await get("/mulai", known)).statusCode).toBe(403);
  });

  it("is nobody with a key that is too old, or with a guess", async () => {
    const link = `/mulai?kunci=${entry.key()}`;
    expect((await get("/mulai?kunci=salah", elsewhere)).statusCode).toBe(403);
    nowMs = JAM;
    expect((await get(link, elsewhere)).statusCode).toBe(403);
  });
});

describe("what the first page does", () => {
  it.each([
    ["/mulai/muat", { kunci: "a" }],
    ["/mulai/token", { token: "123:baik" }],
    ["/mulai/jalankan", { token: "123:baik" }],
    ["/mulai/cara", { cara: "kantor" }],
    ["/mulai/undangan", { kantor: "a" }],
  ])("%s wants the token of this start and the page's own words", async (url, body) => {
    expect((await post(url, body, { host, origin: `http://${host}` })).statusCode).toBe(403);
    expect((await post(url, { lain: true })).statusCode).toBe(400);
    expect([saved, restarts]).toEqual([[], 0]);
  });

  it("keeps a token that is known and starts anew once the answer is out", async () => {
    expect((await post("/mulai/jalankan", { token: "123:salah" })).json()).toEqual({
      kind: "ditolak",
    });
    expect([saved, restarts]).toEqual([[], 0]);
    const answer = await post("/mulai/jalankan", { token: "123:baik" });
    expect(answer.json()).toMatchObject({ kind: "dikenal" });
    expect(answer.body).not.toContain("123:baik");
    expect([saved, restarts]).toEqual([["123:baik"], 1]);
  });

  it("loads no office at the time of the rehearsal, and no rehearsal beside an office", async () => {
    keadaan = { ...kosong, cara: "peraga" };
    expect((await post("/mulai/muat", { kunci: "a" })).statusCode).toBe(409);
    const kantor = { id: "a", nama: "A", pegawai: 1, indikator: 1, terhubung: 0, sopIdList: [] };
    keadaan = { ...kosong, kantorList: [kantor] };
    expect((await post("/mulai/cara", { cara: "peraga" })).statusCode).toBe(409);
    expect([saved, restarts]).toEqual([[], 0]);
  });

  it("refuses a file that is too large before it is read", async () => {
    const answer = await app.inject({
      method: "POST",
      url: "/mulai/buku?nama=a.xlsx",
      headers: { ...own, "content-type": "application/octet-stream" },
      payload: Buffer.alloc(5_000_001),
    });
    expect(answer.statusCode).toBe(413);
  });

  it("gives the template for the sheets that were chosen, and the picture of one there is", async () => {
    expect((await get("/mulai/templat?sop=a,b")).body).toBe("a,b");
    expect((await get("/mulai/bagan/ada")).headers["content-type"]).toBe("image/png");
    expect((await get("/mulai/bagan/tiada")).statusCode).toBe(404);
    expect((await get("/mulai/../../package.json")).statusCode).toBe(404);
  });
});

describe("once the office is at work", () => {
  it("the page says so, and nothing else answers", async () => {
    keadaan = { ...kosong, berjalan: true };
    const page = await get("/mulai");
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain("Kantor sudah berjalan");
    for (const url of ["/mulai/keadaan", "/mulai/templat", "/mulai/main.js"]) {
      expect((await get(url)).statusCode, url).toBe(410);
    }
    expect((await post("/mulai/jalankan", { token: "123:baik" })).statusCode).toBe(410);
    expect([saved, restarts]).toEqual([[], 0]);
  });
});
