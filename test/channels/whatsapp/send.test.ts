import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../../../src/app/ports/channel.ts";
import {
  ANSWER_MS,
  BROADCASTS,
  UNPROMPTED_PER_DAY,
} from "../../../src/channels/whatsapp/allowance.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { rich } from "../../support/teks.ts";
import {
  message,
  openRig,
  ownMessage,
  PERSON,
  PERSON_LID,
  quiet,
  type Rig,
} from "./fake-client.ts";

const outgoing = (rest: Partial<Outgoing> = {}): Outgoing => ({
  teks: plain("Mohon persetujuan"),
  pilihan: [],
  file: null,
  ...rest,
});

const file = { nama: "rekap.xlsx", mime: "a/b", data: new Uint8Array([80, 75, 3, 4]) };

describe("sending over WhatsApp", () => {
  let dir: string;
  let rig: Rig;

  const send = (content: Outgoing, chat = PERSON) =>
    rig.timing.settle(rig.channel.send(chat, content));

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), "wa-send-"));
    rig = await openRig(dir);
    await rig.newest().emit("ready");
  });

  afterEach(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it("is seen typing before it sends, in WhatsApp's markup", async () => {
    const result = await send(outgoing({ teks: rich("**{{a}}** 1", { a: "TW IV" }) }));
    expect(result).toEqual({ kind: "sent", externalIdList: [`true_${PERSON}_out1`] });
    expect(rig.newest().typing).toEqual([PERSON]);
    expect(rig.newest().sent).toEqual([{ chat: PERSON, text: "*TW IV* 1", file: null }]);
  });

  it("puts what is too long for a caption behind the file", async () => {
    await send(outgoing({ teks: plain("kata ".repeat(300).trim()), file }));
    expect(rig.newest().sent.map((one) => one.file?.nama)).toEqual(["rekap.xlsx", undefined]);
  });

  it("lets no text overtake a file in its chat, and makes no other chat wait", async () => {
    const upload = new EventEmitter();
    rig.newest().nextSends.push(async () => {
      await once(upload, "done");
      return ownMessage("slow");
    });
    const slow = rig.channel.send(PERSON, outgoing({ file }));
    await rig.timing.advance(1_000);
    const behind = rig.channel.send(PERSON, outgoing());
    const elsewhere = rig.channel.send("6281200000002@c.us", outgoing());
    await rig.timing.advance(5_000);
    await elsewhere;
    expect(rig.newest().sent.map(({ chat }) => chat)).toEqual(["6281200000002@c.us"]);
    upload.emit("done");
    await rig.timing.settle(Promise.all([slow, behind]));
    const mine = rig.newest().sent.filter(({ chat }) => chat === PERSON);
    expect(mine.map((one) => one.file !== null)).toEqual([true, false]);
  });

  it.each([
    { what: "unknown to WhatsApp", result: async () => undefined, code: "blocked", again: false },
    {
      what: "taken and given back",
      result: async () => ownMessage("A", -1),
      code: "throttled",
      again: true,
    },
    {
      what: "in a closed page",
      result: () => reject("Attempted to use detached Frame 'x'."),
      code: "unreachable",
      again: true,
    },
    ...[
      "Waiting failed: Frame detached",
      "Session already detached. Most likely the page has been closed.",
      "Runtime.callFunctionOn timed out. Increase the 'protocolTimeout' setting",
      "Navigating frame was detached",
    ].map((text) => ({
      what: `left alone by its page (${text.slice(0, 15)})`,
      result: () => reject(text),
      code: "unreachable",
      again: true,
    })),
    {
      what: "in a page that reloads",
      result: () =>
        reject("Cannot read properties of undefined (reading 'sendMessage') at window.WWebJS"),
      code: "not-ready",
      again: true,
    },
    {
      what: "without a LID",
      result: () => reject("Evaluation failed: No LID for user\n at x"),
      code: "blocked",
      again: false,
    },
    {
      what: "too much at once",
      result: () => reject("rate-overlimit"),
      code: "throttled",
      again: true,
    },
    { what: "not allowed", result: () => reject("not-authorized"), code: "blocked", again: false },
  ])("classifies a send that is $what as $code", async ({ result, code, again }) => {
    rig.newest().nextSends.push(result);
    const failed = await send(outgoing());
    expect(failed).toMatchObject({ kind: "failed", code });
    expect(failed.kind === "failed" && failed.retryAfterMs !== null).toBe(again);
    expect(await send(outgoing())).toMatchObject({ kind: "sent" });
  });

  it("does not wait for ever, and throws on what it does not understand, as an Error", async () => {
    rig.newest().nextSends.push(() => new Promise(() => undefined));
    expect(await send(outgoing())).toMatchObject({ code: "unreachable" });
    rig.newest().nextSends.push(() => Promise.reject("what is this"));
    await expect(send(outgoing())).rejects.toBeInstanceOf(Error);
  });

  it.each([
    { what: "nothing", content: outgoing({ teks: plain(" \n") }), chat: PERSON },
    {
      what: "an empty file",
      content: outgoing({ file: { ...file, data: new Uint8Array() } }),
      chat: PERSON,
    },
    { what: "to a group", content: outgoing(), chat: "120363@newsletter" },
    { what: "to everybody", content: outgoing(), chat: "status@broadcast" },
  ])("refuses to send $what", async ({ content, chat }) => {
    expect(await send(content, chat)).toMatchObject({ code: "rejected", retryAfterMs: null });
    expect(rig.newest().sent).toEqual([]);
  });

  it("writes a day's share of its own accord, answers whoever writes, and goes on the next day", async () => {
    for (let n = 0; n < UNPROMPTED_PER_DAY; n += 1) await send(outgoing());
    const over = await send(outgoing());
    expect(over).toMatchObject({ code: "throttled", scope: "channel" });
    const waitMs = over.kind === "failed" ? (over.retryAfterMs ?? 0) : 0;
    expect(waitMs).toBeGreaterThan(23 * 3_600_000);
    await rig.newest().emit("message", message({}));
    expect(await send(outgoing())).toMatchObject({ kind: "sent" });
    await rig.timing.advance(ANSWER_MS + 1);
    expect(await send(outgoing())).toMatchObject({ code: "throttled" });
    await rig.timing.advance(waitMs);
    expect(await send(outgoing())).toMatchObject({ kind: "sent" });
  });

  it("sends messages to many one by one, and a day's share of them, while all else goes on", async () => {
    const many = outgoing({ massal: true });
    const waits = async (): Promise<number> => {
      const result = await send(many);
      if (result.kind === "sent") return 0;
      expect(result).toMatchObject({ code: "throttled", scope: "massal" });
      return result.retryAfterMs ?? 0;
    };
    expect(await waits()).toBe(0);
    // Each that comes too early has a place of its own in the row.
    const [first, second] = [await waits(), await waits()];
    expect(first).toBeGreaterThan(10_000);
    expect(second - first).toBe(BROADCASTS.jedaDetik * 1_000);
    expect(await send(outgoing())).toMatchObject({ kind: "sent" });
    for (let n = 1; n < BROADCASTS.perHari; n += 1) {
      await rig.timing.advance(BROADCASTS.jedaDetik * 1_000);
      expect(await waits()).toBe(0);
    }
    await rig.timing.advance(BROADCASTS.jedaDetik * 1_000);
    const tomorrow = await waits();
    expect(tomorrow).toBeGreaterThan(23 * 3_600_000);
    expect(await send(outgoing())).toMatchObject({ kind: "sent" });
    await rig.timing.advance(tomorrow);
    expect(await waits()).toBe(0);
  });

  it("asks for leave once for all parts of a message to many", async () => {
    const long = outgoing({ massal: true, teks: plain("kata ".repeat(1_500).trim()) });
    expect(await send(long)).toMatchObject({ kind: "sent" });
    expect(rig.newest().sent.length).toBeGreaterThan(1);
  });

  it("knows a person by one address, whichever form WhatsApp uses, and answers to the last", async () => {
    const client = rig.newest();
    client.both = () => ({ lid: PERSON_LID, pn: PERSON });
    await client.emit("message", message({ from: PERSON_LID }));
    expect(rig.stored).toMatchObject([{ from: { channelId: "whatsapp", chat: PERSON } }]);
    await send(outgoing());
    expect(client.sent.at(-1)?.chat).toBe(PERSON_LID);
    client.both = () => ({});
    await client.emit("message", message({ from: PERSON }));
    expect(rig.stored[1]).toMatchObject({ from: { chat: PERSON } });
    await send(outgoing());
    expect(client.sent.at(-1)?.chat).toBe(PERSON);
  });

  it("keeps an address once given, even when the number becomes known after a restart", async () => {
    await rig.newest().emit("message", message({ from: PERSON_LID }));
    expect(rig.stored).toMatchObject([{ from: { chat: PERSON_LID } }]);
    await rig.stop();
    rig = await openRig(dir);
    rig.newest().both = () => ({ lid: PERSON_LID, pn: PERSON });
    await rig.newest().emit("ready");
    await rig.newest().emit("message", message({ from: PERSON }));
    expect(rig.stored).toMatchObject([{ from: { chat: PERSON_LID } }]);
  });

  it("stays with the form it has when the page cannot tell the other", async () => {
    rig.newest().both = () => {
      throw new Error("no such module");
    };
    await rig.newest().emit("message", message({ from: PERSON_LID }));
    expect(rig.stored).toMatchObject([{ from: { chat: PERSON_LID } }]);
  });

  it("reports how far a message came, after its send is recorded and under its one address", async () => {
    const client = rig.newest();
    client.both = () => ({ lid: PERSON_LID, pn: PERSON });
    await client.emit("message", message({ from: PERSON_LID }));
    const sending = rig.channel.send(PERSON, outgoing());
    await client.emit("message_ack", ownMessage("out1", 3, PERSON_LID), 3);
    expect(rig.stored).toHaveLength(1);
    await rig.timing.settle(sending);
    await rig.timing.advance(2_000);
    expect(rig.stored[1]).toMatchObject({ type: "receipt", state: "read", chat: PERSON });
  });

  it("edits the last of its messages, and calls what it cannot edit gone", async () => {
    const client = rig.newest();
    const written: string[] = [];
    client.messages.set(
      "b",
      known(async (text) => written.push(text)),
    );
    client.messages.set(
      "old",
      known(async () => null),
    );
    client.messages.set(
      "odd",
      known(() => reject("canEditText is not a function")),
    );
    client.messages.set(
      "cut",
      known(() => reject("Protocol error: Target closed")),
    );
    const edit = (...externalIdList: string[]) =>
      rig.channel.edit?.({ chat: PERSON, externalIdList, withFile: false }, outgoing());
    expect(await edit("a", "b")).toEqual({ kind: "sent", externalIdList: ["a", "b"] });
    expect(written).toEqual(["Mohon persetujuan"]);
    for (const id of ["old", "odd", "999999"])
      expect(await edit(id)).toMatchObject({ code: "gone" });
    expect(await edit("cut")).toMatchObject({ code: "unreachable" });
  });

  it("downloads what is not too large, and fetches nothing that says it is", async () => {
    const client = rig.newest();
    let fetched = 0;
    const stored = (size: number | undefined, base64: string | null) => ({
      raw: message({ _data: { size } }),
      edit: async () => null,
      revoke: async () => null,
      download: async () => {
        fetched += 1;
        return base64;
      },
    });
    client.messages.set("ok", stored(4, "UEsDBA=="));
    client.messages.set("large", stored(5_000, "UEsDBA=="));
    client.messages.set("untold", stored(undefined, Buffer.alloc(2_000).toString("base64")));
    client.messages.set("expired", stored(4, null));
    const get = (id: string) =>
      rig.channel.download({ id, nama: "a", mime: "a/b", ukuranByte: null }, 1_000);
    expect(await get("ok")).toEqual(new Uint8Array([80, 75, 3, 4]));
    expect(await get("large")).toEqual({ gagal: "terlalu-besar" });
    expect(fetched).toBe(1);
    expect(await get("untold")).toEqual({ gagal: "terlalu-besar" });
    expect(await get("expired")).toEqual({ gagal: "tak-terunduh" });
    expect(await get("none")).toEqual({ gagal: "tak-terunduh" });
  });

  it("writes no phone number to the log", async () => {
    rig.fail = 1;
    await rig.newest().emit("message", message({}));
    await rig.timing.advance(5_000);
    rig.newest().nextSends.push(async () => undefined);
    await send(outgoing());
    await quiet();
    expect(JSON.stringify(rig.log.lines)).not.toContain("62812");
  });
});

const reject = (text: string): Promise<never> => Promise.reject(new Error(text));

const known = (edit: (text: string) => Promise<unknown>) => ({
  raw: {},
  edit,
  revoke: async () => null,
  download: async () => null,
});
