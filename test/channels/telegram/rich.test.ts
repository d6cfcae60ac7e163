import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing, SendResult } from "../../../src/app/ports/channel.ts";
import type { TelegramChannel } from "../../../src/channels/telegram/index.ts";
import { toRichMessage } from "../../../src/channels/telegram/rich.ts";
import type { BlokTeks } from "../../../src/core/pesan/pesan.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import type { Person } from "../../doubles/telegram/index.ts";
import { inlineButtons } from "../../doubles/telegram/transcript.ts";
import { type Opened, openTelegram } from "./harness.ts";

const tabel = (baris: number, kolom = 2): BlokTeks => ({
  jenis: "tabel",
  kolom: Array.from({ length: kolom }, (_, at) => ({
    judul: plain(`Kolom ${at}`),
    rata: at === 0 ? "kiri" : "kanan",
  })),
  barisList: Array.from({ length: baris }, (_, no) => [plain(`Indikator ${no}`), plain("84,5 %")]),
});
const alinea = (teks: string): BlokTeks => ({ jenis: "alinea", teks: plain(teks) });

describe("blocks as a rich message", () => {
  it("says headers, sides, looks and instants as the Bot API names them", () => {
    const blok: readonly BlokTeks[] = [
      { jenis: "alinea", teks: [{ teks: "Laporan", tebal: true }, { teks: " menunggu" }] },
      tabel(1),
      {
        jenis: "rincian",
        judul: plain("Semua angka"),
        isi: [
          { jenis: "daftar", butirList: [[{ teks: "Sen 4 Jan", miring: true, saat: 4_000_999 }]] },
        ],
      },
    ];
    expect(toRichMessage(blok)).toEqual({
      skip_entity_detection: true,
      blocks: [
        { type: "paragraph", text: [{ type: "bold", text: "Laporan" }, " menunggu"] },
        {
          type: "table",
          is_striped: true,
          is_compact: true,
          cells: [
            [
              { text: ["Kolom 0"], align: "left", valign: "top", is_header: true },
              { text: ["Kolom 1"], align: "right", valign: "top", is_header: true },
            ],
            [
              { text: ["Indikator 0"], align: "left", valign: "top" },
              { text: ["84,5 %"], align: "right", valign: "top" },
            ],
          ],
        },
        {
          type: "details",
          summary: ["Semua angka"],
          blocks: [
            {
              type: "list",
              items: [
                {
                  blocks: [
                    {
                      type: "paragraph",
                      text: [
                        {
                          type: "italic",
                          text: {
                            type: "date_time",
                            text: "Sen 4 Jan",
                            unix_time: 4_000,
                            date_time_format: "",
                          },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    { what: "letters", blok: [alinea("x".repeat(32_769))] },
    { what: "blocks", blok: Array.from({ length: 501 }, () => alinea("x")) },
    { what: "rows", blok: [tabel(500)] },
    { what: "columns", blok: [tabel(1, 21)] },
    {
      what: "letters behind a fold",
      blok: [{ jenis: "rincian" as const, judul: plain("x"), isi: [alinea("x".repeat(32_768))] }],
    },
  ])("is not made of more $what than one may hold", ({ blok }) => {
    expect(toRichMessage(blok)).toBeNull();
  });
});

const message = (rest: Partial<Outgoing> = {}): Outgoing => ({
  teks: plain("Laporan\n– Indikator 0 84,5 %"),
  blok: [alinea("Laporan"), tabel(1)],
  pilihan: [
    [
      { id: "a", judul: "Setuju", peran: "maju" },
      { id: "b", judul: "Kembalikan", peran: "mundur" },
    ],
    [{ id: "c", judul: "Lihat" }],
  ],
  file: null,
  ...rest,
});

const partsOf = (result: SendResult): readonly string[] =>
  result.kind === "failed" ? (result.partIdList ?? []) : [];

describe("sending a message that is laid out", () => {
  let tg: Opened;
  let channel: TelegramChannel;
  let siti: Person;

  const open = async (rich: boolean): Promise<void> => {
    tg = await openTelegram({ rich });
    channel = tg.create();
    siti = tg.double.person(1, "Siti");
  };
  const connect = async (): Promise<void> => {
    await channel.start(tg.sink);
    await tg.double.until(() => tg.double.polling);
    asked = tg.double.calls.length;
  };
  /** Calls until it was online. */
  let asked = 0;
  beforeEach(async () => {
    asked = 0;
    await open(true);
  });
  afterEach(async () => {
    expect(tg.double.complaints).toEqual([]);
    await channel.stop(1_000);
    await tg.double.stop();
  });

  const file = { nama: "a.pdf", mime: "application/pdf", data: new Uint8Array(9).fill(65) };
  const calls = () => tg.double.calls.slice(asked).map(({ method }) => method);

  it("shows its blocks, with green for forward and red for back", async () => {
    expect((await channel.send("1", message())).kind).toBe("sent");
    expect(siti.texts).toEqual(["Laporan\nKolom 0 | Kolom 1\nIndikator 0 | 84,5 %"]);
    const rows = siti.last === undefined ? [] : inlineButtons(siti.last);
    const styles = rows.map((row) => row.map(({ style }) => style));
    expect(styles).toEqual([["success", "danger"], [undefined]]);
    expect(siti.buttons).toEqual(["Setuju", "Kembalikan", "Lihat"]);
  });

  it("looks the same before the server has been met: the server is asked, once", async () => {
    await channel.send("1", message({ file }));
    await channel.send("1", message({ file }));
    expect(siti.inbox.map((one) => one.document?.file_name)).toEqual([
      "a.pdf",
      undefined,
      "a.pdf",
      undefined,
    ]);
    // The question and two messages.
    expect(calls().filter((one) => one === "sendRichMessage")).toHaveLength(3);
  });

  it("is laid out behind no file where the server does not say that it can", async () => {
    tg.double.faults.failNext("sendRichMessage", 500, "planned");
    await channel.send("1", message({ file }));
    expect(calls()).toEqual(["sendRichMessage", "sendDocument"]);
    expect(siti.texts).toEqual(["Laporan\n– Indikator 0 84,5 %"]);
  });

  it("brings its file first, and the buttons below the blocks", async () => {
    await connect();
    const sent = await channel.send("1", message({ file }));
    expect(sent).toMatchObject({ externalIdList: siti.inbox.map((one) => String(one.message_id)) });
    expect(siti.inbox.map((one) => one.document?.file_name)).toEqual(["a.pdf", undefined]);
    expect(siti.buttons).toContain("Setuju");
  });

  it("is replaced by blocks, its file left alone", async () => {
    await connect();
    const sent = await channel.send("1", message({ file }));
    const externalIdList = sent.kind === "sent" ? sent.externalIdList : [];
    const blok = [alinea("Laporan"), tabel(1), alinea("✅ Disetujui Camat")];
    const content = message({ blok, pilihan: [] });
    const ref = { chat: "1", externalIdList, withFile: true };
    expect(await channel.edit?.(ref, content)).toEqual({ kind: "sent", externalIdList });
    expect(siti.texts.at(-1)).toContain("✅ Disetujui Camat");
    expect(siti.buttons).toEqual([]);
    // told twice, as may happen after a crash
    expect(await channel.edit?.(ref, content)).toEqual({ kind: "sent", externalIdList });
  });

  it("says in words what one message's blocks were refused for, and lays the next one out", async () => {
    await channel.send("1", message());
    tg.double.faults.failNext("sendRichMessage", 400, "Bad Request: RICH_MESSAGE_INVALID");
    expect((await channel.send("1", message())).kind).toBe("sent");
    await channel.send("1", message());
    expect(siti.texts.map((text) => text.includes(" | "))).toEqual([true, false, true]);
  });

  it.each([
    { status: 500, code: "unreachable" },
    { status: 403, code: "blocked" },
  ])("is not said in words behind an answer $status, which may have shown it", async (fault) => {
    tg.double.faults.failNext("sendRichMessage", fault.status, "planned");
    expect(await channel.send("1", message())).toMatchObject({ code: fault.code });
    expect(calls()).toEqual(["sendRichMessage"]);
  });

  it("waits behind its file when asked to slow down, and sends the file once", async () => {
    await connect();
    tg.double.faults.failNext("sendRichMessage", 429, "Too Many Requests", { retry_after: 2 });
    expect((await channel.send("1", message({ file }))).kind).toBe("sent");
    expect(calls()).toEqual(["sendDocument", "sendRichMessage", "sendRichMessage"]);
  });

  it.each([
    {
      what: "a server in trouble",
      fail: () => tg.double.faults.failNext("sendRichMessage", 500, ""),
    },
    { what: "a line that breaks", fail: () => tg.double.faults.cutNext("sendRichMessage") },
  ])("goes on behind its file after $what", async ({ fail }) => {
    await connect();
    fail();
    const first = await channel.send("1", message({ file }));
    expect(first).toMatchObject({ kind: "failed", code: "unreachable" });
    const again = await channel.send("1", message({ file }), { done: partsOf(first) });
    const idList = siti.inbox.map((one) => String(one.message_id));
    expect(again).toEqual({ kind: "sent", externalIdList: idList });
    expect(calls()).toEqual(["sendDocument", "sendRichMessage", "sendRichMessage"]);
  });

  it("says that its file is out before it is sent itself", async () => {
    await connect();
    const told: (readonly string[])[] = [];
    const went = async (partIdList: readonly string[]) => {
      expect(calls()).toEqual(["sendDocument"]);
      told.push([...partIdList]);
    };
    await channel.send("1", message({ file }), { went });
    expect(told).toHaveLength(1);
    const again = await channel.send("1", message({ file }), { done: told.flat() });
    expect(again.kind).toBe("sent");
    expect(calls()).toEqual(["sendDocument", "sendRichMessage", "sendRichMessage"]);
  });

  it("goes on in words where those took its place, and where they stopped", async () => {
    await connect();
    const { faults } = tg.double;
    const long = message({ file, teks: plain(`${"a".repeat(4_000)}\n\n${"b".repeat(4_000)}`) });
    faults.failNext("sendRichMessage", 400, "Bad Request: RICH_MESSAGE_INVALID");
    // The first words go through, the second do not.
    const release = faults.holdNext("sendMessage");
    const stopped = channel.send("1", long);
    await tg.double.until(() => tg.double.callsOf("sendMessage").length === 1);
    faults.failNext("sendMessage", 500, "planned");
    release();
    const first = await stopped;
    const again = await channel.send("1", long, { done: partsOf(first) });
    expect(again).toEqual({
      kind: "sent",
      externalIdList: siti.inbox.map((one) => String(one.message_id)),
    });
    expect(siti.texts.map((text) => text.slice(0, 1))).toEqual(["", "a", "b"]);
  });

  it("keeps a caption a caption, whatever the server has learnt since", async () => {
    const { faults } = tg.double;
    const long = message({ file, teks: plain(`${"a".repeat(1_000)}\n\n${"b".repeat(1_000)}`) });
    faults.failNext("sendRichMessage", 500, "planned");
    faults.failNext("sendMessage", 500, "planned");
    const first = await channel.send("1", long);
    await connect();
    expect((await channel.send("1", long, { done: partsOf(first) })).kind).toBe("sent");
    expect(siti.texts.map((text) => text.slice(0, 1))).toEqual(["a", "b"]);
    expect(siti.inbox).toHaveLength(2);
  });

  describe("to a server older than Bot API 10.1", () => {
    beforeEach(async () => {
      await tg.double.stop();
      await open(false);
    });

    it("is said in words, and the server is asked once", async () => {
      for (let times = 0; times < 3; times += 1) await channel.send("1", message());
      expect(siti.texts).toEqual(Array.from({ length: 3 }, () => "Laporan\n– Indikator 0 84,5 %"));
      expect(calls()).toEqual(["sendRichMessage", "sendMessage", "sendMessage", "sendMessage"]);
    });

    it("has its words below its file from the first one on", async () => {
      await connect();
      for (let times = 0; times < 2; times += 1) await channel.send("1", message({ file }));
      await channel.send("1", message());
      expect(calls()).toEqual(["sendDocument", "sendDocument", "sendMessage"]);
      expect(siti.texts).toEqual(Array.from({ length: 3 }, () => "Laporan\n– Indikator 0 84,5 %"));
    });

    it("is asked again where the words did not go through either", async () => {
      tg.double.faults.failNext("sendMessage", 500, "planned");
      expect(await channel.send("1", message())).toMatchObject({ code: "unreachable" });
      await channel.send("1", message());
      expect(calls().filter((one) => one === "sendRichMessage")).toHaveLength(2);
      expect(siti.inbox).toHaveLength(1);
    });
  });
});
