import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../../src/app/ports/store.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { type Bench, type MakeBench, officeOf, saveOffice } from "./bench.ts";
import { camat, logOf, NOW, nomorOf, requestOf } from "./fixture.ts";

export function nomorSuite(makeBench: MakeBench): void {
  describe("the register of letters", () => {
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

    it("keeps every number with what it was used for, a year and a register apart", async () => {
      const kantorId = await office();
      const rows = [
        nomorOf(kantorId, 1, { register: "keputusan", oleh: camat }),
        nomorOf(kantorId, 1),
        nomorOf(kantorId, 2, { nomor: null, berkasId: null, perihal: "Dipakai di luar sopir" }),
        nomorOf(kantorId, 10),
      ];
      const lama = nomorOf(kantorId, 99, { tahun: 2024 });
      const nomor = [...rows.toReversed(), lama];
      expect(await bench.store.commit(requestOf(kantorId, { nomor }))).toBe("committed");
      expect(await bench.store.listNomor(kantorId, 2026)).toEqual(rows);
      expect(await bench.store.listNomor(kantorId, 2024)).toEqual([lama]);
      expect(await bench.store.listNomor(await office(), 2026)).toEqual([]);
      expect(await taken(bench.store, kantorId)).toEqual(
        rows.map(({ register, tahun, urut }) => ({ register, tahun, urut })),
      );
      const earlier = await taken(bench.store, kantorId, Date.UTC(2025, 5, 1));
      expect(earlier.map(({ urut }) => urut)).toEqual([99]);
    });

    it("gives no number twice: the later commit writes nothing", async () => {
      const kantorId = await office();
      const request = requestOf(kantorId, { nomor: [nomorOf(kantorId, 1)], log: [logOf(1)] });
      expect(await bench.store.commit(request)).toBe("committed");
      const later = {
        ...request,
        log: [logOf(2)],
        nomor: [nomorOf(kantorId, 1), nomorOf(kantorId, 2)],
      };
      expect(await bench.store.commit(later)).toBe("conflict");
      expect(await bench.store.readLog(kantorId, 0, 10)).toHaveLength(1);
      expect(await bench.store.listNomor(kantorId, 2026)).toHaveLength(1);
    });

    it("lets exactly one of two processes have a number, and leaves no gap", async () => {
      const kantorId = await office();
      const other = await bench.open();
      const draw = async (store: Store): Promise<number> => {
        for (let ke = 1; ; ke += 1) {
          const last = (await taken(store, kantorId)).at(-1)?.urut ?? 0;
          const nomor = [nomorOf(kantorId, last + 1, { perihal: `percobaan ${ke}` })];
          const request = requestOf(kantorId, { nomor, log: [logOf(ke)] });
          if ((await store.commit(request)) === "committed") return last + 1;
        }
      };
      const same = requestOf(kantorId, { nomor: [nomorOf(kantorId, 1)] });
      const results = await Promise.all([bench.store.commit(same), other.commit(same)]);
      expect(results.toSorted()).toEqual(["committed", "conflict"]);
      const drawn = await Promise.all(
        Array.from({ length: 12 }, (_, n) => draw(n % 2 === 0 ? bench.store : other)),
      );
      await other.close();
      expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
    });

    it("keeps cancelled numbers with the reason; they stay taken", async () => {
      const kantorId = await office();
      const nomor = [1, 2, 3].map((urut) =>
        nomorOf(kantorId, urut, { berkasId: urut === 3 ? "b-lain" : `b-${kantorId}` }),
      );
      await bench.store.commit(requestOf(kantorId, { nomor }));
      const cancel = (alasan: string) =>
        bench.store.commit(
          requestOf(kantorId, { cancelNomor: [{ berkasId: `b-${kantorId}`, alasan }] }),
        );
      expect(await cancel("Salah periode")).toBe("committed");
      expect(await cancel("kedua kali")).toBe("committed");
      const list = await bench.store.listNomor(kantorId, 2026);
      expect(list.map(({ batal }) => batal)).toEqual(["Salah periode", "Salah periode", null]);
      expect(await taken(bench.store, kantorId)).toHaveLength(3);
      const again = requestOf(kantorId, { nomor: [nomorOf(kantorId, 1)] });
      expect(await bench.store.commit(again)).toBe("conflict");
    });

    it("takes and cancels in one commit, in this order", async () => {
      const kantorId = await office();
      const nomor = [nomorOf(kantorId, 1, { berkasId: "b-batal" })];
      const cancelNomor = [{ berkasId: "b-batal", alasan: "Dibatalkan" }];
      await bench.store.commit(requestOf(kantorId, { nomor, cancelNomor }));
      expect(await bench.store.listNomor(kantorId, 2026)).toMatchObject([{ batal: "Dibatalkan" }]);
    });
  });
}

const taken = async (store: Store, kantorId: KantorId, nowMs = NOW) =>
  (await officeOf(store, kantorId, nowMs)).nomorList;
