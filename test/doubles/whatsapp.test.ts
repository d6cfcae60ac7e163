// The double against the real library in a real browser: what it promises to tests built on it, it must
// keep towards whatsapp-web.js. One browser serves nearly all of it: they are slow to start.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import library, { type Message, type PollVote } from "whatsapp-web.js";
import { WITHOUT_POPUPS } from "../../src/channels/whatsapp/library.ts";
import { chromium, removeProfile, WhatsAppDouble } from "./whatsapp/index.ts";

const { Client, LocalAuth, MessageMedia, Poll } = library;
type Client = InstanceType<typeof Client>;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const dataPath = mkdtempSync(join(tmpdir(), "sopir-wa-auth-"));

let whatsapp: WhatsAppDouble;
let client: Client;
/** WhatsApp counts in seconds. */
let nowMs = Date.UTC(2026, 2, 31, 8, 30);
let pauseMs = 1_000;

beforeAll(async () => {
  whatsapp = await new WhatsAppDouble({ nowMs: () => (nowMs += pauseMs) }).start();
});

afterAll(async () => {
  await client?.destroy().catch(() => undefined);
  await whatsapp?.stop();
  await removeProfile(dataPath);
});

/** A client on the same profile; it is not awaited, for a first one waits for its owner. */
function launch(): Client {
  const fresh = new Client({
    authStrategy: new LocalAuth({ dataPath, clientId: "double" }),
    webVersionCache: { type: "none" },
    puppeteer: {
      executablePath: chromium(),
      headless: true,
      args: [...whatsapp.chromiumArgs, WITHOUT_POPUPS],
    },
  });
  // every event that is waited for also waits for a failure
  fresh.setMaxListeners(0);
  fresh.initialize().catch((error: unknown) => fresh.emit("failed", error));
  return fresh;
}

function event<T>(name: string, from = client): Promise<T> {
  const fired = new Promise<T>((resolve, reject) => {
    from.once(name, resolve);
    from.once("failed", reject);
  });
  // who waits later must not find a rejection nobody handled
  fired.catch(() => undefined);
  return fired;
}

const siti = () => whatsapp.person("6281200000001@c.us", "Siti");
const umar = () => whatsapp.person("77700000000002@lid", "Umar", "6281200000002@c.us");

const bodies = (found: Message[]): string[] => found.map(({ body }) => body);

describe("the WhatsApp Web double", { timeout: 60_000 }, () => {
  it("shows a QR, then another, and lets the library be ready once the phone scanned it", async () => {
    client = launch();
    expect(await event("qr")).toMatch(/^2@qr-1,/);
    const second = event("qr");
    whatsapp.refreshQr();
    expect(await second).toMatch(/^2@qr-2,/);
    const ready = event("ready");
    whatsapp.scanQr();
    await ready;
    await whatsapp.until(() => whatsapp.online);
    expect(client.info.wid._serialized).toBe("6285200000001@c.us");
    expect(await client.getState()).toBe("CONNECTED");
  });

  it("carries a text in, and an answer that quotes it out", async () => {
    const arrived = event<Message>("message");
    siti().says("halo");
    const message = await arrived;
    expect(message).toMatchObject({ body: "halo", from: siti().id, type: "chat", fromMe: false });
    await (await message.getChat()).sendStateTyping();
    const said = siti().last;
    expect(said).toBeUndefined();
    await message.reply("halo juga");
    const answer = await whatsapp.until(() => siti().last);
    expect(answer).toMatchObject({ text: "halo juga", fromBot: true });
    expect(answer.quoted).toBe(message.id._serialized);
    expect(whatsapp.typing).toEqual([siti().id]);
  });

  it("knows who writes under a LID, and which number is behind it", async () => {
    const arrived = event<Message>("message");
    umar().says("dari LID");
    const message = await arrived;
    expect(message.from).toBe("77700000000002@lid");
    expect(await client.getContactLidAndPhone([message.from])).toEqual([
      { lid: "77700000000002@lid", pn: "6281200000002@c.us" },
    ]);
    expect((await message.getContact()).pushname).toBe("Umar");
  });

  it("tells a group, a status and a quoted message from a text", async () => {
    const seen: Message[] = [];
    const keep = (message: Message): unknown => seen.push(message);
    client.on("message", keep);
    siti().sends({ text: "di grup", group: "120363000000000001@g.us" });
    siti().sends({ text: "status", group: "status@broadcast" });
    siti().quotes(await whatsapp.until(() => siti().last), "jawaban");
    await whatsapp.until(() => seen.length === 3);
    client.off("message", keep);
    const [group, status, quoting] = seen;
    expect(group).toMatchObject({ from: "120363000000000001@g.us", author: siti().id });
    expect(status?.isStatus).toBe(true);
    expect((await quoting?.getQuotedMessage())?.body).toBe("halo juga");
  });

  it("carries files both ways, byte by byte, with names of any kind", async () => {
    const data = Buffer.from([80, 75, 3, 4, 0, 255, 13, 10]);
    const arrived = event<Message>("message");
    siti().uploads("bukti TW IV.xlsx", data, XLSX, "bukti");
    const message = await arrived;
    expect(message).toMatchObject({ body: "bukti", hasMedia: true, type: "document" });
    const media = await message.downloadMedia();
    expect(media).toMatchObject({ filename: "bukti TW IV.xlsx", mimetype: XLSX });
    expect([...Buffer.from(media.data, "base64")]).toEqual([...data]);

    const name = 'отчёт "TW IV".xlsx';
    const out = new MessageMedia(XLSX, data.toString("base64"), name);
    await client.sendMessage(siti().id, out, { caption: "rekap", sendMediaAsDocument: true });
    const sent = await whatsapp.until(() => siti().inbox.find(({ file }) => file !== null));
    expect(sent).toMatchObject({ text: "rekap", type: "document", file: { name, mime: XLSX } });
    expect([...(sent.file?.data ?? [])]).toEqual([...data]);
  });

  it("has no bytes for a file that is too old", async () => {
    const arrived = event<Message>("message");
    siti().photo(Buffer.from([255, 216]), "foto");
    const message = await arrived;
    whatsapp.ledger.forgetFiles();
    expect(await message.downloadMedia()).toBeUndefined();
  });

  it("shows a poll and carries votes back, changed and withdrawn ones too", async () => {
    const poll = await client.sendMessage(siti().id, new Poll("Setuju?", ["Ya", "Tidak"]));
    await whatsapp.until(() => siti().last?.poll);
    const voted: string[][] = [];
    const keep = (vote: PollVote): unknown =>
      voted.push(vote.selectedOptions.map((one) => one.name));
    client.on("vote_update", keep);
    const first = event<PollVote>("vote_update");
    siti().votes("Tidak");
    expect((await first).parentMessage.id._serialized).toBe(poll.id._serialized);
    siti().votes("Ya");
    siti().votes();
    await whatsapp.until(() => voted.length === 3);
    expect(voted).toEqual([["Tidak"], ["Ya"], []]);
    siti().votes("Ya");
    await whatsapp.until(() => voted.length === 4);
    client.off("vote_update", keep);
    const [stands] = await poll.getPollVotes();
    expect(stands).toMatchObject({ selectedOptions: [{ name: "Ya" }] });
  });

  it("carries a vote in a poll the page has forgotten: a number without a title", async () => {
    await client.sendMessage(siti().id, new Poll("Hadir?", ["Ya", "Tidak"]));
    const poll = await whatsapp.until(() => siti().inbox.find(({ text }) => text === "Hadir?"));
    whatsapp.forgets(poll);
    const voted = event<PollVote>("vote_update");
    siti().votesOn(poll, "Tidak");
    expect((await voted).selectedOptions).toEqual([{ localId: 1 }]);
  });

  it("changes and takes back what was sent", async () => {
    const message = await client.sendMessage(siti().id, "pertama");
    await whatsapp.until(() => siti().last?.text === "pertama");
    await message.edit("kedua");
    expect(siti().last).toMatchObject({ text: "kedua", edited: true });
    await message.delete(true);
    await whatsapp.until(() => siti().last?.text !== "kedua");
  });

  it("tells how far a message came, and that one was refused", async () => {
    const ackList: number[] = [];
    const keep = (_: Message, ack: number): unknown => ackList.push(ack);
    client.on("message_ack", keep);
    await client.sendMessage(siti().id, "sampai");
    await whatsapp.until(() => ackList.length === 1);
    siti().acks(await whatsapp.until(() => siti().inbox.find((one) => one.text === "sampai")), 3);
    await whatsapp.until(() => ackList.length === 2);
    whatsapp.dropNext();
    await client.sendMessage(siti().id, "hilang");
    await whatsapp.until(() => ackList.length === 3);
    client.off("message_ack", keep);
    expect(ackList).toEqual([1, 3, -1]);
    expect(siti().texts).not.toContain("hilang");
  });

  it("tells that a person changed a message, and took it back", async () => {
    const arrived = event("message");
    const said = siti().says("salah ketik");
    await arrived;
    const [edited, revoked] = [event<Message>("message_edit"), event("message_revoke_everyone")];
    siti().edits(said, "benar");
    expect(await edited).toMatchObject({ body: "benar" });
    siti().revokes(said);
    expect(await revoked).toMatchObject({ type: "revoked" });
    expect(siti().transcript()).not.toContain("benar");
  });

  it("cannot write to somebody who never wrote", async () => {
    await expect(client.sendMessage("6281299999999@c.us", "promosi")).rejects.toThrow("No LID");
  });

  it("keeps the session over a restart, and what was written meanwhile unread", async () => {
    await client.destroy();
    await whatsapp.until(() => !whatsapp.online);
    siti().says("selagi mati 1");
    siti().says("selagi mati 2");
    client = launch();
    await event("ready");
    const chat = await client.getChatById(siti().id);
    const unread = await chat.fetchMessages({ limit: 2 });
    expect(chat.unreadCount).toBeGreaterThanOrEqual(2);
    expect(unread.map(({ body }) => body)).toEqual(["selagi mati 1", "selagi mati 2"]);
    await chat.sendSeen();
    expect(whatsapp.ledger.unread(siti().id)).toBe(0);
  });

  it("shows what the library does to messages of one second: asked for some, it gives the oldest", async () => {
    pauseMs = 0;
    const arrived = event<Message>("message");
    for (const text of ["satu", "dua", "tiga"]) siti().says(text);
    pauseMs = 1_000;
    await arrived;
    const chat = await client.getChatById(siti().id);
    expect(bodies(await chat.fetchMessages({ limit: 1 }))).not.toEqual(["tiga"]);
    expect(bodies(await chat.fetchMessages({})).slice(-3)).toEqual(["satu", "dua", "tiga"]);
  });

  it("passes on the state of the connection", async () => {
    const change = event("change_state");
    whatsapp.state("TIMEOUT");
    expect(await change).toBe("TIMEOUT");
    const back = event("change_state");
    whatsapp.state("CONNECTED");
    expect(await back).toBe("CONNECTED");
  });

  it("asks for a new login when the phone removes the device", async () => {
    const [gone, qr] = [event("disconnected"), event("qr")];
    whatsapp.phoneLogout();
    expect(await gone).toBe("LOGOUT");
    expect(await qr).toMatch(/^2@qr-/);
    expect(whatsapp.online).toBe(false);
  });

  it("gives a code in the place of a QR, and takes no other", async () => {
    const code = await client.requestPairingCode("6285200000009");
    expect(() => whatsapp.entersCode("SALAH000")).toThrow("no such code");
    const ready = event("ready");
    whatsapp.entersCode(code);
    await ready;
    expect(client.info.wid._serialized).toBe("6285200000009@c.us");
  });

  it("lets the library close itself when the number is used elsewhere", async () => {
    const gone = event("disconnected");
    whatsapp.state("CONFLICT");
    expect(await gone).toBe("CONFLICT");
    await whatsapp.until(() => !whatsapp.online);
  });

  it("had every module the library asked for", () => {
    expect(whatsapp.missing).toEqual([]);
  });
});
