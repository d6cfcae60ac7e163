import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HalamanDipantau } from "../../../src/app/ports/rows.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import type { Bench, MakeBench } from "./bench.ts";
import {
  berkasOf,
  calendar,
  camat,
  kantorOf,
  kasi,
  NOW,
  periode as periodeOf,
  requestOf,
  sekcam,
  sop,
} from "./fixture.ts";

const periode = periodeOf("2026-TW3");
const utara = KantorId.parse("setda-utara");
const selatan = KantorId.parse("setda-selatan");

/** Two kabupaten with offices of their own, and one office that names nobody. */
export function kabupatenSuite(makeBench: MakeBench): void {
  describe("offices that are watched over", () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await makeBench();
      await bench.store.saveSop(sop, "hash-uji", NOW);
      for (const id of [utara, selatan]) await save(id, null);
      for (const n of [1, 2, 3, 4, 5]) await save(`utara-${n}`, utara);
      await save("selatan-1", selatan);
      await save("sendiri", null);
    });
    afterAll(() => bench.close());

    async function save(id: string, pemantau: KantorId | null): Promise<void> {
      const kantor = { ...kantorOf(id), ...(pemantau !== null && { pemantau }) };
      await bench.store.saveKantor({ kantor, calendar }, NOW);
      await bench.store.commit(
        requestOf(kantor.id, {
          berkas: [
            {
              state: berkasOf(kantor.id, `jalan-${id}`, { periode: periodeOf("2026-TW2") }),
              sop,
            },
            { state: berkasOf(kantor.id, `usai-${id}`, { status: "selesai", periode }), sop },
          ],
        }),
      );
    }
    const page = (pemantau: KantorId, sesudah: KantorId | null, limit = 10) =>
      bench.store.pageDipantau({ pemantau }, { sesudah, limit, periode });

    it("come page by page, each office once, until there are no more", async () => {
      const first = await page(utara, null, 2);
      const second = await page(utara, first.sesudah, 2);
      const third = await page(utara, second.sesudah, 2);
      expect([first, second, third].map(idsOf)).toEqual([
        ["utara-1", "utara-2"],
        ["utara-3", "utara-4"],
        ["utara-5"],
      ]);
      expect(third.sesudah).toBeNull();
    });

    it("are told with what runs there and what is complete, and nothing of anybody else", async () => {
      const { kantorList } = await page(utara, null);
      expect(
        kantorList.map(({ kantor, berkasList, selesai, takTerbaca, accountList }) => ({
          id: kantor.id,
          berkas: berkasList.map(({ state }) => state.id),
          selesai: [...selesai],
          takTerbaca,
          accountList,
        })),
      ).toEqual(
        [1, 2, 3, 4, 5].map((n) => ({
          id: `utara-${n}`,
          berkas: [`jalan-utara-${n}`],
          selesai: ["uji"],
          takTerbaca: 0,
          accountList: [],
        })),
      );
    });

    it("are those that name the office that asks: neither another kabupaten's nor one's own", async () => {
      expect(idsOf(await page(selatan, null))).toEqual(["selatan-1"]);
      expect(idsOf(await page(KantorId.parse("utara-1"), null))).toEqual([]);
      expect(idsOf(await page(KantorId.parse("sendiri"), null))).toEqual([]);
    });

    it("leave the board when their file names somebody else", async () => {
      const moved = kantorOf("selatan-2");
      await bench.store.saveKantor({ kantor: { ...moved, pemantau: selatan }, calendar }, NOW);
      expect(idsOf(await page(selatan, null))).toEqual(["selatan-1", "selatan-2"]);
      await bench.store.saveKantor({ kantor: moved, calendar }, NOW);
      expect(idsOf(await page(selatan, null))).toEqual(["selatan-1"]);
    });

    it("get what is left with their clock; any other office gets nothing", async () => {
      const dari = { kantorId: utara, nama: "Setda", pegawaiId: camat, jabatan: "Kabag" };
      const kiriman = ["utara-2", "selatan-1", "sendiri", "tidak-ada"].map((id) => ({
        id: `kiriman-${id}`,
        kantorId: KantorId.parse(id),
        kunci: "ingatkan-kantor:b1",
        atMs: NOW,
        isi: { jenis: "ingatkan-kantor" as const, berkasId: "b1", dari },
      }));
      await bench.store.commit(requestOf(utara, { kiriman }));
      const due = await bench.store.claimTimers({ nowMs: NOW, limit: 10, leaseMs: 1_000 });
      expect(due.map(({ id }) => id)).toEqual(["kiriman-utara-2"]);
      await bench.store.commit(
        requestOf(KantorId.parse("utara-2"), {
          timers: [{ kind: "done", id: "kiriman-utara-2" }],
        }),
      );
    });

    it("add receivers to a broadcast of the office that watches, which alone is told and may cancel", async () => {
      const satu = KantorId.parse("utara-1");
      const sent = { id: "siaran-utara", oleh: camat, teks: "Rapat", penerima: [], dilewati: [] };
      const dari = { kantorId: utara, nama: "Setda", pegawaiId: camat, jabatan: "Kabag" };
      const isi = {
        jenis: "siaran-kantor" as const,
        siaranId: sent.id,
        teks: "Rapat",
        peran: null,
        dari,
      };
      const kunci = `siaran-kantor:${sent.id}`;
      const row = { id: "k1", kantorId: satu, kunci, atMs: NOW, isi };
      await bench.store.commit(requestOf(utara, { siaran: [sent], kiriman: [row] }));
      expect(await bench.store.siaranStatus(utara, sent.id)).toMatchObject({ kantorMenunggu: 1 });
      await bench.store.commit(
        requestOf(satu, {
          siaran: [{ ...sent, penerima: [camat, kasi] }],
          timers: [{ kind: "done", id: "k1" }],
        }),
      );
      await bench.store.commit(
        requestOf(KantorId.parse("utara-3"), { siaran: [{ ...sent, penerima: [sekcam] }] }),
      );
      const status = await bench.store.siaranStatus(utara, sent.id);
      expect(status).toMatchObject({ total: 3, kantorMenunggu: 0, dibatalkan: false });
      expect(status?.gagal.map(({ kantorId, pegawaiId }) => `${kantorId}/${pegawaiId}`)).toEqual([
        "utara-1/camat",
        "utara-1/kasi",
        "utara-3/sekcam",
      ]);
      expect(await bench.store.siaranStatus(satu, sent.id)).toBeNull();
      expect(await bench.store.siaranStatus(selatan, sent.id)).toBeNull();
      await bench.store.commit(requestOf(selatan, { cancelSiaran: [sent.id] }));
      expect(await bench.store.siaranStatus(utara, sent.id)).toMatchObject({ dibatalkan: false });
      await bench.store.commit(requestOf(utara, { cancelSiaran: [sent.id] }));
      expect(await bench.store.siaranStatus(utara, sent.id)).toMatchObject({ dibatalkan: true });
    });
  });
}

const idsOf = ({ kantorList }: HalamanDipantau): readonly string[] =>
  kantorList.map(({ kantor }) => kantor.id);
