import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import { emptySession } from "../../../src/core/conversation/session.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { type Bench, type MakeBench, officeOf, saveOffice } from "./bench.ts";
import {
  berkasOf,
  draftOf,
  kasi,
  logOf,
  NOW,
  periode,
  requestOf,
  sop,
  timerOf,
  waitOf,
} from "./fixture.ts";

export function commitSuite(makeBench: MakeBench): void {
  describe("a commit", () => {
    let bench: Bench;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());
    const office = (): Promise<KantorId> => {
      count += 1;
      return saveOffice(bench.store, `kantor-${count}`);
    };
    const rowsOf = (kantorId: KantorId) => officeOf(bench.store, kantorId);

    it("inserts, replaces, and counts the version of the office up", async () => {
      const kantorId = await office();
      const state = berkasOf(kantorId, "b1-insert");
      const first = requestOf(kantorId, {
        versi: 1,
        sessions: sessions(1),
        berkas: [{ state, sop }],
      });
      expect(await bench.store.commit(first)).toBe("committed");
      const again = { ...state, langkahNo: state.langkahNo, waitSeq: 7 };
      const second = requestOf(kantorId, {
        versi: 2,
        sessions: sessions(2),
        berkas: [{ state: again, sop }],
      });
      expect(await bench.store.commit(second)).toBe("committed");
      const rows = await rowsOf(kantorId);
      expect(rows.versi).toBe(3);
      expect(rows.sessionByPegawai.get(kasi)).toEqual({ ...emptySession, seq: 2 });
      expect(rows.berkasById.get("b1-insert")).toEqual({ state: again, sop });
    });

    it("keeps what a message led to, and replaces it when that changes", async () => {
      const kantorId = await office();
      const address = { channelId: "telegram", chat: "4711" };
      const answer = { bagian: "angka", waitId: "b.1", kode: "1.1" } as const;
      const first = { sidik: "a", jawaban: [answer], pertanyaan: null };
      const later = { sidik: "b", jawaban: [], pertanyaan: "d1-3" };
      const jejak = (what: typeof first | typeof later) => [{ address, externalId: "7", ...what }];
      await bench.store.commit(requestOf(kantorId, { jejak: jejak(first) }));
      expect(await bench.store.findJejak(address, "7")).toEqual(first);
      await bench.store.commit(requestOf(kantorId, { jejak: jejak(later) }));
      expect(await bench.store.findJejak(address, "7")).toEqual(later);
      expect(await bench.store.findJejak({ ...address, chat: "4712" }, "7")).toBeNull();
    });

    it("writes nothing when the office was changed meanwhile", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(1) }));
      const stale = requestOf(kantorId, {
        versi: 1,
        inbox: [{ key: "stale-1", channelId: "telegram" }],
        sessions: sessions(9),
        berkas: [{ state: berkasOf(kantorId, "b-stale"), sop }],
        log: [logOf(1)],
        timers: [{ kind: "set", row: timerOf(kantorId, "stale-timer", NOW + 9e9) }],
        outbox: [draftOf("stale-out", "c-stale", { kantorId })],
        realisasi: [],
        undangan: [{ id: "u-stale", pegawaiId: kasi, kodeHash: "h-stale", berlakuSampaiMs: NOW }],
      });
      expect(await bench.store.commit(stale)).toBe("conflict");
      expect([...(await bench.store.knownInbox(["stale-1"]))]).toEqual([]);
      expect(await bench.store.readLog(kantorId, 0, 10)).toEqual([]);
      expect(await bench.store.findUndangan("h-stale")).toBeNull();
      const rows = await rowsOf(kantorId);
      expect(rows.versi).toBe(2);
      expect(rows.sessionByPegawai.get(kasi)?.seq).toBe(1);
      expect(rows.berkasById.size).toBe(0);
      expect(await bench.store.outboxDepth()).toEqual({ pending: 0, dead: 0 });
    });

    it("is a change of the office whatever it writes, an invitation as much as a figure", async () => {
      const kantorId = await office();
      const undangan = [{ id: "u-v", pegawaiId: kasi, kodeHash: "h-v", berlakuSampaiMs: NOW }];
      const parts: readonly Partial<CommitRequest>[] = [
        {},
        { undangan },
        { sessions: sessions(1) },
        { timers: [{ kind: "set", row: timerOf(kantorId, "versi-timer", NOW + 9e9) }] },
      ];
      for (const part of parts) await bench.store.commit(requestOf(kantorId, part));
      expect((await rowsOf(kantorId)).versi).toBe(1 + parts.length);
    });

    it("takes each inbox key once, alone and within one commit", async () => {
      const kantorId = await office();
      const inbox = [{ key: "k-1", channelId: "telegram" }];
      expect(await bench.store.commit(requestOf(kantorId, { inbox }))).toBe("committed");
      const repeated = requestOf(kantorId, { inbox, log: [logOf(1)] });
      expect(await bench.store.commit(repeated)).toBe("conflict");
      const twice = [
        { key: "k-2", channelId: "telegram" },
        { key: "k-2", channelId: "telegram" },
      ];
      expect(await bench.store.commit(requestOf(kantorId, { inbox: twice }))).toBe("conflict");
      expect([...(await bench.store.knownInbox(["k-1", "k-2", "k-3"]))]).toEqual(["k-1"]);
    });

    it("knows thousands of inbox keys at once", async () => {
      const keys = Array.from({ length: 3_000 }, (_, n) => `viele-${n}`);
      const kantorId = await office();
      const inbox = [keys[0], keys[2_999]].map((key) => ({
        key: key ?? "",
        channelId: "telegram",
      }));
      await bench.store.commit(requestOf(kantorId, { inbox }));
      expect((await bench.store.knownInbox(keys)).size).toBe(2);
      expect((await bench.store.knownInbox([])).size).toBe(0);
    });

    it("lets exactly one of many concurrent commits on one version win", async () => {
      const kantorId = await office();
      const other = await bench.open();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 === 0 ? bench.store : other).commit(
            requestOf(kantorId, { versi: 1, sessions: sessions(n + 1), log: [logOf(n)] }),
          ),
        ),
      );
      await other.close();
      expect(outcomes.filter((one) => one === "committed")).toHaveLength(1);
      expect(await bench.store.readLog(kantorId, 0, 10)).toHaveLength(1);
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 1, brokenSeq: null });
    });

    it("lets one of two commits open the berkas of a period", async () => {
      const kantorId = await office();
      const open = (id: string) =>
        bench.store.commit(
          requestOf(kantorId, {
            berkas: [{ state: berkasOf(kantorId, id), sop }],
            log: [logOf(1)],
          }),
        );
      const outcomes = await Promise.all([open("ganda-1"), open("ganda-2")]);
      expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
      expect(await bench.store.listBerkas(kantorId)).toHaveLength(1);
    });

    it("opens a period anew after its berkas was cancelled, but not after it was finished", async () => {
      const kantorId = await office();
      const open = (id: string, part = {}) => ({ state: berkasOf(kantorId, id, part), sop });
      await bench.store.commit(requestOf(kantorId, { berkas: [open("batal-1")] }));
      const batal = berkasOf(kantorId, "batal-1", { status: "dibatalkan", selesaiMs: NOW });
      const cancel = requestOf(kantorId, { berkas: [{ state: batal, sop }] });
      expect(await bench.store.commit(cancel)).toBe("committed");
      const anew = requestOf(kantorId, { berkas: [open("batal-2")] });
      expect(await bench.store.commit(anew)).toBe("committed");
      const selesai = berkasOf(kantorId, "batal-2", { status: "selesai", selesaiMs: NOW });
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state: selesai, sop }] }));
      expect(await bench.store.commit(requestOf(kantorId, { berkas: [open("batal-3")] }))).toBe(
        "conflict",
      );
      const other = open("batal-4", { periode: periode("2026-TW4") });
      expect(await bench.store.commit(requestOf(kantorId, { berkas: [other] }))).toBe("committed");
      const rows = await rowsOf(kantorId);
      expect([...rows.berkasById.keys()]).toEqual(["batal-4"]);
      const asked = await bench.store.loadBerkas(kantorId, ["batal-1", "tidak-ada"]);
      expect(asked.berkasById.get("batal-1")).toEqual({ state: batal, sop });
      expect(asked.berkasById.size).toBe(1);
      expect([...rows.periodeSelesai]).toEqual(["uji/2026-TW3"]);
    });

    it("shows a button of one office nothing of another", async () => {
      const mine = await office();
      const theirs = await office();
      const state = berkasOf(theirs, "asing-1");
      await bench.store.commit(requestOf(theirs, { berkas: [{ state, sop }] }));
      expect((await bench.store.loadBerkas(mine, ["asing-1"])).berkasById.size).toBe(0);
      const taken = { ...state, kantorId: mine };
      expect(await bench.store.commit(requestOf(mine, { berkas: [{ state: taken, sop }] }))).toBe(
        "conflict",
      );
    });

    it("keeps a write of somebody else that falls into a commit that fails", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(1) }));
      await bench.store.commit(requestOf(null, { outbox: [draftOf("tengah", "c-tengah")] }));
      const claim = { channelIdList: ["telegram"], limit: 5, leaseMs: 1_000 };
      expect(await bench.store.claimOutbox(claim)).toHaveLength(1);
      const losing = Array.from({ length: 20 }, (_, n) =>
        bench.store.commit(
          requestOf(kantorId, {
            inbox: [{ key: `tengah-${n}`, channelId: "telegram" }],
            versi: 1,
            log: [logOf(n)],
            sessions: sessions(n),
          }),
        ),
      );
      const ref = { chat: "c-tengah", externalIdList: ["1"], withFile: false };
      const settled = bench.store.settleOutbox([
        { id: "tengah", outcome: { kind: "sent", ref, atMs: NOW } },
      ]);
      const saved = saveOffice(bench.store, "kantor-tengah");
      expect(new Set(await Promise.all(losing))).toEqual(new Set(["conflict"]));
      await Promise.all([settled, saved]);
      expect(await bench.store.outboxDepth()).toEqual({ pending: 0, dead: 0 });
      expect(await bench.store.loadKantor(await saved)).not.toBeNull();
    });

    it("shows nobody what a commit that fails would have written", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(1) }));
      const seen: number[] = [];
      const losing = Array.from({ length: 20 }, (_, n) =>
        bench.store.commit(
          requestOf(kantorId, {
            inbox: [{ key: `kotor-${n}`, channelId: "telegram" }],
            log: [logOf(n)],
            versi: 1,
            outbox: [draftOf(`kotor-${n}`, "c-kotor")],
            sessions: sessions(n),
          }),
        ),
      );
      for (let n = 0; n < 20; n += 1) {
        const keys = Array.from({ length: 20 }, (_, k) => `kotor-${k}`);
        seen.push((await bench.store.knownInbox(keys)).size);
        seen.push((await bench.store.outboxDepth()).pending);
      }
      await Promise.all(losing);
      expect(new Set(seen)).toEqual(new Set([0]));
    });

    it("carries a batch of a hundred people in one commit", async () => {
      const kantorId = await office();
      const draft = Array.from({ length: 300 }, (_, n) =>
        draftOf(`massal-${n}`, `c-massal-${n % 100}`, { kantorId }),
      );
      const request = requestOf(kantorId, {
        inbox: draft.map(({ id }) => ({ key: id, channelId: "telegram" })),
        log: draft.map((_, n) => logOf(n)),
        timers: draft.map(({ id }) => ({
          kind: "set" as const,
          row: timerOf(kantorId, id, NOW + 9e9),
        })),
        outbox: draft,
        reminders: draft.map(({ id }) => ({ waitId: id, pegawaiId: kasi, jenis: "pengingat" })),
      });
      expect(await bench.store.commit(request)).toBe("committed");
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 300, brokenSeq: null });
    });

    it("carries the waits and timers of an office of thousands in one commit", async () => {
      const kantorId = await office();
      const id = `ribuan-${kantorId}`;
      const waitList = Array.from({ length: 3_000 }, (_, n) => waitOf(id, n));
      const set = Array.from({ length: 6_000 }, (_, n) => ({
        kind: "set" as const,
        row: timerOf(kantorId, `${id}-${n}`, NOW + 8e9 + n, `ingat:${n}:`),
      }));
      const cancel = set.slice(1_200, 2_400).map(({ row }) => ({
        kind: "cancel" as const,
        awalan: row.kunci,
      }));
      const state = berkasOf(kantorId, id, { waitList, waitSeq: waitList.length });
      const first = requestOf(kantorId, { berkas: [{ state, sop }], timers: set });
      expect(await bench.store.commit(first)).toBe("committed");
      const second = requestOf(kantorId, { timers: cancel });
      expect(await bench.store.commit(second)).toBe("committed");
      const query = { nowMs: NOW + 8e9 + 2_499, limit: 500, leaseMs: 1 };
      const left = (await bench.store.claimTimers(query)).length;
      const more = (await bench.store.claimTimers(query)).length;
      const last = (await bench.store.claimTimers(query)).length;
      expect([left, more, last]).toEqual([500, 500, 300]);
    });

    it("gives back every text exactly, whatever people type", async () => {
      const kantorId = await office();
      const odd = `'; DROP TABLE berkas; -- "\\ \u{1F600} \u0000 \u2028 ${"x".repeat(5_000)}`;
      const session = {
        ...emptySession,
        dialogue: fresh({ jenis: "siaran", hal: {} }, "d1", { teks: odd }),
      };
      const request = requestOf(kantorId, {
        sessions: [{ pegawaiId: kasi, session }],
        log: [logOf(1, { data: { alasan: odd } })],
        siaran: [{ id: "s-odd", oleh: kasi, teks: odd, penerima: [], dilewati: [] }],
        realisasi: [
          {
            kantorId,
            berkasId: "odd",
            periode: periode("2026-TW3"),
            kode: "1.1",
            revisi: 1,
            isian: { jenis: "angka", nilai: 0.1 + 0.2 },
            keterangan: odd,
            bukti: [{ hash: "h", nama: odd, mime: "text/plain", ukuranByte: 3 }],
            oleh: kasi,
            atMs: NOW,
            seq: 1,
          },
        ],
      });
      expect(await bench.store.commit(request)).toBe("committed");
      const rows = await rowsOf(kantorId);
      expect(rows.sessionByPegawai.get(kasi)).toEqual(session);
      expect(rows.realisasi["1.1"]?.["2026-TW3"]?.isian).toEqual({
        jenis: "angka",
        nilai: 0.1 + 0.2,
      });
      const [entry] = await bench.store.readLog(kantorId, 0, 1);
      expect(entry?.data).toEqual({ alasan: odd });
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 1, brokenSeq: null });
    });
  });
}

const sessions = (seq: number): CommitRequest["sessions"] => [
  { pegawaiId: kasi, session: { ...emptySession, seq } },
];
