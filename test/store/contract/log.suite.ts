import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { sidikCatatan } from "../../../src/core/rekap/sidik.ts";
import { rewriteLog } from "../../support/tulis-ulang.ts";
import { type Bench, type MakeBench, officeOf, saveOffice } from "./bench.ts";
import { kasi, logOf, NOW, requestOf } from "./fixture.ts";

export function logSuite(makeBench: MakeBench): void {
  describe("the event log", () => {
    let bench: Bench;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());
    const filled = async (entries: number): Promise<KantorId> => {
      count += 1;
      const kantorId = await saveOffice(bench.store, `kantor-log-${count}`);
      const log = Array.from({ length: entries }, (_, n) => logOf(n + 1, { oleh: kasi }));
      await bench.store.commit(requestOf(kantorId, { log }));
      return kantorId;
    };

    it("is numbered from 1 without gaps, each hash covering the one before", async () => {
      const kantorId = await filled(3);
      await bench.store.commit(requestOf(kantorId, { log: [logOf(4)] }));
      const entries = await bench.store.readLog(kantorId, 0, 10);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      expect(entries.slice(1).map(({ prevHash }) => prevHash)).toEqual(
        entries.slice(0, -1).map(({ hash }) => hash),
      );
      const { seq: _, hash: __, prevHash: ___, ...row } = entries[0] ?? {};
      expect(row).toEqual(logOf(1, { oleh: kasi }));
      expect((await bench.store.readLog(kantorId, 2, 1)).map(({ seq }) => seq)).toEqual([3]);
    });

    it("has no gaps when many write at once", async () => {
      const kantorId = await filled(1);
      const other = await bench.open();
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 === 0 ? bench.store : other).commit(
            requestOf(kantorId, { log: [logOf(n), logOf(n + 100)] }),
          ),
        ),
      );
      await other.close();
      const committed = outcomes.filter((one) => one === "committed").length;
      expect(committed).toBe(12);
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 25, brokenSeq: null });
    });

    it("takes entries only as long as it stands where they were decided", async () => {
      const kantorId = await filled(2);
      const append = (versi: number | null) =>
        bench.store.commit(requestOf(kantorId, { versi, log: [logOf(3)] }));
      expect(await bench.store.logHead(kantorId)).toEqual({ seq: 2, atMs: NOW + 2 });
      expect(await officeOf(bench.store, kantorId)).toMatchObject({
        versi: 2,
        log: { seq: 2, atMs: NOW + 2 },
      });
      expect([await append(1), await append(2), await append(2), await append(null)]).toEqual([
        "conflict",
        "committed",
        "conflict",
        "committed",
      ]);
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 4, brokenSeq: null });
    });

    it("tells which offices have come further than a clock", async () => {
      const kantorId = await filled(2);
      const ahead = async (nowMs: number) =>
        (await bench.store.aheadOf(nowMs)).filter(({ id }) => id === kantorId);
      expect(await ahead(NOW + 1)).toEqual([{ id: kantorId, atMs: NOW + 2 }]);
      expect(await ahead(NOW + 2)).toEqual([]);
      expect(await bench.store.logHead(await filled(0))).toEqual({ seq: 0, atMs: 0 });
    });

    it("is whole over many pages, and when empty", async () => {
      expect(await bench.store.verifyLog(await filled(2_345))).toEqual({
        count: 2_345,
        brokenSeq: null,
      });
      expect(await bench.store.verifyLog(await filled(0))).toEqual({ count: 0, brokenSeq: null });
    });

    it.each([
      ["changed content", "UPDATE log_entry SET data = '{}' WHERE seq = 3", 3, "isi"],
      ["a changed author", "UPDATE log_entry SET oleh = 'camat' WHERE seq = 2", 2, "isi"],
      ["a changed time", "UPDATE log_entry SET at_ms = at_ms + 1 WHERE seq = 1", 1, "isi"],
      ["a changed hash", "UPDATE log_entry SET hash = 'x' WHERE seq = 4", 4, "isi"],
      ["a changed link", "UPDATE log_entry SET prev_hash = 'x' WHERE seq = 4", 4, "sambungan"],
      ["what cannot be read", "UPDATE log_entry SET data = '{' WHERE seq = 2", 2, "tak-terbaca"],
      ["a missing entry", "DELETE FROM log_entry WHERE seq = 3", 3, "hilang"],
      ["a missing end", "DELETE FROM log_entry WHERE seq = 5", 5, "hilang"],
      ["everything missing", "DELETE FROM log_entry WHERE seq > 0", 1, "hilang"],
    ])("shows %s", async (_, statement, brokenSeq, sebab) => {
      const kantorId = await filled(5);
      await bench.sql(`${statement} AND kantor_id = '${kantorId}'`);
      const checked = await bench.store.verifyLog(kantorId);
      expect(checked).toEqual({ count: brokenSeq - 1, brokenSeq, sebab });
    });

    it("shows entries in another order", async () => {
      const kantorId = await filled(5);
      const move = (from: number, to: number): Promise<void> =>
        bench.sql(
          `UPDATE log_entry SET seq = ${to} WHERE seq = ${from} AND kantor_id = '${kantorId}'`,
        );
      await move(2, 99);
      await move(3, 2);
      await move(99, 3);
      const checked = await bench.store.verifyLog(kantorId);
      expect(checked).toEqual({ count: 1, brokenSeq: 2, sebab: "sambungan" });
    });

    it("shows an entry taken out where those behind it were numbered anew", async () => {
      const kantorId = await filled(5);
      await bench.sql(`DELETE FROM log_entry WHERE seq = 3 AND kantor_id = '${kantorId}'`);
      for (const seq of [4, 5])
        await bench.sql(
          `UPDATE log_entry SET seq = ${seq - 1} WHERE seq = ${seq} AND kantor_id = '${kantorId}'`,
        );
      await bench.sql(`UPDATE kantor SET log_seq = 4 WHERE id = '${kantorId}'`);
      const checked = await bench.store.verifyLog(kantorId);
      expect(checked).toEqual({ count: 2, brokenSeq: 3, sebab: "sambungan" });
    });

    it("shows a chain written anew up to its end, as long as the office remembers the end", async () => {
      const kantorId = await filled(5);
      await rewriteLog(bench, kantorId, 3);
      const checked = await bench.store.verifyLog(kantorId);
      expect(checked).toEqual({ count: 5, brokenSeq: 5, sebab: "ujung" });
    });

    it("cannot show a whole chain written anew; whoever holds a digest of it can", async () => {
      const kantorId = await filled(5);
      const walk = async (): Promise<readonly string[]> => {
        const sidikList: string[] = [];
        await bench.store.verifyLog(kantorId, (entry) => sidikList.push(sidikCatatan(entry)));
        return sidikList;
      };
      const held = await walk();
      const end = await rewriteLog(bench, kantorId, 3);
      await bench.sql(`UPDATE kantor SET log_hash = '${end}' WHERE id = '${kantorId}'`);
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 5, brokenSeq: null });
      const now = await walk();
      expect(held.map((sidik) => now.includes(sidik))).toEqual([true, true, false, false, false]);
    });

    it("shows an entry put in behind its end", async () => {
      const kantorId = await filled(2);
      await bench.sql(`INSERT INTO log_entry (kantor_id, seq, jenis, oleh, at_ms, data, prev_hash, hash)
        VALUES ('${kantorId}', 3, 'uji', 'camat', 0, '{}', 'x', 'y')`);
      expect(await bench.store.verifyLog(kantorId)).toEqual({
        count: 2,
        brokenSeq: 3,
        sebab: "tambahan",
      });
    });

    it("shows entries of another office put in place of its own", async () => {
      const mine = await filled(2);
      const theirs = await filled(2);
      await bench.sql(`DELETE FROM log_entry WHERE kantor_id = '${mine}'`);
      await bench.sql(`UPDATE log_entry SET kantor_id = '${mine}' WHERE kantor_id = '${theirs}'`);
      expect((await bench.store.verifyLog(mine)).brokenSeq).toBe(1);
    });
  });
}
