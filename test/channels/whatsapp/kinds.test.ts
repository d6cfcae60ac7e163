// Every kind of message and every event the library knows is answered, or silent for a reason.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import library from "whatsapp-web.js";
import { SILENT_EVENT, SILENT_MESSAGE } from "../../../src/channels/whatsapp/kinds.ts";
import { parseEdit, parseMessage, parseRevoked } from "../../../src/channels/whatsapp/parse.ts";
import { message, openRig, ownMessage, PERSON, type Rig } from "./fake-client.ts";

const messageKinds: readonly string[] = Object.values(library.MessageTypes);
const eventKinds: readonly string[] = Object.values(library.Events);
const GROUP = "120363000000000001@g.us";

describe("kinds of message", () => {
  it.each(messageKinds)("%s of a person is answered, or silent for a reason", (type) => {
    const silent = SILENT_MESSAGE.has(type);
    expect(parseMessage(message({ type })).kind).toBe(silent ? "ignored" : "said");
  });

  it.each(messageKinds)("%s in a group counts as the group's, or is silent", (type) => {
    const silent = SILENT_MESSAGE.has(type);
    const raw = message({ type, from: GROUP, author: PERSON });
    expect(parseMessage(raw).kind).toBe(silent ? "ignored" : "group");
  });

  it("are on no list that the library does not know", () => {
    expect([...SILENT_MESSAGE.keys()].filter((one) => !messageKinds.includes(one))).toEqual([]);
    expect([...SILENT_EVENT.keys()].filter((one) => !eventKinds.includes(one))).toEqual([]);
  });
});

describe("events of the library", () => {
  let rig: Rig;
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "sopir-wa-kinds-"));
    rig = await openRig(dir);
  });
  afterAll(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true });
  });

  it.each(eventKinds)("%s is listened to, or left alone for a reason", (event) => {
    const heard = rig.newest().emitter.listenerCount(event) > 0;
    expect(heard).toBe(!SILENT_EVENT.has(event));
  });
});

describe("an edit", () => {
  it("has a key of its own, points at the message, and is the last one heard of", () => {
    const raw = { ...message({ body: "8" }), latestEditSenderTimestampMs: 1_700_000_000_123 };
    const id = raw.id.id;
    expect(parseEdit(raw, "9")).toMatchObject({
      said: {
        key: `edit:${id}:1700000000123`,
        messageId: null,
        content: { type: "edited", of: id, now: { type: "text", text: "8" }, last: true },
      },
    });
  });

  it("is none when a message only became readable, or was our own", () => {
    expect(parseEdit(message({}), undefined)).toMatchObject({ kind: "ignored" });
    expect(parseEdit(ownMessage("A"), "9").kind).toBe("ignored");
  });
});

describe("a deletion for everybody", () => {
  it("arrives without content and points at the message", () => {
    const raw = message({ type: "revoked", body: "" });
    const of = raw.id.id;
    expect(parseRevoked(raw)).toMatchObject({
      said: { key: `revoke:${of}`, content: { type: "deleted", of } },
    });
    const other = { ...raw, protocolMessageKey: { id: "3AFF" } };
    expect(parseRevoked(other)).toMatchObject({ said: { content: { of: "3AFF" } } });
    expect(parseRevoked(ownMessage("A")).kind).toBe("ignored");
  });
});
