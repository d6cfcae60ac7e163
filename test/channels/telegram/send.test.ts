import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../../../src/app/ports/channel.ts";
import type { TelegramChannel } from "../../../src/channels/telegram/index.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import type { Person } from "../../doubles/telegram/index.ts";
import { type Opened, openTelegram } from "./harness.ts";

let tg: Opened;
let channel: TelegramChannel;
let siti: Person;

beforeEach(async () => {
  tg = await openTelegram();
  channel = tg.create();
  siti = tg.double.person(1, "Siti");
});

afterEach(async () => {
  expect(tg.double.complaints).toEqual([]);
  await tg.double.stop();
});

const message = (rest: Partial<Outgoing>): Outgoing => ({
  teks: plain("Mohon persetujuan"),
  pilihan: [],
  file: null,
  ...rest,
});
const file = (nama: string, size = 9) => ({
  nama,
  mime: "a/b",
  data: new Uint8Array(size).fill(65),
});
const long = plain(Array.from({ length: 900 }, (_, n) => `baris ${n}`).join("\n"));

describe("sending to Telegram", () => {
  it.each([
    { status: 429, parameters: { retry_after: 9 }, code: "throttled", retryAfterMs: 9_000 },
    { status: 429, parameters: undefined, code: "throttled", retryAfterMs: 1_000 },
    { status: 500, parameters: undefined, code: "unreachable", retryAfterMs: 1_000 },
    { status: 502, parameters: undefined, code: "unreachable", retryAfterMs: 1_000 },
    { status: 401, parameters: undefined, code: "not-ready", retryAfterMs: 60_000 },
    { status: 403, parameters: undefined, code: "blocked", retryAfterMs: null },
    { status: 400, parameters: undefined, code: "rejected", retryAfterMs: 1_000 },
    { status: 413, parameters: undefined, code: "rejected", retryAfterMs: null },
  ])("reads a $status as $code", async ({ status, parameters, code, retryAfterMs }) => {
    tg.double.faults.failNext("sendMessage", status, "planned", parameters);
    const result = await channel.send("1", message({}));
    expect(result).toMatchObject({ kind: "failed", code, retryAfterMs });
  });

  it("knows that a chat does not exist", async () => {
    expect(await channel.send("99", message({}))).toMatchObject({
      code: "blocked",
      retryAfterMs: null,
    });
  });

  it("calls a broken connection unreachable and keeps the token out of the detail", async () => {
    tg.double.faults.unreachable = true;
    const result = await channel.send("1", message({}));
    expect(result).toMatchObject({ code: "unreachable", retryAfterMs: 1_000 });
    expect(JSON.stringify(result)).not.toContain(tg.double.token);
  });

  it("does not unfold previews of links", async () => {
    await channel.send("1", message({ teks: plain("https://contoh.go.id") }));
    expect(tg.double.callsOf("sendMessage")[0]?.params).toMatchObject({
      link_preview_options: { is_disabled: true },
    });
  });

  it.each(['a"b.xlsx', "baris\r\nX-Jahat: 1.xlsx", "Laporan ✅ Кв.4.xlsx"])(
    "brings a file named %j through whole",
    async (nama) => {
      const result = await channel.send("1", message({ file: file(nama, 70_000) }));
      expect(result.kind).toBe("sent");
      const last = siti.last;
      expect(last?.document?.file_name).toMatch(/^[^"\r\n]+\.xlsx$/);
      expect(last?.document?.file_size).toBe(70_000);
      expect(last?.caption).toBe("Mohon persetujuan");
    },
  );

  it("sends a file without a word beside it", async () => {
    expect((await channel.send("1", message({ teks: [], file: file("a.pdf") }))).kind).toBe("sent");
    expect(siti.last?.caption).toBeUndefined();
  });

  it.each([
    { what: "an empty file", content: message({ file: file("a.pdf", 0) }) },
    { what: "a file beyond 50 MB", content: message({ file: file("a.pdf", 50_000_001) }) },
    {
      what: "a token beyond 64 bytes",
      content: message({ pilihan: [[{ id: "x".repeat(65), judul: "Ya" }]] }),
    },
  ])("refuses $what without asking Telegram", async ({ content }) => {
    expect(await channel.send("1", content)).toMatchObject({
      code: "rejected",
      retryAfterMs: null,
    });
    expect(tg.double.calls).toEqual([]);
  });

  it("waits for the second part of a message when asked to slow down between the parts", async () => {
    const release = tg.double.faults.holdNext("sendMessage");
    const sending = channel.send("1", message({ teks: long }));
    await tg.double.until(() => tg.double.callsOf("sendMessage").length === 1);
    release();
    tg.double.faults.failNext("sendMessage", 429, "Too Many Requests", { retry_after: 2 });
    expect((await sending).kind).toBe("sent");
    expect(siti.texts.join("\n")).toBe(long[0]?.teks);
  });

  it("says that a message was not sent when its second part was not", async () => {
    const release = tg.double.faults.holdNext("sendMessage");
    const sending = channel.send("1", message({ teks: long }));
    await tg.double.until(() => tg.double.callsOf("sendMessage").length === 1);
    release();
    tg.double.faults.failNext("sendMessage", 429, "Too Many Requests", { retry_after: 60 });
    expect(await sending).toMatchObject({ code: "throttled", retryAfterMs: 60_000 });
  });
});

describe("editing on Telegram", () => {
  it.each([
    ["Bad Request: message is not modified: specified new message content", "sent"],
    ["Bad Request: message to edit not found", "gone"],
    ["Bad Request: message can't be edited", "gone"],
    ["Bad Request: MESSAGE_ID_INVALID", "gone"],
    ["Bad Request: can't parse entities", "rejected"],
  ])("reads %j as %s", async (description, meaning) => {
    tg.double.faults.failNext("editMessageText", 400, description);
    const ref = { chat: "1", externalIdList: ["5"], withFile: false };
    const result = await channel.edit?.(ref, message({}));
    expect(result?.kind === "failed" ? result.code : result?.kind).toBe(meaning);
  });

  it("takes only the buttons away when there is no outcome to show", async () => {
    const pilihan = [[{ id: "a.1:ya", judul: "Ya" }]];
    const result = await channel.send("1", message({ pilihan }));
    const externalIdList = result.kind === "sent" ? result.externalIdList : [];
    await channel.edit?.({ chat: "1", externalIdList, withFile: false }, message({ teks: [] }));
    expect(siti.last?.text).toBe("Mohon persetujuan");
    expect(siti.buttons).toEqual([]);
  });

  it("keeps the outcome when a full caption has no room for it", async () => {
    const teks = plain("kata ".repeat(200));
    const result = await channel.send("1", message({ teks, file: file("rekap.xlsx") }));
    const externalIdList = result.kind === "sent" ? result.externalIdList : [];
    const outcome = plain("\n\n✅ Disetujui Camat, Kam 26 Nov, 15.31 WITA");
    const ref = { chat: "1", externalIdList, withFile: true };
    expect(await channel.edit?.(ref, message({ teks: [...teks, ...outcome] }))) //
      .toMatchObject({ kind: "sent" });
    expect(siti.last?.caption).toMatch(/^kata .*…\n\n✅ Disetujui Camat, Kam 26 Nov, 15.31 WITA$/);
    expect(siti.last?.document?.file_name).toBe("rekap.xlsx");
  });

  it("has nothing to do for a message that became nothing", async () => {
    const ref = { chat: "1", externalIdList: [], withFile: false };
    expect(await channel.edit?.(ref, message({}))).toMatchObject({ kind: "sent" });
    expect(tg.double.calls).toEqual([]);
  });
});

const fileRef = (id: string) => ({ id, nama: "a", mime: "b", ukuranByte: null });

describe("downloading from Telegram", () => {
  it.each([400, 404])("gives up on a %s without naming the token", async (status) => {
    const { document } = siti.uploads("a.pdf", new Uint8Array(9), "application/pdf");
    tg.double.faults.failNext("download", status, "planned");
    expect(await channel.download(fileRef(document?.file_id ?? ""), 100)) //
      .toEqual({ gagal: "tak-terunduh" });
    expect(JSON.stringify(tg.log.lines)).not.toContain(tg.double.token);
  });

  it("does not wait for a file as long as Telegram may ask", async () => {
    const { document } = siti.uploads("a.pdf", new Uint8Array(9), "application/pdf");
    tg.double.faults.failNext("getFile", 429, "Too Many Requests", { retry_after: 600 });
    expect(await channel.download(fileRef(document?.file_id ?? ""), 100)) //
      .toEqual({ gagal: "tak-terunduh" });
    expect(tg.double.callsOf("getFile")).toHaveLength(1);
  });

  it("does not ask for a file that is known to be too large", async () => {
    const known = { ...fileRef("F"), ukuranByte: 20_000_001 };
    expect(await channel.download(known, 100_000_000)).toEqual({ gagal: "terlalu-besar" });
    expect(tg.double.calls).toEqual([]);
  });

  it("knows when Telegram itself finds a file too large for bots", async () => {
    tg.double.faults.failNext("getFile", 400, "Bad Request: file is too big");
    expect(await channel.download(fileRef("F"), 100)).toEqual({ gagal: "terlalu-besar" });
  });
});
