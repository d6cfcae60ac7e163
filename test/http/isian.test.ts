import { readdirSync } from "node:fs";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Diterima, Isian, MejaIsian } from "../../src/app/ports/isian.ts";
import { createIsianRoutes } from "../../src/http/isian/routes.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { isianTeks } from "../../src/prepare-isian.ts";
import { shipped } from "../../src/shipped.ts";
import { signed } from "../doubles/telegram/init-data.ts";
import { kamus } from "../support/teks.ts";

const token = "7000000001:a-token-of-a-bot-that-is-thirty-five";
const nowMs = Date.parse("2027-01-04T07:40:00+08:00");

const meja: MejaIsian = { bahasa: "id", nama: "Kasi", kantor: "Kecamatan Uji", lembarList: [] };
const diterima: Diterima = { ...meja, diputuskan: true };
const tanda = {
  berkasId: "b1",
  waitId: "b1.2",
  unit: "kasi-pelayanan",
  periode: "2026-TW4",
} as const;

let app: FastifyInstance;
let acts: unknown[][];
let logLines: string[];
let broken: boolean;

/** Whoever has chat 101 is known to an office; nobody else is. */
const known = async <T>(chat: string, answer: T, ...act: readonly unknown[]): Promise<T | null> => {
  if (broken) throw new Error("the store is away");
  acts.push([chat, ...act]);
  return chat === "101" ? answer : null;
};
const isian: Isian = {
  meja: (chat) => known(chat, meja, "meja"),
  periksa: (chat, { barisList }) => known(chat, [], "periksa", barisList.length),
  kirim: (chat, { id, kirim }) => known(chat, diterima, "kirim", id, kirim),
  lampirkan: (chat, { kode }, { nama, data }) =>
    known(
      chat,
      nama === "makro.xlsm" ? { ditolak: "Berkas itu berisi program." } : diterima,
      "lampirkan",
      kode,
      nama,
      data.byteLength,
    ),
};

beforeEach(() => {
  acts = [];
  logLines = [];
  broken = false;
  app = createHttpServer({
    log: createLogger(
      { level: "trace", pretty: false, secrets: [] },
      { write: (line: string) => logLines.push(line) },
    ),
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
      createIsianRoutes({
        isian,
        token,
        now: () => nowMs,
        teks: isianTeks(kamus),
        pageDir: shipped.isian,
      }),
    ],
  });
});
afterEach(() => app.close());

const proof = (id = 101, agoMs = 0): string =>
  signed(
    { user: JSON.stringify({ id }), auth_date: String(Math.floor((nowMs - agoMs) / 1_000)) },
    token,
  );

const by = (initData: string) => ({ authorization: `tma ${initData}` });

const id = "0123456789abcdef-1";
const rest = { tanda, barisList: [] };
const bytes = { "content-type": "application/octet-stream" };
const upload = (query: Readonly<Record<string, string>> = {}): string =>
  `/isian/bukti?${new URLSearchParams({ ...tanda, id, kode: "1.3", nama: "foto.jpg", mime: "image/jpeg", ...query })}`;

/** Everything that asks for something or does something. */
const requests: readonly (readonly [string, InjectOptions])[] = [
  ["a look", { method: "GET", url: "/isian/meja" }],
  ["a check", { method: "POST", url: "/isian/periksa", payload: rest }],
  ["figures", { method: "POST", url: "/isian/kirim", payload: { id, ...rest, kirim: true } }],
  ["evidence", { method: "POST", url: upload(), headers: bytes, payload: Buffer.from("foto") }],
];

const send = ({ headers, ...options }: InjectOptions, more: Readonly<Record<string, string>>) =>
  app.inject({ ...options, headers: { ...headers, ...more } });

describe("the page", () => {
  it("is served to anybody, lets only Telegram frame it, and only its own worker be named", async () => {
    const { statusCode, headers, body } = await app.inject("/isian");
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/https?:/);
    expect(headers).not.toHaveProperty("x-frame-options");
    expect(headers["content-security-policy"]?.toString().split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors https://web.telegram.org",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types sopir-isian",
      "worker-src 'self'",
    ]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "service-worker-allowed": "/isian",
    });
  });

  it("can be read without a connection: its worker keeps all of its files, and nothing of the office", async () => {
    const worker = (await app.inject("/isian/pekerja.js")).body;
    const kept = [...worker.matchAll(/^ {2}"(\/isian[^"]*)",$/gm)].map(([, url = ""]) => url);
    const files = readdirSync(shipped.isian).filter((name) => name !== "pekerja.js");
    const own = files.map((name) => (name === "index.html" ? "/isian" : `/isian/${name}`));
    expect(kept).toEqual([...own, "/isian/teks.json"].toSorted());
    for (const url of kept) expect((await app.inject(url)).statusCode).toBe(200);
  });

  it("says the same things in every language, and needs every text it asks for", async () => {
    const { id: indonesian, en } = (await app.inject("/isian/teks.json")).json();
    expect(Object.keys(en)).toEqual(Object.keys(indonesian));
    expect(indonesian).toMatchObject({
      jumlah: "{terisi} dari {semua} terisi",
      realisasi: "Realisasi ({satuan})",
      kirim: "Kirim",
    });
  });
});

describe("what the page asks and does", () => {
  it.each(requests)("%s: is answered to whoever Telegram vouches for", async (_, options) => {
    expect((await send(options, by(proof()))).statusCode).toBe(200);
    expect(acts).toHaveLength(1);
  });

  it.each(requests)("%s: is refused to everybody else, and nothing is done", async (_, options) => {
    const refused: readonly [Readonly<Record<string, string>>, number, string][] = [
      [{}, 401, "not-signed"],
      [{ authorization: `Bearer ${proof()}` }, 401, "not-signed"],
      [by(`${proof()}0`), 401, "not-signed"],
      [by(proof(101, -3_600_000)), 401, "not-signed"],
      [by(proof(101, 25 * 3_600_000)), 401, "too-old"],
      [{ cookie: `tma=${proof()}` }, 401, "not-signed"],
    ];
    for (const [headers, statusCode, error] of refused) {
      const response = await send(options, headers);
      expect([response.statusCode, response.json().error]).toEqual([statusCode, error]);
    }
    expect(acts).toEqual([]);
  });

  it.each(requests)("%s: is refused to whoever belongs to no office", async (_, options) => {
    const response = await send(options, by(proof(999)));
    expect([response.statusCode, response.json().error]).toEqual([403, "not-linked"]);
    expect(acts.map(([chat]) => chat)).toEqual(["999"]);
  });

  it("is done as whoever was signed, whatever else the request names", async () => {
    await send({ method: "GET", url: "/isian/meja?chat=102" }, { ...by(proof()), "x-chat": "102" });
    expect(acts).toEqual([["101", "meja"]]);
  });

  it.each<[string, InjectOptions]>([
    [
      "a row without its beginning",
      { method: "POST", url: "/isian/periksa", payload: { tanda, barisList: [{ kode: "1.1" }] } },
    ],
    [
      "a request that is none",
      {
        method: "POST",
        url: "/isian/periksa",
        payload: { ...rest, tanda: { ...tanda, waitId: "x" } },
      },
    ],
    [
      "more than the page sends",
      { method: "POST", url: "/isian/kirim", payload: { id, ...rest, kirim: true, chat: "102" } },
    ],
    [
      "an id that others would have too",
      { method: "POST", url: "/isian/kirim", payload: { id: "1", ...rest, kirim: true } },
    ],
    [
      "evidence of nothing",
      { method: "POST", url: upload({ kode: "" }), headers: bytes, payload: Buffer.from("x") },
    ],
    ["an empty file", { method: "POST", url: upload(), headers: bytes, payload: Buffer.alloc(0) }],
    ["a file as a text", { method: "POST", url: upload(), payload: { foto: "x" } }],
  ])("%s is malformed", async (_, options) => {
    const response = await send(options, by(proof()));
    expect([response.statusCode, response.json().error]).toEqual([400, "malformed"]);
    expect(acts).toEqual([]);
  });

  it("takes no more than a sheet and a file may hold", async () => {
    const sheet = {
      method: "POST",
      url: "/isian/kirim",
      payload: { pad: "x".repeat(1_100_000) },
    } as const;
    expect((await send(sheet, by(proof()))).statusCode).toBe(413);
    const file = {
      method: "POST",
      url: upload(),
      headers: bytes,
      payload: Buffer.alloc(20_000_001),
    } as const;
    expect((await send(file, by(proof()))).statusCode).toBe(413);
    expect(acts).toEqual([]);
  });

  it("reads no body of whoever is not vouched for", async () => {
    const file = {
      method: "POST",
      url: upload(),
      headers: bytes,
      payload: Buffer.alloc(20_000_001),
    } as const;
    expect((await send(file, {})).statusCode).toBe(401);
  });

  it("says why a file is not kept", async () => {
    const file = {
      method: "POST",
      url: upload({ nama: "makro.xlsm" }),
      headers: bytes,
      payload: Buffer.from("x"),
    } as const;
    const response = await send(file, by(proof()));
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { ditolak: "Berkas itu berisi program." },
    ]);
  });

  it("lets nobody guess for long, and locks nobody out by that", async () => {
    const look = { method: "GET", url: "/isian/meja" } as const;
    const tries = Array.from({ length: 30 }, () => send(look, by("hash=0")));
    const codes = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(new Set(codes)).toEqual(new Set([401, 429]));
    expect((await send(look, by(proof()))).statusCode).toBe(200);
  });

  it("goes at a person's pace", async () => {
    const look = { method: "GET", url: "/isian/meja" } as const;
    const many = await Promise.all(Array.from({ length: 60 }, () => send(look, by(proof()))));
    expect(many.map(({ statusCode }) => statusCode)).toContain(429);
    expect((await send(look, by(proof(999)))).statusCode).toBe(403);
  });

  it("is to be sent again where it could not be stored", async () => {
    broken = true;
    for (const [, options] of requests.slice(2)) {
      const response = await send(options, by(proof()));
      expect([response.statusCode, response.json().error]).toEqual([503, "not-stored"]);
    }
  });

  it("leaves no proof in the log", async () => {
    const initData = proof();
    for (const [, options] of requests) await send(options, by(initData));
    await send({ method: "GET", url: "/isian/meja" }, by(`${initData}0`));
    const hash = new URLSearchParams(initData).get("hash") ?? "?";
    expect(logLines.length).toBeGreaterThan(0);
    expect(logLines.join("")).not.toContain(hash);
  });
});
