import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeCapaian, rataRataCapaian, round2 } from "../../../src/core/kinerja/capaian.ts";
import {
  isMelampaui,
  kategoriOf,
  Tampilan,
  tampilanBawaan,
} from "../../../src/core/kinerja/kategori.ts";

const persenOf = (bahan: Parameters<typeof computeCapaian>[0]): number | null =>
  computeCapaian(bahan).persen;

describe("computeCapaian", () => {
  it.each([
    { arah: "naik", formula: "A", target: 10, realisasi: 12, persen: 120 },
    { arah: "naik", formula: "A", target: 85, realisasi: 86.25, persen: 101.47 },
    { arah: "naik", formula: "A", target: 10, realisasi: 0, persen: 0 },
    { arah: "naik", formula: "B", target: 10, realisasi: 12, persen: 120 },
    { arah: "turun", formula: "A", target: 10, realisasi: 12, persen: 80 },
    { arah: "turun", formula: "A", target: 10, realisasi: 5, persen: 150 },
    { arah: "turun", formula: "A", target: 10, realisasi: 10, persen: 100 },
    { arah: "turun", formula: "A", target: 10, realisasi: 0, persen: 200 },
    { arah: "turun", formula: "A", target: 10, realisasi: 25, persen: 0 },
    { arah: "turun", formula: "B", target: 10, realisasi: 12, persen: 83.33 },
    { arah: "turun", formula: "B", target: 10, realisasi: 5, persen: 200 },
    { arah: "turun", formula: "A", target: 0, realisasi: 0, persen: 100 },
    { arah: "turun", formula: "B", target: 10, realisasi: 0, persen: 200 },
    { arah: "turun", formula: "B", target: 10, realisasi: -1, persen: 200 },
    { arah: "turun", formula: "B", target: 0, realisasi: 0, persen: 100 },
    { arah: "naik", formula: "A", target: 10, realisasi: -3, persen: 0 },
    { arah: "naik", formula: "A", target: -2, realisasi: -1, persen: 150 },
    { arah: "naik", formula: "A", target: -2, realisasi: -3, persen: 50 },
    { arah: "turun", formula: "A", target: -2, realisasi: -3, persen: 150 },
  ] as const)(
    "$arah by formula $formula: target $target, realisasi $realisasi is $persen %",
    ({ persen, ...bahan }) => expect(computeCapaian(bahan)).toEqual({ persen }),
  );

  it("uses formula A unless told, with which a target met is 100 %, not 0 %", () => {
    expect(persenOf({ target: 10, realisasi: 12, arah: "turun" })).toBe(80);
    expect(persenOf({ target: 10, realisasi: 10, arah: "turun" })).toBe(100);
  });

  it.each([
    ["naik", 0, 5, "target-nol"],
    ["naik", 0, 0, "target-nol"],
    ["turun", 0, 3, "target-nol"],
    ["naik", null, 5, "target-kosong"],
    ["naik", 10, null, "realisasi-kosong"],
  ] as const)(
    "%s: target %s, realisasi %s has none, because of %s",
    (arah, target, realisasi, alasan) =>
      expect(computeCapaian({ target, realisasi, arah })).toEqual({ persen: null, alasan }),
  );

  const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  const formula = fc.constantFrom("A", "B" as const);

  it("rises with realisasi where higher is better, falls where lower is, and is never below 0", () => {
    fc.assert(
      fc.property(amount, amount, amount, formula, (target, one, other, by) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const of = (realisasi: number, arah: "naik" | "turun"): number =>
          persenOf({ target, realisasi, arah, formula: by }) ?? -1;
        expect(of(high, "naik")).toBeGreaterThanOrEqual(of(low, "naik"));
        expect(of(high, "turun")).toBeLessThanOrEqual(of(low, "turun"));
        expect(of(high, "turun")).toBeGreaterThanOrEqual(0);
        expect(of(target, "naik")).toBe(100);
        expect(of(target, "turun")).toBe(100);
      }),
    );
  });

  it("gives the better figure the higher capaian below 0 too", () => {
    const any = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        any.filter((target) => target !== 0),
        any,
        any,
        (target, one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const of = (realisasi: number, arah: "naik" | "turun"): number =>
            persenOf({ target, realisasi, arah }) ?? -1;
          expect(of(high, "naik")).toBeGreaterThanOrEqual(of(low, "naik"));
          expect(of(high, "turun")).toBeLessThanOrEqual(of(low, "turun"));
          expect(of(low, "naik")).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("the bands of capaian", () => {
  it.each([
    [0, "Sangat Rendah"],
    [50.99, "Sangat Rendah"],
    [51, "Rendah"],
    [65.99, "Rendah"],
    [66, "Sedang"],
    [75.5, "Sedang"],
    [76, "Tinggi"],
    [90.99, "Tinggi"],
    [90.995, "Sangat Tinggi"],
    [91, "Sangat Tinggi"],
    [137, "Sangat Tinggi"],
  ])("%d %% is %s", (persen, nama) => expect(kategoriOf(persen).nama).toBe(nama));

  it("say apart what goes beyond the target", () => {
    expect(isMelampaui(100)).toBe(false);
    expect(isMelampaui(100.004)).toBe(false);
    expect(isMelampaui(100.01)).toBe(true);
  });

  it("are data, in whatever order they are written", () => {
    const tampilan = Tampilan.parse({
      kategori: [
        { nama: "Kuning", ambangPersen: 70, warna: "#F1C232" },
        { nama: "Hijau", ambangPersen: 90, warna: "#1B7F3B" },
        { nama: "Merah", ambangPersen: 0, warna: "#CC3333" },
      ],
    });
    expect([69.99, 70, 95].map((persen) => kategoriOf(persen, tampilan).nama)).toEqual([
      "Merah",
      "Kuning",
      "Hijau",
    ]);
  });

  it("are refused without a name, a colour or any band at all", () => {
    expect(Tampilan.safeParse({ kategori: [] }).success).toBe(false);
    expect(
      Tampilan.safeParse({ kategori: [{ nama: "", ambangPersen: 0, warna: "#000000" }] }).success,
    ).toBe(false);
    expect(
      Tampilan.safeParse({ kategori: [{ nama: "A", ambangPersen: 0, warna: "merah" }] }).success,
    ).toBe(false);
    expect(tampilanBawaan.batasRataRataPersen).toBe(120);
  });
});

describe("the mean of capaian", () => {
  it("caps each figure, and only here", () => {
    expect(rataRataCapaian([200, 80], 120)).toBe(100);
    expect(rataRataCapaian([100, 50, 33.33], 120)).toBe(61.11);
    expect(rataRataCapaian([], 120)).toBeNull();
  });

  it("does not depend on the order, and lies between the least and the cap", () => {
    const list = fc.array(
      fc.integer({ min: 0, max: 30_000 }).map((n) => n / 100),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(list, (persenList) => {
        const mean = rataRataCapaian(persenList, 120) ?? -1;
        expect(rataRataCapaian(persenList.toReversed(), 120)).toBe(mean);
        expect(mean).toBeLessThanOrEqual(120);
        expect(mean).toBeGreaterThanOrEqual(Math.min(120, ...persenList));
      }),
    );
  });

  it.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [-1.005, -1.01],
    [83.333_333, 83.33],
    [0, 0],
    [-0.001, 0],
  ])("rounds %d to %d", (value, rounded) => expect(round2(value)).toBe(rounded));
});
