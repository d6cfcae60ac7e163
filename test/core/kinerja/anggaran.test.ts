import { array, assert, integer, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { efisiensiOf, type Program, serapanOf } from "../../../src/core/kinerja/anggaran.ts";
import { bacaProgram, tulisProgram } from "../../../src/core/kinerja/anggaran-baca.ts";

const sasaranList = ["Pelayanan prima", "Desa tertib"];

const program = (part: Partial<Program>): Program => ({
  nama: "Program A",
  sasaran: null,
  pagu: 100,
  realisasi: 90,
  ...part,
});

describe("programs as people type them", () => {
  it.each<readonly [string, Partial<Program>]>([
    ["Program A; 100; 90", {}],
    ["Program A; 100; 90;", {}],
    ["Program A; 100; 90; -", {}],
    ["Program A | 100 | 90 | 2", { sasaran: "Desa tertib" }],
    ["Program A\t100\t90\tdesa tertib", { sasaran: "Desa tertib" }],
    [
      "Program A; Rp 250.000.000,00; Rp. 241.500.000,-; 1",
      { sasaran: "Pelayanan prima", pagu: 250_000_000, realisasi: 241_500_000 },
    ],
    ["Program A; 1,2 miliar; 950 juta", { pagu: 1_200_000_000, realisasi: 950_000_000 }],
    ["Program A; 100; 0", { realisasi: 0 }],
    ["Program A; 100; 120", { realisasi: 120 }],
  ])("%j", (teks, expected) => {
    expect(bacaProgram(teks, sasaranList)).toEqual({
      programList: [program(expected)],
      masalahList: [],
    });
  });

  it.each([
    ["Program A", "bagian"],
    ["Program A; 100; 90; 1; 2", "bagian"],
    ["; 100; 90", "nama"],
    ["Program A; banyak; 90", "pagu"],
    ["Program A; 0; 0", "pagu"],
    ["Program A; -5; 0", "pagu"],
    ["Program A; 100; separuh", "realisasi"],
    ["Program A; 100; 90; 3", "sasaran"],
    ["Program A; 100; 90; 0", "sasaran"],
    ["Program A; 100; 90; Kebersihan", "sasaran"],
    ["Program A; 100; 90\nprogram a; 10; 9", "ganda"],
  ])("%j: %s", (teks, sebab) => {
    expect(bacaProgram(teks, sasaranList).masalahList.map((one) => one.sebab)).toEqual([sebab]);
  });

  it("names every line that is none", () => {
    const read = bacaProgram("A\nB; 1; 1\n\nC; x; 1", sasaranList);
    expect(read.masalahList.map(({ baris, sebab }) => [baris, sebab])).toEqual([
      [1, "bagian"],
      [3, "pagu"],
    ]);
  });

  it("reads what it wrote", () => {
    const amount = integer({ min: 1, max: 1_000_000_000 });
    const nama = string({ minLength: 1, maxLength: 40 })
      .map((one) => one.replace(/[^\p{L} ]/gu, "").trim())
      .filter((one) => one !== "");
    const row = record({ nama, pagu: amount, realisasi: amount, at: integer({ min: -1, max: 1 }) });
    assert(
      property(array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const list = rows.map(({ nama: base, at, ...rest }, nomor) => ({
          nama: `${base} ${nomor}`,
          sasaran: sasaranList[at] ?? null,
          ...rest,
        }));
        expect(bacaProgram(tulisProgram(list), sasaranList).programList).toEqual(list);
      }),
    );
  });
});

describe("what programs come to", () => {
  it("is their sum, and how much of it was spent", () => {
    expect(serapanOf([program({}), program({ pagu: 200, realisasi: 180 })])).toEqual({
      pagu: 300,
      realisasi: 270,
      persen: 90,
    });
    expect(serapanOf([])).toBeNull();
  });

  it.each<readonly [number, number, number | null, number | null]>([
    [100, 90, 100, 10],
    [100, 100, 100, 0],
    [100, 100, 80, -25],
    [100, 90, 120, 25],
    [100, 90, 0, null],
    [100, 90, null, null],
  ])(
    "%d given and %d spent for a capaian of %s %%: %s %% efficient",
    (pagu, realisasi, capaian, persen) => {
      expect(efisiensiOf({ pagu, realisasi }, capaian)?.persen ?? null).toBe(persen);
    },
  );
});
