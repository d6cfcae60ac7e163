import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FoldSweep } from "../../../src/app/clock/fold-sweep.ts";
import type { InboundContent, InboundEvent } from "../../../src/app/ports/channel.ts";
import type { Folding } from "../../../src/app/ports/store.ts";
import { readPenyimpanan } from "../../../src/catalog/load-penyimpanan.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { type Desk, NOW, openDesk, openOffice } from "../../support/desk.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { openTestStore, type TestStore } from "../../support/store.ts";

const HARI_MS = 24 * 60 * 60_000;
const penyimpanan = await readPenyimpanan("flows");

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
});
afterEach(() => test.close());

const sweepOf = (store: ConstructorParameters<typeof FoldSweep>[0]["store"], nowMs: number) => {
  const timing = createFakeTiming();
  const log = new MemoryLog();
  const clock = { now: () => nowMs };
  return { timing, log, sweep: new FoldSweep({ store, penyimpanan, clock, timing, log }) };
};

/** Claims and sends everything that waits; answers what reached this chat, in order. */
async function sendAll(chat: string): Promise<readonly { id: string; text: string }[]> {
  const got: { id: string; text: string }[] = [];
  for (;;) {
    const rows = await test.store.claimOutbox({ channelIdList: ["memory"], limit: 50, leaseMs: 1 });
    if (rows.length === 0) return got;
    for (const row of rows)
      if (row.address.chat === chat) got.push({ id: row.id, text: plainText(row.isi.teks) });
    await test.store.settleOutbox(
      rows.map(({ id, address }) => ({
        id,
        outcome: {
          kind: "sent",
          ref: { chat: address.chat, externalIdList: [`m-${id}`], withFile: false },
          atMs: NOW,
        },
      })),
    );
  }
}

const eventOf = (eventId: string, content: InboundContent): InboundEvent => ({
  channelId: "memory",
  eventId,
  atMs: NOW,
  from: { channelId: "memory", chat: "kasi-pelayanan" },
  nama: null,
  ...content,
});

describe("folding away beside the running office", () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = openDesk(test.store);
    await openOffice(desk);
    await desk.says("kasi-pelayanan", "/isi");
  });

  it("leaves an office that goes on, and says plainly what is too old", async () => {
    await sendAll("kasi-pelayanan");
    await desk.says("kasi-pelayanan", "/status");
    const [old] = await sendAll("kasi-pelayanan");
    await desk.says("kasi-pelayanan", "/isi");
    await sendAll("kasi-pelayanan");
    const { sweep } = sweepOf(test.store, NOW + 401 * HARI_MS);
    await sweep.run();

    const swiped = { type: "text", text: "86,5", quoted: [`m-${old?.id}`] } as const;
    await desk.updates.handle(eventOf("lama:1", swiped));
    const [told] = await sendAll("kasi-pelayanan");
    expect(told?.text).toContain("sudah terlalu lama dan tidak tersimpan lagi");

    const now = { type: "text", text: "87" } as const;
    await desk.updates.handle(eventOf("lama:2", { type: "edited", of: "1", now, last: false }));
    const [edit] = await sendAll("kasi-pelayanan");
    expect(edit?.text).toContain("Suntingan atas pesan itu tidak dibaca");

    await desk.says("kasi-pelayanan", "86,5");
    const [answer] = await sendAll("kasi-pelayanan");
    expect(answer?.text).toContain("86,5");
  });

  it("touches nothing that is younger than what the data say", async () => {
    await sendAll("kasi-pelayanan");
    const { sweep, log } = sweepOf(test.store, NOW + 89 * HARI_MS);
    await sweep.run();
    expect(log.lines).toEqual([]);
  });
});

/** A store with so many full batches left; every call is noted. */
function storeWith(batches: number) {
  const calls: Folding[] = [];
  const foldAway = (folding: Folding) => {
    calls.push(folding);
    return Promise.resolve({ count: 200, more: calls.length < batches });
  };
  return { calls, foldAway };
}

describe("the sweep", () => {
  it("does so much at a tick and no more, goes on at the next, then rests", async () => {
    const store = storeWith(30);
    const { sweep, timing } = sweepOf(store, NOW);
    await sweep.run();
    expect(store.calls).toHaveLength(20);
    await sweep.run();
    expect(store.calls).toHaveLength(30);
    await sweep.run();
    expect(store.calls).toHaveLength(30);
    await timing.advance(3_600_000);
    await sweep.run();
    expect(store.calls).toHaveLength(31);
    expect(store.calls[0]?.lama.pesan).toBe(NOW - penyimpanan.hari.pesan * HARI_MS);
  });

  it("ends with the batch under way", async () => {
    const store = storeWith(1_000);
    const { sweep } = sweepOf(store, NOW);
    const running = sweep.run();
    await sweep.stop();
    await running;
    expect(store.calls.length).toBeLessThan(3);
  });

  it("tells the operator of a fault, and goes on at the next tick", async () => {
    let faulty = true;
    const store = {
      foldAway: () =>
        faulty ? Promise.reject(new Error("away")) : Promise.resolve({ count: 3, more: false }),
    };
    const { sweep, log, timing } = sweepOf(store, NOW);
    sweep.wake();
    await timing.settle(sweep.run().catch(() => undefined));
    expect(log.messages("error")).toEqual(["what is over could not be folded away"]);
    faulty = false;
    await sweep.run();
    expect(log.messages("info")).toEqual(["what is over was folded away"]);
  });
});
