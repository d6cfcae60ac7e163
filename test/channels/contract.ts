// What any channel must do. Each adapter's test hands this suite a harness that plays its service.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Capabilities,
  Channel,
  InboundEvent,
  Outgoing,
  SendResult,
} from "../../src/app/ports/channel.ts";
import { plain } from "../../src/core/pesan/spans.ts";
import { rich } from "../support/teks.ts";

/** A message as it stands in the chat now. */
export interface ShownMessage {
  readonly text: string;
  /** Titles, row by row, of buttons; of a poll, which is a message of its own, in one row. */
  readonly buttons: readonly (readonly string[])[];
  /** Stretches of text in bold. */
  readonly bold: readonly string[];
  /** What is laid out; absent where a message is words alone. */
  readonly laidOut?: LaidOut;
  readonly file: {
    readonly nama: string;
    readonly data: Uint8Array;
    /** Whether the chat shows it as a picture. */
    readonly gambar: boolean;
  } | null;
}

/** A message that is more than words. */
export interface LaidOut {
  /** Rows of every table, header first. */
  readonly rows: readonly (readonly string[])[];
  /** Buttons that lead on, and back, by how they look. */
  readonly forward: readonly string[];
  readonly back: readonly string[];
}

/** A service with one person, whose chat the channel knows by `chat`. */
export interface ChannelHarness {
  readonly channel: Channel;
  readonly chat: string;
  says(text: string): void;
  /** Presses the newest button of that title, or ticks it in the newest poll; where there are any. */
  taps(title: string): void;
  /** Takes the vote in the newest poll back; only where there are polls. */
  unticks?(): void;
  /** Writes an answer to the channel's newest message that has text; only where people can. */
  answers?(text: string): void;
  uploads(file: { nama: string; mime: string; data: Uint8Array }, caption: string): void;
  /** The channel's messages in the chat, oldest first. */
  shown(): readonly ShownMessage[];
  /** The next send is refused by the service. */
  failNextSend(how: "throttled" | "blocked" | "unreachable"): void;
  /** What is asked of the service next about a file fails by the way alone; only where files are fetched. */
  failNextFetch?(how: "throttled" | "unreachable" | "cut"): void;
  /** The next update reaches the channel twice. */
  repeatNext(): void;
  /** Resolves when the predicate holds. */
  until(predicate: () => boolean): Promise<unknown>;
  close(): Promise<void>;
}

export function describeChannel(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel`, () => {
    let harness: ChannelHarness;
    let stored: InboundEvent[];
    let refuse: number;

    beforeEach(async () => {
      harness = await open();
      stored = [];
      refuse = 0;
      await harness.channel.start(async (event) => {
        if (refuse > 0) {
          refuse -= 1;
          throw new Error("the database is down");
        }
        stored.push(event);
      });
      await harness.until(() => harness.channel.status().state === "online");
    });

    afterEach(async () => {
      await harness.channel.stop(1_000);
      await harness.close();
    });

    const receive = async (count = 1): Promise<readonly InboundEvent[]> => {
      await harness.until(() => stored.length >= count);
      return stored;
    };

    it("says in a sentence how it is", async () => {
      expect(harness.channel.status().detail).toMatch(/^[A-Z].*\.$/);
      await harness.channel.stop(1_000);
      expect(harness.channel.status().state).toBe("offline");
    });

    it("offers edit exactly when its capabilities say so", () => {
      expect(harness.channel.edit !== undefined).toBe(harness.channel.caps.edit);
    });

    it("passes on what a person writes", async () => {
      harness.says("86,25");
      const [event] = await receive();
      const from = { channelId: harness.channel.id, chat: harness.chat };
      expect(event).toMatchObject({ channelId: harness.channel.id, from, type: "text" });
      expect(event).toMatchObject({ text: "86,25" });
    });

    it("tells commands from text", async () => {
      harness.says("/isi 1.1");
      const [event] = await receive();
      expect(event).toMatchObject({ type: "command", name: "isi", args: "1.1" });
    });

    it("keeps the order in which a person wrote", async () => {
      const textList = ["satu", "dua", "tiga", "empat", "lima"];
      for (const text of textList) harness.says(text);
      const eventList = await receive(5);
      expect(eventList.map((event) => event.type === "text" && event.text)).toEqual(textList);
    });

    it("gives every event a key of its own, and a repeated one the same", async () => {
      harness.repeatNext();
      harness.says("sekali");
      const [first, again] = await receive(2);
      harness.says("lagi");
      const other = (await receive(3)).find((event) => event.eventId !== first?.eventId);
      expect(again?.eventId).toBe(first?.eventId);
      expect(other).toMatchObject({ text: "lagi" });
    });

    it("loses nothing and keeps the order when storing fails", async () => {
      refuse = 3;
      harness.says("satu");
      harness.says("dua");
      // A service may say again what was not confirmed, under the same key: only the first counts.
      await harness.until(() => firstsOf(stored, ["satu", "dua"]).length >= 2);
      expect(firstsOf(stored, ["satu", "dua"])).toEqual(["satu", "dua"]);
    });

    it("hands over a file with its name, size and caption, and its bytes on demand", async () => {
      const data = new Uint8Array([80, 75, 3, 4, 0, 255]);
      harness.uploads({ nama: "bukti TW IV.xlsx", mime: "application/x-bukti", data }, "bukti");
      const [event] = await receive();
      if (event?.type !== "file") throw new Error("no file event");
      expect(event).toMatchObject({ caption: "bukti" });
      expect(event.file).toMatchObject({ nama: "bukti TW IV.xlsx", mime: "application/x-bukti" });
      const bytes = await harness.channel.download(event.file, 1_000);
      expect(bytes instanceof Uint8Array && [...bytes]).toEqual([...data]);
    });

    it("refuses to download more than it is asked for, even if the size was not told", async () => {
      harness.uploads({ nama: "besar.bin", mime: "a/b", data: new Uint8Array(2_000) }, "");
      const [event] = await receive();
      if (event?.type !== "file") throw new Error("no file event");
      const { channel } = harness;
      expect(await channel.download(event.file, 1_999)).toEqual({ gagal: "terlalu-besar" });
      const untold = { ...event.file, ukuranByte: null };
      expect(await channel.download(untold, 1_999)).toEqual({ gagal: "terlalu-besar" });
      const unknown = { ...untold, id: "tak-ada" };
      expect(await channel.download(unknown, 1_999)).toEqual({ gagal: "tak-terunduh" });
    });

    it.each(["throttled", "unreachable", "cut"] as const)(
      "fetches a file that is %s at first, and gives up in the end",
      async (how) => {
        if (harness.failNextFetch === undefined) return;
        const data = new Uint8Array([80, 75, 3, 4]);
        harness.uploads({ nama: "bukti.xlsx", mime: "a/b", data }, "");
        const [event] = await receive();
        if (event?.type !== "file") throw new Error("no file event");
        for (const [faults, got] of [
          [2, data],
          [3, { gagal: "tak-terunduh" }],
        ] as const) {
          for (let n = 0; n < faults; n += 1) harness.failNextFetch(how);
          const bytes = await harness.channel.download(event.file, 1_000);
          expect(bytes instanceof Uint8Array ? [...bytes] : bytes).toEqual(
            got instanceof Uint8Array ? [...got] : got,
          );
        }
      },
    );

    it("sends a text with its looks", async () => {
      const teks = rich("✅ **Terkirim** {{isi}}", { isi: "3 indikator **bukan tebal**" });
      const result = await harness.channel.send(harness.chat, message({ teks }));
      expect(idsOf(result)).toHaveLength(1);
      expect(harness.shown()).toEqual([
        {
          text: "✅ Terkirim 3 indikator **bukan tebal**",
          bold: ["Terkirim"],
          buttons: [],
          file: null,
        },
      ]);
    });

    it("shows what is laid out, or says it in words, once", async () => {
      const { channel, chat } = harness;
      const pilihan = withButtons(channel.caps) ? [keputusan] : [];
      const sent = message({ teks: plain(PERLU.words), blok: PERLU.blok, pilihan });
      const idList = idsOf(await channel.send(chat, sent));
      const shown = harness.shown();
      expect(idList).toHaveLength(1);
      expect(shown).toHaveLength(1);
      const { text = "", buttons, laidOut } = shown[0] ?? {};
      expect(buttons).toEqual(pilihan.map((row) => row.map(({ judul }) => judul)));
      if (laidOut === undefined) expect(text).toBe(PERLU.words);
      else {
        expect(laidOut).toEqual({
          rows: PERLU.rows,
          forward: ["✅ Setuju"],
          back: ["↩️ Kembalikan"],
        });
        expect(text.split(PERLU.head)).toHaveLength(2);
      }
    });

    it("replaces what is laid out, and what is not by what is", async () => {
      const { channel, chat } = harness;
      if (channel.edit === undefined) return;
      const outcome = plain("✅ Disetujui Camat, Kam 26 Nov, 15.31 WITA");
      const laidOut = { teks: plain(PERLU.words), blok: PERLU.blok };
      const over = {
        teks: [...laidOut.teks, { teks: "\n\n" }, ...outcome],
        blok: [...PERLU.blok, { jenis: "alinea", teks: outcome } as const],
      };
      for (const [before, after] of [
        [laidOut, over],
        [{ teks: laidOut.teks }, over],
        [laidOut, { teks: over.teks }],
      ]) {
        const sent = message({ ...before, pilihan: withButtons(channel.caps) ? [keputusan] : [] });
        const externalIdList = idsOf(await channel.send(chat, sent));
        const count = harness.shown().length;
        const ref = { chat, externalIdList, withFile: false };
        expect(await channel.edit(ref, message({ ...after }))).toMatchObject({ kind: "sent" });
        const now = harness.shown();
        expect(now).toHaveLength(count);
        expect(now.at(-1)?.buttons).toEqual([]);
        expect(now.at(-1)?.text.split("Disetujui Camat")).toHaveLength(2);
      }
    });

    it("sends a long text in parts without losing a word", async () => {
      const { textMax } = harness.channel.caps;
      const whole = Array.from({ length: textMax / 4 }, (_, n) => `baris ${n}`).join("\n");
      const result = await harness.channel.send(harness.chat, message({ teks: plain(whole) }));
      const parts = harness.shown().map(({ text }) => text);
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.every((text) => text.length <= textMax)).toBe(true);
      expect(parts.join("\n")).toBe(whole);
      expect(idsOf(result)).toHaveLength(parts.length);
    });

    it.each([
      { what: "a text in parts", file: false },
      { what: "a file with a text behind it", file: true },
    ])(
      "says what of $what is out before more goes, and goes on there after a kill",
      async ({ file }) => {
        const { channel, chat } = harness;
        const words = Array.from({ length: channel.caps.textMax / 2 }, (_, n) => `${n}`);
        const teks = plain(words.join(" "));
        const content = message({ teks, pilihan: [choices], file: file ? rekap : null });
        const killed = new Error("killed");
        let result: SendResult | null = null;
        let done: readonly string[] = [];
        while (result === null) {
          const went = (partIdList: readonly string[]): Promise<never> => {
            done = [...partIdList];
            return Promise.reject(killed);
          };
          result = await channel.send(chat, content, { done, went }).catch((error: unknown) => {
            if (error !== killed) throw error;
            return null;
          });
        }
        const shown = harness.shown();
        expect(idsOf(result)).toHaveLength(shown.length);
        expect(shown.flatMap(({ file }) => file ?? [])).toHaveLength(file ? 1 : 0);
        expect(
          shown
            .map(({ text }) => text)
            .join(" ")
            .match(/\d+/g),
        ).toEqual(words);
        expect(shown.filter(({ buttons }) => buttons.length > 0).length).toBeLessThanOrEqual(1);
      },
    );

    it("sends a file with the text beside it", async () => {
      const result = await harness.channel.send(harness.chat, message({ file: rekap }));
      expect(idsOf(result)).toHaveLength(1);
      expect(harness.shown()).toMatchObject([{ text: "Mohon persetujuan" }]);
      expect(harness.shown()[0]?.file?.nama).toBe("Rekap TW IV.xlsx");
      expect([...(harness.shown()[0]?.file?.data ?? [])]).toEqual([...rekap.data]);
    });

    it("shows a picture in the chat, and nothing else that way", async () => {
      const { chat, channel } = harness;
      await channel.send(chat, message({ file: { ...grafik, gambar: true } }));
      await channel.send(chat, message({ file: grafik }));
      const shown = harness.shown();
      expect(shown.map(({ file }) => file?.gambar)).toEqual([true, false]);
      expect(shown.map(({ text }) => text)).toEqual(["Mohon persetujuan", "Mohon persetujuan"]);
      expect([...(shown[0]?.file?.data ?? [])]).toEqual([...grafik.data]);
    });

    it("puts what is too long for a caption behind the file", async () => {
      const { captionMax } = harness.channel.caps;
      const teks = plain("kata ".repeat(captionMax / 4).trim());
      await harness.channel.send(harness.chat, message({ teks, file: rekap }));
      const shown = harness.shown();
      expect(shown.map(({ file }) => file !== null)).toEqual([true, false]);
      expect(shown.map(({ text }) => text).join(" ")).toBe(teks[0]?.teks);
    });

    it.each([
      { how: "throttled", code: "throttled", again: true },
      { how: "unreachable", code: "unreachable", again: true },
      { how: "blocked", code: "blocked", again: false },
    ] as const)("tells apart that it is $how", async ({ how, code, again }) => {
      harness.failNextSend(how);
      const result = await harness.channel.send(harness.chat, message({}));
      expect(result).toMatchObject({ kind: "failed", code });
      expect(result.kind === "failed" && result.retryAfterMs !== null).toBe(again);
      expect(harness.shown()).toEqual([]);
      expect(await harness.channel.send(harness.chat, message({}))).toMatchObject({ kind: "sent" });
    });

    it("refuses to send nothing", async () => {
      const result = await harness.channel.send(harness.chat, message({ teks: plain(" \n ") }));
      expect(result).toMatchObject({ code: "rejected", retryAfterMs: null });
    });

    it("gives the token of a tapped choice back as it was sent", async () => {
      if (!withButtons(harness.channel.caps)) return;
      await harness.channel.send(harness.chat, message({ pilihan: [choices] }));
      expect(harness.shown()[0]?.buttons).toEqual([["✅ Setuju", "Tugas"]]);
      harness.taps("✅ Setuju");
      harness.taps("Tugas");
      const eventList = await receive(2);
      expect(eventList.map((event) => event.type === "choice" && event.token)).toEqual([
        "ab12cd34ef.3:setuju",
        "/tugas",
      ]);
    });

    it("points a vote at what was sent and counts the choices, changed and taken back too", async () => {
      const { channel, chat } = harness;
      if (channel.caps.choices !== "poll") return;
      const sent = message({ pilihan: [choices.slice(0, 1), choices.slice(1)], ajakan: "Pilih." });
      const idList = idsOf(await channel.send(chat, sent));
      expect(harness.shown()).toMatchObject([
        { text: "Mohon persetujuan", buttons: [] },
        { text: "Pilih.", buttons: [["✅ Setuju", "Tugas"]] },
      ]);
      harness.taps("Tugas");
      harness.taps("✅ Setuju");
      harness.unticks?.();
      const eventList = (await receive(3)).filter((event) => event.type === "vote");
      expect(eventList.map(({ nomor }) => nomor)).toEqual([1, 0, null]);
      expect(new Set(eventList.map(({ eventId }) => eventId)).size).toBe(3);
      for (const { poll } of eventList)
        expect(poll.filter((id) => id === idList.at(-1))).toHaveLength(1);
    });

    it("gives a repeated vote the same key", async () => {
      if (harness.channel.caps.choices !== "poll") return;
      const sent = message({ pilihan: [choices], ajakan: "Pilih." });
      await harness.channel.send(harness.chat, sent);
      harness.repeatNext();
      harness.taps("Tugas");
      const [first, again] = await receive(2);
      expect(first).toMatchObject({ type: "vote" });
      expect(again?.eventId).toBe(first?.eventId);
    });

    it("says which message a text answers", async () => {
      const { channel, chat } = harness;
      if (harness.answers === undefined) return;
      const [id = ""] = idsOf(await channel.send(chat, message({})));
      harness.answers("setuju");
      harness.says("kedua");
      const [answer, text] = await receive(2);
      expect(answer?.type === "text" && answer.quoted?.filter((one) => one === id)).toEqual([id]);
      expect(text?.type === "text" && text.quoted).toBeUndefined();
    });

    it("puts the buttons of a long text below its last part", async () => {
      const { caps } = harness.channel;
      if (!withButtons(caps)) return;
      const teks = plain("kata ".repeat(caps.textMax / 4).trim());
      await harness.channel.send(harness.chat, message({ teks, pilihan: [choices] }));
      expect(harness.shown().map(({ buttons }) => buttons.length)).toEqual([0, 1]);
    });

    it.each([
      { what: "a text", file: false, long: false },
      { what: "a file's caption", file: true, long: false },
      { what: "a text in parts", file: false, long: true },
      { what: "a file with a text behind it", file: true, long: true },
    ])("replaces $what and takes its buttons away", async ({ file, long }) => {
      const { channel, chat } = harness;
      if (channel.edit === undefined) return;
      const teks = plain("kata ".repeat(long ? channel.caps.textMax / 4 : 2).trim());
      const content = message({ teks, pilihan: [choices], file: file ? rekap : null });
      const externalIdList = idsOf(await channel.send(chat, content));
      const before = harness.shown();
      const ref = { chat, externalIdList, withFile: file };
      const outcome = message({ teks: plain("✅ Disetujui Camat, Kam 26 Nov, 15.31 WITA") });
      expect(await channel.edit(ref, outcome)).toMatchObject({ kind: "sent", externalIdList });
      const after = harness.shown();
      expect(after).toHaveLength(before.length);
      expect(after.flatMap(({ buttons }) => buttons)).toEqual([]);
      expect(after.at(-1)?.text).toBe("✅ Disetujui Camat, Kam 26 Nov, 15.31 WITA");
      expect(after[0]?.file?.nama).toBe(before[0]?.file?.nama);
      // The same once more, as after a crash, is no failure.
      expect(await channel.edit(ref, outcome)).toMatchObject({ kind: "sent" });
    });

    it("tells when the message to replace is gone", async () => {
      const { channel, chat } = harness;
      if (channel.edit === undefined) return;
      const ref = { chat, externalIdList: ["999999"], withFile: false };
      expect(await channel.edit(ref, message({}))).toMatchObject({
        code: "gone",
        retryAfterMs: null,
      });
    });
  });
}

const choices = [
  { id: "ab12cd34ef.3:setuju", judul: "✅ Setuju" },
  { id: "/tugas", judul: "Tugas" },
];

const keputusan = [
  { id: "ab12cd34ef.3:setuju", judul: "✅ Setuju", peran: "maju" },
  { id: "ab12cd34ef.3:kembalikan", judul: "↩️ Kembalikan", peran: "mundur" },
] as const;

/** One message in its two looks. */
const PERLU = {
  head: "Mohon persetujuan",
  words: "Mohon persetujuan\nPerlu perhatian: Desa tertib 68,78 %",
  rows: [
    ["Indikator", "Capaian"],
    ["Desa tertib", "68,78 %"],
  ],
  blok: [
    { jenis: "alinea", teks: plain("Mohon persetujuan") },
    {
      jenis: "tabel",
      kolom: [
        { judul: plain("Indikator"), rata: "kiri" },
        { judul: plain("Capaian"), rata: "kanan" },
      ],
      barisList: [[plain("Desa tertib"), plain("68,78 %")]],
    },
  ],
} as const;

const rekap = {
  nama: "Rekap TW IV.xlsx",
  mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  data: new Uint8Array([80, 75, 3, 4, 13, 10, 34, 0]),
};

/** One white dot. */
const grafik = {
  nama: "Grafik Capaian TW IV 2026.png",
  mime: "image/png",
  data: new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
      "base64",
    ),
  ),
};

const message = (rest: Partial<Outgoing>): Outgoing => ({
  teks: plain("Mohon persetujuan"),
  pilihan: [],
  file: null,
  ...rest,
});

const withButtons = (caps: Capabilities): boolean =>
  caps.choices === "buttons" || caps.choices === "list";

function idsOf(result: SendResult): readonly string[] {
  if (result.kind === "failed") throw new Error(`${result.code}: ${result.detail}`);
  return result.externalIdList;
}

/** Which of these texts were received, in order, each event counted once however often it came. */
const firstsOf = (
  eventList: readonly InboundEvent[],
  among: readonly string[],
): readonly string[] =>
  eventList.flatMap((event, index) =>
    event.type === "text" &&
    among.includes(event.text) &&
    eventList.findIndex(({ eventId }) => eventId === event.eventId) === index
      ? [event.text]
      : [],
  );
