import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import { goodSheet, sheetWith } from "../core/sop/sheet.ts";

const formulir = (id: string, naskah: string): string =>
  `id: ${id}\nnama: Uji\ntahap:\n  - judul: Uji\n    naskah: ${naskah}\n`;
const sheetOf = (id: string, nama: string): string =>
  sheetWith("jenis: penyusunan", `jenis: formulir\n    formulir: ${nama}`).replace(
    "id: uji",
    `id: ${id}`,
  );

describe("the catalog", () => {
  let flows: string;
  beforeAll(() => {
    flows = mkdtempSync(join(tmpdir(), "sopir-flows-"));
    mkdirSync(join(flows, "sop"));
    mkdirSync(join(flows, "kalender"));
    mkdirSync(join(flows, "formulir"));
    writeFileSync(join(flows, "formulir", "catat.yaml"), formulir("catat", "[]"));
    writeFileSync(join(flows, "formulir", "rusak.yaml"), formulir("rusak", "[laporan]"));
    writeFileSync(join(flows, "sop", "berformulir.yaml"), sheetOf("berformulir", "catat"));
    writeFileSync(join(flows, "sop", "menunggu.yaml"), sheetOf("menunggu", "rusak"));
    writeFileSync(join(flows, "sop", "uji.yaml"), goodSheet);
    writeFileSync(join(flows, "sop", "rusak.yaml"), sheetWith("id: uji", "id: rusak\nid: rusak"));
    writeFileSync(join(flows, "sop", "salah-nama.yaml"), goodSheet);
    writeFileSync(join(flows, "sop", "catatan.txt"), "bukan lembar");
    cpSync(join("flows", "kalender", "2026.yaml"), join(flows, "kalender", "2026.yaml"));
    writeFileSync(
      join(flows, "kalender", "2027.yaml"),
      [
        "tahun: 2028",
        "dasar: SKB",
        "libur:",
        "  - { tanggal: 2028-01-01, nama: Tahun Baru, jenis: libur_nasional }",
        "  - { tanggal: 2028-01-01, nama: Tahun Baru, jenis: libur_nasional }",
        "  - { tanggal: 2027-12-25, nama: Natal, jenis: libur_nasional }",
        "ramadan: { mulai: 2028-02-27, selesai: 2028-01-28 }",
        "",
      ].join("\n"),
    );
  });
  afterAll(() => rmSync(flows, { recursive: true, force: true }));

  it("holds what is in order and tells all that is not, over all files at once", async () => {
    const { sopList, kalenderList, problems } = await loadCatalog(flows);
    expect(sopList.map(({ sop }) => sop.id)).toEqual(["berformulir", "uji"]);
    expect(kalenderList.map(({ tahun }) => tahun)).toEqual([2026]);
    expect(problems.map((one) => formatProblem(one).slice(flows.length + 1))).toEqual([
      "formulir/rusak.yaml:5:14: laporan tidak dibuat formulir; pakai versi pada langkahnya",
      'kalender/2027.yaml:1:8: tahun harus sama dengan nama berkas, "2027"',
      "kalender/2027.yaml:5:16: 2028-01-01 sudah tercatat",
      "kalender/2027.yaml:6:16: 2027-12-25 di luar tahun 2028",
      "kalender/2027.yaml:7:40: akhir Ramadan mendahului awalnya",
      "sop/menunggu.yaml:32:15: langkah 4: formulir rusak belum dapat dipakai; perbaiki dahulu berkasnya",
      "sop/rusak.yaml:2:1: kunci ini sudah ada di kelompok yang sama",
      'sop/salah-nama.yaml:1:5: id harus sama dengan nama berkas, "salah-nama"',
    ]);
  });

  it("is empty where there is no folder", async () => {
    expect(await loadCatalog(join(flows, "tidak-ada"))).toEqual({
      sopList: [],
      kalenderList: [],
      problems: [],
    });
  });
});
