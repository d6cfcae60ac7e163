import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutboxDraft, OutboxOutcome } from "../../../src/app/ports/outbox.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { draftOf, kasi, NOW, requestOf } from "./fixture.ts";

const BULAN = "2026-10";
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

export function windowSuite(makeBench: MakeBench): void {
  describe("a chat that is open only for a while", () => {
    let bench: Bench;
    let kantorId: KantorId;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
      kantorId = await saveOffice(bench.store, "kantor-jendela");
    });
    afterAll(() => bench?.close());

    /** A chat of its own, so that no test sees another's. */
    const chatOf = () => {
      count += 1;
      const address = { channelId: `jendela-${count}`, chat: `62812${count}` };
      const idOf = (id: string): string => `${address.channelId}-${id}`;
      const settle = (id: string, outcome: OutboxOutcome) =>
        bench.store.settleOutbox([{ id: idOf(id), outcome }]);
      return {
        address,
        window: () => bench.store.chatWindow(address, BULAN),
        put: (id: string, part: Partial<OutboxDraft> = {}) =>
          bench.store.commit(
            requestOf(kantorId, {
              outbox: [draftOf(idOf(id), address.chat, { address, kantorId, ...part })],
            }),
          ),
        claim: async () => {
          const { channelId } = address;
          const query = { channelIdList: [channelId], limit: 9, leaseMs: HOUR };
          const rows = await bench.store.claimOutbox(query);
          return rows.map(({ id }) => id.replace(`${channelId}-`, ""));
        },
        settle,
        hold: (id: string, heardMs: number | null = null) => settle(id, { kind: "held", heardMs }),
        take: (nowMs: number, heardMs: number | null = null) =>
          bench.store.takeOpening(address, {
            kantorId,
            bulan: BULAN,
            nowMs,
            sinceMs: nowMs - DAY,
            heardMs,
          }),
      };
    };

    it("was never open, and has cost nothing", async () => {
      expect(await chatOf().window()).toEqual({
        heardMs: null,
        openedMs: null,
        waiting: 0,
        spent: 0,
      });
    });

    it("is open since what its person did last, whatever order that is learned in", async () => {
      const { address, window } = chatOf();
      await bench.store.openWindow(address, NOW);
      await bench.store.openWindow(address, NOW - HOUR);
      expect((await window()).heardMs).toBe(NOW);
    });

    it("keeps messages until its person does something, and then lets them go in order", async () => {
      const { address, window, put, claim, hold } = chatOf();
      for (const id of ["a", "b", "c"]) {
        await put(id);
        expect(await claim()).toEqual([id]);
        await hold(id);
      }
      expect(await claim()).toEqual([]);
      expect(await window()).toMatchObject({ waiting: 3 });
      expect(await bench.store.openWindow(address, NOW)).toBe(true);
      expect(await window()).toMatchObject({ waiting: 0 });
      for (const id of ["a", "b", "c"]) {
        expect(await claim()).toEqual([id]);
        await bench.store.settleOutbox([
          {
            id: `${address.channelId}-${id}`,
            outcome: {
              kind: "sent",
              ref: { chat: address.chat, externalIdList: [id], withFile: false },
              atMs: NOW,
            },
          },
        ]);
      }
      expect(await bench.store.openWindow(address, NOW + 1)).toBe(false);
    });

    it("keeps nothing back that its person has answered for meanwhile", async () => {
      const { address, put, claim, hold } = chatOf();
      await put("a");
      await claim();
      await bench.store.openWindow(address, NOW);
      await hold("a", NOW - DAY);
      expect(await claim()).toEqual(["a"]);
    });

    it("keeps of several reminders the last", async () => {
      const { address, put, claim, hold } = chatOf();
      await put("tugas");
      await claim();
      await hold("tugas");
      for (const id of ["ingat-1", "ingat-2", "ingat-3"]) {
        await put(id, { prioritas: 2 });
        expect(await claim()).toEqual([id]);
        await hold(id);
      }
      await bench.store.openWindow(address, NOW);
      expect(await claim()).toEqual(["tugas"]);
      const states = await bench.store.listOutbox(
        ["ingat-1", "ingat-2", "ingat-3"].map((id) => `${address.channelId}-${id}`),
      );
      const statusById = new Map(states.map(({ row, status }) => [row.id, status]));
      expect([...statusById.values()].toSorted()).toEqual(["batal", "batal", "menunggu"]);
      expect(statusById.get(`${address.channelId}-ingat-3`)).toBe("menunggu");
    });

    it("never asks what was answered elsewhere meanwhile", async () => {
      const { address, put, claim, hold } = chatOf();
      await put("tanya", { promptId: "jendela.1" });
      await claim();
      await hold("tanya");
      await bench.store.commit(
        requestOf(kantorId, {
          closePrompts: [{ promptId: "jendela.1", hasil: [], pesan: null, asal: null }],
        }),
      );
      expect(await bench.store.openWindow(address, NOW)).toBe(false);
    });

    it("is opened once a day, and charged for each time", async () => {
      const { window, take } = chatOf();
      expect(await take(NOW)).toBe(true);
      expect(await take(NOW)).toBe(false);
      expect(await take(NOW + DAY - 1)).toBe(false);
      expect(await take(NOW + DAY)).toBe(true);
      expect(await window()).toMatchObject({ openedMs: NOW + DAY, spent: 2 });
    });

    it("is not opened where its person came first", async () => {
      const { address, take } = chatOf();
      await bench.store.openWindow(address, NOW);
      expect(await take(NOW + DAY, null)).toBe(false);
      expect(await take(NOW + DAY, NOW)).toBe(true);
    });

    it("may be opened again where certainly nothing was sent, and is not charged for", async () => {
      const { address, window, take } = chatOf();
      await take(NOW);
      await bench.store.returnOpening(address, { kantorId, bulan: BULAN, nowMs: NOW });
      expect(await window()).toMatchObject({ openedMs: null, spent: 0 });
      expect(await take(NOW + 1)).toBe(true);
    });

    it("gets a message again that the service did not deliver, for the chat was not open", async () => {
      const { address, window, put, claim, settle } = chatOf();
      await bench.store.openWindow(address, NOW);
      await put("a");
      await claim();
      const ref = { chat: address.chat, externalIdList: ["wamid.1"], withFile: false };
      await settle("a", { kind: "sent", ref, atMs: NOW });
      await bench.store.closeWindow(address, "wamid.1");
      expect(await window()).toMatchObject({ heardMs: null });
      expect(await claim()).toEqual(["a"]);
    });

    it("forgets that it was open where the service says otherwise", async () => {
      const { address, window, put, claim, settle } = chatOf();
      await bench.store.openWindow(address, NOW);
      await put("a");
      await claim();
      await settle("a", { kind: "held", heardMs: NOW, closed: true });
      expect(await window()).toMatchObject({ heardMs: null, waiting: 1 });
    });

    it("counts what is charged by month, office and kind", async () => {
      const { address, put, claim, settle, take } = chatOf();
      await take(NOW);
      for (const [id, jumlah] of [
        ["a", 2],
        ["b", 1],
      ] as const) {
        await put(id);
        await claim();
        const ref = { chat: address.chat, externalIdList: [id], withFile: false };
        const charge = { kantorId, bulan: BULAN, jumlah };
        await settle(id, { kind: "sent", ref, atMs: NOW, charge });
      }
      const mine = (await bench.store.pemakaian(BULAN)).filter(
        ({ channelId }) => channelId === address.channelId,
      );
      const of = { channelId: address.channelId, bulan: BULAN, kantorId };
      expect(mine).toEqual([
        { ...of, jenis: "layanan", jumlah: 3 },
        { ...of, jenis: "templat", jumlah: 1 },
      ]);
      expect(await bench.store.pemakaian("2026-09")).toEqual([]);
    });

    it("goes on with the part of a message that did not go out", async () => {
      const { address, put, claim, settle } = chatOf();
      await put("a");
      await claim();
      const part = { chat: address.chat, externalIdList: ["m1"], withFile: false };
      const again = { afterMs: 0, error: "unreachable", tried: true, faulty: false };
      await settle("a", { kind: "retry", ...again, part });
      const [row] = await bench.store.claimOutbox({
        channelIdList: [address.channelId],
        limit: 1,
        leaseMs: HOUR,
      });
      expect(row?.done).toEqual(["m1"]);
    });
  });

  describe("an account that comes over from another channel", () => {
    let bench: Bench;
    let kantorId: KantorId;
    beforeAll(async () => {
      bench = await makeBench();
      kantorId = await saveOffice(bench.store, "kantor-pindah");
    });
    afterAll(() => bench?.close());

    const old = { channelId: "whatsapp", chat: "6281200000001@c.us" };
    const now = { channelId: "whatsapp-cloud", chat: "6281200000001" };

    it("brings along what waits for it, and needs no invitation", async () => {
      await bench.store.commit(
        requestOf(kantorId, {
          undangan: [{ id: "u1", pegawaiId: kasi, kodeHash: "h1", berlakuSampaiMs: NOW + 1_000 }],
        }),
      );
      const link = { accountId: "akun-1", pegawaiId: kasi, undanganId: "u1", utama: true };
      await bench.store.commit(requestOf(kantorId, { links: [{ ...link, address: old }] }));
      await bench.store.commit(
        requestOf(kantorId, { outbox: [draftOf("p1", old.chat, { address: old, kantorId })] }),
      );
      const versiOf = async () => (await bench.store.loadOffice(kantorId, NOW))?.versi ?? 0;
      const versi = await versiOf();
      expect(await bench.store.moveAccount(old, now)).toBe(true);
      expect(await bench.store.findAccount(old)).toBeNull();
      expect(await bench.store.findAccount(now)).toMatchObject({ id: "akun-1", pegawaiId: kasi });
      expect(await versiOf()).toBeGreaterThan(versi);
      const rows = await bench.store.claimOutbox({
        channelIdList: [now.channelId],
        limit: 9,
        leaseMs: HOUR,
      });
      expect(rows.map(({ id, address }) => [id, address])).toEqual([["p1", now]]);
    });

    it("leaves alone whoever has an account there already, and whoever has none", async () => {
      expect(await bench.store.moveAccount(old, now)).toBe(false);
      expect(await bench.store.findAccount(now)).toMatchObject({ id: "akun-1" });
    });
  });
}
