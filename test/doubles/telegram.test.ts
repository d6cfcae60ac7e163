// The double against a real bot library: what it promises to tests built on it, it must keep towards telegraf.
import http from "node:http";
import { Input, Markup, Telegraf, type TelegramError } from "telegraf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TelegramDouble } from "./telegram/index.ts";
import { loadSpec } from "./telegram/spec.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NOW_MS = Date.UTC(2026, 2, 31, 8, 30, 0, 700);

let telegram: TelegramDouble;
let running: { bot: Telegraf; launched: Promise<unknown> }[];
let servers: http.Server[];

beforeEach(async () => {
  running = [];
  servers = [];
  telegram = await new TelegramDouble({ nowMs: () => NOW_MS, webhookRetryMs: 10 }).start();
});

afterEach(async () => {
  telegram.faults.heal();
  await Promise.all(running.map((one) => halt(one)));
  await telegram.stop();
  for (const server of servers) server.close();
});

/** A bot that is not launched: for calls without updates. */
function client(token = telegram.token) {
  return new Telegraf(token, { telegram: { apiRoot: telegram.url } }).telegram;
}

/** A call past telegraf's types, for parameters they do not know or would not allow. */
function raw(method: string, params: object): Promise<unknown> {
  const telegraf: { callApi(method: string, params: object): Promise<unknown> } = client();
  return telegraf.callApi(method, params);
}

/** A polling bot; it counts as running once its first long poll waits or was answered. */
async function poll(arrange: (bot: Telegraf) => void) {
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url } });
  arrange(bot);
  const pollsBefore = telegram.polls.length;
  const launched = bot.launch().then(
    () => "stopped",
    (error: unknown) => error,
  );
  const one = { bot, launched };
  running.push(one);
  await telegram.until(() => telegram.polls.length > pollsBefore);
  return one;
}

async function halt(one: { bot: Telegraf; launched: Promise<unknown> }) {
  if (running.includes(one)) {
    running.splice(running.indexOf(one), 1);
    try {
      one.bot.stop();
    } catch {
      // It had stopped by itself.
    }
  }
  return one.launched;
}

async function serveWebhook(bot: Telegraf, secretToken: string, status: () => number) {
  const handle = bot.webhookCallback("/hook", { secretToken });
  const server = http.createServer((request, response) => {
    const planned = status();
    if (planned === 200) void handle(request, response);
    else response.writeHead(planned).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return `http://127.0.0.1:${address.port}/hook`;
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: TelegramError) => error,
  );

const getTwo = (offset: number) => client().callApi("getUpdates", { offset, limit: 2, timeout: 0 });

const yes = (data: string) => Markup.inlineKeyboard([Markup.button.callback("✅ Ya", data)]);

const sendZeros = (size: number) =>
  failure(client().sendDocument(1, Input.fromBuffer(Buffer.alloc(size), "a.bin")));

const commandList = (command: string) => [{ command, description: command }];

describe("the table of the Bot API", () => {
  it("is derived from the installed types, quickly and once", () => {
    const start = performance.now();
    const spec = loadSpec();
    expect(performance.now() - start).toBeLessThan(300);
    expect(loadSpec()).toBe(spec);
    expect(spec.methods.size).toBeGreaterThan(170);
    const send = spec.methods.get("sendmessage");
    const required = [...(send?.fields ?? [])].filter(([, field]) => field.required);
    expect(required.map(([name]) => name)).toEqual(["chat_id", "text"]);
  });

  it.each([
    ["sendMessage", { chat_id: 1, txt: "a", text: "b" }, "txt: no such parameter of sendMessage"],
    ["sendMessage", { chat_id: 1 }, "text: missing parameter of sendMessage"],
    ["sendMessage", { chat_id: 1, text: 5 }, "text: not text"],
    ["sendMessage", { chat_id: 1, text: "a", disable_notification: "no" }, "not a boolean"],
    [
      "sendMessage",
      { chat_id: 1, text: "a", reply_markup: { inline_keyboard: [{ text: "x" }] } },
      "reply_markup.inline_keyboard[0]: not a list",
    ],
    [
      "sendMessage",
      { chat_id: 1, text: "a", reply_markup: { inline_keyboard: [[{ text: "x", data: "y" }]] } },
      "no such field of TelegramInlineKeyboardButton",
    ],
    [
      "sendMessage",
      { chat_id: 1, text: "halo", entities: [{ type: "bold", offset: 2, length: 9 }] },
      "entities[0]: beyond the text",
    ],
    ["sendDocument", { chat_id: 1, document: "attach://x" }, 'document: no upload "x"'],
    ["sendChatAction", { chat_id: 1, action: "dancing" }, "action: not"],
    ["setWebhook", { url: "", allowed_updates: ["mesage"] }, "not a field of TelegramUpdate"],
  ])("refuses and notes a deviating %s %j", async (method, params, complaint) => {
    telegram.person(1, "Budi");
    const error = await failure(raw(method, params));
    expect(error?.description).toContain(complaint);
    expect(telegram.complaints.join()).toContain(complaint);
  });

  it("lets a deviation pass with a note when not strict", async () => {
    telegram.strict = false;
    const budi = telegram.person(1, "Budi");
    await raw("sendMessage", { chat_id: 1, text: "halo", colour: "red" });
    expect(budi.texts).toEqual(["halo"]);
    expect(telegram.complaints).toEqual(["sendMessage: colour: no such parameter of sendMessage"]);
  });

  it("accepts fields newer than telegraf's types, and the extra field of its button helpers", async () => {
    const budi = telegram.person(1, "Budi");
    const copy = { text: "Salin", copy_text: { text: "K-7" }, style: "primary" };
    await raw("sendMessage", {
      chat_id: 1,
      text: "Kode",
      reply_markup: { inline_keyboard: [[copy], [Markup.button.callback("Ya", "y")]] },
    });
    expect(budi.buttons).toEqual(["Salin", "Ya"]);
    expect(telegram.complaints).toEqual([]);
  });
});

describe("long polling", () => {
  it("carries a conversation: command, keyboard, tap, toast, edit", async () => {
    const budi = telegram.person(5_000_000_001, "Budi");
    await poll((bot) => {
      bot.start((ctx) =>
        ctx.reply("Pilih:", Markup.inlineKeyboard([[Markup.button.callback("Setuju", "ok:1")]])),
      );
      bot.action(/^ok:(\d+)$/, async (ctx) => {
        await ctx.answerCbQuery(`Tercatat ${ctx.match[1]}`);
        await ctx.editMessageText("Selesai.");
      });
    });
    budi.says("/start");
    await telegram.until(() => budi.buttons.includes("Setuju"));
    const asked = budi.last!;
    budi.taps("Setuju");
    await telegram.until(() => budi.last?.text === "Selesai.");

    expect(budi.inbox).toHaveLength(1);
    expect(budi.last).toMatchObject({
      message_id: asked.message_id,
      date: Math.floor(NOW_MS / 1_000),
    });
    expect(budi.tapsMade).toMatchObject([{ title: "Setuju", toast: { text: "Tercatat 1" } }]);
    expect(budi.transcript()).toBe(
      "Budi: /start\nbot (edited): Selesai.\nBudi taps [Setuju]\n    toast: Tercatat 1",
    );
    expect(telegram.callsOf("sendMessage")[0]).toMatchObject({ atMs: NOW_MS, via: "http" });
    expect(telegram.complaints).toEqual([]);
  });

  it("keeps updates while no bot runs and gives them to the next one", async () => {
    const budi = telegram.person(1, "Budi");
    budi.says("satu");
    budi.says("dua");
    const seen: string[] = [];
    const first = await poll((bot) => bot.on("text", (ctx) => void seen.push(ctx.message.text)));
    await telegram.until(() => telegram.pendingUpdates === 0);
    await halt(first);
    budi.says("tiga");
    expect(telegram.pendingUpdates).toBe(1);
    await poll((bot) => bot.on("text", (ctx) => void seen.push(ctx.message.text)));
    await telegram.until(() => telegram.pendingUpdates === 0);
    expect(seen).toEqual(["satu", "dua", "tiga"]);
  });

  it("gives unconfirmed updates again, and at most `limit` of them", async () => {
    const budi = telegram.person(1, "Budi");
    for (const text of ["a", "b", "c"]) budi.says(text);
    const batch = await getTwo(0);
    expect(await getTwo(0)).toEqual(batch);
    expect(batch).toHaveLength(2);
    expect(await getTwo(batch[1]!.update_id + 1)).toHaveLength(1);
    expect(await getTwo(-1)).toHaveLength(1);
    expect(telegram.pendingUpdates).toBe(1);
  });

  it("remembers the kinds of updates the bot asked for", async () => {
    const budi = telegram.person(1, "Budi");
    await client().callApi("getUpdates", { allowed_updates: ["callback_query"], timeout: 0 });
    budi.says("diabaikan");
    expect(await client().callApi("getUpdates", { timeout: 0 })).toEqual([]);
    await client().callApi("getUpdates", { allowed_updates: [], timeout: 0 });
    budi.says("dibaca");
    expect(telegram.pendingUpdates).toBe(1);
  });

  it("ends the older of two polls with 409", async () => {
    const first = await poll(() => undefined);
    await telegram.until(() => telegram.polling);
    await poll(() => undefined);
    expect(await first.launched).toMatchObject({ code: 409 });
  });

  it("refuses polls with 409 while a webhook is set, and ends one that waits", async () => {
    const one = await poll(() => undefined);
    await telegram.until(() => telegram.polling);
    await client().setWebhook("http://127.0.0.1:9/hook");
    expect(await one.launched).toMatchObject({ code: 409 });
    const error = await failure(client().callApi("getUpdates", {}));
    expect(error?.description).toContain("webhook is active");
  });

  it("repeats an update once after its confirmation when asked to", async () => {
    telegram.deliverTwice = true;
    telegram.person(1, "Budi").says("satu");
    const [first] = await getTwo(0);
    const [second] = await getTwo(first!.update_id + 1);
    expect(second).toEqual(first);
    expect(await getTwo(first!.update_id + 1)).toEqual([]);
  });

  it("delivers each update twice under one number when asked to, also across a restart", async () => {
    telegram.deliverTwice = true;
    const seen: number[] = [];
    const note = (bot: Telegraf) => bot.on("text", (ctx) => void seen.push(ctx.update.update_id));
    const budi = telegram.person(1, "Budi");
    const first = await poll(note);
    budi.says("satu");
    budi.says("dua");
    await telegram.until(() => telegram.pendingUpdates === 0 && seen.length >= 4);
    expect(new Set(seen).size).toBe(2);
    expect(seen).toHaveLength(4);
    await halt(first);
    telegram.deliverTwice = false;
    budi.says("tiga");
    await poll(note);
    await telegram.until(() => telegram.pendingUpdates === 0);
    expect(seen).toHaveLength(5);
  });
});

describe("a webhook", () => {
  it("gets each update with the secret, one at a time per chat, until it answers 2xx", async () => {
    const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url } });
    const seen: string[] = [];
    bot.on("text", async (ctx) => {
      seen.push(ctx.message.text);
      await ctx.reply(`Terima: ${ctx.message.text}`);
    });
    const planned = [500, 403];
    const url = await serveWebhook(bot, "s3cret", () => planned.shift() ?? 200);
    const budi = telegram.person(1, "Budi");
    await client().setWebhook(url, { secret_token: "s3cret" });
    budi.says("satu");
    budi.says("dua");
    await telegram.until(() => telegram.pendingUpdates === 0);
    expect(seen).toEqual(["satu", "dua"]);
    expect(telegram.deliveries.map((delivery) => delivery.status)).toEqual([500, 403, 200, 200]);
    expect(budi.texts).toEqual(["Terima: satu", "Terima: dua"]);
  });

  it("with another secret is never satisfied, and the update stays", async () => {
    const bot = new Telegraf(telegram.token);
    const url = await serveWebhook(bot, "right", () => 200);
    await client().setWebhook(url, { secret_token: "wrong" });
    telegram.person(1, "Budi").says("halo");
    await telegram.until(() => telegram.deliveries.length >= 2);
    expect(telegram.deliveries.every((delivery) => delivery.status === 403)).toBe(true);
    expect(await client().getWebhookInfo()).toMatchObject({ url, pending_update_count: 1 });
    await client().deleteWebhook({ drop_pending_updates: true });
    expect(telegram.webhookUrl).toBeUndefined();
    expect(telegram.pendingUpdates).toBe(0);
  });

  it("may answer with a call of its own, and gets updates twice when asked to", async () => {
    telegram.deliverTwice = true;
    const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url } });
    const numbers: number[] = [];
    bot.on("callback_query", async (ctx) => {
      numbers.push(ctx.update.update_id);
      await ctx.answerCbQuery("Baik");
    });
    const budi = telegram.person(1, "Budi");
    await client().sendMessage(1, "?", Markup.inlineKeyboard([Markup.button.callback("Ya", "y")]));
    await client().setWebhook(await serveWebhook(bot, "s", () => 200), { secret_token: "s" });
    budi.taps("Ya");
    await telegram.until(() => telegram.pendingUpdates === 0);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
    const [answer] = telegram.callsOf("answerCallbackQuery");
    expect(answer).toMatchObject({ via: "webhook reply", complaints: [] });
    expect(budi.tapsMade[0]?.toast).toEqual({ text: "Baik", alert: false });
  });
});

describe("files", () => {
  it("travel to a person by multipart, with name, caption and entities", async () => {
    const budi = telegram.person(1, "Budi");
    const source = Buffer.from("PK isi lembar kerja");
    const sent = await client().sendDocument(1, Input.fromBuffer(source, "rekap triwulan I.xlsx"), {
      caption: "Rekap",
      caption_entities: [{ type: "bold", offset: 0, length: 5 }],
    });
    expect(sent.document).toMatchObject({ file_name: "rekap triwulan I.xlsx", mime_type: XLSX });
    expect(budi.opens(budi.last!)).toEqual(source);
    expect(budi.transcript()).toBe("bot: <rekap triwulan I.xlsx, 19 bytes> Rekap");
    expect(telegram.complaints).toEqual([]);
    await client().sendDocument(1, sent.document.file_id);
    expect(budi.opens(budi.last!)).toEqual(source);
    expect(await failure(client().sendDocument(1, "unknown"))).toMatchObject({ code: 400 });
  });

  it("travel to the bot and are downloaded by their link", async () => {
    const bytes = Buffer.from([1, 2, 3, 250]);
    const got: { name: string | undefined; data: Buffer }[] = [];
    await poll((bot) =>
      bot.on("document", async (ctx) => {
        const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
        const data = Buffer.from(await (await fetch(link)).arrayBuffer());
        got.push({ name: ctx.message.document.file_name, data });
        await ctx.reply("Diterima.");
      }),
    );
    const budi = telegram.person(1, "Budi");
    budi.uploads("bukti.xlsx", bytes, XLSX, "Bukti dukung");
    await telegram.until(() => budi.last?.text === "Diterima.");
    expect(got).toEqual([{ name: "bukti.xlsx", data: bytes }]);
  });

  it("cannot be sent above 50 MB or when empty", async () => {
    telegram.person(1, "Budi");
    expect(await sendZeros(50 * 1_024 * 1_024)).toMatchObject({ code: 413 });
    expect(await sendZeros(0)).toMatchObject({
      description: "Bad Request: file must be non-empty",
    });
  });

  it("cannot be downloaded above 20 MB or with another token", async () => {
    const budi = telegram.person(1, "Budi");
    const big = budi.uploads("besar.zip", Buffer.alloc(20 * 1_024 * 1_024 + 1), "application/zip");
    const error = await failure(client().getFile(big.document!.file_id));
    expect(error).toMatchObject({ description: "Bad Request: file is too big" });
    const photo = budi.photo(Buffer.from("jpeg")).photo!.at(-1)!;
    const link = await client().getFileLink(photo.file_id);
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(link.href.replace(telegram.token, "1:x"))).status).toBe(401);
  });
});

describe("messages", () => {
  const ok = Markup.inlineKeyboard([Markup.button.callback("Ya", "y")]);

  it.each([
    ["no text", " ", undefined, "message text is empty"],
    ["4097 characters", "x".repeat(4_097), undefined, "message is too long"],
    [
      "65 bytes of callback data",
      "a",
      { text: "b", callback_data: "é".repeat(33) },
      "BUTTON_DATA_INVALID",
    ],
    ["a button that does nothing", "a", { text: "b" }, "Text buttons are unallowed"],
  ])("are refused with %s", async (_, text, button, reason) => {
    telegram.person(1, "Budi");
    const markup = button && { reply_markup: { inline_keyboard: [[button]] } };
    const error = await failure(raw("sendMessage", { chat_id: 1, text, ...markup }));
    expect(error?.description).toContain(reason);
  });

  it("may be exactly as long as allowed", async () => {
    const budi = telegram.person(1, "Budi");
    const button = Markup.button.callback("b", "é".repeat(32));
    await client().sendMessage(1, "x".repeat(4_096), Markup.inlineKeyboard([button]));
    const file = Input.fromBuffer(Buffer.from("x"), "a.txt");
    await client().sendDocument(1, file, { caption: "x".repeat(1_024) });
    const long = client().sendDocument(1, file, { caption: "x".repeat(1_025) });
    expect(await failure(long)).toMatchObject({ description: expect.stringContaining("caption") });
    expect(budi.inbox).toHaveLength(2);
  });

  it("can be edited, unless nothing changes, they are gone, or they are not the bot's", async () => {
    const budi = telegram.person(1, "Budi");
    const own = budi.says("halo");
    const { message_id } = await client().sendMessage(1, "lama", ok);
    const edit = (id: number, text: string, extra = {}) =>
      failure(client().editMessageText(1, id, undefined, text, extra));
    expect(await edit(message_id, "lama", ok)).toMatchObject({
      description: expect.stringContaining("message is not modified"),
    });
    expect(await edit(message_id, "baru")).toBeUndefined();
    expect(budi.buttons).toEqual([]);
    expect(await edit(own.message_id, "x")).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    await client().deleteMessage(1, message_id);
    expect(budi.inbox).toEqual([]);
    expect(await edit(message_id, "x")).toMatchObject({
      description: "Bad Request: message to edit not found",
    });
  });

  it("may reply to a message that exists, also beside an upload", async () => {
    const asked = telegram.person(1, "Budi").says("halo");
    const reply_parameters = { message_id: asked.message_id };
    const sent = await client().sendMessage(1, "ya", { reply_parameters });
    expect(sent).toMatchObject({ reply_to_message: { text: "halo" } });
    const file = Input.fromBuffer(Buffer.from("x"), "a.txt");
    const json = JSON.stringify(reply_parameters);
    const params = { chat_id: 1, document: file, reply_parameters: json };
    const document = await raw("sendDocument", params);
    expect(document).toMatchObject({ reply_to_message: { text: "halo" } });
    const lost = client().sendMessage(1, "ya", { reply_parameters: { message_id: 9 } });
    expect(await failure(lost)).toMatchObject({ code: 400 });
  });

  it("reach only people who know and bear the bot", async () => {
    const budi = telegram.person(1, "Budi");
    budi.blocks();
    expect(await failure(client().sendMessage(1, "halo"))).toMatchObject({ code: 403 });
    expect(await failure(client().sendMessage(2, "halo"))).toMatchObject({
      description: "Bad Request: chat not found",
    });
    budi.unblocks();
    expect(await failure(client().sendMessage(1, "halo"))).toBeUndefined();
  });

  it("are refused when the double does not imitate the method", async () => {
    telegram.person(1, "Budi");
    expect(await failure(client().sendDice(1))).toMatchObject({
      description: "Bad Request: [double] sendDice is not imitated",
    });
  });
});

describe("a person", () => {
  it("taps the newest button of that name, by title, pattern or data", async () => {
    const budi = telegram.person(1, "Budi");
    await client().sendMessage(1, "satu", yes("1"));
    await client().sendMessage(1, "dua", yes("2"));
    budi.taps("✅ Ya");
    budi.taps(/Ya/);
    budi.taps("1");
    expect(budi.tapsMade.map((tap) => tap.data)).toEqual(["2", "2", "1"]);
    expect(() => budi.taps("Tidak")).toThrow(/no button Tidak[\s\S]*bot: dua\n {4}\[✅ Ya\]/);
  });

  it("can press a stale button of a message since edited or deleted", async () => {
    const budi = telegram.person(1, "Budi");
    const keyboard = Markup.inlineKeyboard([Markup.button.callback("Ya", "y")]);
    const { message_id } = await client().sendMessage(1, "lama", keyboard);
    const stale = budi.last!;
    await client().editMessageText(1, message_id, undefined, "baru");
    budi.tapsOn(stale, "Ya");
    await client().deleteMessage(1, message_id);
    budi.tapsOn(stale, "Ya");
    const updates = await client().callApi("getUpdates", { timeout: 0 });
    const messages = updates.map(
      (update) => "callback_query" in update && update.callback_query.message,
    );
    expect(messages).toMatchObject([{ text: "baru" }, { date: 0, message_id }]);
  });

  it("presses a key of the reply keyboard by sending its text", async () => {
    const budi = telegram.person(1, "Budi");
    await client().sendMessage(1, "Menu", Markup.keyboard([["Status", "Rekap"]]));
    budi.taps("Rekap");
    await client().sendMessage(1, "Baik", Markup.removeKeyboard());
    expect(() => budi.taps("Rekap")).toThrow("no button Rekap");
    expect(budi.transcript()).toBe("bot: Menu\nBudi: Rekap\nbot: Baik");
  });

  it("sees the command list of the narrowest scope", async () => {
    const [budi, sari] = [telegram.person(1, "Budi"), telegram.person(2, "Sari")];
    await client().setMyCommands(commandList("bantuan"));
    await client().setMyCommands(commandList("admin"), { scope: { type: "chat", chat_id: 1 } });
    expect(telegram.commandsFor(budi)).toEqual(commandList("admin"));
    expect(telegram.commandsFor(sari)).toEqual(commandList("bantuan"));
    expect(await failure(client().setMyCommands(commandList("Huruf Besar")))).toMatchObject({
      description: "Bad Request: BOT_COMMAND_INVALID",
    });
  });
});

describe("planned failures", () => {
  it("refuse the next call only, with the parameters Telegram would give", async () => {
    telegram.person(1, "Budi");
    telegram.faults.failNext("sendMessage", 429, "Too Many Requests: retry after 3", {
      retry_after: 3,
    });
    const error = await failure(client().sendMessage(1, "a"));
    expect(error).toMatchObject({ code: 429, parameters: { retry_after: 3 } });
    expect(await failure(client().sendMessage(1, "a"))).toBeUndefined();
  });

  it.each([401, 409, 500, 502])("refuse every call with %i until lifted", async (status) => {
    telegram.person(1, "Budi");
    const lift = telegram.faults.failAlways("*", status, "Planned");
    expect(await failure(client().sendMessage(1, "a"))).toMatchObject({ code: status });
    expect(await failure(client().getMe())).toMatchObject({ code: status });
    lift();
    expect(await failure(client().getMe())).toBeUndefined();
  });

  it("let a poll survive 429 and lose nothing", async () => {
    telegram.faults.failNext("getUpdates", 429, "Too Many Requests", { retry_after: 0 });
    const budi = telegram.person(1, "Budi");
    budi.says("halo");
    await poll((bot) => bot.on("text", (ctx) => ctx.reply("hai")));
    await telegram.until(() => budi.last?.text === "hai");
    expect(telegram.polls[0]?.answer).toMatchObject({ error_code: 429 });
  });

  it("cut the connection before or after the call took effect", async () => {
    const budi = telegram.person(1, "Budi");
    telegram.faults.cutNext("sendMessage");
    expect(await failure(client().sendMessage(1, "hilang"))).toMatchObject({ type: "system" });
    telegram.faults.cutNext("sendMessage", "unanswered");
    expect(await failure(client().sendMessage(1, "sampai"))).toMatchObject({ type: "system" });
    expect(budi.texts).toEqual(["sampai"]);
    expect(telegram.calls.map((call) => call.answer)).toEqual([undefined, undefined]);
  });

  it("make the service unreachable, cutting a waiting poll, and reachable again", async () => {
    const waiting = failure(client().callApi("getUpdates", { timeout: 50 }));
    await telegram.until(() => telegram.polling);
    telegram.faults.unreachable = true;
    expect(await waiting).toMatchObject({ code: "ECONNRESET" });
    await telegram.until(() => !telegram.polling);
    expect(await failure(client().getMe())).toMatchObject({ code: "ECONNRESET" });
    telegram.faults.heal();
    expect(await failure(client().getMe())).toBeUndefined();
  });

  it("refuse a wrong token and an unknown method", async () => {
    expect(await failure(client("1:wrong").getMe())).toMatchObject({ code: 401 });
    expect(await failure(raw("fly", {}))).toMatchObject({ code: 404 });
  });
});

describe("waiting", () => {
  it("fails with chats and calls when nothing comes", async () => {
    const budi = telegram.person(1, "Budi");
    await client().sendMessage(1, "halo");
    const error = await failure(telegram.until(() => budi.inbox.length > 1, 20));
    expect(String(error)).toMatch(/not reached in 20 ms[\s\S]*bot: halo[\s\S]*sendMessage .* → ok/);
  });

  it("for quiet lasts as long as a call is in work", async () => {
    telegram.person(1, "Budi");
    const release = telegram.faults.holdNext("sendMessage");
    const sent = client().sendMessage(1, "halo");
    await telegram.until(() => telegram.calls.length === 1);
    const quiet = telegram.idle(10).then(() => telegram.calls[0]?.answer?.ok);
    release();
    await sent;
    expect(await quiet).toBe(true);
  });
});
