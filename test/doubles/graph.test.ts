// The double against what is published: its webhooks have those shapes, and it refuses requests of others.
import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GraphDouble } from "./graph/index.ts";
import { SendRequest, WebhookShape } from "./graph/shapes.ts";

const to = { messaging_product: "whatsapp", recipient_type: "individual", to: "6281200000001" };
const text = { ...to, type: "text", text: { body: "halo", preview_url: false } };
const buttons = (count: number, title = "Ya") => ({
  ...to,
  type: "interactive",
  interactive: {
    type: "button",
    body: { text: "Pilih" },
    action: {
      buttons: Array.from({ length: count }, (_, n) => ({
        type: "reply",
        reply: { id: `b${n}`, title: `${title}${n}` },
      })),
    },
  },
});
const list = (count: number, title = "Baris") => ({
  ...to,
  type: "interactive",
  interactive: {
    type: "list",
    body: { text: "Pilih" },
    action: {
      button: "Lihat",
      sections: [
        {
          title: "Semua",
          rows: Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `${title} ${n}` })),
        },
      ],
    },
  },
});

const template = (words: readonly string[]) => ({
  ...to,
  type: "template",
  template: {
    name: "buka",
    language: { code: "id" },
    components: [{ type: "body", parameters: words.map((one) => ({ type: "text", text: one })) }],
  },
});

describe("the shapes of the Cloud API", () => {
  it.each([
    ["a text", text],
    ["three buttons", buttons(3)],
    ["ten rows", list(10)],
    ["a receipt", { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" }],
    ["a document", { ...to, type: "document", document: { id: "1", filename: "a.pdf" } }],
  ])("have %s", (_, request) => {
    expect(SendRequest.safeParse(request).success).toBe(true);
  });

  it.each([
    ["a text of 4,097 letters", { ...text, text: { body: "a".repeat(4_097), preview_url: false } }],
    ["an empty text", { ...text, text: { body: "", preview_url: false } }],
    ["four buttons", buttons(4)],
    ["a button of 21 letters", buttons(1, "x".repeat(20))],
    ["eleven rows", list(11)],
    ["a row of 25 letters", list(1, "x".repeat(23))],
    ["a field nobody knows", { ...text, parse_mode: "HTML" }],
    ["a number with a plus", { ...text, to: "+6281200000001" }],
  ])("do not have %s", (_, request) => {
    expect(SendRequest.safeParse(request).success).toBe(false);
  });
});

describe("the double of the Graph API", () => {
  let graph: GraphDouble;
  let bodies: Buffer[];
  let answers: number[];

  beforeEach(async () => {
    graph = await new GraphDouble().start();
    bodies = [];
    answers = [];
    graph.receiver = async (body, signature) => {
      const hash = createHmac("sha256", graph.appSecret).update(body).digest("hex");
      expect(signature).toBe(`sha256=${hash}`);
      bodies.push(body);
      return answers.shift() ?? 200;
    };
  });
  afterEach(() => graph.stop());

  const call = async (path: string, json?: object, token = graph.token) => {
    const response = await fetch(`${graph.url}/${graph.version}/${path}`, {
      method: json === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const body: unknown = await response.json();
    return { status: response.status, body };
  };
  const send = (json: object) => call(`${graph.phoneId}/messages`, json);
  const read = () => bodies.map((body) => WebhookShape.parse(JSON.parse(body.toString())));

  it("brings everything a person does in the published shape, signed and in order", async () => {
    const person = graph.person("6281200000001", "Siti");
    person.heardMs = Date.now();
    await send(text);
    await send(buttons(2));
    await send(list(4));
    const [first] = person.inbox;
    person.says("halo");
    if (first !== undefined) person.answers(first, "setuju");
    person.taps("Ya1");
    person.taps("Baris 3");
    person.photo(new Uint8Array([255]));
    person.uploads({ name: "a.pdf", mime: "application/pdf", data: new Uint8Array([1]) }, "bukti");
    person.sticker();
    await graph.until(() => graph.unread === 0);
    const types = read().flatMap(({ entry }) =>
      entry.flatMap(({ changes }) =>
        changes.flatMap(({ value }) => (value.messages ?? []).map(({ type }) => type)),
      ),
    );
    expect(types).toEqual([
      "text",
      "text",
      "interactive",
      "interactive",
      "image",
      "document",
      "sticker",
    ]);
  });

  it("brings again what was not taken", async () => {
    answers = [503, 503];
    graph.person("6281200000001").says("halo");
    await graph.until(() => graph.unread === 0);
    expect(graph.deliveries).toEqual([503, 503, 200]);
  });

  it("delivers nothing to whoever was silent for a day, and says so later", async () => {
    const person = graph.person("6281200000001");
    expect((await send(text)).status).toBe(200);
    await graph.until(() => graph.unread === 0);
    expect(person.inbox).toEqual([]);
    const [status] = read().flatMap(({ entry }) =>
      entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses ?? [])),
    );
    expect(status).toMatchObject({ status: "failed", errors: [{ code: 131_047 }] });
    person.says("halo");
    await send(text);
    expect(person.texts).toEqual(["halo"]);
  });

  it("sends templates only as they were approved", async () => {
    const request = {
      name: "buka",
      language: "id",
      category: "UTILITY",
      components: [
        { type: "BODY", text: "Ada {{1}} tugas.", example: { body_text: [["1"]] } },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Buka" }] },
      ],
    };
    const codeOf = async (json: object) => (await send(json)).body;
    expect(await codeOf(template(["2"]))).toMatchObject({ error: { code: 132_001 } });
    await call(`${graph.accountId}/message_templates`, request);
    expect(await codeOf(template(["2"]))).toMatchObject({ error: { code: 132_001 } });
    graph.approveAll();
    expect(await codeOf(template([]))).toMatchObject({ error: { code: 132_000 } });
    expect((await send(template(["2"]))).status).toBe(200);
    expect(graph.person("6281200000001").texts).toEqual(["Ada 2 tugas."]);
  });

  it("knows nobody without the token, and complains of what the API does not have", async () => {
    expect((await call(graph.phoneId, undefined, "salah")).status).toBe(401);
    expect((await send({ ...text, parse_mode: "HTML" })).status).toBe(400);
    expect(graph.complaints).toHaveLength(1);
  });
});
