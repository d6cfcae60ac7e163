import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readPenyimpanan } from "../../src/catalog/load-penyimpanan.ts";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { createFileStore } from "../../src/store/files.ts";
import { berkasOf, requestOf, sop } from "../store/contract/fixture.ts";
import { unzip } from "../support/unzip.ts";
import { Office } from "./office.ts";

const kantorId = KantorId.parse("uji");
const kasi = PegawaiId.parse("kasi-pelayanan");
const LAMA = Date.parse("2020-02-03T09:00:00+08:00");

let office: Office;
const last = (id: string): string => office.person(id).texts.at(-1) ?? "";

/** The file that came last. */
async function fileOf(id: string): Promise<Buffer> {
  const person = office.person(id);
  await office.telegram.until(() => person.inbox.some((one) => one.document !== undefined));
  const message = person.inbox.findLast((one) => one.document !== undefined);
  return message === undefined ? Buffer.alloc(0) : Buffer.from(person.opens(message));
}

afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

describe("an admin who keeps the archive by chat", () => {
  it("sees what is past its time, destroys exactly that by a letter, and gives out a person's data", async () => {
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "uji.yaml"),
      mulai: "2026-12-28T09:00:00+08:00",
      penyimpanan: await readPenyimpanan("flows"),
    });
    const files = createFileStore(office.dir);
    const bukti = await files.put(new TextEncoder().encode("survei"), "survei.pdf", "text/plain");
    await office.store.saveSop(sop, "hash-uji", LAMA);
    const state = {
      ...berkasOf(kantorId, "berkaslama"),
      status: "selesai",
      selesaiMs: LAMA,
    } as const;
    const revisi = {
      kantorId,
      berkasId: "berkaslama",
      periode: Periode.parse("2019-TW4"),
      kode: "1.1",
      revisi: 1,
      isian: { jenis: "angka", nilai: 86 },
      keterangan: null,
      bukti: [bukti],
      oleh: kasi,
      atMs: LAMA,
      seq: 1,
    } as const;
    await office.store.commit(
      requestOf(kantorId, { berkas: [{ state, sop }], realisasi: [revisi] }),
    );
    await office.says("sekcam", "/arsip");
    expect(last("sekcam")).toContain("1 bukti dukung, disimpan sampai 2025");
    expect((await fileOf("sekcam")).toString("utf8")).toContain("Bukti 1.1 2019-TW4 (survei.pdf)");
    await office.taps("sekcam", /^Musnahkan/);
    await office.says("sekcam", "Berita Acara 045/2/2026");
    await office.taps("sekcam", /^Ya, musnahkan/);
    expect(last("sekcam")).toContain("arsip dimusnahkan");
    await office.settle();
    expect(await files.verify(bukti.hash)).toBe("dimusnahkan");
    const log = await office.store.readLog(kantorId, 0, 1_000);
    expect(log.findLast(({ jenis }) => jenis === "arsip-dimusnahkan")).toMatchObject({
      oleh: "sekcam",
      data: { dasar: "Berita Acara 045/2/2026" },
    });
    await office.says("sekcam", "/arsip");
    expect(last("sekcam")).toContain("Tidak ada yang lewat masa simpannya");
    await office.says("sekcam", "/pegawai data kasi-pelayanan");
    const data = await unzip(await fileOf("sekcam"));
    expect(data.map(({ path }) => path)).toContain("profil.json");
  }, 120_000);
});
