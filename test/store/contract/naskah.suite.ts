import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NaskahFile } from "../../../src/app/ports/naskah.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { laporan, suratByNama } from "../../core/dokumen/sample.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { NOW, naskahOf, requestOf } from "./fixture.ts";

export function naskahSuite(makeBench: MakeBench): void {
  describe("papers", () => {
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
    const idsOf = async (kantorId: KantorId, berkasId: string | null) =>
      (await bench.store.listNaskah(kantorId, berkasId)).map(({ naskah }) => naskah.id);

    it.each([...Object.entries(suratByNama), ["laporan", laporan()]] as const)(
      "come back as they were written, with what is drawn: %s",
      async (nama, isi) => {
        const kantorId = await office();
        const row = { ...naskahOf(kantorId, `b-${kantorId}`, 1, { nama, nomor: "800/1" }), isi };
        expect(await bench.store.commit(requestOf(kantorId, { naskah: [row] }))).toBe("committed");
        expect(await bench.store.findNaskah(row.kantorId, row.naskah.id)).toEqual({
          ...row,
          fileList: [],
        });
      },
    );

    it("come back with the file somebody sent in their place", async () => {
      const kantorId = await office();
      const row = naskahOf(kantorId, `b-${kantorId}`, 1, {
        jenis: "laporan",
        oleh: "sistem",
        sebutan: "Draf 2",
        unggahan: { hash: "h", nama: "a.docx", mime: "m", ukuranByte: 3 },
        perubahan: "satu angka\u0000 berubah",
      });
      await bench.store.commit(requestOf(kantorId, { naskah: [row] }));
      expect(await bench.store.findNaskah(row.kantorId, row.naskah.id)).toEqual({
        ...row,
        naskah: { ...row.naskah, perubahan: "satu angka berubah" },
        fileList: [],
      });
      expect(await bench.store.findNaskah(row.kantorId, "tidak-ada")).toBeNull();
    });

    it("are listed in the order they came into being, ten before eleven", async () => {
      const kantorId = await office();
      const [one, other] = [`s-${kantorId}`, `l-${kantorId}`];
      const naskah = Array.from({ length: 11 }, (_, n) => naskahOf(kantorId, one, n + 1));
      await bench.store.commit(requestOf(kantorId, { naskah }));
      await bench.store.commit(requestOf(kantorId, { naskah: [naskahOf(kantorId, other, 1)] }));
      expect(await idsOf(kantorId, one)).toEqual(naskah.map((row) => row.naskah.id));
      expect(await idsOf(kantorId, null)).toEqual([
        ...naskah.map((row) => row.naskah.id),
        `${other}-n1`,
      ]);
      expect(await idsOf(kantorId, "lain")).toEqual([]);
    });

    it("come into being once, with everything else of the commit or not at all", async () => {
      const kantorId = await office();
      const naskah = [naskahOf(kantorId, `x-${kantorId}`, 1)];
      await bench.store.commit(requestOf(kantorId, { naskah }));
      const inbox = [{ key: `k-${kantorId}`, channelId: "uji" }];
      expect(await bench.store.commit(requestOf(kantorId, { naskah, inbox }))).toBe("conflict");
      expect((await bench.store.knownInbox([`k-${kantorId}`])).size).toBe(0);
      expect(await idsOf(kantorId, null)).toHaveLength(1);
    });

    it("keep the first file of each form, also when several are saved at once", async () => {
      const kantorId = await office();
      const row = naskahOf(kantorId, `f-${kantorId}`, 1);
      await bench.store.commit(requestOf(kantorId, { naskah: [row] }));
      const other = await bench.open();
      const first = fileOf(row.naskah.id, "pdf", "satu");
      await bench.store.saveNaskahFile(first);
      await Promise.all(
        [bench.store, other, bench.store].map((store, n) =>
          store.saveNaskahFile(fileOf(row.naskah.id, "pdf", `lain-${n}`)),
        ),
      );
      await other.saveNaskahFile({ ...fileOf(row.naskah.id, "docx", "dua"), dibuatMs: NOW + 1 });
      await other.close();
      const found = await bench.store.findNaskah(row.kantorId, row.naskah.id);
      expect(found?.fileList.map(({ bentuk, hash }) => `${bentuk} ${hash}`)).toEqual([
        "pdf satu",
        "docx dua",
      ]);
      expect(found?.fileList[0]).toEqual(first);
      expect((await bench.store.listNaskah(kantorId, null))[0]?.fileList).toHaveLength(2);
    });

    it("without a file are found oldest first, of every office, as many as asked for", async () => {
      const unmade = async (limit: number) =>
        (await bench.store.unmadeNaskah(limit)).map(({ naskah }) => naskah.id);
      for (const id of await unmade(1_000)) {
        await bench.store.saveNaskahFile(fileOf(id, "pdf", "dibuat"));
      }
      expect(await unmade(10)).toEqual([]);
      const kantorList = [await office(), await office()];
      for (const kantorId of kantorList) {
        const naskah = [1, 2].map((n) => naskahOf(kantorId, `u-${kantorId}`, n));
        await bench.store.commit(requestOf(kantorId, { naskah }));
      }
      const all = kantorList.flatMap((id) => [`u-${id}-n1`, `u-${id}-n2`]);
      expect(await unmade(10)).toEqual(all);
      expect(await unmade(3)).toEqual(all.slice(0, 3));
      await bench.store.saveNaskahFile(fileOf(all[0] ?? "", "docx", "dibuat"));
      expect(await unmade(10)).toEqual(all.slice(1));
    });
  });
}

const fileOf = (naskahId: string, bentuk: NaskahFile["bentuk"], hash: string): NaskahFile => ({
  naskahId,
  bentuk,
  hash,
  nama: `SK Tim.${bentuk}`,
  mime: "application/pdf",
  ukuranByte: 5_000_000_000,
  dibuatMs: NOW,
});
