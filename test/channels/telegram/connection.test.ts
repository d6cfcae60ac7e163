import { once } from "node:events";
import http from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../../../src/app/ports/channel.ts";
import type { Timing } from "../../../src/app/ports/timing.ts";
import { GATHER_MS } from "../../../src/channels/gather.ts";
import type { TelegramChannel } from "../../../src/channels/telegram/index.ts";
import { briskTiming, eventually, type Opened, openTelegram } from "./harness.ts";

let tg: Opened;
let running: Channel[];

beforeEach(async () => {
  tg = await openTelegram();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((channel) => channel.stop(1_000)));
  expect(tg.double.complaints).toEqual([]);
  await tg.double.stop();
});

async function start(rest: Parameters<Opened["create"]>[0] = {}): Promise<TelegramChannel> {
  const channel = tg.create(rest);
  running.push(channel);
  await channel.start(tg.sink);
  return channel;
}

const online = (channel: Channel) => eventually(() => channel.status().state === "online");

describe("long polling", () => {
  it("removes a webhook that is in the way, and asks for its kinds of update only", async () => {
    const channel = await start();
    await online(channel);
    await tg.double.until(() => tg.double.polling);
    expect(tg.double.calls.map(({ method }) => method)).toEqual([
      "getMe",
      "sendRichMessage",
      "deleteWebhook",
    ]);
    expect(tg.double.polls.at(-1)?.params).toEqual({
      offset: 0,
      timeout: 50,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
  });

  it("starts at once though Telegram cannot be reached, says so, and recovers by itself", async () => {
    tg.double.faults.unreachable = true;
    const channel = await start();
    await eventually(() => channel.status().detail.includes("cannot be reached"));
    expect(channel.status().state).toBe("connecting");
    tg.double.person(1, "Siti").says("86,25");
    await eventually(() => tg.log.lines.filter(({ level }) => level === "warn").length >= 3);
    tg.double.faults.heal();
    await tg.double.until(() => tg.texts().includes("86,25"));
    expect(channel.status().state).toBe("online");
  });

  it.each([
    { code: 409, says: "Another program" },
    { code: 500, says: "error (500)" },
    { code: 502, says: "error (502)" },
    { code: 429, says: "slow down" },
    { code: 404, says: "Check TELEGRAM_BOT_TOKEN" },
    { code: 418, says: "error (418)" },
  ])("survives a $code on polling and loses no update", async ({ code, says }) => {
    const channel = await start();
    await online(channel);
    const heal = tg.double.faults.failAlways("getUpdates", code, "planned");
    tg.double.person(1, "Siti").says("satu");
    tg.double.person(1, "Siti").says("dua");
    await eventually(() => channel.status().detail.includes(says));
    expect(channel.status().state).toBe("degraded");
    heal();
    await tg.double.until(() => tg.texts().length >= 2);
    expect(tg.texts().slice(0, 2)).toEqual(["satu", "dua"]);
    await online(channel);
  });

  it("waits as long as Telegram says after a 429 on polling", async () => {
    tg.double.faults.failNext("getUpdates", 429, "Too Many Requests", { retry_after: 13 });
    const waits: number[] = [];
    const timing = {
      now: () => 0,
      sleep: async (ms: number) => void waits.push(ms),
    };
    await online(await start({ timing }));
    expect(waits).toEqual([13_000]);
  });

  it("goes on when another program that took the updates away has ended", async () => {
    const channel = await start();
    await online(channel);
    const rival = tg.create();
    await rival.start(tg.sink);
    await tg.double.until(() =>
      tg.double.polls.some(({ answer }) => answer?.ok === false && answer.error_code === 409),
    );
    await rival.stop(1_000);
    tg.double.person(1, "Siti").says("halo");
    await tg.double.until(() => tg.texts().includes("halo"));
    await online(channel);
  });

  it("stops and asks for a person when the token is refused", async () => {
    const channel = await start({ token: "1:wrong" });
    await eventually(() => channel.status().state === "failed");
    expect(channel.status().detail).toContain("TELEGRAM_BOT_TOKEN");
    expect(tg.log.messages("error")).toHaveLength(1);
    expect(JSON.stringify(tg.log.lines)).not.toContain("wrong");
    expect(await channel.send("1", { teks: [{ teks: "a" }], pilihan: [], file: null })) //
      .toMatchObject({ code: "not-ready" });
  });

  it("keeps the order of one chat within a batch, and lets another chat pass", async () => {
    const gate = new AbortController();
    const opened = once(gate.signal, "abort");
    const [siti, budi] = [tg.double.person(1, "Siti"), tg.double.person(2, "Budi")];
    for (const text of ["s1", "s2"]) siti.says(text);
    budi.says("b1");
    const begun: string[] = [];
    const channel = tg.create();
    running.push(channel);
    await channel.start(async (event) => {
      if (event.type !== "text") return;
      begun.push(event.text);
      if (event.text === "s1") await opened;
      await tg.sink(event);
    });
    await eventually(() => tg.texts().includes("b1"));
    expect(begun).toEqual(["s1", "b1"]);
    gate.abort();
    await tg.double.until(() => tg.texts().length === 3);
    expect(tg.texts()).toEqual(["b1", "s1", "s2"]);
  });

  it("asks for nothing more while storing fails, and tells that it fails", async () => {
    const channel = await start();
    await online(channel);
    tg.fail = Number.POSITIVE_INFINITY;
    tg.double.person(1, "Siti").says("satu");
    await eventually(() => channel.status().state === "degraded");
    const polls = tg.double.polls.length;
    tg.double.person(1, "Siti").says("dua");
    await eventually(() => tg.log.messages("error").length >= 3);
    expect(tg.double.polls).toHaveLength(polls);
    tg.fail = 0;
    await tg.double.until(() => tg.texts().length === 2);
    expect(tg.texts()).toEqual(["satu", "dua"]);
    await online(channel);
  });

  it("leaves an update that could not be stored at Telegram when it stops", async () => {
    const first = await start();
    await online(first);
    tg.fail = Number.POSITIVE_INFINITY;
    tg.double.person(1, "Siti").says("86,25");
    await eventually(() => tg.log.messages("error").length >= 1);
    await first.stop(1_000);
    expect(tg.double.pendingUpdates).toBe(1);
    tg.fail = 0;
    await start();
    await tg.double.until(() => tg.texts().length === 1);
    expect(tg.texts()).toEqual(["86,25"]);
  });

  it("stops within its deadline though storing hangs", async () => {
    const channel = tg.create();
    let asked = false;
    await channel.start(() => {
      asked = true;
      return new Promise(() => {});
    });
    tg.double.person(1, "Siti").says("86,25");
    await eventually(() => asked);
    await channel.stop(100);
    expect(channel.status().state).toBe("offline");
  });

  it("ends a waiting poll when it stops", async () => {
    const channel = await start();
    await tg.double.until(() => tg.double.polling);
    await channel.stop(1_000);
    await tg.double.until(() => !tg.double.polling);
    expect(channel.status()).toMatchObject({ state: "offline", detail: "Stopped." });
  });
});

const update = (id: number, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    chat: { id: 5, type: "private" },
    from: { id: 5, first_name: "Siti" },
    text,
  },
});

/** The pause in which more may come lasts until a test ends it. */
function held() {
  const waiting: (() => void)[] = [];
  const sleep: Timing["sleep"] = (ms, signal) =>
    ms === GATHER_MS
      ? new Promise((resolve) => {
          waiting.push(resolve);
          signal?.addEventListener("abort", () => resolve());
        })
      : briskTiming.sleep(ms, signal);
  return { waiting, timing: { ...briskTiming, sleep } };
}
const photo = new Uint8Array([255, 216, 255]);
const captions = () => tg.stored.flatMap((one) => (one.type === "file" ? [one.caption] : []));

describe("files sent in one go", () => {
  it("are handed over together though they come in different polls, and confirmed only then", async () => {
    const { waiting, timing } = held();
    await online(await start({ timing }));
    tg.double.person(1, "Siti").photo(photo, "satu");
    await eventually(() => waiting.length === 1);
    tg.double.person(1, "Siti").photo(photo, "dua");
    tg.double.person(2, "Ani").says("86,25");
    await tg.double.until(() => tg.texts().includes("86,25"));
    expect(captions()).toEqual([]);
    expect(tg.double.pendingUpdates).toBe(3);
    waiting[0]?.();
    await eventually(() => waiting.length === 2);
    expect(captions()).toEqual([]);
    waiting[1]?.();
    await tg.double.until(() => tg.double.pendingUpdates === 0);
    expect(captions()).toEqual(["satu", "dua"]);
  });

  it("come again after a stop within that pause", async () => {
    const { waiting, timing } = held();
    const first = await start({ timing });
    await online(first);
    tg.double.person(1, "Siti").album([photo, photo, photo], "satu");
    await eventually(() => waiting.length === 1);
    await first.stop(1_000);
    expect(captions()).toEqual([]);
    expect(tg.double.pendingUpdates).toBe(3);
    await start({ gatherMs: 0 });
    await tg.double.until(() => tg.double.pendingUpdates === 0);
    expect(captions()).toEqual(["satu", "", ""]);
  });
});

describe("the webhook", () => {
  const secret = "rahasia-42";
  let server: http.Server;
  let url: string;
  let channel: TelegramChannel;

  beforeEach(async () => {
    server = http.createServer((request, response) => {
      void answer(request).then((status) => response.writeHead(status).end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    url = `http://127.0.0.1:${address.port}/telegram/webhook`;
    channel = await start({ webhook: { url, secret } });
    await online(channel);
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function answer(request: http.IncomingMessage): Promise<number> {
    if (request.headers["x-telegram-bot-api-secret-token"] !== secret) return 401;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    return channel.handleWebhook(JSON.parse(Buffer.concat(chunks).toString())).then(
      () => 200,
      () => 503,
    );
  }

  it("is registered with its secret and the kinds of update, and nothing is polled", () => {
    expect(tg.double.callsOf("setWebhook")[0]?.params).toEqual({
      url,
      secret_token: secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
    expect(tg.double.polls).toEqual([]);
  });

  it("confirms an update only once it is stored", async () => {
    tg.fail = 2;
    tg.double.person(1, "Siti").says("satu");
    tg.double.person(1, "Siti").says("dua");
    await tg.double.until(() => tg.double.pendingUpdates === 0);
    expect(tg.texts()).toEqual(["satu", "dua"]);
    expect(tg.double.deliveries.map(({ status }) => status)).toEqual([503, 503, 200, 200]);
  });

  it("keeps the order of one chat when two deliveries overlap", async () => {
    await Promise.all([
      channel.handleWebhook(update(1, "satu")),
      channel.handleWebhook(update(2, "dua")),
    ]);
    expect(tg.texts()).toEqual(["satu", "dua"]);
  });

  it("confirms what is not for us", async () => {
    await channel.handleWebhook({ update_id: 1, chat_member: {} });
    await channel.handleWebhook("nonsense");
    expect(tg.stored).toEqual([]);
    expect(tg.log.messages("error")).toHaveLength(1);
  });

  it("is not confirmed before the channel has started or after it has stopped", async () => {
    await channel.stop(1_000);
    await expect(channel.handleWebhook({ update_id: 1 })).rejects.toThrow("not started");
  });
});

describe("standing by for another process", () => {
  const webhook = { url: "http://127.0.0.1:1/telegram/webhook", secret: "rahasia-42" };

  it("asks Telegram nothing, takes what is brought, and says how the channel is there", async () => {
    const channel = tg.create({ webhook });
    channel.standBy(tg.sink, "degraded");
    await channel.handleWebhook(update(1, "satu"));
    channel.standBy(tg.sink, "online");
    await channel.handleWebhook(update(2, "dua"));
    expect(tg.texts()).toEqual(["satu", "dua"]);
    expect(channel.status()).toMatchObject({
      state: "online",
      detail:
        "Another process runs this channel and says how it is; this one takes over when it ends.",
    });
    expect(tg.double.calls).toEqual([]);
    await channel.stop(1_000);
    await expect(channel.handleWebhook(update(3, "tiga"))).rejects.toThrow("not started");
  });

  it("fetches once it is its turn", async () => {
    const channel = tg.create();
    running.push(channel);
    channel.standBy(tg.sink, "online");
    tg.double.person(1, "Siti").says("satu");
    expect(tg.double.polls).toEqual([]);
    await channel.start(tg.sink);
    await tg.double.until(() => tg.double.pendingUpdates === 0);
    expect(tg.texts()).toEqual(["satu"]);
  });
});

describe("registering the webhook", () => {
  it("is tried until it succeeds", async () => {
    tg.double.faults.failNext("setWebhook", 500, "planned");
    tg.double.faults.cutNext("getMe");
    const channel = await start({ webhook: { url: "http://127.0.0.1:9/x", secret: "s" } });
    await online(channel);
    expect(tg.double.webhookUrl).toBe("http://127.0.0.1:9/x");
  });
});

describe("taps", () => {
  const choices = { teks: [{ teks: "Mohon" }], pilihan: [[{ id: "a.1:ya", judul: "Ya" }]] };

  it("are answered at once, even while they cannot be stored", async () => {
    const channel = await start();
    await online(channel);
    const siti = tg.double.person(1, "Siti");
    await channel.send("1", { ...choices, file: null });
    tg.fail = Number.POSITIVE_INFINITY;
    siti.taps("Ya");
    await tg.double.until(() => siti.tapsMade[0]?.toast !== undefined);
    expect(tg.stored).toEqual([]);
  });

  it("count though Telegram calls them too old", async () => {
    const channel = await start();
    await online(channel);
    await channel.send(String(tg.double.person(1, "Siti").id), { ...choices, file: null });
    tg.double.faults.failNext("answerCallbackQuery", 400, "Bad Request: query is too old");
    tg.double.person(1, "Siti").taps("Ya");
    await tg.double.until(() => tg.stored.length === 1);
    expect(tg.log.messages("warn")).toEqual([]);
  });
});

describe("the command menu", () => {
  it("is set for one chat", async () => {
    const channel = await start();
    const [siti, budi] = [tg.double.person(1, "Siti"), tg.double.person(2, "Budi")];
    await channel.setCommands?.("1", [{ nama: "tugas", keterangan: "Tugas saya" }]);
    expect(tg.double.commandsFor(siti)).toEqual([{ command: "tugas", description: "Tugas saya" }]);
    expect(tg.double.commandsFor(budi)).toEqual([]);
  });

  it("is no reason to fail", async () => {
    const channel = await start();
    tg.double.faults.failNext("setMyCommands", 400, "Bad Request: planned");
    await channel.setCommands?.("1", []);
    expect(tg.log.messages("warn")).toHaveLength(1);
  });
});
