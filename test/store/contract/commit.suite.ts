import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import { emptySession } from "../../../src/core/conversation/session.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import {
  berkasOf,
  camat,
  draftOf,
  kasi,
  logOf,
  NOW,
  periode,
  requestOf,
  sekcam,
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
    const rowsOf = (kantorId: KantorId, berkasIdList: readonly string[] = []) =>
      bench.store.loadRows({
        kantorId,
        pegawaiIdList: [camat, sekcam, kasi],
        berkasIdList,
        tahun: [2025, 2026],
      });

    it("inserts at version 0 and counts versions up", async () => {
      const kantorId = await office();
      const state = berkasOf(kantorId, "b1-insert");
      const berkas = [{ state, versi: 0 }];
      const first = requestOf(kantorId, { sessions: sessions(0), berkas });
      expect(await bench.store.commit(first)).toBe("committed");
      const again = { ...state, langkahNo: state.langkahNo, waitSeq: 7 };
      const second = requestOf(kantorId, {
        sessions: sessions(1, 2),
        berkas: [{ state: again, versi: 1 }],
      });
      expect(await bench.store.commit(second)).toBe("committed");
      const rows = await rowsOf(kantorId);
      expect(rows.sessionByPegawai.get(kasi)).toEqual({
        session: { ...emptySession, seq: 2 },
        versi: 2,
      });
      expect(rows.berkasById.get("b1-insert")).toMatchObject({ versi: 2, state: again });
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

    it("writes nothing when a session was changed meanwhile", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(0) }));
      const stale = requestOf(kantorId, {
        inbox: [{ key: "stale-1", channelId: "telegram" }],
        sessions: sessions(0, 9),
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
      expect((await rowsOf(kantorId)).sessionByPegawai.get(kasi)?.session.seq).toBe(1);
      expect(await bench.store.outboxDepth()).toEqual({ pending: 0, dead: 0 });
    });

    it("writes nothing when a berkas was changed meanwhile", async () => {
      const kantorId = await office();
      const state = berkasOf(kantorId, "b2");
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, versi: 0 }] }));
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, versi: 1 }] }));
      const stale = requestOf(kantorId, { sessions: sessions(0), berkas: [{ state, versi: 1 }] });
      expect(await bench.store.commit(stale)).toBe("conflict");
      const rows = await rowsOf(kantorId);
      expect(rows.berkasById.get("b2")?.versi).toBe(2);
      expect(rows.sessionByPegawai.size).toBe(0);
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
            requestOf(kantorId, { sessions: sessions(0, n + 1), log: [logOf(n)] }),
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
            berkas: [{ state: berkasOf(kantorId, id), versi: 0 }],
            log: [logOf(1)],
          }),
        );
      const outcomes = await Promise.all([open("ganda-1"), open("ganda-2")]);
      expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
      expect(await bench.store.listBerkas(kantorId)).toHaveLength(1);
    });

    it("opens a period anew after its berkas was cancelled, but not after it was finished", async () => {
      const kantorId = await office();
      const open = (id: string, part = {}) => ({ state: berkasOf(kantorId, id, part), versi: 0 });
      await bench.store.commit(requestOf(kantorId, { berkas: [open("batal-1")] }));
      const batal = berkasOf(kantorId, "batal-1", { status: "dibatalkan", selesaiMs: NOW });
      const cancel = requestOf(kantorId, { berkas: [{ state: batal, versi: 1 }] });
      expect(await bench.store.commit(cancel)).toBe("committed");
      const anew = requestOf(kantorId, { berkas: [open("batal-2")] });
      expect(await bench.store.commit(anew)).toBe("committed");
      const selesai = berkasOf(kantorId, "batal-2", { status: "selesai", selesaiMs: NOW });
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state: selesai, versi: 1 }] }));
      expect(await bench.store.commit(requestOf(kantorId, { berkas: [open("batal-3")] }))).toBe(
        "conflict",
      );
      const other = open("batal-4", { periode: periode("2026-TW4") });
      expect(await bench.store.commit(requestOf(kantorId, { berkas: [other] }))).toBe("committed");
      const rows = await rowsOf(kantorId, ["batal-1"]);
      expect([...rows.berkasById.keys()].toSorted()).toEqual(["batal-1", "batal-4"]);
      expect([...rows.periodeSelesai]).toEqual(["uji/2026-TW3"]);
    });

    it("shows a button of one office nothing of another", async () => {
      const mine = await office();
      const theirs = await office();
      const state = berkasOf(theirs, "asing-1");
      await bench.store.commit(requestOf(theirs, { berkas: [{ state, versi: 0 }] }));
      expect((await rowsOf(mine, ["asing-1"])).berkasById.size).toBe(0);
    });

    it("keeps a write of somebody else that falls into a commit that fails", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(0) }));
      await bench.store.commit(requestOf(null, { outbox: [draftOf("tengah", "c-tengah")] }));
      const claim = { channelIdList: ["telegram"], limit: 5, leaseMs: 1_000 };
      expect(await bench.store.claimOutbox(claim)).toHaveLength(1);
      const losing = Array.from({ length: 20 }, (_, n) =>
        bench.store.commit(
          requestOf(kantorId, {
            inbox: [{ key: `tengah-${n}`, channelId: "telegram" }],
            log: [logOf(n)],
            sessions: sessions(0, n),
          }),
        ),
      );
      const ref = { chat: "c-tengah", externalIdList: ["1"], withFile: false };
      const settled = bench.store.settleOutbox("tengah", { kind: "sent", ref, atMs: NOW });
      const saved = saveOffice(bench.store, "kantor-tengah");
      expect(new Set(await Promise.all(losing))).toEqual(new Set(["conflict"]));
      await Promise.all([settled, saved]);
      expect(await bench.store.outboxDepth()).toEqual({ pending: 0, dead: 0 });
      expect(await bench.store.loadKantor(await saved)).not.toBeNull();
    });

    it("shows nobody what a commit that fails would have written", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { sessions: sessions(0) }));
      const seen: number[] = [];
      const losing = Array.from({ length: 20 }, (_, n) =>
        bench.store.commit(
          requestOf(kantorId, {
            inbox: [{ key: `kotor-${n}`, channelId: "telegram" }],
            log: [logOf(n)],
            outbox: [draftOf(`kotor-${n}`, "c-kotor")],
            sessions: sessions(0, n),
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
      const first = requestOf(kantorId, { berkas: [{ state, versi: 0 }], timers: set });
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
        sessions: [{ pegawaiId: kasi, versi: 0, session }],
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
      expect(rows.sessionByPegawai.get(kasi)?.session).toEqual(session);
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

const sessions = (versi: number, seq = 1): CommitRequest["sessions"] => [
  { pegawaiId: kasi, versi, session: { ...emptySession, seq } },
];
