import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutboxDraft } from "../../../src/app/ports/outbox.ts";
import type { KantorId, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { type Bench, type MakeBench, officeOf, saveOffice } from "./bench.ts";
import { camat, draftOf, kasi, NOW, requestOf } from "./fixture.ts";

export function accountSuite(makeBench: MakeBench): void {
  describe("an account", () => {
    let bench: Bench;
    let kantorId: KantorId;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
      kantorId = await saveOffice(bench.store, "kantor-akun");
    });
    afterAll(() => bench?.close());
    const invite = async (pegawaiId: PegawaiId): Promise<string> => {
      count += 1;
      const id = `u${count}`;
      await bench.store.commit(
        requestOf(kantorId, {
          undangan: [{ id, pegawaiId, kodeHash: `hash-${id}`, berlakuSampaiMs: NOW + 1_000 }],
        }),
      );
      return id;
    };
    const link = (undanganId: string, pegawaiId: PegawaiId, chat: string, utama = true) =>
      bench.store.commit(
        requestOf(kantorId, {
          links: [
            {
              accountId: `a-${undanganId}-${chat}`,
              pegawaiId,
              undanganId,
              utama,
              address: { channelId: "telegram", chat },
            },
          ],
        }),
      );
    const claim = () =>
      bench.store.claimOutbox({
        channelIdList: ["jangkauan"],
        limit: 9,
        leaseMs: 1_000,
      });
    const find = (chat: string) => bench.store.findAccount({ channelId: "telegram", chat });

    it("is linked by an invitation, once", async () => {
      const undanganId = await invite(kasi);
      expect(await bench.store.findUndangan(`hash-${undanganId}`)).toEqual({
        id: undanganId,
        kantorId,
        pegawaiId: kasi,
        berlakuSampaiMs: NOW + 1_000,
        dipakaiMs: null,
      });
      expect(await link(undanganId, kasi, "1")).toBe("committed");
      expect(await find("1")).toMatchObject({ kantorId, pegawaiId: kasi, utama: true });
      expect((await bench.store.findUndangan(`hash-${undanganId}`))?.dipakaiMs).toBe(NOW);
      expect(await link(undanganId, kasi, "2")).toBe("conflict");
      expect(await find("2")).toBeNull();
      expect(await bench.store.findAccount({ channelId: "whatsapp", chat: "1" })).toBeNull();
    });

    it("goes to one of two who show the same code at once", async () => {
      const undanganId = await invite(kasi);
      const outcomes = await Promise.all([
        link(undanganId, kasi, "3"),
        link(undanganId, kasi, "4"),
      ]);
      expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
    });

    it("moves to the person whose invitation it shows next", async () => {
      await link(await invite(kasi), kasi, "5");
      await link(await invite(camat), camat, "5");
      expect((await find("5"))?.pegawaiId).toBe(camat);
      const list = await bench.store.listAccount(kantorId);
      expect(list.filter(({ address }) => address.chat === "5")).toHaveLength(1);
    });

    it("leaves another office, which learns of it by its version", async () => {
      const theirs = await saveOffice(bench.store, "kantor-asal");
      const before = (await officeOf(bench.store, kantorId)).versi;
      await link(await invite(kasi), kasi, "7");
      const undangan = { id: "up", pegawaiId: camat, kodeHash: "hash-up", berlakuSampaiMs: NOW };
      await bench.store.commit(requestOf(theirs, { undangan: [undangan] }));
      const address = { channelId: "telegram", chat: "7" };
      const tie = { accountId: "pindah", pegawaiId: camat, undanganId: "up", address, utama: true };
      expect(await bench.store.commit(requestOf(theirs, { links: [tie] }))).toBe("committed");
      expect(await find("7")).toMatchObject({ kantorId: theirs, pegawaiId: camat });
      // the invitation, the link, and its leaving
      expect((await officeOf(bench.store, kantorId)).versi).toBe(before + 3);
      expect((await officeOf(bench.store, theirs)).versi).toBe(3);
    });

    it("is the preferred one of its person when they say so, and then comes first", async () => {
      const own = await saveOffice(bench.store, "kantor-utama");
      const chats = async () =>
        (await bench.store.listAccount(own)).map(({ address, utama }) => [address.chat, utama]);
      const prefer = (pegawaiId: PegawaiId, accountId: string) =>
        bench.store.commit(requestOf(own, { preferred: [{ pegawaiId, accountId }] }));
      await bench.store.commit(
        requestOf(own, {
          undangan: ["ua", "ub"].map((id) => ({
            id,
            pegawaiId: kasi,
            kodeHash: `hash-${id}`,
            berlakuSampaiMs: NOW,
          })),
        }),
      );
      for (const chat of ["a", "b"]) {
        const address = { channelId: "telegram", chat: `utama-${chat}` };
        const undanganId = `u${chat}`;
        await bench.store.commit(
          requestOf(own, {
            links: [{ accountId: chat, pegawaiId: kasi, undanganId, address, utama: chat === "a" }],
          }),
        );
      }
      const before = [
        ["utama-a", true],
        ["utama-b", false],
      ];
      expect(await chats()).toEqual(before);
      expect(await prefer(camat, "b")).toBe("conflict");
      expect(await prefer(kasi, "gone")).toBe("conflict");
      expect(await chats()).toEqual(before);
      expect(await prefer(kasi, "b")).toBe("committed");
      expect(await chats()).toEqual([
        ["utama-b", true],
        ["utama-a", false],
      ]);
    });

    it("takes no messages from a time on, which keeps back or drops what waits for it", async () => {
      const own = await saveOffice(bench.store, "kantor-jangkauan");
      const address = { channelId: "jangkauan", chat: "8" };
      const commit = (part: Parameters<typeof requestOf>[1]) =>
        bench.store.commit(requestOf(own, part));
      const undangan = { id: "uj", pegawaiId: kasi, kodeHash: "hash-uj", berlakuSampaiMs: NOW };
      await commit({ undangan: [undangan] });
      const tie = {
        accountId: "jangkauan",
        pegawaiId: kasi,
        undanganId: "uj",
        address,
        utama: true,
      };
      await commit({ links: [tie] });
      const row = (id: string, rest: Partial<OutboxDraft> = {}) =>
        draftOf(id, "8", { kantorId: own, pegawaiId: kasi, address, promptId: null, ...rest });
      const statusOf = async () => {
        const list = await bench.store.listOutbox(["j1", "j2", "j3", "j4", "j5"]);
        return list.map(({ row: { id }, status }) => `${id} ${status}`).toSorted();
      };
      const mark = (takTerjangkauMs: number | null, saidMs: number | null) =>
        commit({ reach: [{ accountId: "jangkauan", takTerjangkauMs, saidMs }] });
      await commit({
        outbox: [row("j1"), row("j2", { promptId: "b.1" }), row("j3", { siaranId: "s1" })],
      });
      const [claimed] = await claim();
      expect(claimed?.id).toBe("j1");

      expect(await mark(NOW, null)).toBe("committed");
      expect(await bench.store.findAccount(address)).toMatchObject({ takTerjangkauMs: NOW });
      await bench.store.settleOutbox([{ id: "j1", outcome: { kind: "parked", error: "blocked" } }]);
      expect(await statusOf()).toEqual(["j1 ditahan", "j2 ditahan", "j3 gagal"]);
      const news = await bench.store.unsaidNews(own, "jangkauan");
      expect(news).toEqual([row("j1").isi]);
      expect(await bench.store.unsaidNews(kantorId, "jangkauan")).toEqual([]);
      expect(await bench.store.unsaidNews(own, "nobody")).toEqual([]);
      await commit({ outbox: [row("j4", { ditahan: true })], nowMs: NOW + 5 });
      expect(await claim()).toEqual([]);
      expect(await bench.store.outboxWaitMs(["jangkauan"])).toBeNull();

      expect(await mark(null, NOW)).toBe("committed");
      expect(await bench.store.findAccount(address)).toMatchObject({ takTerjangkauMs: null });
      expect(await statusOf()).toEqual(["j1 batal", "j2 batal", "j3 gagal", "j4 menunggu"]);
      expect((await claim()).map(({ id }) => id)).toEqual(["j4"]);

      expect(await mark(NOW, NOW + 9)).toBe("committed");
      await commit({ outbox: [row("j5")], nowMs: NOW + 9 });
      await bench.store.settleOutbox([{ id: "j4", outcome: { kind: "parked", error: "blocked" } }]);
      expect((await statusOf()).slice(3)).toEqual(["j4 batal", "j5 menunggu"]);
      expect(
        await commit({ reach: [{ accountId: "gone", takTerjangkauMs: NOW, saidMs: null }] }),
      ).toBe("conflict");
    });

    it("remembers what is pinned in its chat, until nothing is", async () => {
      const id = await invite(kasi);
      await link(id, kasi, "semat");
      const accountId = `a-${id}-semat`;
      const isi = { outboxId: "papan1", sidik: "s1" };
      const pin = (to: typeof isi | null) =>
        bench.store.commit(requestOf(kantorId, { sematan: [{ accountId, isi: to }] }));
      const address = { channelId: "telegram", chat: "semat" };
      const found = () => bench.store.findAccount(address);
      expect(await found()).not.toHaveProperty("sematan");
      await pin(isi);
      expect(await found()).toMatchObject({ sematan: isi });
      await pin(null);
      expect(await found()).not.toHaveProperty("sematan");
    });

    it("is listed with the office's others until it is unlinked", async () => {
      await link(await invite(kasi), kasi, "6");
      const address = { channelId: "telegram", chat: "6" };
      const chats = async () =>
        (await bench.store.listAccount(kantorId)).map((one) => one.address.chat);
      expect(await chats()).toContain("6");
      const { accountList } = await officeOf(bench.store, kantorId);
      expect(accountList).toEqual(await bench.store.listAccount(kantorId));
      await bench.store.commit(requestOf(kantorId, { unlinks: [address] }));
      expect(await find("6")).toBeNull();
      expect(await chats()).not.toContain("6");
      expect((await bench.store.listUndangan(kantorId)).length).toBeGreaterThan(0);
    });
  });
}
