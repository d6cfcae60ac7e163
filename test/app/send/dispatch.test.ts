import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { TooLarge } from "../../../src/app/ports/attachments.ts";
import type { Capabilities, InboundEvent, OutgoingFile } from "../../../src/app/ports/channel.ts";
import type { OutboxDraft } from "../../../src/app/ports/outbox.ts";
import { createDispatcher } from "../../../src/app/send/dispatch.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryChannel, type SendFailure } from "../../support/memory-channel.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { MemoryOutbox } from "../../support/memory-outbox.ts";
import { kamus } from "../../support/teks.ts";

const START_MS = 1_800_000_000_000;
const KANTOR = KantorId.parse("paringin-selatan");

interface Setup {
  readonly caps?: Partial<Capabilities>;
  readonly file?: () => Promise<OutgoingFile | TooLarge>;
  readonly onSend?: () => Promise<void>;
  readonly runs?: () => boolean;
  readonly signs?: true;
}

const everywhere = (): boolean => true;

function setup({ caps = {}, file = noFile, onSend, runs = everywhere, signs }: Setup = {}) {
  const timing = createFakeTiming();
  const clock = { now: () => START_MS + timing.now() };
  const { now } = clock;
  const channel = new MemoryChannel({
    caps,
    now,
    ...(onSend && { onSend }),
    ...(signs && { signs }),
  });
  const other = new MemoryChannel({ id: "other", caps, now });
  const store = new MemoryOutbox(now);
  const log = new MemoryLog();
  const results: string[] = [];
  const channels = new Map([channel, other].map((one) => [one.id, one]));
  const metrics = { messageSent: (_: string, result: string) => void results.push(result) };
  const attachments = {
    load: () => file(),
    ujung: async (_: unknown, seq: number) => ({ seq, hash: HASH }),
  };
  const reported: InboundEvent[] = [];
  const report = async (event: InboundEvent) => void reported.push(event);
  const deps = { store, channels, attachments, clock, timing, log, kamus, metrics, report, runs };
  const dispatcher = createDispatcher(deps);
  return {
    ...deps,
    reported,
    channel,
    other,
    results,
    dispatcher,
    drain: () => timing.settle(dispatcher.drain()),
    /** Texts in the order they left, with the time since the start. */
    sent: () => channel.seen.map(({ text, atMs }) => [text, atMs - START_MS]),
    texts: () => channel.seen.map(({ text }) => text),
  };
}

function draft(id: string, rest: Partial<OutboxDraft> & { chat?: string } = {}): OutboxDraft {
  const { chat = "siti", ...row } = rest;
  return {
    id,
    dedupeKey: id,
    kantorId: KANTOR,
    pegawaiId: null,
    address: { channelId: "memory", chat },
    prioritas: 1,
    promptId: null,
    siaranId: null,
    isi: { teks: plain(id) },
    ...row,
  };
}

const HASH = `00${"0123456789abcdef".repeat(4)}`.slice(0, 64);

const failure = (
  code: SendFailure["code"],
  retryAfterMs: number | null,
  scope: SendFailure["scope"] = "channel",
): SendFailure => ({ kind: "failed", code, detail: "planned", retryAfterMs, scope });

const tooLarge = async () => ({ nama: "rekap.xlsx", ukuranByte: 61_400_000 });

const away = (): Promise<void> => Promise.reject(new Error("the database is away"));
const smallFile = async () => ({ nama: "r.xlsx", mime: "m", data: new Uint8Array(9) });

const noFile = (): Promise<OutgoingFile> => Promise.reject(new Error("no file was planned"));

const thanks = (pada?: string) =>
  draft("a", {
    isi: {
      teks: plain("Terima kasih."),
      reaksi: { tanda: "👍", ...(pada !== undefined && { pada }) },
    },
  });

describe("the dispatcher", () => {
  it("sends what is in the outbox and records the messages it became", async () => {
    const { store, channel, drain, results } = setup();
    store.add(draft("a"));
    store.add(draft("b", { address: { channelId: "elsewhere", chat: "x" } }));
    await drain();
    const ref = { chat: "siti", externalIdList: ["m1"], withFile: false };
    expect(store.outcome("a")).toEqual({ kind: "sent", ref, atMs: START_MS });
    expect(store.outcome("b")).toBeNull();
    expect(channel.inbox("siti")).toHaveLength(1);
    expect(results).toEqual(["sent"]);
  });

  it("leaves what is for a channel that another process runs, until it is this one", async () => {
    let here = false;
    const { store, texts, drain } = setup({ runs: () => here });
    store.add(draft("a"));
    await drain();
    expect(texts()).toEqual([]);
    here = true;
    await drain();
    expect(texts()).toEqual(["a"]);
  });

  it("completes the tokens of choices, and leaves commands alone", async () => {
    const { store, channel, drain } = setup();
    const pilihan = [
      [
        { id: "setuju", judul: "Setuju" },
        { id: "/tugas", judul: "Tugas" },
      ],
    ];
    store.add(draft("a", { promptId: "ab.3", isi: { teks: plain("Mohon"), pilihan } }));
    await drain();
    const tokens = channel.seen[0]?.content.pilihan.flat().map(({ id }) => id);
    expect(tokens).toEqual(["ab.3:setuju", "/tugas"]);
  });

  it("says the digest of the log below a message that promises one, as it is when it leaves", async () => {
    const { store, texts, drain } = setup();
    store.add(draft("a", { isi: { teks: plain("Laporan selesai."), sidik: 41 } }));
    await drain();
    expect(texts()).toEqual([
      "Laporan selesai.\nSidik jari catatan sampai baris 41: 000J6-HB7H6-NWVVR-14D2P-F2DBS",
    ]);
  });

  it("numbers the choices where a channel has no buttons", async () => {
    const { store, texts, drain } = setup({ caps: { choices: "text" } });
    const pilihan = [[{ id: "setuju", judul: "✅ Setuju" }]];
    store.add(draft("a", { isi: { teks: plain("Mohon"), pilihan } }));
    await drain();
    expect(texts()).toEqual(["Mohon\nBalas: 1 Setuju"]);
  });

  describe("pace and order", () => {
    const pace = { perSecond: 2, perChatMs: 1_000 };

    it("keeps the pause between two messages to one chat", async () => {
      const { store, sent, drain } = setup({ caps: { pace } });
      for (const id of ["a", "b", "c"]) store.add(draft(id));
      await drain();
      expect(sent()).toEqual([
        ["a", 0],
        ["b", 1_000],
        ["c", 2_000],
      ]);
    });

    it("sends no more in any second than the channel bears, after a burst too", async () => {
      const { store, channel, timing, drain } = setup({ caps: { pace } });
      for (let n = 0; n < 9; n += 1) store.add(draft(`p${n}`, { chat: `chat${n}` }));
      await drain();
      await timing.advance(1_500);
      for (let n = 0; n < 4; n += 1) store.add(draft(`q${n}`, { chat: `chat${n}` }));
      await drain();
      const atList = channel.seen.map(({ atMs }) => atMs);
      expect(atList).toHaveLength(13);
      for (const at of atList) {
        expect(
          atList.filter((other) => other >= at && other < at + 1_000).length,
        ).toBeLessThanOrEqual(2);
      }
    });

    it("lets a reply overtake a broadcast that is waiting for its turn", async () => {
      const { store, texts, timing, dispatcher } = setup({ caps: { pace } });
      for (let n = 0; n < 20; n += 1) {
        store.add(draft(`siaran${n}`, { chat: `chat${n}`, prioritas: 3 }));
      }
      const drained = dispatcher.drain();
      await timing.advance(1_100);
      store.add(draft("balasan", { chat: "budi", prioritas: 0 }));
      dispatcher.wake();
      await timing.settle(drained);
      expect(texts().indexOf("balasan")).toBeLessThanOrEqual(6);
      expect(texts()).toHaveLength(21);
    });

    it("keeps the order within a chat, even when the first has to wait", async () => {
      const { store, channel, texts, timing, drain } = setup();
      for (const id of ["a", "b"]) store.add(draft(id));
      store.add(draft("x", { chat: "budi" }));
      channel.failNext(failure("unreachable", 1_000));
      await drain();
      await timing.advance(5_000);
      await drain();
      expect(texts().filter((text) => text !== "x")).toEqual(["a", "b"]);
      expect(texts()).toContain("x");
    });

    it("does not make one channel wait for another", async () => {
      const { store, channel, other, drain } = setup();
      channel.failAlways(failure("not-ready", 1_000));
      store.add(draft("a"));
      store.add(draft("b", { address: { channelId: "other", chat: "siti" } }));
      await drain();
      expect(other.seen.map(({ text }) => text)).toEqual(["b"]);
      expect(store.outcome("a")).toBeNull();
    });
  });

  describe("a sign in place of a message", () => {
    it("says all there is to say, where the service knows signs", async () => {
      const { store, channel, texts, drain } = setup({ signs: true });
      store.add(thanks("7"));
      await drain();
      expect([channel.reactions, texts()]).toEqual([["7 👍"], []]);
      expect(store.outcome("a")).toMatchObject({ kind: "sent", ref: { externalIdList: [] } });
    });

    it.each([
      ["knows none", {}, "7", false],
      ["refuses it", { signs: true }, "7", true],
      ["names no message", { signs: true }, undefined, false],
    ] as const)(
      "is said in words, once, where the service %s",
      async (_, options, pada, refused) => {
        const { store, channel, texts, drain } = setup(options);
        if (refused) channel.failNext(failure("rejected", 1_000));
        store.add(thanks(pada));
        await drain();
        expect([channel.reactions, texts()]).toEqual([[], ["Terima kasih."]]);
      },
    );

    it("is tried again after a failure that may hide a success, and no words are added", async () => {
      const { store, channel, texts, timing, drain } = setup({ signs: true });
      channel.failNext(failure("unreachable", 1_000));
      store.add(thanks("7"));
      await drain();
      await timing.advance(10_000);
      await drain();
      expect([channel.reactions, texts()]).toEqual([["7 👍"], []]);
    });
  });

  describe("throttling", () => {
    it("holds the whole channel back as long as the service asks", async () => {
      const { store, channel, sent, drain } = setup();
      channel.failNext(failure("throttled", 7_000));
      store.add(draft("a"));
      await drain();
      store.add(draft("b", { chat: "budi" }));
      await drain();
      expect(sent()).toEqual([
        ["a", 7_000],
        ["b", 7_000],
      ]);
      expect(store.attempts("a")).toBe(0);
    });

    it("holds back only the chat when the service names it", async () => {
      const { store, channel, sent, drain } = setup();
      channel.failNext(failure("throttled", 7_000, "chat"));
      store.add(draft("a"));
      store.add(draft("b", { chat: "budi" }));
      await drain();
      expect(sent()).toEqual([
        ["b", 0],
        ["a", 7_000],
      ]);
    });

    it("lets a message to many wait alone, however short its wait is", async () => {
      const { store, channel, sent, timing, drain } = setup();
      for (const waitMs of [15_000, 86_400_000])
        channel.failNext(failure("throttled", waitMs, "massal"));
      store.add(draft("a", { siaranId: "s1", prioritas: 3 }));
      store.add(draft("b", { siaranId: "s1", prioritas: 3, chat: "budi" }));
      await drain();
      store.add(draft("tugas", { prioritas: 1 }));
      await drain();
      expect(sent()).toEqual([["tugas", 0]]);
      await timing.advance(15_000);
      await drain();
      expect(sent().at(-1)).toEqual(["a", 15_000]);
      await timing.advance(86_400_000);
      await drain();
      expect(sent().at(-1)?.[0]).toBe("b");
      expect([store.attempts("a"), store.attempts("b")]).toEqual([0, 0]);
    });

    it("gives a message back when the wait is long, and asks the channel for nothing until then", async () => {
      const { store, channel, results, sent, timing, drain } = setup();
      channel.failNext(failure("throttled", 300_000));
      store.add(draft("a"));
      await drain();
      store.add(draft("b", { chat: "budi" }));
      await drain();
      expect(results).toEqual(["throttled"]);
      await timing.advance(300_000);
      await drain();
      expect(sent()).toEqual([
        ["a", 300_000],
        ["b", 300_000],
      ]);
    });
  });

  describe("failures", () => {
    it.each([
      ["a task", {}, { kind: "parked", error: "blocked: planned" }],
      ["a broadcast", { siaranId: "s1" }, { kind: "dead", error: "tidak terjangkau" }],
    ])(
      "keeps %s back when its chat is blocked, once the office knows",
      async (_, rest, outcome) => {
        const { store, channel, reported, drain } = setup();
        channel.failNext(failure("blocked", null));
        store.add(draft("a", rest));
        await drain();
        expect(store.outcome("a")).toEqual(outcome);
        expect(reported).toMatchObject([
          { type: "reach", reachable: false, from: { channelId: "memory", chat: "siti" } },
        ]);
      },
    );

    it("tries again what was blocked when the office could not be told", async () => {
      const { channels, channel, store, timing, drain, ...deps } = setup();
      const dispatcher = createDispatcher({ ...deps, store, timing, channels, report: away });
      channel.failNext(failure("blocked", null));
      store.add(draft("a"));
      await timing.settle(dispatcher.drain());
      expect(store.outcome("a")).toBeNull();
      await timing.advance(10_000);
      await drain();
      expect(store.outcome("a")?.kind).toBe("sent");
    });

    it("says when a message arrived where none did before, and as of when it speaks", async () => {
      const { store, reported, drain } = setup();
      store.add(draft("a"));
      store.add(draft("b", { dedupeKey: "jangkauan:t1:0" }));
      await drain();
      expect(reported).toMatchObject([{ type: "reach", reachable: true, saidMs: START_MS }]);
    });

    it.each(["rejected", "gone"] as const)("gives up at once when %s", async (code) => {
      const { store, channel, log, drain } = setup();
      channel.failNext(failure(code, null));
      store.add(draft("a"));
      store.add(draft("b"));
      await drain();
      expect(store.outcome("a")).toEqual({ kind: "dead", error: `${code}: planned` });
      expect(store.outcome("b")?.kind).toBe("sent");
      expect(log.messages("error")).toEqual(["a message was given up"]);
    });

    it("tries a reply again at growing intervals and gives it up loudly in the end", async () => {
      const { store, channel, log, results, timing, dispatcher } = setup();
      channel.failAlways(failure("unreachable", 1_000));
      store.add(draft("a", { prioritas: 0 }));
      dispatcher.start();
      await timing.advance(60_000);
      expect(results.length).toBeGreaterThanOrEqual(5);
      expect(results.length).toBeLessThanOrEqual(7);
      await timing.advance(24 * 3_600_000);
      expect(results).toHaveLength(20);
      expect(store.outcome("a")?.kind).toBe("dead");
      expect(log.messages("error")).toEqual(["a message was given up"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("never gives up a task, but says that it is stuck", async () => {
      const { store, channel, log, texts, timing, dispatcher } = setup();
      const heal = channel.failAlways(failure("unreachable", 1_000));
      store.add(draft("a", { prioritas: 1 }));
      dispatcher.start();
      await timing.advance(48 * 3_600_000);
      expect(store.outcome("a")).toBeNull();
      expect(log.messages("error")).toContain("a task still cannot be sent");
      heal();
      await timing.advance(600_000);
      expect(texts()).toEqual(["a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("keeps what a channel that is not ready cannot take, however long that lasts", async () => {
      const { store, channel, texts, timing, dispatcher } = setup();
      const heal = channel.failAlways(failure("not-ready", 1_000));
      store.add(draft("a", { prioritas: 0 }));
      dispatcher.start();
      await timing.advance(48 * 3_600_000);
      expect(store.attempts("a")).toBe(0);
      heal();
      await timing.advance(60_000);
      expect(texts()).toEqual(["a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("does not count what is given back unsent as a try", async () => {
      const pace = { perSecond: 1, perChatMs: 0 };
      const { store, channel, results, timing, drain } = setup({ caps: { pace } });
      store.add(draft("a"));
      store.add(draft("b", { chat: "budi" }));
      for (let n = 0; n < 25; n += 1) {
        channel.failNext(failure("throttled", 60_000));
        await drain();
        await timing.advance(60_000);
      }
      expect(results).toHaveLength(25);
      expect([store.attempts("a"), store.attempts("b")]).toEqual([0, 0]);
      channel.failNext(failure("unreachable", 1_000));
      await drain();
      await timing.advance(5_000);
      await drain();
      expect([store.outcome("a")?.kind, store.outcome("b")?.kind]).toEqual(["sent", "sent"]);
    });

    it("tries what is refused as plain text, its choices numbered", async () => {
      const { store, channel, drain } = setup();
      channel.failNext(failure("rejected", 1_000));
      const pilihan = [
        [
          { id: "setuju", judul: "✅ Setuju" },
          { id: "lain", judul: "Lain" },
        ],
      ];
      store.add(draft("a", { isi: { teks: [{ teks: "Mohon", tebal: true }], pilihan } }));
      await drain();
      expect(channel.seen).toMatchObject([
        { text: "Mohon\nBalas: 1 Setuju · 2 Lain", buttons: [], content: { file: null } },
      ]);
      expect(channel.seen[0]?.content.teks).toEqual(plain("Mohon\nBalas: 1 Setuju · 2 Lain"));
      expect(store.outcome("a")?.kind).toBe("sent");
    });

    it.each([0, 1] as const)(
      "gives a refused message of priority %i up after some tries, and the chat goes on",
      async (prioritas) => {
        const { store, channel, log, results, timing, dispatcher, texts } = setup();
        const heal = channel.failAlways(failure("rejected", 1_000));
        store.add(draft("a", { prioritas }));
        store.add(draft("b", { prioritas }));
        dispatcher.start();
        await timing.advance(20_000);
        expect(results).toHaveLength(2);
        expect(store.outcome("a")).toBeNull();
        await timing.advance(135_000);
        expect(store.outcome("a")).toEqual({ kind: "dead", error: "rejected: planned" });
        heal();
        await timing.advance(30_000);
        expect(log.messages("error")).toEqual(["a message was given up"]);
        expect(texts()).toEqual(["b"]);
        await timing.settle(dispatcher.stop(1_000));
      },
    );

    it("takes what the channel throws for a refusal, and keeps its text out of the record", async () => {
      let broken = true;
      const { store, texts, timing, drain } = setup({
        onSend: async () => {
          if (broken) throw new TypeError("cannot read 86,25");
        },
      });
      store.add(draft("a"));
      for (let n = 0; n < 2; n += 1) {
        await drain();
        await timing.advance(30_000);
      }
      expect([store.attempts("a"), store.faults("a")]).toEqual([2, 2]);
      expect(store.error("a")).toBe("rejected: TypeError");
      broken = false;
      await timing.advance(30_000);
      await drain();
      expect(texts()).toEqual(["a"]);
    });

    it("sends a message without the file that cannot be made, and keeps the file as a dead letter", async () => {
      const { store, channel, texts, timing, dispatcher, log } = setup();
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "rekap.xlsx", mime: "m" } as const;
      const pilihan = [[{ id: "setuju", judul: "Setuju" }]];
      const isi = { teks: plain("Rekap"), lampiran, pilihan };
      store.add(draft("a", { promptId: "ab.3", isi }));
      store.add(draft("b"));
      dispatcher.start();
      await timing.advance(140_000);
      expect(texts()).toEqual([]);
      await timing.advance(20_000);
      expect(texts()).toEqual([
        "Rekap\n⚠️ Berkas rekap.xlsx belum dapat dibuat; pengelola sopir diberi tahu dan " +
          "mengirimkannya menyusul.",
        "b",
      ]);
      expect(channel.seen[0]).toMatchObject({ buttons: [["Setuju"]], content: { file: null } });
      expect(log.messages("error").at(-1)).toBe("a message went without its file");
      expect(store.outcome("a")).toMatchObject({
        kind: "sent",
        ref: { withFile: false },
        left: {
          error: "berkas tidak dapat dibuat: Error",
          letter: {
            id: "a.berkas",
            dedupeKey: "berkas:a",
            promptId: null,
            isi: { teks: [{ teks: "📄 " }, { teks: "Berkas menyusul" }, {}], lampiran },
          },
        },
      });
      await timing.settle(dispatcher.stop(1_000));
    });

    it("gives a file up that was left behind, rather than send a text without it", async () => {
      const { store, channel, timing, dispatcher } = setup();
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "rekap.xlsx", mime: "m" } as const;
      const isi = { teks: plain("Menyusul"), lampiran };
      store.add(draft("a.berkas", { dedupeKey: "berkas:a", isi }));
      dispatcher.start();
      await timing.advance(200_000);
      expect(store.outcome("a.berkas")).toEqual({ kind: "dead", error: "Error" });
      expect(channel.seen).toEqual([]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("leaves a file behind that the service refuses", async () => {
      const { store, channel, drain } = setup({ file: smallFile });
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "r.xlsx", mime: "m" } as const;
      channel.failNext(failure("rejected", null));
      store.add(draft("a", { isi: { teks: plain("Rekap"), lampiran } }));
      await drain();
      expect(channel.seen[0]?.text).toContain("⚠️ Berkas r.xlsx belum dapat dikirim;");
      expect(store.outcome("a")).toMatchObject({
        kind: "sent",
        left: { letter: { isi: { lampiran } } },
      });
    });

    it("sends one message to a channel in trouble, not all of them", async () => {
      const { store, channel, results, timing, dispatcher, texts } = setup();
      const heal = channel.failAlways(failure("unreachable", 1_000));
      store.add(draft("first"));
      dispatcher.start();
      await timing.advance(100);
      for (let n = 0; n < 50; n += 1) store.add(draft(`p${n}`, { chat: `chat${n}` }));
      dispatcher.wake();
      await timing.advance(60_000);
      expect(results.length).toBeLessThan(10);
      heal();
      await timing.advance(60_000);
      expect(texts()).toHaveLength(51);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("takes sends that failed together for one failure of the channel", async () => {
      const { store, channel, texts, timing, drain } = setup();
      const heal = channel.failAlways(failure("unreachable", 1_000));
      for (let n = 0; n < 30; n += 1) store.add(draft(`p${n}`, { chat: `chat${n}` }));
      await drain();
      heal();
      await timing.advance(1_000);
      await drain();
      expect(texts()).toHaveLength(30);
    });

    it("tries again when the file cannot be made yet, and sends the others meanwhile", async () => {
      let broken = true;
      const file = async () => {
        if (broken) throw new Error("disk full");
        return { nama: "rekap.xlsx", mime: "application/zip", data: new Uint8Array(9) };
      };
      const { store, channel, texts, timing, drain, log } = setup({ file });
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "rekap.xlsx", mime: "m" } as const;
      store.add(draft("a", { isi: { teks: plain("Rekap"), lampiran } }));
      store.add(draft("b", { chat: "budi" }));
      await drain();
      expect(texts()).toEqual(["b"]);
      expect(log.messages("error")).toEqual(["a message could not be prepared"]);
      broken = false;
      await timing.advance(10_000);
      await drain();
      expect(channel.seen[1]?.content.file?.nama).toBe("rekap.xlsx");
      expect(store.outcome("a")).toMatchObject({ ref: { withFile: true } });
    });

    it("says so when a file is larger than the channel carries, and sends the rest", async () => {
      const { store, channel, drain } = setup({ file: tooLarge });
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "rekap.xlsx", mime: "m" } as const;
      const pilihan = [[{ id: "setuju", judul: "Setuju" }]];
      store.add(draft("a", { isi: { teks: plain("Rekap"), lampiran, pilihan } }));
      await drain();
      expect(channel.seen[0]).toMatchObject({
        text:
          "Rekap\n📄 rekap.xlsx (61,4 MB) terlalu besar untuk dikirim di sini.\n" +
          "Dokumen itu tersimpan; mintalah kepada pengelola sopir.",
        buttons: [["Setuju"]],
        content: { file: null },
      });
      expect(store.outcome("a")).toMatchObject({ ref: { withFile: false } });
    });
  });

  describe("replacements", () => {
    const ref = { chat: "siti", externalIdList: ["m1"], withFile: false };
    const result = { teks: plain("✅ Disetujui Camat") };

    it("edits the message that was sent", async () => {
      const { store, channel, drain } = setup();
      store.add(
        draft("a", { isi: { teks: plain("Mohon"), pilihan: [[{ id: "y", judul: "Y" }]] } }),
      );
      await drain();
      store.add(draft("b", { isi: result }), { kind: "ubah", ref });
      await drain();
      expect(channel.seen).toHaveLength(1);
      expect(channel.seen[0]).toMatchObject({ text: "✅ Disetujui Camat", buttons: [] });
      expect(store.outcome("b")).toMatchObject({ kind: "sent", ref });
    });

    it.each([
      { when: "the original never came out", ref: null, caps: {} },
      { when: "the channel cannot edit", ref, caps: { edit: false } },
    ])("sends nothing when $when", async ({ ref, caps }) => {
      const { store, channel, results, drain } = setup({ caps });
      store.add(draft("b", { isi: result }), { kind: "ubah", ref });
      await drain();
      expect(store.outcome("b")?.kind).toBe("sent");
      expect(channel.seen).toEqual([]);
      expect(results).toEqual([]);
    });

    it.each([
      { when: "the channel cannot edit", caps: { edit: false }, code: null },
      { when: "the message is gone", caps: {}, code: "gone" },
      { when: "it is too old to be changed", caps: {}, code: "rejected" },
    ] as const)("says the outcome in a message of its own when $when", async (given) => {
      const { store, channel, texts, drain } = setup({ caps: given.caps });
      store.add(draft("a", { isi: { teks: plain("Mohon") } }));
      await drain();
      if (given.code !== null) channel.failNext(failure(given.code, null));
      const isi = { teks: plain("Mohon\n✅ Disetujui"), singkat: plain("✅ Disetujui") };
      store.add(draft("b", { isi }), { kind: "ubah", ref: { ...ref, externalIdList: ["m1"] } });
      await drain();
      expect(texts()).toEqual(["Mohon", "✅ Disetujui"]);
      expect(store.outcome("b")).toMatchObject({ kind: "sent", ref: { externalIdList: ["m1"] } });
    });

    it("says nothing of an outcome whose prompt was never shown", async () => {
      const { store, channel, drain } = setup({ caps: { edit: false } });
      const isi = { teks: plain("Mohon"), singkat: plain("✅ Disetujui") };
      store.add(draft("b", { isi }), { kind: "ubah", ref: null });
      await drain();
      expect(channel.seen).toEqual([]);
    });

    it("is content when the message to edit is gone", async () => {
      const { store, log, drain } = setup();
      store.add(draft("b", { isi: result }), { kind: "ubah", ref });
      await drain();
      expect(store.outcome("b")?.kind).toBe("sent");
      expect(log.messages("error")).toEqual([]);
    });

    it("does not make the file again", async () => {
      const { store, drain } = setup();
      const lampiran = { jenis: "tersimpan", hash: "h", nama: "r.xlsx", mime: "m" } as const;
      store.add(draft("b", { isi: { ...result, lampiran } }), { kind: "ubah", ref });
      await drain();
      expect(store.outcome("b")?.kind).toBe("sent");
    });
  });

  it("sends what was committed while an earlier drain was looking for the last time", async () => {
    const { store, texts, timing, dispatcher } = setup();
    const gate = new AbortController();
    const opened = once(gate.signal, "abort");
    const claim = store.claimOutbox.bind(store);
    store.claimOutbox = async (query) => {
      const claimed = await claim(query);
      await opened;
      return claimed;
    };
    const earlier = dispatcher.drain();
    await timing.advance(0);
    store.add(draft("a"));
    const later = dispatcher.drain();
    gate.abort();
    await timing.settle(Promise.all([earlier, later]));
    expect(texts()).toEqual(["a"]);
  });

  describe("its loop", () => {
    it("sends when woken, and asks for nothing while idle", async () => {
      const { store, texts, timing, dispatcher } = setup();
      dispatcher.start();
      await timing.advance(10_000);
      store.add(draft("a"));
      await timing.advance(100);
      expect(texts()).toEqual([]);
      dispatcher.wake();
      await timing.advance(0);
      expect(texts()).toEqual(["a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("finds within a minute what another process put into the outbox", async () => {
      const { store, texts, timing, dispatcher } = setup();
      dispatcher.start();
      await timing.advance(10_000);
      store.add(draft("a"));
      await timing.advance(60_000);
      expect(texts()).toEqual(["a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("goes on after the database was down", async () => {
      const { store, texts, timing, dispatcher, log } = setup();
      dispatcher.start();
      await timing.advance(100);
      store.fault = new Error("database is down");
      store.add(draft("a"));
      dispatcher.wake();
      await timing.advance(20_000);
      expect(log.messages("error")).toContain("the outbox could not be read");
      store.fault = null;
      await timing.advance(30_000);
      expect(texts()).toEqual(["a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("records what it sent once it can, and its chat goes on", async () => {
      const { store, channel, texts, timing, dispatcher } = setup({
        onSend: async () => {
          if (channel.seen.length === 0) store.fault = new Error("database is down");
        },
      });
      store.add(draft("a"));
      store.add(draft("b"));
      dispatcher.start();
      await timing.advance(20_000);
      store.fault = null;
      await timing.advance(40_000);
      expect(texts()).toEqual(["a", "b"]);
      expect(store.outcome("a")).toMatchObject({ kind: "sent" });
      await timing.settle(dispatcher.stop(1_000));
    });

    it("sends again after the lease what it could not record as sent", async () => {
      const { store, channel, texts, timing, dispatcher } = setup({
        onSend: async () => {
          if (channel.seen.length === 0) store.fault = new Error("database is down");
        },
      });
      store.add(draft("a"));
      dispatcher.start();
      await timing.advance(150_000);
      store.fault = null;
      expect(texts()).toEqual(["a"]);
      await timing.advance(300_000);
      expect(texts()).toEqual(["a", "a"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("of a message in parts repeats only the one that was on its way", async () => {
      const { store, texts, timing, dispatcher } = setup({ caps: { textMax: 4 } });
      const keep = store.keepParts.bind(store);
      store.keepParts = async (...parts) => {
        await keep(...parts);
        store.fault = new Error("database is down");
      };
      store.add(draft("a", { isi: { teks: plain("satu\ndua\ntiga") } }));
      dispatcher.start();
      await timing.advance(150_000);
      store.fault = null;
      await timing.advance(300_000);
      expect(texts()).toEqual(["satu", "dua", "tiga", "dua", "tiga"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("lets the rest of a message follow where its parts cannot be kept", async () => {
      const { store, texts, log, drain } = setup({ caps: { textMax: 4 } });
      store.keepParts = () => Promise.reject(new Error("database is down"));
      store.add(draft("a", { isi: { teks: plain("satu\ndua") } }));
      await drain();
      expect(texts()).toEqual(["satu", "dua"]);
      expect(store.outcome("a")).toMatchObject({ kind: "sent" });
      expect(log.messages("error")).toEqual(["what of a message is out could not be recorded"]);
    });

    it("writes what ended during one write down with the next claim", async () => {
      let sends = 0;
      const { store, timing, dispatcher, texts } = setup({
        onSend: () => timing.sleep(sends++ === 0 ? 0 : 5),
      });
      const writes: number[] = [];
      const claim = store.claimOutbox.bind(store);
      store.claimOutbox = async (query) => {
        if (query.channelIdList.includes("memory")) writes.push(query.settled?.length ?? 0);
        // A write takes a while: meanwhile all sends end.
        await timing.sleep(10);
        return claim(query);
      };
      for (let n = 0; n < 5; n += 1) {
        store.add(draft(`a${n}`, { chat: `chat${n}` }));
        store.add(draft(`b${n}`, { chat: `chat${n}` }));
      }
      dispatcher.start();
      await timing.advance(100);
      expect(texts()).toHaveLength(10);
      expect(store.pending).toBe(0);
      // The first that ends waits for nobody, the others for its write.
      expect(writes.slice(0, 3)).toEqual([0, 1, 4]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("does not let one that cannot be written down keep the others from it", async () => {
      const { store, timing, dispatcher, texts, log } = setup();
      store.refuses = "a1";
      for (let n = 0; n < 3; n += 1) store.add(draft(`a${n}`, { chat: `chat${n}` }));
      store.add(draft("b0", { chat: "chat0" }));
      dispatcher.start();
      await timing.advance(150_000);
      expect(store.outcome("a0")?.kind).toBe("sent");
      expect(store.outcome("a2")?.kind).toBe("sent");
      expect(texts()).toEqual(["a0", "a1", "a2", "b0"]);
      expect(store.outcome("a1")).toBeNull();
      expect(new Set(log.messages("error"))).toEqual(
        new Set(["what became of a message could not be recorded"]),
      );
      store.refuses = null;
      await timing.advance(300_000);
      expect(texts()).toEqual(["a0", "a1", "a2", "b0", "a1"]);
      await timing.settle(dispatcher.stop(1_000));
    });

    it("writes down what ends while it stops", async () => {
      const gate = new AbortController();
      const opened = once(gate.signal, "abort");
      const { store, timing, dispatcher } = setup({ onSend: async () => void (await opened) });
      for (const id of ["a", "b", "c"]) store.add(draft(id, { chat: id }));
      const drained = dispatcher.drain();
      await timing.advance(100);
      const stopped = dispatcher.stop(60_000);
      gate.abort();
      await timing.settle(Promise.all([drained, stopped]));
      expect(store.pending).toBe(0);
    });

    it("lets a send end before it stops, and leaves the rest in the outbox", async () => {
      const gate = new AbortController();
      const opened = once(gate.signal, "abort");
      const { store, texts, timing, dispatcher } = setup({
        caps: { pace: { perSecond: 100, perChatMs: 0 } },
        onSend: async () => void (await opened),
      });
      for (const id of ["a", "b"]) store.add(draft(id));
      dispatcher.start();
      await timing.advance(100);
      const stopped = dispatcher.stop(60_000);
      gate.abort();
      await timing.settle(stopped);
      expect(texts()).toEqual(["a"]);
      expect(store.outcome("a")?.kind).toBe("sent");
      expect(store.pending).toBe(1);
    });

    it("does not wait for ever for a send that hangs", async () => {
      const { store, timing, dispatcher } = setup({ onSend: () => new Promise(() => {}) });
      store.add(draft("a"));
      dispatcher.start();
      await timing.advance(100);
      await timing.settle(dispatcher.stop(3_000));
      expect(timing.now()).toBe(3_100);
    });
  });
});
