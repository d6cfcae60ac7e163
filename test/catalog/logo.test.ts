import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Catalog, loadCatalog } from "../../src/catalog/load.ts";
import { loadKantor } from "../../src/catalog/load-kantor.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import { jpeg, logoOf, perisai } from "../support/logo.ts";

const yaml = (logo: string): string => `kantor:
  id: uji
  nama: Kecamatan Uji
  kabupaten: Kabupaten Uji
  zonaWaktu: Asia/Makassar
  sop: [paringin-selatan]
  logo: ${logo}
pegawai:
  - { id: camat, nama: Camat, jabatan: Camat, peran: [camat, sekcam, kasubbag, staf, admin] }
`;

describe("the logo an office file names", () => {
  const folder = mkdtempSync(join(tmpdir(), "sopir-logo-"));
  const file = join(folder, "uji.yaml");
  afterAll(() => rmSync(folder, { recursive: true }));
  let catalog: Catalog;
  beforeAll(async () => {
    catalog = await loadCatalog("flows");
    writeFileSync(join(folder, "logo.png"), perisai(300, 400));
    writeFileSync(join(folder, "foto.jpg"), jpeg);
    writeFileSync(join(folder, "kecil.png"), perisai(90, 120));
    writeFileSync(join(folder, "palsu.png"), "bukan gambar");
    writeFileSync(join(folder, "besar.png"), new Uint8Array(1_000_001));
  });
  const read = async (logo: string) => {
    writeFileSync(file, yaml(logo));
    const { isi, problems } = await loadKantor(file, catalog);
    return { isi, problems: problems.map((one) => formatProblem(one).replace(file, "uji.yaml")) };
  };

  it.each([
    ["logo.png", perisai(300, 400)],
    ["foto.jpg", jpeg],
  ])("%s is measured, named by its bytes and brought along", async (nama, data) => {
    const { isi, problems } = await read(nama);
    expect(problems).toEqual([]);
    expect(isi?.kantor.logo).toEqual(logoOf(data, nama));
    expect(Buffer.from(isi?.logo ?? [])).toEqual(Buffer.from(data));
  });

  it.each([
    ["tidak-ada.png", "tidak-ada.png tidak ada di folder berkas ini"],
    ["palsu.png", "logo bukan gambar PNG atau JPEG yang dapat dibaca"],
    ["kecil.png", "logo 90 × 120 piksel, tiap sisi paling sedikit 100 piksel"],
    ["besar.png", "logo 1001 kB, paling besar 1000 kB"],
  ])("%s keeps the file from being loaded, by its place", async (nama, pesan) => {
    expect(await read(nama)).toEqual({ isi: null, problems: [`uji.yaml:7:9: ${pesan}`] });
  });

  it.each(["../logo.png", "logo.svg", "/etc/logo.png"])(
    "is a picture beside the file, not %s",
    async (nama) => {
      const { problems } = await read(nama);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain("nama berkas PNG atau JPEG di folder yang sama");
    },
  );
});
