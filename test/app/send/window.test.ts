// What becomes of messages to a chat that is open only for a while: opened once, kept, charged.
import { describe, expect, it } from "vitest";
import type { InboundEvent } from "../../../src/app/ports/channel.ts";
import type { OutboxDraft } from "../../../src/app/ports/outbox.ts";
import type { ChatWindow } from "../../../src/app/ports/window.ts";
import { createDispatcher } from "../../../src/app/send/dispatch.ts";
import { pembukaOf } from "../../../src/app/send/open-chat.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryChannel, type SendFailure } from "../../support/memory-channel.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { MemoryOutbox } from "../../support/memory-outbox.ts";
import { kamus } from "../../support/teks.ts";

const NOW = Date.parse("2026-11-26T09:00:00+07:00");
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

function setup(window: Partial<ChatWindow> = {}, perMonthMax: number | null = null) {
  const timing = createFakeTiming();
  const now = (): number => NOW + timing.now();
  const rule = { openMs: DAY, perMonthMax };
  const channel = new MemoryChannel({ caps: { edit: false, window: rule }, now });
  const store = new MemoryOutbox(now);
  store.window = { ...store.window, ...window };
  const reported: InboundEvent[] = [];
  const log = new MemoryLog();
  const dispatcher = createDispatcher({
    store,
    channels: new Map([[channel.id, channel]]),
    attachments: {
      load: () => Promise.reject(new Error("no file was planned")),
      ujung: () => Promise.reject(new Error("no digest was planned")),
    },
    clock: { now },
    timing,
    log,
    kamus,
    report: async (event) => void reported.push(event),
    runs: () => true,
  });
  return {
    store,
    channel,
    timing,
    reported,
    log,
    drain: () => timing.settle(dispatcher.drain()),
    texts: () => channel.seen.map(({ text }) => text),
  };
}

const draft = (id: string, rest: Partial<OutboxDraft> = {}): OutboxDraft => ({
  id,
  dedupeKey: id,
  kantorId: null,
  pegawaiId: null,
  address: { channelId: "memory", chat: "siti" },
  prioritas: 1,
  promptId: `${id}.1`,
  siaranId: null,
  isi: { teks: plain(`📋 Realisasi ${id} menunggu.\nBaku mutu 15 menit.`) },
  ...rest,
});

const failure = (
  rest: Pick<SendFailure, "code" | "retryAfterMs"> & Partial<SendFailure>,
): SendFailure => ({
  kind: "failed",
  detail: "planned",
  ...rest,
});

const held = (heardMs: number | null = null) => ({ kind: "held", heardMs });

describe("a chat that is open only for a while", () => {
  it("takes messages while it is open, and each is charged", async () => {
    const { store, drain, texts } = setup({ heardMs: NOW - HOUR });
    store.add(draft("a"));
    await drain();
    expect(texts()).toHaveLength(1);
    const charge = { kantorId: null, bulan: "2026-11", jumlah: 1 };
    expect(store.outcome("a")).toMatchObject({ kind: "sent", charge });
  });

  it("is opened once for all that waits", async () => {
    const { store, channel, drain, texts } = setup({ heardMs: NOW - DAY });
    for (const id of ["a", "b", "c"]) store.add(draft(id));
    await drain();
    expect(channel.opened).toEqual([
      { jenis: "tugas", bahasa: "id", jumlah: 1, hal: "Realisasi a menunggu" },
    ]);
    expect(texts()).toEqual([]);
    for (const id of ["a", "b", "c"]) expect(store.outcome(id)).toEqual(held(NOW - DAY));
  });

  it("takes an answer whatever the month has cost, and no reminder", async () => {
    const { store, drain, texts } = setup({ heardMs: NOW, spent: 1_000 }, 1_000);
    store.add(draft("ingat", { prioritas: 2 }));
    store.add(draft("jawab", { prioritas: 0 }));
    await drain();
    expect(texts()).toEqual(["📋 Realisasi jawab menunggu.\nBaku mutu 15 menit."]);
    expect(store.outcome("ingat")).toBeNull();
    expect(store.error("ingat")).toContain("limit");
  });

  it("is opened where the service says that it is not, and the message waits", async () => {
    const { store, channel, drain } = setup({ heardMs: NOW - HOUR });
    channel.failNext(failure({ code: "closed", retryAfterMs: null }));
    store.add(draft("a"));
    await drain();
    expect(channel.opened).toHaveLength(1);
    expect(store.outcome("a")).toEqual({ ...held(NOW - HOUR), closed: true });
  });

  it.each([
    { what: "may have arrived", rest: {}, opened: NOW, waits: true },
    { what: "never left", rest: { neverLeft: true as const }, opened: null, waits: false },
  ])("where an opening $what, it is tried again: not $waits", async ({ rest, opened, waits }) => {
    const { store, channel, drain } = setup();
    channel.failAlways(failure({ code: "unreachable", retryAfterMs: 60_000, ...rest }));
    store.add(draft("a"));
    await drain();
    expect(store.window.openedMs).toBe(opened);
    expect(store.outcome("a")).toEqual(waits ? held() : null);
  });

  it("is not rung up again and again where the template is refused, and somebody is told", async () => {
    const { store, channel, drain, log } = setup();
    channel.failAlways(failure({ code: "rejected", retryAfterMs: null }));
    store.add(draft("a"));
    store.add(draft("b"));
    await drain();
    expect(store.outcome("a")).toEqual(held());
    expect(store.outcome("b")).toEqual(held());
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("is learned to take nothing from its opening too", async () => {
    const { store, channel, drain, reported } = setup();
    channel.failNext(failure({ code: "blocked", retryAfterMs: null }));
    store.add(draft("a"));
    await drain();
    expect(reported).toMatchObject([{ type: "reach", reachable: false }]);
    expect(store.outcome("a")).toMatchObject({ kind: "parked" });
    expect(store.window.openedMs).toBeNull();
  });
});

describe("what an opening says", () => {
  it.each([
    ["a question", { promptId: "b.1" }, 0, { jenis: "tugas", jumlah: 1 }],
    ["a question behind two", { promptId: "b.1" }, 2, { jenis: "tugas", jumlah: 3 }],
    ["a reminder", { promptId: null, prioritas: 2 as const }, 1, { jenis: "tugas", jumlah: 2 }],
    ["news", { promptId: null }, 0, { jenis: "kabar", jumlah: 1 }],
  ])("of %s", (_, row, waiting, jadi) => {
    expect(pembukaOf(draft("a", row), waiting)).toMatchObject({
      ...jadi,
      hal: "Realisasi a menunggu",
    });
  });
});
