import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aggregate,
  type IsianByTriwulan,
  realisasiPeriode,
  targetPeriode,
} from "../../../src/core/kinerja/agregasi.ts";
import { Agregasi, Indikator, Isian } from "../../../src/core/kinerja/indikator.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";

const angka = (nilai: number): Isian => ({ jenis: "angka", nilai });
const rasio = (pembilang: number, penyebut: number): Isian => ({
  jenis: "angka",
  nilai: (pembilang / penyebut) * 100,
  pembilang,
  penyebut,
});
const nihil: Isian = { jenis: "nihil" };
const belum: Isian = { jenis: "belum" };

const indikator = (agregasi: Agregasi, change: object = {}): Indikator =>
  Indikator.parse({
    kode: "1.1",
    sasaran: "Meningkatnya kualitas pelayanan",
    nama: "Indeks Kepuasan Masyarakat",
    satuan: "%",
    arah: "naik",
    agregasi,
    penanggungJawab: "kasi-pelayanan",
    tahun: 2026,
    targetTahunan: 100,
    targetTriwulan: [10, 20, 30, 40],
    ...change,
  });

const filled = (...list: readonly (Isian | null)[]): IsianByTriwulan =>
  Object.fromEntries(
    list.flatMap((isian, i) => (isian === null ? [] : [[`2026-TW${i + 1}`, { isian }]])),
  );

/** The mean of these, with how many of them count as filled. */
const meanOf = (...list: readonly (Isian | null)[]): object =>
  aggregate(indikator("rata_rata"), list);

const nilaiOf = (agregasi: Agregasi, values: readonly number[]): number | null =>
  aggregate(indikator(agregasi), values.map(angka)).nilai;

const target = (agregasi: Agregasi, isian: IsianByTriwulan, periode: string): number | null =>
  targetPeriode(indikator(agregasi), isian, p(periode));

const p = (text: string): Periode => Periode.parse(text);

describe("the realisasi of a period", () => {
  const satuTahun = filled(angka(10), angka(20), angka(60), angka(30));

  it.each([
    ["jumlah", [20, 30, 90, 120]],
    ["kumulatif", [20, 20, 30, 30]],
    ["posisi_akhir", [20, 20, 30, 30]],
    ["rata_rata", [20, 15, 45, 30]],
  ] as const)("by %s: TW II, semester I, semester II and the year are %j", (agregasi, expected) => {
    const of = (periode: string): number | null =>
      realisasiPeriode(indikator(agregasi), satuTahun, p(periode)).nilai;
    expect([of("2026-TW2"), of("2026-S1"), of("2026-S2"), of("2026")]).toEqual(expected);
  });

  it("of a ratio is recomputed from its parts, not averaged", () => {
    const parts = filled(rasio(1, 10), rasio(90, 90));
    expect(realisasiPeriode(indikator("rasio"), parts, p("2026-S1")).nilai).toBe(91);
    const kali = indikator("rasio", { satuan: "kali" });
    expect(realisasiPeriode(kali, parts, p("2026-S1")).nilai).toBe(0.91);
  });

  it("says how many triwulan are in", () => {
    const some = filled(angka(10), null, angka(0));
    expect(realisasiPeriode(indikator("jumlah"), some, p("2026"))).toEqual({
      nilai: 10,
      lengkap: { terisi: 2, dari: 4 },
    });
  });

  it("tells 0, nihil, belum and blank apart", () => {
    expect(meanOf(angka(0), angka(10))).toEqual({ nilai: 5, lengkap: { terisi: 2, dari: 2 } });
    expect(meanOf(nihil, angka(10))).toEqual({ nilai: 10, lengkap: { terisi: 2, dari: 2 } });
    expect(meanOf(belum, angka(10))).toEqual({ nilai: 10, lengkap: { terisi: 1, dari: 2 } });
    expect(meanOf(null, angka(10))).toEqual({ nilai: 10, lengkap: { terisi: 1, dari: 2 } });
    expect(meanOf(nihil, nihil)).toEqual({ nilai: null, lengkap: { terisi: 2, dari: 2 } });
    expect(meanOf(null, null)).toEqual({ nilai: null, lengkap: { terisi: 0, dari: 2 } });
  });

  it("has no dust of binary fractions", () =>
    expect(aggregate(indikator("jumlah"), [angka(0.1), angka(0.2)]).nilai).toBe(0.3));

  it("keeps every rupiah of a large sum", () =>
    expect(nilaiOf("jumlah", [999_999_999_999, 999_999_999_998.25])).toBe(1_999_999_999_997.25));

  const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 4 });

  it("does not depend on the order for sums and means, only on the last for positions", () => {
    fc.assert(
      fc.property(list, (values) => {
        for (const agregasi of ["jumlah", "rata_rata"] as const) {
          expect(nilaiOf(agregasi, values.toReversed())).toBeCloseTo(
            nilaiOf(agregasi, values) ?? Number.NaN,
            9,
          );
        }
        for (const agregasi of ["kumulatif", "posisi_akhir"] as const) {
          expect(nilaiOf(agregasi, values)).toBe(values.at(-1));
        }
        const mean = nilaiOf("rata_rata", values) ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });

  it("of one triwulan is that triwulan's figure by every method", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Agregasi.options), fc.integer(), (agregasi, nilai) => {
        expect(aggregate(indikator(agregasi), [angka(nilai)]).nilai).toBe(nilai);
      }),
    );
  });
});

describe("the target of a period", () => {
  it("is the triwulan's own, filled or not", () => {
    expect(target("jumlah", {}, "2026-TW3")).toBe(30);
    expect(
      targetPeriode(indikator("jumlah", { targetTriwulan: [null, 1, 1, 1] }), {}, p("2026-TW1")),
    ).toBeNull();
  });

  it.each([
    ["jumlah", 30],
    ["kumulatif", 20],
    ["posisi_akhir", 20],
    ["rata_rata", 15],
  ] as const)("by %s counts only the triwulan that are filled", (agregasi, expected) =>
    expect(target(agregasi, filled(angka(1), angka(2)), "2026")).toBe(expected),
  );

  it("of a complete year is the yearly one", () =>
    expect(target("rata_rata", filled(angka(1), angka(2), angka(3), angka(4)), "2026")).toBe(100));

  it("counts 0, and neither nihil nor belum", () => {
    expect(target("jumlah", filled(angka(0), nihil, belum), "2026")).toBe(10);
    expect(target("jumlah", filled(angka(1), angka(2), angka(3), nihil), "2026")).toBe(60);
  });

  it("of a period without any figure is that of the whole period", () =>
    expect(target("jumlah", {}, "2026-S2")).toBe(70));
});

describe("an indikator", () => {
  it("has defaults for what the table does not print", () => {
    expect(indikator("jumlah")).toMatchObject({ formula: "A", wajibBukti: false });
  });

  it.each([
    ["three quarterly targets", { targetTriwulan: [1, 2, 3] }],
    ["an unknown method", { agregasi: "median" }],
    ["an unknown direction", { arah: "datar" }],
    ["a target that is text", { targetTahunan: "85" }],
    ["an unknown key", { target: 85 }],
  ])("is refused with %s", (_, change) => {
    const { agregasi, ...rest } = indikator("jumlah");
    expect(Indikator.safeParse({ ...rest, agregasi, ...change }).success).toBe(false);
  });

  it.each([
    [{ jenis: "angka", nilai: 0 }, true],
    [{ jenis: "angka", nilai: 30, pembilang: 12, penyebut: 40 }, true],
    [{ jenis: "nihil" }, true],
    [{ jenis: "belum" }, true],
    [{ jenis: "angka" }, false],
    [{ jenis: "angka", nilai: Number.NaN }, false],
    [{ jenis: "nihil", nilai: 0 }, false],
  ])("takes %j as an isian: %s", (isian, ok) => expect(Isian.safeParse(isian).success).toBe(ok));
});
