import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUpdate } from "../../../src/channels/telegram/parse.ts";

const AT = 1_800_000_000_000;
const siti = { id: 4_711, is_bot: false, first_name: "Siti", last_name: "Aminah" };
const privat = { id: 4_711, type: "private", first_name: "Siti" };
const message = (rest: object) => ({
  update_id: 7,
  message: { message_id: 1, date: 1, from: siti, chat: privat, ...rest },
});
const tap = (rest: object) => ({
  update_id: 7,
  callback_query: { id: "q1", from: siti, chat_instance: "x", ...rest },
});
const membership = (rest: object) => ({
  update_id: 7,
  my_chat_member: { chat: privat, from: siti, new_chat_member: { status: "kicked" }, ...rest },
});
const parse = (raw: unknown) => parseUpdate(raw, "telegram", AT);

describe("parseUpdate", () => {
  it("reads who wrote, where, and under which key", () => {
    expect(parse(message({ text: "86,25" }))).toEqual({
      kind: "event",
      tapId: null,
      event: {
        channelId: "telegram",
        eventId: "telegram:7",
        atMs: AT,
        from: { channelId: "telegram", chat: "4711" },
        nama: "Siti Aminah",
        messageId: "1",
        type: "text",
        text: "86,25",
      },
    });
  });

  it.each([
    ["/tugas", "tugas", ""],
    ["/isi 1.1", "isi", "1.1"],
    ["/isi@sopir_bot 1.1", "isi", "1.1"],
    ["/Start  KODE-42 ", "start", "KODE-42"],
    ["/rekap TW4\n2026", "rekap", "TW4\n2026"],
  ])("reads %j as a command", (text, name, args) => {
    expect(parse(message({ text }))).toMatchObject({ event: { type: "command", name, args } });
  });

  it.each(["/", "/ isi", "/1.1", "isi", " /isi", "//isi", "-5"])("reads %j as text", (text) => {
    expect(parse(message({ text }))).toMatchObject({ event: { type: "text", text } });
  });

  it.each([
    { what: "in its chat", rest: { message: { message_id: 9, date: 1, chat: privat } } },
    { what: "of a message that is gone", rest: { message: { chat: privat, date: 0 } } },
    { what: "without a message", rest: {} },
  ])("reads a tap $what", ({ rest }) => {
    expect(parse(tap({ ...rest, data: "ab.3:setuju" }))).toMatchObject({
      tapId: "q1",
      event: { type: "choice", token: "ab.3:setuju", from: { chat: "4711" }, nama: "Siti Aminah" },
    });
  });

  const media = { file_id: "F", file_unique_id: "U", file_size: 9 };
  it.each([
    {
      what: "a document",
      content: { document: { ...media, file_name: "bukti.pdf", mime_type: "application/pdf" } },
      file: { id: "F", nama: "bukti.pdf", mime: "application/pdf", ukuranByte: 9 },
    },
    {
      what: "a document without name, type and size",
      content: { document: { file_id: "F", file_unique_id: "U" } },
      file: { id: "F", nama: "berkas", mime: "application/octet-stream", ukuranByte: null },
    },
    {
      what: "the largest size of a photo",
      content: {
        photo: [
          { ...media, file_id: "L", file_size: 99 },
          { ...media, file_id: "S" },
        ],
      },
      file: { id: "L", nama: "foto.jpg", mime: "image/jpeg", ukuranByte: 99 },
    },
    {
      what: "a video",
      content: { video: media },
      file: { id: "F", nama: "video.mp4", mime: "video/mp4", ukuranByte: 9 },
    },
    {
      what: "a voice message",
      content: { voice: { ...media, mime_type: "audio/ogg" } },
      file: { id: "F", nama: "rekaman.ogg", mime: "audio/ogg", ukuranByte: 9 },
    },
  ])("reads $what with its caption", ({ content, file }) => {
    const event = { type: "file", file, caption: "bukti" };
    expect(parse(message({ ...content, caption: "bukti" }))).toMatchObject({ event });
  });

  it.each([
    ["sticker", { sticker: { file_id: "F" } }],
    ["contact", { contact: { phone_number: "1" } }],
    ["location", { location: {} }],
    ["animation", { animation: { file_id: "F" }, document: { file_id: "F" } }],
    ["other", { venue: {} }],
  ])("names a %s as something it does not take", (what, content) => {
    expect(parse(message(content))).toMatchObject({ event: { type: "unsupported", what } });
  });

  it.each([
    ["kicked", false],
    ["member", true],
  ])("hears that somebody has made the bot %s of their chat", (status, reachable) => {
    expect(parse(membership({ new_chat_member: { status } }))).toMatchObject({
      kind: "event",
      event: { type: "reach", reachable, eventId: "telegram:7", from: { chat: "4711" } },
    });
  });

  it.each([
    ["not-private", message({ text: "/isi", chat: { id: -5, type: "channel" } })],
    ["not-private", tap({ data: "x", message: { chat: { id: -5, type: "channel" } } })],
    ["not-for-us", message({ pinned_message: {} })],
    ["not-for-us", tap({ game_short_name: "x" })],
    ["malformed", { update_id: 7, my_chat_member: { chat: privat } }],
    ["not-for-us", membership({ new_chat_member: { status: "restricted" } })],
    ["not-private", membership({ chat: { id: -5, type: "group" } })],
    ["malformed", { update_id: 7, edited_message: { text: "5" } }],
    ["malformed", { message: { text: "x" } }],
    ["malformed", message({ text: 5 })],
    ["malformed", null],
    ["malformed", "text"],
  ])("ignores as %s: %j", (why, raw) => {
    expect(parse(raw)).toEqual({ kind: "ignored", why });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (raw) => void parse(raw)));
    const parts = fc.record(
      { text: fc.anything(), photo: fc.anything(), document: fc.anything(), chat: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(parts, (rest) => void parse(message(rest))));
  });
});
