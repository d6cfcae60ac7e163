import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InboundEvent } from "../../../src/app/ports/channel.ts";
import type { WhatsappCloudChannel } from "../../../src/channels/whatsapp-cloud/index.ts";
import { parseWebhook } from "../../../src/channels/whatsapp-cloud/parse.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { type Opened, openGraph } from "./harness.ts";

const NOW = Date.parse("2026-11-26T09:00:00+07:00");
const reader = { channelId: "whatsapp-cloud", phoneId: "106540352242922", nowMs: NOW };
const SECONDS = String(NOW / 1_000 - 60);

/** One call of the webhook, as it is published. */
const webhook = (value: object, field = "messages") => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: "102290129340398",
      changes: [
        {
          field,
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: "15550783881", phone_number_id: reader.phoneId },
            ...value,
          },
        },
      ],
    },
  ],
});

const contacts = [{ profile: { name: "Kasi Pelayanan" }, wa_id: "6281200000001" }];
const message = (rest: object) =>
  webhook({
    contacts,
    messages: [{ from: "6281200000001", id: "wamid.1", timestamp: SECONDS, ...rest }],
  });

const common = {
  channelId: "whatsapp-cloud",
  eventId: "whatsapp-cloud:wamid.1",
  atMs: NOW - 60_000,
  from: { channelId: "whatsapp-cloud", chat: "6281200000001" },
  nama: "Kasi Pelayanan",
};
const said = { ...common, messageId: "wamid.1" };

describe("reading a webhook", () => {
  it.each<[string, object, object]>([
    ["a text", { type: "text", text: { body: "86,25" } }, { ...said, type: "text", text: "86,25" }],
    [
      "a command",
      { type: "text", text: { body: "/isi 1.1" } },
      { ...said, type: "command", name: "isi", args: "1.1" },
    ],
    [
      "an answer to one of ours",
      { type: "text", text: { body: "setuju" }, context: { from: "62852", id: "wamid.9" } },
      { ...said, type: "text", text: "setuju", quoted: ["wamid.9"] },
    ],
    [
      "a button",
      {
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "b.1:setuju", title: "Setuju" } },
      },
      { ...common, type: "choice", token: "b.1:setuju" },
    ],
    [
      "a row of a list",
      {
        type: "interactive",
        interactive: { type: "list_reply", list_reply: { id: "b.1:2", title: "Dua" } },
      },
      { ...common, type: "choice", token: "b.1:2" },
    ],
    [
      "the button of a template",
      { type: "button", button: { payload: "sopir:buka", text: "Buka" } },
      { ...common, type: "reach", reachable: true },
    ],
    [
      "the button of somebody else's template",
      { type: "button", button: { payload: "lain", text: "Halo" } },
      { ...said, type: "text", text: "Halo" },
    ],
    [
      "a document",
      {
        type: "document",
        document: { id: "9", filename: "a.pdf", mime_type: "application/pdf", caption: "bukti" },
      },
      {
        ...said,
        type: "file",
        caption: "bukti",
        file: { id: "9", nama: "a.pdf", mime: "application/pdf", ukuranByte: null },
      },
    ],
    [
      "a photo",
      { type: "image", image: { id: "9", mime_type: "image/jpeg" } },
      {
        ...said,
        type: "file",
        caption: "",
        file: { id: "9", nama: "foto.jpg", mime: "image/jpeg", ukuranByte: null },
      },
    ],
    [
      "a sticker",
      { type: "sticker", sticker: {} },
      { ...said, type: "unsupported", what: "sticker" },
    ],
    ["news of tomorrow", { type: "poll" }, { ...said, type: "unsupported", what: "other" }],
  ])("knows %s", (_, raw, event) => {
    expect(parseWebhook(message(raw), reader)).toEqual({ events: [event], ignored: [], news: [] });
  });

  it("knows somebody who hides their number by an id", () => {
    const raw = webhook({
      contacts: [{ user_id: "ID.4711", profile: { name: "Siti" } }],
      messages: [
        {
          from_user_id: "ID.4711",
          id: "wamid.1",
          timestamp: SECONDS,
          type: "text",
          text: { body: "halo" },
        },
      ],
    });
    const from = { channelId: "whatsapp-cloud", chat: "ID.4711" };
    expect(parseWebhook(raw, reader).events).toMatchObject([{ from, nama: "Siti" }]);
  });

  it("believes no clock that runs ahead", () => {
    const ahead = { timestamp: String(NOW / 1_000 + 86_400), type: "text", text: { body: "a" } };
    expect(parseWebhook(message(ahead), reader).events[0]?.atMs).toBe(NOW);
  });

  it.each([
    ["a reaction", message({ type: "reaction", reaction: {} }), "not-for-us"],
    ["no message", message({ type: 7 }), "malformed"],
    [
      "a number of somebody else",
      webhook({ metadata: { phone_number_id: "1" } }),
      "another-number",
    ],
    ["nothing of the kind", { object: "page" }, "malformed"],
  ])("passes %s over", (_, raw, why) => {
    expect(parseWebhook(raw, reader)).toEqual({ events: [], ignored: [why], news: [] });
  });

  it("tells the operator what is about the account", () => {
    const raw = webhook({ event: "REJECTED" }, "message_template_status_update");
    expect(parseWebhook(raw, reader).news).toEqual(["message_template_status_update"]);
  });

  it("answers nobody in a group", () => {
    const raw = message({ type: "text", text: { body: "halo" }, group_id: "G1" });
    expect(parseWebhook(raw, reader).events).toMatchObject([
      { type: "group", from: { chat: "G1" } },
    ]);
  });

  it.each([
    ["delivered", "delivered"],
    ["read", "read"],
  ])("reads %s as %s", (status, state) => {
    const raw = webhook({
      statuses: [
        {
          id: "wamid.5",
          status,
          timestamp: SECONDS,
          recipient_id: "6281200000001",
          conversation: { id: "c", origin: { type: "service" } },
          pricing: { billable: true, pricing_model: "PMP", category: "service" },
        },
      ],
    });
    expect(parseWebhook(raw, reader).events).toEqual([
      {
        type: "receipt",
        channelId: "whatsapp-cloud",
        eventId: `whatsapp-cloud:wamid.5:${status}`,
        atMs: NOW - 60_000,
        externalId: "wamid.5",
        chat: "6281200000001",
        state,
      },
    ]);
  });

  it.each([
    [
      131_026,
      [
        { type: "receipt", state: "failed" },
        { type: "reach", reachable: false },
      ],
    ],
    [131_047, [{ type: "receipt", state: "failed", closed: true }]],
    [131_049, [{ type: "receipt", state: "failed" }]],
  ])("knows what a failure by %d means", (code, events) => {
    const raw = webhook({
      statuses: [
        {
          id: "wamid.5",
          status: "failed",
          timestamp: SECONDS,
          recipient_id: "6281200000001",
          errors: [{ code, title: "planned" }],
        },
      ],
    });
    expect(parseWebhook(raw, reader).events).toMatchObject(events);
    expect(parseWebhook(raw, reader).events).toHaveLength(events.length);
  });
});

describe("the channel of the Cloud API", () => {
  let graph: Opened;
  let channel: WhatsappCloudChannel;
  let stored: InboundEvent[];

  beforeEach(async () => {
    graph = await openGraph();
    channel = graph.create();
    stored = [];
  });
  afterEach(async () => {
    await channel.stop(1_000);
    await graph.double.stop();
  });

  const start = () => channel.start(async (event) => void stored.push(event));
  const until = (holds: () => boolean) => graph.double.until(holds);

  it("shows what it has stored as read", async () => {
    await start();
    graph.double.person("6281200000001").says("halo");
    await until(() => graph.double.calls.includes("read"));
  });

  it("tells what became of a message, once it is known here", async () => {
    graph.double.tellsStatus = true;
    await start();
    const person = graph.double.person("6281200000001");
    person.heardMs = Date.now();
    await channel.send(person.id, { teks: plain("halo"), pilihan: [], file: null });
    await until(() => stored.length === 1);
    expect(stored).toMatchObject([{ type: "receipt", state: "delivered", chat: person.id }]);
  });

  it.each([
    { what: "a token that ran out", status: 401, code: 190, state: "failed" },
    { what: "a number that is gone", status: 400, code: 33, state: "failed" },
    { what: "a service that is away", status: 503, code: null, state: "connecting" },
  ])("says on /readyz that there is $what, and goes on by itself", async (given) => {
    const heal = graph.double.faults.failAlways("phone", given.status, given.code);
    await start();
    await until(
      () =>
        channel.status().state === given.state && channel.status().detail.startsWith("WhatsApp"),
    );
    expect(channel.status().detail).toMatch(/^WhatsApp.*\.$/);
    heal();
    await until(() => channel.status().state === "online");
  });

  it("keeps the token to itself", async () => {
    graph.double.faults.failAlways("phone", 401, 190);
    await start();
    await until(() => graph.log.lines.length > 0);
    expect(JSON.stringify(graph.log.lines)).not.toContain(graph.double.token);
  });

  it("takes what comes here while another process runs it", async () => {
    channel.standBy(async (event) => void stored.push(event), "online");
    graph.double.person("6281200000001").says("halo");
    await until(() => stored.length === 1);
    expect(graph.double.calls).not.toContain("phone");
  });

  it("takes no page of a proxy for a file", async () => {
    await start();
    const data = new TextEncoder().encode("<html>masuk</html>");
    const person = graph.double.person("6281200000001");
    person.uploads({ name: "a.pdf", mime: "text/html", data });
    person.uploads({ name: "b.pdf", mime: "application/pdf", data });
    await until(() => stored.length === 2);
    const [, second] = stored;
    if (second?.type !== "file") throw new Error("no file");
    graph.double.faults.failNext("download", 403);
    expect(await channel.download(second.file, 1_000)).toEqual({ gagal: "tak-terunduh" });
    expect(await channel.download(second.file, 1_000)).toBeInstanceOf(Uint8Array);
    expect(await channel.download(second.file, 3)).toEqual({ gagal: "terlalu-besar" });
  });
});
