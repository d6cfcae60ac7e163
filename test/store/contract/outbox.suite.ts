import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Address } from "../../../src/app/ports/channel.ts";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { OutboxDraft, OutboxRow } from "../../../src/app/ports/outbox.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { KantorId, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { camat, draftOf, kasi, NOW, requestOf, sekcam } from "./fixture.ts";

const LEASE_MS = 60_000;

const later = (afterMs: number, rest: { tried?: boolean; faulty?: boolean } = {}) =>
  ({ kind: "retry", afterMs, error: "lambat", tried: true, faulty: false, ...rest }) as const;

const sent = (...externalIdList: string[]) =>
  ({ kind: "sent", ref: { chat: "c", externalIdList, withFile: false }, atMs: NOW }) as const;

export function outboxSuite(makeBench: MakeBench): void {
  describe("the outbox", () => {
    let bench: Bench;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());

    /** A channel of its own, so that no test sees another's rows. */
    const channel = () => {
      count += 1;
      const channelId = `saluran-${count}`;
      const claim = (nowMs = NOW, limit = 50, store: Store = bench.store) => {
        bench.setNow(nowMs);
        return store.claimOutbox({ channelIdList: [channelId], limit, leaseMs: LEASE_MS });
      };
      return {
        channelId,
        claim,
        ids: async (nowMs = NOW, limit = 50) => (await claim(nowMs, limit)).map(idOf),
        /** How long until the next row, seen at `NOW`. */
        next: () => {
          bench.setNow(NOW);
          return bench.store.outboxWaitMs([channelId]);
        },
        put: (...drafts: readonly (readonly [string, string, Partial<OutboxDraft>?])[]) =>
          bench.store.commit(
            requestOf(null, {
              outbox: drafts.map(([id, chat, part]) =>
                draftOf(`${channelId}-${id}`, chat, { address: { channelId, chat }, ...part }),
              ),
            }),
          ),
        settle: (id: string, nowMs = NOW, externalIdList: readonly string[] = [`x-${id}`]) =>
          bench.store.settleOutbox([
            {
              id: `${channelId}-${id}`,
              outcome: {
                kind: "sent",
                ref: { chat: "c", externalIdList, withFile: false },
                atMs: nowMs,
              },
            },
          ]),
        retry: (id: string, afterMs: number) => {
          bench.setNow(NOW);
          return bench.store.settleOutbox([{ id: `${channelId}-${id}`, outcome: later(afterMs) }]);
        },
      };
    };

    const show = (...teksList: string[]) =>
      bench.store.commit(
        requestOf(null, {
          closePrompts: teksList.map((teks) => ({
            promptId: "kabar",
            hasil: [],
            pesan: { teks: plain(teks) },
            asal: null,
          })),
        }),
      );
    const close = (promptId: string, asal: Address | null = null) =>
      bench.store.commit(
        requestOf(null, {
          closePrompts: [{ promptId, hasil: plain("✅ Disetujui"), pesan: null, asal }],
        }),
      );
    const announce = async (siaranId: string, dilewati: Dilewati = []) => {
      const chan = channel();
      const kantorId = await saveOffice(bench.store, `kantor-${siaranId}`);
      const penerima = [camat, kasi, sekcam];
      const rows = [camat, kasi].map((pegawaiId) =>
        draftOf(`${chan.channelId}-${pegawaiId}`, `c-${pegawaiId}`, {
          address: { channelId: chan.channelId, chat: `c-${pegawaiId}` },
          kantorId,
          pegawaiId,
          siaranId,
          prioritas: 3,
        }),
      );
      await bench.store.commit(
        requestOf(kantorId, {
          siaran: [{ id: siaranId, oleh: sekcam, teks: "Rapat besok", penerima, dilewati }],
          outbox: rows,
        }),
      );
      return { ...chan, kantorId };
    };
    const letter = async (channelId: string) =>
      (await bench.store.listLetters(["gagal"])).filter((one) => one.channelId === channelId);
    const die = async (chan: ReturnType<typeof channel>, id: string) => {
      await chan.ids();
      const outcome = { kind: "dead", error: "rejected: 400" } as const;
      await bench.store.settleOutbox([{ id: `${chan.channelId}-${id}`, outcome }]);
    };
    const status = async (id: string) => {
      const kantorId = KantorId.parse(`kantor-${id}`);
      const { gagal, ...rest } = (await bench.store.siaranStatus(kantorId, id)) ?? { gagal: [] };
      return { ...rest, gagal: gagal.map(({ pegawaiId }) => pegawaiId) };
    };

    it("hands a row over as it was put in", async () => {
      const { put, claim, channelId } = channel();
      const isi = {
        teks: [{ teks: "Halo ", tebal: true as const }, { teks: "dunia" }],
        pilihan: [[{ id: "setuju", judul: "✅ Setuju" }]],
        promptId: "b1.1",
        lampiran: {
          jenis: "tersimpan" as const,
          hash: "h",
          nama: "a.pdf",
          mime: "application/pdf",
        },
      };
      await put(["a", "c1", { isi, promptId: "b1.1", pegawaiId: kasi }]);
      const [row] = await claim();
      expect(row).toEqual({
        id: `${channelId}-a`,
        dedupeKey: `kunci-${channelId}-a`,
        kantorId: null,
        pegawaiId: kasi,
        address: { channelId, chat: "c1" },
        prioritas: 1,
        promptId: "b1.1",
        siaranId: null,
        isi,
        attempts: 0,
        faults: 0,
        createdMs: NOW,
        op: { kind: "kirim" },
      });
    });

    it("yields one row per chat, the best priority first, then in order of arrival", async () => {
      const { put, ids, settle } = channel();
      await put(
        ["siaran", "c1", { prioritas: 3 }],
        ["tugas", "c1", { prioritas: 1 }],
        ["tugas-lagi", "c1", { prioritas: 1 }],
        ["lain", "c2", { prioritas: 2 }],
        ["balasan", "c3", { prioritas: 0 }],
      );
      expect(await ids()).toEqual(["balasan", "tugas", "lain"]);
      expect(await ids()).toEqual([]);
      await settle("tugas");
      expect(await ids()).toEqual(["tugas-lagi"]);
      await settle("tugas-lagi");
      expect(await ids()).toEqual(["siaran"]);
    });

    it("gives the best rows when there are more than asked for", async () => {
      const { put, ids } = channel();
      await put(
        ["a", "c1", { prioritas: 3 }],
        ["b", "c2", { prioritas: 1 }],
        ["c", "c3", { prioritas: 0 }],
      );
      expect(await ids(NOW, 2)).toEqual(["c", "b"]);
      expect(await ids(NOW, 2)).toEqual(["a"]);
    });

    it("lets a reply wait for the message of its chat that is under way", async () => {
      const { put, ids, settle } = channel();
      await put(["siaran", "c1", { prioritas: 3 }]);
      expect(await ids()).toEqual(["siaran"]);
      await put(["balasan", "c1", { prioritas: 0 }]);
      expect(await ids()).toEqual([]);
      await settle("siaran");
      expect(await ids()).toEqual(["balasan"]);
    });

    it("keeps the order of a chat while its first message waits for a later try", async () => {
      const { put, ids, retry, next } = channel();
      await put(["satu", "c1"], ["dua", "c1"], ["lain", "c2"]);
      expect(await ids()).toEqual(["satu", "lain"]);
      await retry("satu", 30_000);
      expect(await ids(NOW + 29_999)).toEqual([]);
      expect(await next()).toBe(30_000);
      expect(await ids(NOW + 30_000)).toEqual(["satu"]);
    });

    it("lets a reply overtake what waits for a later try", async () => {
      const { put, ids, retry } = channel();
      await put(["siaran", "c1", { prioritas: 3 }]);
      await ids();
      await retry("siaran", 3_600_000);
      await put(["balasan", "c1", { prioritas: 0 }]);
      expect(await ids()).toEqual(["balasan"]);
    });

    it("counts the tries before this one", async () => {
      const { put, claim, retry } = channel();
      await put(["a", "c1"]);
      expect((await claim()).map(({ attempts }) => attempts)).toEqual([0]);
      await retry("a", 0);
      expect((await claim()).map(({ attempts }) => attempts)).toEqual([1]);
    });

    it("gives a row again when its lease runs out, and not before", async () => {
      const { put, ids, next } = channel();
      await put(["a", "c1"], ["b", "c1"]);
      expect(await ids()).toEqual(["a"]);
      expect(await ids(NOW + LEASE_MS - 1)).toEqual([]);
      expect(await next()).toBe(LEASE_MS);
      expect(await ids(NOW + LEASE_MS)).toEqual(["a"]);
    });

    it("is empty for those whose rows are settled, and never due before it yields", async () => {
      const { put, ids, settle, next } = channel();
      expect(await next()).toBeNull();
      await put(["a", "c1"], ["b", "c1"]);
      expect(await next()).toBe(0);
      await ids();
      await settle("a");
      expect(await ids()).toEqual(["b"]);
      await settle("b");
      expect(await next()).toBeNull();
    });

    it("gives up loudly: a dead row is counted and never claimed again", async () => {
      const { put, ids, channelId } = channel();
      const before = await bench.store.outboxDepth();
      await put(["a", "c1"], ["b", "c1"]);
      await ids();
      await bench.store.settleOutbox([
        { id: `${channelId}-a`, outcome: { kind: "dead", error: "blocked" } },
      ]);
      expect(await bench.store.outboxDepth()).toEqual({
        pending: before.pending + 1,
        dead: before.dead + 1,
      });
      expect(await ids(NOW + LEASE_MS)).toEqual(["b"]);
    });

    it("counts tries and faults apart, and neither for what is given back", async () => {
      const { put, claim, channelId } = channel();
      const id = `${channelId}-a`;
      await put(["a", "c1"]);
      const counted: unknown[] = [];
      for (const outcome of [
        { kind: "returned" } as const,
        later(0, { tried: false }),
        later(0),
        later(0, { tried: false, faulty: true }),
        later(0, { faulty: true }),
      ]) {
        await claim();
        await bench.store.settleOutbox([{ id, outcome }]);
        const [row] = await claim();
        counted.push([row?.attempts, row?.faults]);
        await bench.store.settleOutbox([{ id, outcome: { kind: "returned" } }]);
      }
      expect(counted).toEqual([
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 2],
      ]);
    });

    it("goes by the machine's time alone, and does not wait for a clock that stepped back", async () => {
      const { put, ids, retry, channelId } = channel();
      await put(["a", "c1"]);
      await ids();
      await retry("a", 60_000);
      expect(await ids(NOW + 59_999)).toEqual([]);
      const before = NOW - 365 * 24 * 3_600_000;
      bench.setNow(before);
      expect(await bench.store.outboxWaitMs([channelId])).toBe(0);
      expect(await ids(before)).toEqual(["a"]);
    });

    describe("a group of sends that ended together", () => {
      it("is written down with the next claim, which sees what it freed", async () => {
        const { put, ids, channelId } = channel();
        await put(["a1", "a"], ["a2", "a"], ["b1", "b"], ["b2", "b"], ["c1", "c"], ["c2", "c"]);
        expect(await ids()).toEqual(["a1", "b1", "c1"]);
        const next = await bench.store.claimOutbox({
          channelIdList: [channelId],
          limit: 50,
          leaseMs: LEASE_MS,
          settled: [
            { id: `${channelId}-a1`, outcome: sent("m-a") },
            { id: `${channelId}-b1`, outcome: { kind: "dead", error: "rejected" } },
            { id: `${channelId}-c1`, outcome: later(30_000) },
          ],
        });
        expect(next.map(idOf)).toEqual(["a2", "b2"]);
        const [a, b, c] = await bench.store.listOutbox(
          ["a1", "b1", "c1"].map((id) => `${channelId}-${id}`),
        );
        expect([a?.status, b?.status, c?.status]).toEqual(["terkirim", "gagal", "menunggu"]);
        expect(await ids(NOW + 30_000)).toEqual(["c1"]);
      });

      it("is written down where nothing is claimed with it", async () => {
        const { put, ids, channelId } = channel();
        await put(["a", "c1"], ["b", "c1"]);
        await ids();
        const settled = [{ id: `${channelId}-a`, outcome: sent("m") }];
        const query = { channelIdList: [channelId], leaseMs: LEASE_MS, settled };
        expect(await bench.store.claimOutbox({ ...query, limit: 0 })).toEqual([]);
        expect(await ids()).toEqual(["b"]);
      });

      it("is written as a whole or not at all, nor is anything claimed then", async () => {
        const { put, ids, channelId } = channel();
        await put(["a", "c1"], ["b", "c2"], ["c", "c3"]);
        expect(await ids(NOW, 2)).toEqual(["a", "b"]);
        // What stays behind has the id of another message.
        const address = { channelId, chat: "c2" };
        const letter = { ...draftOf(`${channelId}-a`, "c2", { address }), dedupeKey: "lain" };
        const settled = [
          { id: `${channelId}-a`, outcome: sent("m-a") },
          {
            id: `${channelId}-b`,
            outcome: { ...sent("m-b"), left: { letter, error: "disk" } },
          },
        ];
        const query = { channelIdList: [channelId], limit: 9, leaseMs: LEASE_MS, settled };
        await expect(bench.store.claimOutbox(query)).rejects.toThrow();
        expect(await ids(NOW)).toEqual(["c"]);
        await bench.store.settleOutbox(settled.slice(0, 1));
        expect(await ids(NOW + LEASE_MS)).toEqual(["b", "c"]);
      });

      it("that a kill kept from being written goes out again, one message a chat", async () => {
        const { put, ids, claim, channelId } = channel();
        await put(["a1", "a"], ["a2", "a"], ["b1", "b"], ["b2", "b"]);
        expect(await ids()).toEqual(["a1", "b1"]);
        const other = await bench.open();
        expect((await claim(NOW + LEASE_MS, 50, other)).map(idOf)).toEqual(["a1", "b1"]);
        await other.settleOutbox([
          { id: `${channelId}-a1`, outcome: sent("m-a") },
          { id: `${channelId}-b1`, outcome: sent("m-b") },
        ]);
        await other.close();
        expect(await ids(NOW + LEASE_MS)).toEqual(["a2", "b2"]);
      });

      it("keeps the order of every chat between two processes", async () => {
        const { put, claim, channelId } = channel();
        const chats = ["a", "b", "c", "d", "e"];
        await put(
          ...chats.flatMap((chat) => [1, 2, 3, 4].map((n) => [`${chat}${n}`, chat] as const)),
        );
        const left: string[] = [];
        const work = async (store: Store): Promise<void> => {
          let settled: { id: string; outcome: ReturnType<typeof sent> }[] = [];
          for (let empty = 0; empty < 20; ) {
            const query = { channelIdList: [channelId], limit: 2, leaseMs: LEASE_MS, settled };
            const rows = await store.claimOutbox(query);
            left.push(...rows.map(idOf));
            settled = rows.map(({ id }) => ({ id, outcome: sent(`m-${id}`) }));
            empty = rows.length === 0 ? empty + 1 : 0;
          }
        };
        const other = await bench.open();
        await Promise.all([work(bench.store), work(other)]);
        await other.close();
        expect(left).toHaveLength(20);
        for (const chat of chats)
          expect(left.filter((id) => id.startsWith(chat))).toEqual(
            [1, 2, 3, 4].map((n) => `${chat}${n}`),
          );
        expect(await claim(NOW + LEASE_MS)).toEqual([]);
      });
    });

    describe("a dead letter", () => {
      it("is listed with its receiver and text, sent again with all its tries, or given up", async () => {
        const chan = channel();
        const { put, ids, claim, settle, channelId } = chan;
        await put(["a", "c1", { pegawaiId: kasi }], ["b", "c2"]);
        await chan.ids();
        await bench.store.settleOutbox([
          { id: `${channelId}-a`, outcome: later(0, { faulty: true }) },
        ]);
        await settle("b");
        await die(chan, "a");
        const id = `${channelId}-a`;
        expect(await letter(channelId)).toMatchObject([
          { id, pegawaiId: kasi, status: "gagal", attempts: 1, error: "rejected: 400" },
        ]);
        expect((await letter(channelId))[0]?.isi?.teks).toBeDefined();
        expect(await bench.store.retryLetters([id, `${channelId}-b`, "x"])).toBe(1);
        expect(await letter(channelId)).toEqual([]);
        const [row] = await claim();
        expect([row?.id, row?.attempts, row?.faults]).toEqual([id, 0, 0]);
        expect(await bench.store.retryLetters([id])).toBe(0);
        await die(chan, "a");
        expect(await bench.store.dropLetters([id])).toBe(1);
        expect(await letter(channelId)).toEqual([]);
        expect(await ids(NOW + LEASE_MS)).toEqual([]);
      });

      it("is what stays behind of a message that went, once however often it went", async () => {
        const { put, ids, channelId } = channel();
        await put(["a", "c1"]);
        await ids();
        const ref = { chat: "c1", externalIdList: ["m1"], withFile: false };
        const address = { channelId, chat: "c1" };
        const left = { letter: draftOf(`${channelId}-a.berkas`, "c1", { address }), error: "disk" };
        for (let n = 0; n < 2; n += 1) {
          const outcome = { kind: "sent", ref, atMs: NOW, left } as const;
          await bench.store.settleOutbox([{ id: `${channelId}-a`, outcome }]);
        }
        expect(await letter(channelId)).toMatchObject([
          { id: `${channelId}-a.berkas`, error: "disk" },
        ]);
        expect(await ids()).toEqual([]);
        await bench.store.retryLetters([`${channelId}-a.berkas`]);
        expect(await ids()).toEqual(["a.berkas"]);
      });

      it("is told to its office once, and others not before it was quiet for a while", async () => {
        const chan = channel();
        const kantorId = await saveOffice(bench.store, `kantor-${chan.channelId}`);
        await chan.put(["a", "c1", { kantorId }], ["b", "c2", { kantorId }], ["asing", "c3"]);
        for (const id of ["a", "b", "asing"]) await die(chan, id);
        const untold = async (quietSinceMs: number) =>
          (await bench.store.untoldLetters(quietSinceMs))
            .filter((one) => one.channelId === chan.channelId)
            .map(idOf);
        expect(await untold(NOW)).toEqual(["a", "b"]);
        const toldLetters = [`${chan.channelId}-a`];
        await bench.store.commit(requestOf(kantorId, { toldLetters }));
        expect(await untold(NOW - 1)).toEqual([]);
        expect(await untold(NOW)).toEqual(["b"]);
        await bench.store.retryLetters(toldLetters);
        await die(chan, "a");
        expect(await untold(NOW)).toEqual(["a", "b"]);
      });

      it("that cannot be read is listed all the same", async () => {
        const chan = channel();
        await chan.put(["a", "c1"]);
        await die(chan, "a");
        await bench.sql(`UPDATE outbox SET isi = '{"baru":1}' WHERE id = '${chan.channelId}-a'`);
        expect(await letter(chan.channelId)).toMatchObject([{ isi: null }]);
      });

      it("is taken back when it goes another way", async () => {
        const chan = channel();
        await chan.put(["a", "c1"]);
        await die(chan, "a");
        const request = requestOf(null, { withdrawn: [`${chan.channelId}-a`] });
        expect(await bench.store.commit(request)).toBe("committed");
        expect(await letter(chan.channelId)).toEqual([]);
      });
    });

    it("looks only at the channels asked for", async () => {
      const one = channel();
      const two = channel();
      await one.put(["a", "c1"]);
      expect(await two.ids()).toEqual([]);
      expect(await two.next()).toBeNull();
      expect(await bench.store.claimOutbox({ channelIdList: [], limit: 5, leaseMs: 1 })).toEqual(
        [],
      );
      expect(await bench.store.outboxWaitMs([])).toBeNull();
    });

    it("refuses a dedupe key that was used", async () => {
      const { put, channelId } = channel();
      await put(["a", "c1"]);
      expect(await put(["b", "c1", { dedupeKey: `kunci-${channelId}-a` }])).toBe("conflict");
    });

    it("never gives a row to two processes, nor two rows of a chat", async () => {
      const { put, claim, channelId } = channel();
      const drafts = Array.from(
        { length: 120 },
        (_, n) => [`r${n}`, `c${n % 30}`, { prioritas: n % 2 === 0 ? 1 : 3 }] as const,
      );
      await put(...drafts);
      const others = await Promise.all([bench.open(), bench.open(), bench.open()]);
      const storeList = [bench.store, ...others];
      const seen: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        const claimed = await Promise.all(
          storeList.flatMap((store) => [claim(NOW, 7, store), claim(NOW, 7, store)]),
        );
        const rows = claimed.flat();
        const chats = rows.map(({ address }) => address.chat);
        expect(new Set(chats).size).toBe(chats.length);
        seen.push(...rows.map(({ id }) => id));
        await Promise.all(
          rows.map(({ id }) =>
            bench.store.settleOutbox([
              {
                id,
                outcome: {
                  kind: "sent",
                  ref: { chat: "c", externalIdList: [], withFile: false },
                  atMs: NOW,
                },
              },
            ]),
          ),
        );
      }
      await Promise.all(others.map((store) => store.close()));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(120);
      expect(await bench.store.outboxWaitMs([channelId])).toBeNull();
    }, 30_000);

    describe("closing a prompt", () => {
      const pilihan = [[{ id: "setuju", judul: "✅ Setuju" }]];
      const prompt = (promptId: string, part: Partial<OutboxDraft> = {}): Partial<OutboxDraft> => ({
        promptId,
        isi: { teks: plain("Setuju?"), pilihan, promptId },
        ...part,
      });

      it("edits wherever the choices were shown, once each, before other messages", async () => {
        const { put, ids, claim, settle, channelId } = channel();
        await put(
          ["p1", "c1", prompt("w.1")],
          ["p2", "c2", prompt("w.1")],
          ["tanpa", "c3", { promptId: "w.1" }],
        );
        await ids();
        await settle("p1", NOW, ["m1", "m1b"]);
        await settle("p2", NOW, ["m2"]);
        await settle("tanpa");
        await put(["tugas", "c1"]);
        await close("w.1");
        const rows = await claim();
        const isi = {
          teks: [...plain("Setuju?"), { teks: "\n\n" }, ...plain("✅ Disetujui")],
          singkat: plain("✅ Disetujui"),
        };
        expect(rows.map((row) => [row.address, row.prioritas, row.op, row.isi])).toEqual([
          [
            { channelId, chat: "c1" },
            0,
            {
              kind: "ubah",
              ref: { chat: "c", externalIdList: ["m1", "m1b"], withFile: false },
            },
            isi,
          ],
          [
            { channelId, chat: "c2" },
            0,
            { kind: "ubah", ref: { chat: "c", externalIdList: ["m2"], withFile: false } },
            isi,
          ],
        ]);
      });

      it("has something to say where it cannot edit: once a chat, and not where it came from", async () => {
        const { put, ids, claim, settle, channelId } = channel();
        await put(["p1", "c1", prompt("w.6")], ["p2", "c2", prompt("w.6")]);
        expect(await ids()).toEqual(["p1", "p2"]);
        await settle("p1", NOW, ["m1"]);
        await settle("p2", NOW, ["m2"]);
        await put(["p3", "c2", prompt("w.6")]);
        await ids();
        await settle("p3", NOW, ["m3"]);
        await close("w.6", { channelId, chat: "c1" });
        const [own, earlier] = await claim();
        expect([own?.isi.singkat, earlier?.isi.singkat]).toEqual([undefined, undefined]);
        await bench.store.settleOutbox([
          { id: earlier?.id ?? "", outcome: { kind: "dead", error: "gone" } },
        ]);
        const [later] = await claim();
        expect(later).toMatchObject({
          op: { ref: { externalIdList: ["m3"] } },
          isi: { singkat: plain("✅ Disetujui") },
        });
      });

      it("never overtakes the message it edits, sent or waiting for a later try", async () => {
        const { put, ids, claim, settle, retry } = channel();
        await put(["p1", "c1", prompt("w.2")], ["p2", "c2", prompt("w.2")]);
        await put(["p3", "c3", prompt("w.2", { prioritas: 3 })]);
        expect(await ids()).toEqual(["p1", "p2", "p3"]);
        await retry("p2", 1_000);
        await retry("p3", 1_000);
        await close("w.2");
        expect(await ids()).toEqual([]);
        await settle("p1", NOW, ["m1"]);
        const [first] = await claim();
        expect(first?.op).toMatchObject({ kind: "ubah", ref: { externalIdList: ["m1"] } });
        expect(await ids(NOW + 1_000)).toEqual(["p2", "p3"]);
        await settle("p2", NOW, ["m2"]);
        await settle("p3", NOW, ["m3"]);
        const rest = await claim(NOW + 1_000);
        expect(rest.map(({ op }) => op)).toMatchObject([
          { kind: "ubah", ref: { externalIdList: ["m2"] } },
          { kind: "ubah", ref: { externalIdList: ["m3"] } },
        ]);
      });

      it("can follow in the very commit that put the prompt in", async () => {
        const { ids, claim, settle, channelId } = channel();
        const id = `${channelId}-p1`;
        const address = { channelId, chat: "c1" };
        await bench.store.commit(
          requestOf(null, {
            outbox: [draftOf(id, "c1", { address, ...prompt("w.3") })],
            closePrompts: [{ promptId: "w.3", hasil: plain("Ditutup"), pesan: null, asal: null }],
          }),
        );
        expect(await ids()).toEqual(["p1"]);
        await settle("p1", NOW, ["m1"]);
        const [row] = await claim();
        expect(row?.op).toMatchObject({ kind: "ubah", ref: { externalIdList: ["m1"] } });
      });

      it("has nothing to edit where the original was given up", async () => {
        const { put, ids, claim, channelId } = channel();
        await put(["p1", "c1", prompt("w.4")]);
        await ids();
        await bench.store.settleOutbox([
          { id: `${channelId}-p1`, outcome: { kind: "dead", error: "blocked" } },
        ]);
        await close("w.4");
        expect((await claim()).map(({ op }) => op)).toEqual([]);
      });

      it("leaves the last word where several wait, and never edits edits", async () => {
        const { put, ids, claim, settle } = channel();
        await put(["p1", "c1", prompt("w.5")]);
        await ids();
        await settle("p1", NOW, ["m1"]);
        await close("w.5");
        const pesan = { teks: plain("Terkirim 3 dari 3") };
        await bench.store.commit(
          requestOf(null, { closePrompts: [{ promptId: "w.5", hasil: [], pesan, asal: null }] }),
        );
        const [edit, ...rest] = await claim();
        expect(edit).toMatchObject({ isi: pesan, op: { ref: { externalIdList: ["m1"] } } });
        expect(rest).toEqual([]);
        await bench.store.settleOutbox([
          {
            id: edit?.id ?? "",
            outcome: {
              kind: "sent",
              ref: { chat: "c", externalIdList: ["m1"], withFile: false },
              atMs: NOW,
            },
          },
        ]);
        expect(await ids()).toEqual([]);
      });
    });

    describe("replacing a message", () => {
      it("sends the last word of one commit, and does not take back the one under way", async () => {
        const { put, ids, claim, settle } = channel();
        await put(["p1", "c1", { promptId: "kabar" }]);
        await ids();
        await settle("p1", NOW, ["m1"]);
        await show("0 dari 3", "1 dari 3");
        const [first, ...others] = await claim();
        expect(first?.isi.teks).toEqual(plain("1 dari 3"));
        expect(others).toEqual([]);
        await show("2 dari 3");
        const id = first?.id ?? "";
        await bench.store.settleOutbox([{ id, outcome: later(0) }]);
        expect((await claim()).map(({ isi }) => isi.teks)).toEqual([plain("1 dari 3")]);
        await bench.store.settleOutbox([{ id, outcome: later(0) }]);
        await show("3 dari 3");
        expect((await claim()).map(({ isi }) => isi.teks)).toEqual([plain("3 dari 3")]);
      });
    });

    it("goes on behind the parts that were out when its sender was killed", async () => {
      const { put, claim, settle, channelId } = channel();
      const promptId = `naskah:${channelId}`;
      await put(["p", "c", { promptId }]);
      const part = { chat: "c", externalIdList: ["m1"], withFile: true };
      const keep = () => bench.store.keepParts(`${channelId}-p`, part);
      const [first] = await claim();
      expect(first).not.toHaveProperty("done");
      await keep();
      expect(await claim(NOW + LEASE_MS)).toMatchObject([{ done: ["m1"], attempts: 0 }]);
      await settle("p", NOW, ["m1", "m2"]);
      // Somebody who was thought dead comes too late.
      await keep();
      const pesan = { teks: plain("✅ Disetujui") };
      await bench.store.commit(
        requestOf(null, { closePrompts: [{ promptId, hasil: [], pesan, asal: null }] }),
      );
      expect(await claim()).toMatchObject([{ op: { ref: { externalIdList: ["m1", "m2"] } } }]);
    });

    describe("a pinned message", () => {
      it("is brought up to date when there is nothing else, and is edited where it went anew", async () => {
        const { put, ids, claim, settle, channelId } = channel();
        const promptId = `sematan:${channelId}`;
        await put(["p1", "c1", { promptId, prioritas: 3 }]);
        await ids();
        await settle("p1", NOW, ["m1"]);
        const follow = async (teks: string) => {
          const pesan = { teks: plain(teks), sematan: "pasang" as const };
          await bench.store.commit(
            requestOf(null, { closePrompts: [{ promptId, hasil: [], pesan, asal: null }] }),
          );
          return claim();
        };
        const [edit] = await follow("satu");
        expect(edit).toMatchObject({ prioritas: 3, op: { ref: { externalIdList: ["m1"] } } });
        // It was deleted there, and the pin of the new one did not come through at first.
        const ref = { chat: "c1", externalIdList: ["m2"], withFile: false };
        const id = edit?.id ?? "";
        await bench.store.settleOutbox([{ id, outcome: { ...later(0), part: ref } }]);
        expect(await claim()).toMatchObject([{ done: ["m2"] }]);
        const anew = { kind: "sent", ref, atMs: NOW, anew: true } as const;
        await bench.store.settleOutbox([{ id, outcome: anew }]);
        const [next] = await follow("dua");
        expect(next?.op).toMatchObject({ ref: { externalIdList: ["m2"] } });
        expect(next).not.toHaveProperty("done");
      });
    });

    describe("a message that may not have arrived", () => {
      it("is told how far it came", async () => {
        const { put, ids, settle, channelId } = channel();
        const states = () => bench.store.listOutbox([`${channelId}-a`, "unknown"]);
        await put(["a", "c", { pegawaiId: kasi, promptId: "b1.1" }]);
        const waiting = { status: "menunggu", createdMs: NOW, sentMs: null, receipt: null };
        expect(await states()).toEqual([
          {
            row: expect.objectContaining({
              id: `${channelId}-a`,
              address: { channelId, chat: "c" },
            }),
            underWay: false,
            ...waiting,
          },
        ]);
        await ids();
        expect(await states()).toMatchObject([{ ...waiting, underWay: true }]);
        await settle("a", NOW + 5, ["m1"]);
        await bench.store.recordReceipt({ channelId, chat: "c" }, "m1", "delivered", NOW);
        expect(await states()).toMatchObject([
          { status: "terkirim", sentMs: NOW + 5, receipt: "delivered" },
        ]);
        const prompts = ["b1.1", "b1.2"].map((id) => `${channelId}-${id}`);
        const kantorId = await saveOffice(bench.store, "kantor-terbaca");
        await put(["b", "c", { promptId: prompts[0] ?? "", kantorId }]);
        await ids();
        await settle("b", NOW, ["m2"]);
        expect(await bench.store.readPrompts(kantorId, prompts)).toEqual(new Set());
        await bench.store.recordReceipt({ channelId, chat: "c" }, "m2", "read", NOW);
        expect(await bench.store.readPrompts(kantorId, prompts)).toEqual(new Set([prompts[0]]));
        const lain = await saveOffice(bench.store, "kantor-lain");
        expect(await bench.store.readPrompts(lain, prompts)).toEqual(new Set());
      });

      it("is known by any id its parts went out under, with what it asked", async () => {
        const { put, ids, settle, channelId } = channel();
        const pilihan = [[{ id: "setuju", judul: "Setuju" }], [{ id: "angka", judul: "Angka" }]];
        const promptId = `${channelId}-p.1`;
        const address = { channelId, chat: "c" };
        const asked = (...idList: string[]) => bench.store.findPertanyaan(address, idList);
        await put(["a", "c", { promptId, isi: { teks: plain("Draf"), pilihan } }]);
        await put(["b", "c", { isi: { teks: plain("Kabar") } }], ["d", "d"]);
        expect(await asked("m1")).toBeNull();
        for (const [id, ...sent] of [
          ["a", "m1", "m_2", "poll:m3"],
          ["d", "m1"],
          ["b", "m4"],
        ]) {
          await ids();
          await settle(String(id), NOW, sent);
        }
        const expected = { promptId, pilihan: pilihan.flat(), tanpaNomor: false };
        expect(await asked("m1")).toEqual(expected);
        expect(await asked("m_2")).toEqual(expected);
        expect(await asked("other", "poll:m3")).toEqual(expected);
        expect(await asked("m")).toBeNull();
        expect(await asked("mx2")).toBeNull();
        expect(await asked("m4")).toBeNull();
        expect(await asked()).toBeNull();
        const elsewhere = { channelId, chat: "e" };
        expect(await bench.store.findPertanyaan(elsewhere, ["m1"])).toBeNull();
        // What became of the prompt is the answer's business: it stays what it asked.
        const closed = { promptId, hasil: plain("Disetujui"), pesan: null, asal: null };
        await bench.store.commit(requestOf(null, { closePrompts: [closed] }));
        expect(await asked("m1")).toEqual(expected);
      });

      it("is taken back while it waits, and makes way for another", async () => {
        const { put, ids, channelId } = channel();
        await put(["a", "c"], ["b", "c"]);
        const address = { channelId, chat: "d" };
        const moved = draftOf(`${channelId}-a2`, "d", { address });
        const request = requestOf(null, { withdrawn: [`${channelId}-a`], outbox: [moved] });
        expect(await bench.store.commit(request)).toBe("committed");
        expect(await ids()).toEqual(["b", "a2"]);
      });

      it("is not taken back once it is under way or sent: then nothing is written", async () => {
        const { put, ids, settle, channelId } = channel();
        await put(["a", "c"]);
        await ids();
        const moved = draftOf(`${channelId}-a2`, "d", { address: { channelId, chat: "d" } });
        const request = requestOf(null, { withdrawn: [`${channelId}-a`], outbox: [moved] });
        expect(await bench.store.commit(request)).toBe("conflict");
        await settle("a");
        expect(await bench.store.commit(request)).toBe("conflict");
        expect(await ids(NOW + LEASE_MS)).toEqual([]);
      });
    });

    describe("a broadcast", () => {
      it("counts who waits, has it, read it or cannot be reached", async () => {
        const { ids, settle, channelId, kantorId } = await announce("s1");
        expect(await status("s1")).toEqual({
          id: "s1",
          oleh: sekcam,
          teks: "Rapat besok",
          dibatalkan: false,
          total: 3,
          terkirim: 0,
          sampai: 0,
          dibaca: 0,
          menunggu: 2,
          kantorMenunggu: 0,
          dilewati: [],
          gagal: [sekcam],
        });
        await ids();
        await settle("camat", NOW, ["m-camat"]);
        await bench.store.settleOutbox([
          { id: `${channelId}-kasi`, outcome: { kind: "dead", error: "blocked" } },
        ]);
        const address = { channelId, chat: "c-camat" };
        await bench.store.recordReceipt(address, "m-camat", "read", NOW);
        expect(await status("s1")).toMatchObject({
          terkirim: 1,
          sampai: 1,
          dibaca: 1,
          menunggu: 0,
          gagal: [kasi, sekcam],
        });
        expect(await bench.store.siaranStatus(kantorId, "tidak-ada")).toBeNull();
      });

      it("names whom it passed over and why, and does not count them", async () => {
        const guru = PegawaiId.parse("guru");
        const dilewati = [{ pegawaiId: guru, sebab: "saluran pribadi" }];
        const { kantorId } = await announce("s4", dilewati);
        expect(await status("s4")).toMatchObject({
          total: 3,
          gagal: [sekcam],
          dilewati: dilewati.map((one) => ({ kantorId, ...one })),
        });
      });

      it("takes back only what has not left when it is cancelled", async () => {
        const { ids, settle, kantorId, next } = await announce("s2");
        expect(await ids(NOW, 1)).toEqual(["camat"]);
        await bench.store.commit(requestOf(kantorId, { cancelSiaran: ["s2"] }));
        await settle("camat", NOW, ["m"]);
        expect(await ids(NOW + LEASE_MS)).toEqual([]);
        expect(await next()).toBeNull();
        expect(await status("s2")).toMatchObject({ dibatalkan: true, terkirim: 1, menunggu: 0 });
      });

      it("does not come back to life by a retry after it was cancelled", async () => {
        const { ids, retry, kantorId } = await announce("s3");
        await ids();
        await bench.store.commit(requestOf(kantorId, { cancelSiaran: ["s3"] }));
        await retry("camat", NOW);
        await retry("kasi", NOW);
        expect(await ids(NOW + LEASE_MS)).toEqual([]);
      });
    });

    describe("a receipt", () => {
      it.each([
        { order: ["delivered", "read"], read: 1 },
        { order: ["read", "delivered"], read: 1 },
        { order: ["read", "failed"], read: 1 },
        { order: ["failed", "read"], read: 1 },
        { order: ["delivered"], read: 0 },
        { order: ["failed"], read: 0, terkirim: 0, gagal: [{ pegawaiId: kasi }] },
      ] as const)("only moves forward: $order", async ({ order, read, ...then }) => {
        const { put, ids, settle, channelId } = channel();
        const siaranId = `siaran-${channelId}`;
        const kantorId = await saveOffice(bench.store, "kantor-receipt");
        await bench.store.commit(
          requestOf(kantorId, {
            siaran: [{ id: siaranId, oleh: sekcam, teks: "x", penerima: [kasi], dilewati: [] }],
          }),
        );
        await put(["a", "c", { siaranId, pegawaiId: kasi, kantorId, prioritas: 3 }]);
        await ids();
        await settle("a", NOW, ["m1", "m2"]);
        for (const state of order) {
          await bench.store.recordReceipt({ channelId, chat: "c" }, "m1", state, NOW);
        }
        await bench.store.recordReceipt({ channelId, chat: "c" }, "unknown", "read", NOW);
        const status = await bench.store.siaranStatus(kantorId, siaranId);
        expect(status).toMatchObject({ dibaca: read, terkirim: 1, gagal: [], ...then });
      });
    });
  });
}

type Dilewati = CommitRequest["siaran"][number]["dilewati"];

const idOf = ({ id }: Pick<OutboxRow, "id">): string => id.replace(/^saluran-\d+-/, "");
