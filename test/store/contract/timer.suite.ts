import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { NEXT_TIMER } from "../../../src/store/timer.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { logOf, NOW, requestOf, timerOf } from "./fixture.ts";

const LEASE_MS = 60_000;
const HOUR_MS = 3_600_000;

export function timerSuite(makeBench: MakeBench): void {
  describe("the timers", () => {
    let bench: Bench;
    let kantorId: KantorId;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());

    const claim = (nowMs: number, limit = 100, store: Store = bench.store) =>
      store.claimTimers({ nowMs, limit, leaseMs: LEASE_MS });
    const ids = async (nowMs: number, limit = 100) =>
      (await claim(nowMs, limit)).map(({ id }) => id);
    const change = (timers: CommitRequest["timers"]) =>
      bench.store.commit(requestOf(kantorId, { timers }));
    const set = (id: string, atMs: number, kunci?: string) =>
      ({ kind: "set", row: timerOf(kantorId, id, atMs, kunci) }) as const;
    /** Each test starts with an empty clock. */
    const start = async (...timers: CommitRequest["timers"]) => {
      count += 1;
      for (const row of await claim(NOW + 9e12, 10_000)) {
        await bench.store.commit(
          requestOf(row.kantorId, { timers: [{ kind: "done", id: row.id }] }),
        );
      }
      kantorId = await saveOffice(bench.store, `kantor-${count}`);
      await change(timers.map((one) => (one.kind === "set" ? { ...one, row: own(one.row) } : one)));
    };
    const own = <T extends { kantorId: KantorId }>(row: T): T => ({ ...row, kantorId });

    it("gives due ones in order, and each once within its lease", async () => {
      await start(set("c", NOW + 2), set("a", NOW), set("b", NOW + 1), set("z", NOW + 10));
      expect(await bench.store.nextTimerMs()).toBe(NOW);
      expect(await ids(NOW + 5)).toEqual(["a", "b", "c"]);
      expect(await ids(NOW + 5)).toEqual([]);
      expect(await ids(NOW + LEASE_MS + 4)).toEqual(["z"]);
      expect(await ids(NOW + LEASE_MS + 5)).toEqual(["a", "b", "c"]);
    });

    it("keeps one that was put off until then", async () => {
      await start(set("a", NOW));
      await bench.store.putOffTimers(["a"], NOW + HOUR_MS, new Error("planned fault"));
      expect(await ids(NOW + 1)).toEqual([]);
      expect(await ids(NOW + HOUR_MS - 1)).toEqual([]);
      expect(await ids(NOW + HOUR_MS)).toEqual(["a"]);
    });

    it("takes a claim over that a clock further ahead has made", async () => {
      await start(set("a", NOW));
      expect(await ids(NOW + 2 * HOUR_MS)).toEqual(["a"]);
      expect(await ids(NOW)).toEqual(["a"]);
    });

    it("gives those that are due by the time their office has come to, whatever the clock says", async () => {
      await start(set("a", NOW + 3), set("b", NOW + 5));
      await bench.store.commit(requestOf(kantorId, { log: [logOf(4)] }));
      expect(await ids(NOW - 31_536_000_000)).toEqual(["a"]);
      expect(await ids(NOW + 5)).toEqual(["a", "b"]);
    });

    it("keeps a rehearsal clock", async () => {
      await bench.store.saveClock(NOW);
      await bench.store.saveClock(NOW + 1);
      expect(await bench.store.readClock()).toBe(NOW + 1);
    });

    it("keeps when the program was last known to run, apart from that clock", async () => {
      expect(await bench.store.readAlive()).toBeNull();
      await bench.store.saveClock(NOW);
      await bench.store.saveAlive(NOW - 1);
      expect(await bench.store.readAlive()).toBe(NOW - 1);
      expect(await bench.store.readClock()).toBe(NOW);
    });

    it("gives the earliest ones when more are due than asked for", async () => {
      await start(set("c", NOW + 2), set("a", NOW), set("b", NOW + 1));
      expect(await ids(NOW + 5, 2)).toEqual(["a", "b"]);
      expect(await ids(NOW + 5, 2)).toEqual(["c"]);
    });

    it("gives a row back as it was set", async () => {
      await start(set("a", NOW));
      expect(await claim(NOW)).toEqual([timerOf(kantorId, "a", NOW)]);
    });

    it("says when the next one can be claimed: a claimed one not before its lease ends", async () => {
      await start(set("a", NOW), set("b", NOW + 9e6));
      await ids(NOW);
      expect(await bench.store.nextTimerMs()).toBe(NOW + LEASE_MS);
      await change([{ kind: "done", id: "a" }]);
      expect(await bench.store.nextTimerMs()).toBe(NOW + 9e6);
      await change([{ kind: "done", id: "b" }]);
      expect(await bench.store.nextTimerMs()).toBeNull();
    });

    it("replaces one with the same key, even while it is claimed", async () => {
      await start(set("lama", NOW, "k"));
      await ids(NOW);
      await change([set("baru", NOW + 5, "k"), { kind: "done", id: "lama" }]);
      expect(await ids(NOW + 4)).toEqual([]);
      expect(await ids(NOW + 5)).toEqual(["baru"]);
    });

    it("cancels by prefix, in order with what is set before and after", async () => {
      await start(
        set("x1", NOW, "w:b1.1:1"),
        set("x2", NOW, "w:b1.1:2"),
        set("y", NOW, "w:b1.10:1"),
      );
      await change([
        set("dulu", NOW, "w:b1.1:3"),
        { kind: "cancel", awalan: "w:b1.1:" },
        set("nanti", NOW, "w:b1.1:4"),
      ]);
      expect((await ids(NOW)).toSorted()).toEqual(["nanti", "y"]);
    });

    it.each([
      ["%", "a%b", "axb"],
      ["_", "a_b", "axb"],
      ["case", "Ab", "ab"],
      ["backslash", "a\\b", "ab"],
    ])("takes a prefix literally: %s", async (_, awalan, other) => {
      await start(set("kena", NOW, `${awalan}:1`), set("luput", NOW, `${other}:1`));
      await change([{ kind: "cancel", awalan }]);
      expect(await ids(NOW)).toEqual(["luput"]);
    });

    it("keeps the offices apart", async () => {
      await start(set("satu", NOW, "k:1"));
      const first = kantorId;
      kantorId = await saveOffice(bench.store, `kantor-lain-${count}`);
      await change([set("dua", NOW, "k:1"), { kind: "cancel", awalan: "k" }]);
      expect(await claim(NOW)).toEqual([{ ...timerOf(first, "satu", NOW, "k:1") }]);
    });

    it("never gives one to two processes", async () => {
      await start(...Array.from({ length: 100 }, (_, n) => set(`t${n}`, NOW + n)));
      const other = await bench.open();
      const claimed = await Promise.all(
        [bench.store, other, bench.store, other].map((store) => claim(NOW + 999, 40, store)),
      );
      await other.close();
      const all = claimed.flat().map(({ id }) => id);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(100);
    });

    it("looks the next one up in an index, however many there are", async () => {
      await start(...Array.from({ length: 5_000 }, (_, n) => set(`n${n}`, NOW + n)));
      await ids(NOW + 2);
      await bench.sql("ANALYZE timer");
      expect(await bench.store.nextTimerMs()).toBe(NOW + 3);
      const plan = await bench.plan(NEXT_TIMER);
      expect(plan.match(/timer_(claimed_until_ms_)?at_ms_idx/g)).toHaveLength(2);
      expect(plan).not.toMatch(/Seq Scan|SCAN timer/);
    });
  });
}
