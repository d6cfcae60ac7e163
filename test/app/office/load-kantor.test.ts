import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openManually } from "../../../src/app/clock/open-manually.ts";
import { createUndangan } from "../../../src/app/office/create-undangan.ts";
import { loadKantor, planKantor } from "../../../src/app/office/load-kantor.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { emptyDraft } from "../../../src/app/turn/effects/draft.ts";
import { loadKantor as readKantor } from "../../../src/catalog/load-kantor.ts";
import type { KantorIsi } from "../../../src/core/berkas-kantor/schema.ts";
import { holdersOf, openWaits } from "../../../src/core/engine/holders.ts";
import { KantorId, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { projectRekap } from "../../../src/core/rekap/index.ts";
import { systemRandom } from "../../../src/random/random.ts";
import { createFileStore } from "../../../src/store/files.ts";
import { openStore } from "../../../src/store/open.ts";
import { shippedCatalog } from "../../support/catalog.ts";
import { logoOf, perisai } from "../../support/logo.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { kamus } from "../../support/teks.ts";

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const peraga = KantorId.parse("peraga");

let isi: KantorIsi;
beforeAll(async () => {
  const read = await readKantor("flows/kantor/peraga.yaml", await shippedCatalog());
  if (read.isi === null) throw new Error("the demo office does not load");
  isi = read.isi;
});

/** The office without Kasi PMD, whose figures Kasi Pelayanan answers for. */
function handed(from: KantorIsi): KantorIsi {
  const kasi = PegawaiId.parse("kasi-pelayanan");
  const { kantor } = from;
  const indikatorList = kantor.indikatorList.map((one) =>
    one.penanggungJawab === "kasi-pmd" ? { ...one, penanggungJawab: kasi } : one,
  );
  const pegawaiList = kantor.pegawaiList.filter(({ id }) => id !== "kasi-pmd");
  return { ...from, kantor: { ...kantor, pegawaiList, indikatorList } };
}

describe("loading an office", () => {
  const log = new MemoryLog();
  let folder: string;
  let nowMs = 0;
  let store: Store;
  const clock = { now: () => nowMs };
  const load = (change: Partial<KantorIsi> = {}, undangan = false) =>
    loadKantor(
      { store, files: createFileStore(folder), random: systemRandom, clock, log, kamus },
      { ...isi, ...change },
      { undangan },
    );
  const openings = async (): Promise<readonly string[]> => {
    const due = await store.claimTimers({ nowMs: at("2030-01-01T00:00"), limit: 50, leaseMs: 0 });
    return due
      .filter(({ isi: { jenis } }) => jenis === "buka-berkas")
      .map(({ kunci, atMs, isi: opening }) =>
        [kunci, "periode" in opening ? opening.periode : "", new Date(atMs).toISOString()].join(
          " ",
        ),
      );
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-office-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let file = 0;
  beforeEach(async () => {
    nowMs = at("2026-11-21T08:00");
    file += 1;
    const url = `file:${join(folder, `${file}.db`)}`;
    store = await openStore({ url, dataDir: folder, now: clock.now, log });
    return () => store.close();
  });

  it("keeps the logo of the office, by its hash, with the office that names it", async () => {
    const data = perisai(300, 400);
    const logo = logoOf(data);
    await load({ kantor: { ...isi.kantor, logo }, logo: data });
    expect((await store.loadKantor(peraga))?.kantor.logo).toEqual(logo);
    const files = createFileStore(folder);
    expect(await files.verify(logo.hash)).toBe("utuh");
    await load();
    expect((await store.loadKantor(peraga))?.kantor.logo).toBeUndefined();
  });

  it("sets the clock to the first working day after the running triwulan", async () => {
    await load();
    expect(await openings()).toEqual(["buka:paringin-selatan 2026-TW4 2027-01-03T23:30:00.000Z"]);
    expect(await load()).toMatchObject({ baru: false, realisasiBaru: 0 });
    expect(await openings()).toHaveLength(1);
  });

  it("keeps the opening of a triwulan that is over until its working day comes", async () => {
    nowMs = at("2027-01-02T10:00");
    await load();
    expect(await openings()).toEqual(["buka:paringin-selatan 2026-TW4 2027-01-03T23:30:00.000Z"]);
  });

  it("makes up for an opening that was missed while nothing ran", async () => {
    await load();
    nowMs = at("2027-01-06T10:00");
    await load();
    expect(await openings()).toEqual(["buka:paringin-selatan 2026-TW4 2027-01-03T23:30:00.000Z"]);
  });

  it("asks nobody for a triwulan that was over before the office came", async () => {
    nowMs = at("2027-01-06T10:00");
    await load({ realisasi: [] });
    expect(await openings()).toEqual(["buka:paringin-selatan 2027-TW1 2027-03-31T23:30:00.000Z"]);
  });

  it("leaves the clock alone where the office opens by hand", async () => {
    await load({ kantor: { ...isi.kantor, pembukaanOtomatis: false } });
    expect(await openings()).toEqual([]);
  });

  it("closes a semester along with its two triwulan, so that the year can follow", async () => {
    await load();
    const office = await store.loadOffice(peraga, nowMs);
    expect([...(office?.periodeSelesai ?? [])].toSorted()).toEqual([
      "paringin-selatan/2026-S1",
      "paringin-selatan/2026-TW1",
      "paringin-selatan/2026-TW2",
      "paringin-selatan/2026-TW3",
    ]);
  });

  it("brings earlier figures in as closed berkas: the operator's, as of the load", async () => {
    await load();
    const rekap = await store.loadRekap(peraga, 2026, null);
    expect(
      rekap?.berkasList.map(({ state }) => `${state.periode} ${state.status}`).toSorted(),
    ).toEqual(["2026-S1 selesai", "2026-TW1 selesai", "2026-TW2 selesai", "2026-TW3 selesai"]);
    const ikm = rekap?.realisasi.filter(({ kode }) => kode === "1.1") ?? [];
    expect(ikm.map(({ isian, oleh, atMs }) => [isian, oleh, atMs])).toEqual(
      [81.4, 82.9, 83.2].map((nilai) => [{ jenis: "angka", nilai }, "operator:peraga.yaml", nowMs]),
    );
    const oleh = (await store.readLog(peraga, 0, 100)).map((entry) => entry.oleh);
    expect(new Set(oleh)).toEqual(new Set(["operator:peraga.yaml"]));
    if (rekap === null) throw new Error("no rekap");
    const { riwayat } = projectRekap(rekap, 2026, Periode.parse("2026-TW3"), {
      unit: null,
      padaMs: nowMs,
    });
    expect(new Set(riwayat.map((row) => row.oleh))).toEqual(
      new Set(["Berkas kantor peraga.yaml, operator"]),
    );
  });

  it("does not touch a closed period, and says what it left out", async () => {
    await load();
    const [first, ...rest] = isi.realisasi;
    if (first === undefined) throw new Error("the demo office has no figures");
    const realisasi = [{ ...first, isian: { jenis: "angka", nilai: 99 } as const }, ...rest];
    expect(await load({ realisasi })).toMatchObject({
      realisasiBaru: 0,
      diabaikanList: [{ periode: "2026-TW1", kodeList: ["1.1"], sebab: "sudah-masuk" }],
    });
    const rekap = await store.loadRekap(peraga, 2026, null);
    expect(rekap?.realisasi).toHaveLength(30);
    const last = (await store.readLog(peraga, 0, 100)).findLast(
      ({ jenis }) => jenis === "kantor-dimuat",
    );
    expect(last?.data["diabaikan"]).toEqual(["1.1 2026-TW1"]);
  });

  it("leaves a period alone that people have sent figures for", async () => {
    await load({ realisasi: [] });
    const wish = {
      kantorId: peraga,
      sopId: "paringin-selatan",
      periode: Periode.parse("2026-TW3"),
    };
    const deps = { store, random: systemRandom, clock, log, kamus };
    expect((await openManually(deps, wish)).kind).toBe("opened");
    expect(await load()).toMatchObject({
      realisasiBaru: 20,
      diabaikanList: [{ periode: "2026-TW3", sebab: "dikumpulkan", kodeList: expect.any(Array) }],
    });
    const list = await store.listBerkas(peraga);
    expect(list.filter(({ state }) => state.periode === "2026-TW3")).toHaveLength(1);
  });

  it("writes what it did into a log that proves itself", async () => {
    await load({}, true);
    const entries = await store.readLog(peraga, 0, 100);
    expect(entries.map(({ jenis }) => jenis)).toEqual([
      "kantor-dimuat",
      "realisasi-diimpor",
      "realisasi-diimpor",
      "realisasi-diimpor",
      "berkas-diimpor",
      ...Array.from({ length: 10 }, () => "undangan"),
    ]);
    expect(await store.verifyLog(peraga)).toEqual({ count: 15, brokenSeq: null });
  });

  it("invites whoever has no account, with a code that only its hash remembers", async () => {
    const { undanganList } = await load({}, true);
    expect(undanganList.map(({ pegawai }) => pegawai.id)).toEqual(
      isi.kantor.pegawaiList.map(({ id }) => id),
    );
    const [first] = undanganList;
    if (first === undefined) throw new Error("no invitation");
    const found = await store.findUndangan(systemRandom.hash(first.kode));
    expect(found).toMatchObject({ pegawaiId: first.pegawai.id, dipakaiMs: null });
    await store.commit({
      ...emptyDraft(nowMs, peraga),
      links: [
        {
          accountId: "akun",
          pegawaiId: first.pegawai.id,
          address: { channelId: "telegram", chat: "1" },
          utama: true,
          undanganId: found?.id ?? "",
        },
      ],
    });
    const again = await load({}, true);
    expect(again.undanganList.map(({ pegawai }) => pegawai.id)).not.toContain(first.pegawai.id);
    expect(again.undanganList).toHaveLength(9);
  });

  it("says before what it would do, and writes nothing by saying so", async () => {
    const deps = { store, random: systemRandom, clock, log, kamus };
    expect(await planKantor(deps, isi)).toMatchObject({ baru: true, akibatList: [] });
    expect(await store.listKantor()).toEqual([]);
    await load({ realisasi: [] });
    const periode = Periode.parse("2026-TW3");
    await openManually(deps, { kantorId: peraga, sopId: "paringin-selatan", periode });
    const next = handed(isi);
    const before = (await store.readLog(peraga, 0, 100)).length;
    const plan = await planKantor(deps, next);
    expect(
      plan.bedaList.map(({ jenis, apa, nama, isi: what }) => [jenis, apa, nama, what]),
    ).toEqual([
      ["hapus", "pegawai", "kasi-pmd", "Kasi PMD; kasi"],
      ...["3.1 2026", "3.2 2026", "3.1 2027", "3.2 2027"].map((nama) => [
        "ubah",
        "indikator",
        nama,
        "penanggungJawab kasi-pmd → kasi-pelayanan",
      ]),
    ]);
    expect(plan.akibatList.map(({ teks }) => teks)).toEqual([
      "Indikator 3.1, 3.2 beralih dari kasi-pmd ke kasi-pelayanan, angka tersimpan ikut: 0",
    ]);
    expect(await store.readLog(peraga, 0, 100)).toHaveLength(before);
    const removed = { ...next, kantor: { ...next.kantor, indikatorList: [] } };
    expect((await planKantor(deps, removed)).tolakanList).toEqual([
      "Triwulan III 2026: indikator 3.1, 3.2 menunggu kasi-pmd, yang tidak ada lagi di berkas kantor. Tulis penanggungJawab barunya, atau menggantikan: kasi-pmd pada penggantinya.",
    ]);
    await expect(load(removed)).rejects.toThrow("menunggu kasi-pmd");
    expect((await store.loadKantor(peraga))?.kantor.pegawaiList).toHaveLength(10);
  });

  it("changes office, berkas and messages together", async () => {
    const deps = { store, random: systemRandom, clock, log, kamus };
    await load({ realisasi: [] });
    const periode = Periode.parse("2026-TW3");
    await openManually(deps, { kantorId: peraga, sopId: "paringin-selatan", periode });
    expect(await load({ ...handed(isi), realisasi: [] })).toMatchObject({ berkasBerubah: 1 });
    const [berkas] = await store.listBerkas(peraga);
    const record = await store.loadKantor(peraga);
    if (berkas === undefined || record === null) throw new Error("nothing there");
    const unheld = openWaits(berkas.state).filter(
      (wait) => holdersOf(wait, record.kantor).length === 0,
    );
    expect(unheld).toEqual([]);
    expect(record.kantor.pegawaiList).toHaveLength(9);
    expect(await load({ ...handed(isi), realisasi: [] })).toMatchObject({ berkasBerubah: 0 });
  });

  it("opens nothing and sets no clock once the office is retired", async () => {
    await load({ kantor: { ...isi.kantor, aktif: false } });
    expect(await openings()).toEqual([]);
    const wish = {
      kantorId: peraga,
      sopId: "paringin-selatan",
      periode: Periode.parse("2026-TW4"),
    };
    expect(
      await openManually({ store, random: systemRandom, clock, log, kamus }, wish),
    ).toMatchObject({
      kind: "refused",
      code: "kantor-nonaktif",
    });
  });

  it("invites one person, or says why not", async () => {
    const deps = { store, random: systemRandom, clock, log, kamus };
    const wish = { kantorId: peraga, pegawaiId: "camat" };
    expect(await createUndangan(deps, wish)).toEqual({
      kind: "refused",
      sebab: "kantor-tidak-ada",
    });
    await load();
    expect((await createUndangan(deps, wish)).kind).toBe("created");
    expect(await createUndangan(deps, { ...wish, pegawaiId: "lurah" })).toEqual({
      kind: "refused",
      sebab: "pegawai-tidak-ada",
    });
  });
});
