import { describe, expect, it } from "vitest";
import {
  isPerson,
  parseAck,
  parseMessage,
  parseSent,
  parseUnreadable,
} from "../../../src/channels/whatsapp/parse.ts";
import { message, ownMessage, PERSON, PERSON_LID } from "./fake-client.ts";

const contentOf = (raw: unknown) => {
  const parsed = parseMessage(raw);
  if (parsed.kind === "group") return parsed.kind;
  return parsed.kind === "said" ? parsed.said.content : parsed.why;
};

const media = (type: string, data: object, rest: object = {}) =>
  message({ type, hasMedia: true, body: "", _data: data, ...rest });

describe("parsing WhatsApp's messages", () => {
  it("tells who said it, under which name, when, and by an id without the phone number", () => {
    const raw = message({});
    expect(parseMessage(raw)).toMatchObject({
      said: {
        messageId: raw.id.id,
        from: PERSON,
        nama: "Kasi Pelayanan",
        content: { text: "86,25" },
      },
    });
    expect(raw.id.id).not.toContain("62812");
    expect(parseMessage(message({ from: PERSON_LID }))).toMatchObject({
      said: { from: PERSON_LID },
    });
    expect(parseMessage(message({ _data: { notifyName: " " } }))).toMatchObject({
      said: { nama: null },
    });
    expect(parseMessage(message({ _data: undefined }))).toMatchObject({ said: { nama: null } });
  });

  it.each([
    { body: "/isi 1.1", name: "isi", args: "1.1" },
    { body: "/START KODE-1 ", name: "start", args: "KODE-1" },
    { body: " /tugas", name: "tugas", args: "" },
    { body: "/isi\n1.1: 5\n1.2: 6", name: "isi", args: "1.1: 5\n1.2: 6" },
  ])("reads $body as a command", ({ body, name, args }) => {
    expect(contentOf(message({ body }))).toEqual({ type: "command", name, args });
  });

  it.each(["tugas", "/", "/ isi", "http://a/b", "1", "", "*tebal*"])("reads %j as text", (text) => {
    expect(contentOf(message({ body: text }))).toEqual({ type: "text", text });
  });

  it("takes of a reply what was written, not what was quoted", () => {
    const raw = message({
      body: "setuju",
      hasQuotedMsg: true,
      _data: { quotedMsg: { body: "?" } },
    });
    expect(contentOf(raw)).toEqual({ type: "text", text: "setuju" });
  });

  it.each([
    {
      raw: media("document", { filename: "bukti.xlsx", mimetype: "a/xlsx", size: 14 }),
      file: { nama: "bukti.xlsx", mime: "a/xlsx", ukuranByte: 14 },
    },
    { raw: media("document", {}), file: { nama: "berkas", ukuranByte: null } },
    {
      raw: media("image", { mimetype: "image/png", size: 9 }),
      file: { nama: "foto.jpg", mime: "image/png" },
    },
    { raw: media("video", {}), file: { nama: "video.mp4", mime: "video/mp4" } },
    { raw: media("ptt", {}), file: { nama: "rekaman.ogg", mime: "audio/ogg" } },
  ])("reads a file: $file.nama", ({ raw, file }) => {
    expect(contentOf(raw)).toMatchObject({ type: "file", caption: "", file });
    expect(contentOf(raw)).toMatchObject({ file: { id: raw.id._serialized } });
  });

  it("keeps a caption, but not the name that stands in for one", () => {
    const data = { filename: "bukti.pdf" };
    expect(contentOf(media("document", data, { body: "bukti 1.1" }))).toMatchObject({
      caption: "bukti 1.1",
    });
    expect(contentOf(media("document", data, { body: "bukti.pdf" }))).toMatchObject({
      caption: "",
    });
  });

  it.each(["sticker", "location", "vcard", "multi_vcard", "poll_creation", "order", "baru"])(
    "says that it does not understand a %s",
    (type) => {
      expect(contentOf(message({ type, body: "" }))).toEqual({ type: "unsupported", what: type });
    },
  );

  it("does not understand a photo whose data have expired", () => {
    expect(contentOf(message({ type: "image" }))).toEqual({ type: "unsupported", what: "image" });
  });

  it.each([
    { what: "own messages", raw: message({ id: ownMessage("A").id }), why: "not-for-us" },
    {
      what: "news of groups",
      raw: message({ from: "120363@g.us", type: "gp2" }),
      why: "not-for-us",
    },
    { what: "status posts", raw: message({ from: "status@broadcast" }), why: "not-private" },
    { what: "status posts of a person", raw: message({ isStatus: true }), why: "not-private" },
    { what: "broadcasts", raw: message({ broadcast: true }), why: "not-private" },
    { what: "newsletters", raw: message({ from: "120363@newsletter" }), why: "not-private" },
    { what: "calls", raw: message({ type: "call_log" }), why: "not-for-us" },
    { what: "notices", raw: message({ type: "e2e_notification" }), why: "not-for-us" },
    { what: "deleted ones", raw: message({ type: "revoked" }), why: "not-for-us" },
    { what: "what is still encrypted", raw: message({ type: "ciphertext" }), why: "not-for-us" },
    { what: "what has another shape", raw: { id: "A" }, why: "malformed" },
    { what: "nothing", raw: undefined, why: "malformed" },
  ])("drops $what", ({ raw, why }) => {
    expect(parseMessage(raw)).toEqual({ kind: "ignored", why });
  });

  it("tells whoever wrote what cannot be decrypted, but not a group", () => {
    const encrypted = message({ type: "ciphertext", body: "" });
    expect(parseUnreadable(encrypted)).toMatchObject({
      said: { from: PERSON, content: { type: "unsupported", what: "ciphertext" } },
    });
    const group = message({ type: "ciphertext", from: "120363@g.us", author: PERSON });
    expect(parseUnreadable(group)).toMatchObject({ kind: "ignored" });
    const own = message({ type: "ciphertext", id: ownMessage("A").id });
    expect(parseUnreadable(own)).toMatchObject({ kind: "ignored" });
  });

  it.each([
    { ack: -1, state: "failed" },
    { ack: 2, state: "delivered" },
    { ack: 3, state: "read" },
    { ack: 4, state: "read" },
  ])("reads ack $ack as $state", ({ ack, state }) => {
    const raw = ownMessage("A");
    expect(parseAck(raw, ack)).toEqual({ externalId: raw.id._serialized, to: PERSON, state });
  });

  it.each([
    { what: "waiting", raw: ownMessage("A"), ack: 0 },
    { what: "taken by the server", raw: ownMessage("A"), ack: 1 },
    { what: "of a message to us", raw: message({}), ack: 3 },
    { what: "of a group", raw: ownMessage("A", 3, "120363@g.us"), ack: 3 },
    { what: "of nothing", raw: null, ack: 3 },
  ])("ignores an ack $what", ({ raw, ack }) => {
    expect(parseAck(raw, ack)).toBeNull();
  });

  it("tells a sent message from a refused one and from none", () => {
    expect(parseSent(ownMessage("A"))).toEqual({ id: `true_${PERSON}_A`, refused: false });
    expect(parseSent(ownMessage("A", -1))).toMatchObject({ refused: true });
    expect(parseSent(undefined)).toBeNull();
  });

  it.each([
    [PERSON, true],
    [PERSON_LID, true],
    ["120363@g.us", false],
    ["status@broadcast", false],
    ["1@newsletter", false],
    ["x1@c.us", false],
    ["", false],
  ])("takes %s for a person: %s", (chat, is) => {
    expect(isPerson(chat)).toBe(is);
  });
});
