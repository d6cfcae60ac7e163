import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suratByNama } from "../../core/dokumen/sample.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { draftOf, kasi, NOW, naskahOf, requestOf, sekcam } from "./fixture.ts";

export function destroySuite(makeBench: MakeBench): void {
  describe("what is destroyed", () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());

    it("of somebody who left is all of theirs, and nothing of anybody else", async () => {
      const { store } = bench;
      const mine = await saveOffice(store, "kantor-lupa");
      const other = await saveOffice(store, "kantor-ingat");
      for (const kantorId of [mine, other]) {
        for (const pegawaiId of [kasi, sekcam]) {
          const key = `${kantorId}-${pegawaiId}`;
          const address = { channelId: "lupa", chat: key };
          const undangan = {
            id: `u-${key}`,
            pegawaiId,
            kodeHash: `h-${key}`,
            berlakuSampaiMs: NOW,
          };
          await store.commit(requestOf(kantorId, { undangan: [undangan] }));
          await store.commit(
            requestOf(kantorId, {
              links: [{ accountId: key, pegawaiId, address, utama: true, undanganId: `u-${key}` }],
              outbox: [draftOf(`o-${key}`, key, { kantorId, pegawaiId, address })],
              jejak: [{ address, externalId: "m1", sidik: key, jawaban: [], pertanyaan: null }],
            }),
          );
        }
      }
      expect(await store.loadPerson(mine, kasi)).toMatchObject({
        pesanList: [{ address: { chat: "kantor-lupa-kasi" }, status: "menunggu" }],
        masukList: [{ address: { channelId: "lupa", chat: "kantor-lupa-kasi" }, atMs: NOW }],
      });
      await store.commit(requestOf(mine, { lupakan: [kasi] }));
      expect(await store.loadPerson(mine, kasi)).toEqual({
        pesanList: [],
        masukList: [],
        percakapan: false,
      });
      expect(await store.findAccount({ channelId: "lupa", chat: "kantor-lupa-kasi" })).toBeNull();
      for (const [kantorId, pegawaiId] of [
        [mine, sekcam],
        [other, kasi],
        [other, sekcam],
      ] as const) {
        const { pesanList, masukList } = await store.loadPerson(kantorId, pegawaiId);
        expect([pesanList.length, masukList.length]).toEqual([1, 1]);
        expect(await store.findUndangan(`h-${kantorId}-${pegawaiId}`)).not.toBeNull();
      }
      expect((await store.listUndangan(mine)).map(({ pegawaiId }) => pegawaiId)).toEqual([sekcam]);
    });

    it("of a paper is what it said, not that there was one; of an invitation everything", async () => {
      const { store } = bench;
      const kantorId = await saveOffice(store, "kantor-musnah");
      const row = { ...naskahOf(kantorId, "bm", 1), isi: suratByNama["sk tim"] };
      const undangan = { id: "um", pegawaiId: kasi, kodeHash: "hm", berlakuSampaiMs: NOW };
      await store.commit(requestOf(kantorId, { naskah: [row], undangan: [undangan] }));
      const theirs = await saveOffice(store, "kantor-lain");
      const wanted = { naskahMusnah: [row.naskah.id], undanganMusnah: ["um"] };
      await store.commit(requestOf(theirs, wanted));
      expect((await store.findNaskah(kantorId, row.naskah.id))?.isi).not.toBeNull();
      expect(await store.findUndangan("hm")).not.toBeNull();
      await store.commit(requestOf(kantorId, wanted));
      const found = await store.findNaskah(kantorId, row.naskah.id);
      expect(found).toMatchObject({ isi: null, naskah: { id: row.naskah.id } });
      expect(await store.findUndangan("hm")).toBeNull();
    });
  });
}
