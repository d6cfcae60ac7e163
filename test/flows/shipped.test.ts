import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { schemaFiles } from "../../src/catalog/json-schema.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import { loadKantor } from "../../src/catalog/load-kantor.ts";
import { formatProblem } from "../../src/catalog/problem.ts";

const files = (folder: string): readonly string[] => readdirSync(`flows/${folder}`).toSorted();
const catalog = await loadCatalog("flows");
const folder = await loadFormulirFolder("flows");

describe("the shipped flows", () => {
  it("are in order, every sheet and every year", () => {
    expect(catalog.problems.map(formatProblem)).toEqual([]);
    expect(catalog.sopList.map(({ sop }) => `${sop.id}.yaml`)).toEqual(files("sop"));
    expect(folder.formulirList.map(({ id }) => `${id}.yaml`)).toEqual(files("formulir"));
    expect(catalog.kalenderList.map(({ tahun }) => `${tahun}.yaml`)).toEqual(files("kalender"));
  });

  it.each(readdirSync("flows/kantor"))("%s is an office without any warning", async (name) => {
    const { isi, problems, peringatan } = await loadKantor(`flows/kantor/${name}`, catalog);
    expect([...problems, ...peringatan].map(formatProblem)).toEqual([]);
    expect(`${isi?.kantor.id}.yaml`).toBe(name);
  });

  it.each(Object.entries(schemaFiles()))(
    "%s is what the program reads by (npm run gen)",
    (name, content) => {
      expect(readFileSync(`flows/${name}`, "utf8")).toBe(content);
    },
  );

  it.each([
    ...readdirSync("flows/sop").map((name) => ["sop", name] as const),
    ...readdirSync("flows/formulir").map((name) => ["formulir", name] as const),
    ...readdirSync("flows/kantor").map((name) => ["kantor", name] as const),
  ])("%s/%s tells editors its schema", (folder, name) => {
    const [first] = readFileSync(`flows/${folder}/${name}`, "utf8").split("\n");
    expect(first).toBe(`# yaml-language-server: $schema=../${folder}.schema.json`);
  });
});

describe("the shipped forms", () => {
  it("are each named by a sheet", () => {
    const named = catalog.sopList.flatMap(({ sop }) =>
      sop.langkah.flatMap((langkah) =>
        langkah.jenis === "formulir" ? (langkah.formulir ?? []) : [],
      ),
    );
    expect(folder.formulirList.map(({ id }) => id)).toEqual([...new Set(named)].toSorted());
  });

  it("ask one thing at a time, in sentences that need no button", () => {
    const texts = folder.formulirList.flatMap(({ id, tahap }) =>
      tahap.flatMap(({ petunjuk = "", isian }) =>
        [petunjuk, ...isian.map(({ tanya }) => tanya)].map((text) => `${id}: ${text}`),
      ),
    );
    expect(texts.filter((text) => /\b(?:tekan|ketuk|klik|tombol)\b/i.test(text))).toEqual([]);
    expect(texts.filter((text) => (text.match(/\?/g) ?? []).length > 1)).toEqual([]);
  });
});

describe("the demo office", () => {
  it("shows every way of adding up, both directions, and figures below their target", async () => {
    const { isi } = await loadKantor("flows/kantor/peraga.yaml", catalog);
    if (isi === null) throw new Error("not loaded");
    const { indikatorList } = isi.kantor;
    const of = (tahun: number) => indikatorList.filter((one) => one.tahun === tahun);
    expect(new Set(of(2026).map(({ agregasi }) => agregasi)).size).toBe(5);
    expect(new Set(of(2026).map(({ arah }) => arah)).size).toBe(2);
    expect(of(2027).map(({ kode, nama }) => ({ kode, nama }))).toEqual(
      of(2026).map(({ kode, nama }) => ({ kode, nama })),
    );
    expect(isi.realisasi).toHaveLength(30);
    expect(new Set(isi.realisasi.map(({ periode }) => periode))).toEqual(
      new Set(["2026-TW1", "2026-TW2", "2026-TW3"]),
    );
  });
});
