import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anakPeriode,
  indukPeriode,
  jenisPeriode,
  labelPendek,
  labelPendekTahun,
  labelPeriode,
  nextPeriode,
  Periode,
  type PeriodeJenis,
  parsePeriode,
  periodeAt,
  previousPeriode,
  rangePeriode,
  triwulanList,
  triwulanSampai,
} from "../../../src/core/kinerja/periode.ts";
import { anyTanggal } from "../waktu/support.ts";

const p = (text: string): Periode => Periode.parse(text);
const semua: readonly PeriodeJenis[] = ["triwulan", "semester", "tahunan"];
const anyPeriode = fc
  .record({
    tahun: fc.integer({ min: 2001, max: 2098 }),
    bagian: fc.constantFrom("-TW1", "-TW2", "-TW3", "-TW4", "-S1", "-S2", ""),
  })
  .map(({ tahun, bagian }) => p(`${tahun}${bagian}`));

describe("a periode", () => {
  it.each(["2026-TW5", "2026-S3", "2026-TW", "TW1", "26", "", "2026-tw1"])("is not %j", (text) =>
    expect(Periode.safeParse(text).success).toBe(false),
  );

  it.each([
    ["2026-TW1", "2026-01-01", "2026-03-31"],
    ["2026-TW4", "2026-10-01", "2026-12-31"],
    ["2026-S1", "2026-01-01", "2026-06-30"],
    ["2026-S2", "2026-07-01", "2026-12-31"],
    ["2026", "2026-01-01", "2026-12-31"],
  ])("%s lasts from %s to %s", (periode, mulai, selesai) =>
    expect(rangePeriode(p(periode))).toEqual({ mulai, selesai }),
  );

  it.each([
    ["2026-TW4", 2026],
    ["TW4 2026", 2026],
    ["tw iv 2026", 2026],
    ["Triwulan IV", 2026],
    ["tribulan 4", 2026],
    ["4", 2026],
    ["iv", 2026],
    ["tw-4", 2026],
    ["Triwulan ke-4", 2026],
    ["tribulan ke 4 2026", 2027],
    ["TW4 2026", 2027],
  ])("TW IV 2026 is read from %j with %i at hand", (text, tahun) =>
    expect(parsePeriode(text, tahun)).toBe("2026-TW4"),
  );

  it.each([
    ["semester 2", "2026-S2"],
    ["S1 2025", "2025-S1"],
    ["semester ii", "2026-S2"],
    ["2027", "2027"],
    ["tahunan", "2026"],
    ["tahun 2025", "2025"],
  ])("is read from %j as %s", (text, periode) => expect(parsePeriode(text, 2026)).toBe(periode));

  it.each(["", "5", "TW5", "semester 3", "0", "kemarin", "TW", "2026 2027"])(
    "is not read from %j",
    (text) => expect(parsePeriode(text, 2026)).toBeNull(),
  );

  it.each([
    ["2026-TW2", semua, "2026-S1"],
    ["2026-TW3", semua, "2026-S2"],
    ["2026-TW2", ["triwulan", "tahunan"], "2026"],
    ["2026-S2", semua, "2026"],
    ["2026-TW1", ["triwulan"], null],
    ["2026", semua, null],
  ] as const)("%s with %j is rolled up into %s", (periode, jenisList, induk) =>
    expect(indukPeriode(p(periode), jenisList)).toBe(induk),
  );

  it.each([
    ["2026", semua, ["2026-S1", "2026-S2"]],
    ["2026", ["triwulan", "tahunan"], ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"]],
    ["2026-S2", semua, ["2026-TW3", "2026-TW4"]],
    ["2026-TW1", semua, []],
  ] as const)("%s with %j is made of %j", (periode, jenisList, anak) =>
    expect(anakPeriode(p(periode), jenisList)).toEqual(anak),
  );

  it("has neighbours of its kind, across the border of the year", () => {
    expect(previousPeriode(p("2026-TW1"))).toBe("2025-TW4");
    expect(nextPeriode(p("2026-TW4"))).toBe("2027-TW1");
    expect(previousPeriode(p("2026-S1"))).toBe("2025-S2");
    expect(nextPeriode(p("2026"))).toBe("2027");
  });

  it("is made of triwulan, and its running total of all since January", () => {
    expect(triwulanList(p("2026-S2"))).toEqual(["2026-TW3", "2026-TW4"]);
    expect(triwulanSampai(p("2026-TW3"))).toEqual(["2026-TW1", "2026-TW2", "2026-TW3"]);
    expect(triwulanSampai(p("2026-S2"))).toHaveLength(4);
  });

  it("carries the words of the office", () => {
    expect(labelPeriode(p("2026-TW4"), "triwulan")).toBe("Triwulan IV 2026");
    expect(labelPeriode(p("2026-TW4"), "tribulan")).toBe("Tribulan IV 2026");
    expect(labelPeriode(p("2026-S2"), "tribulan")).toBe("Semester II 2026");
    expect(labelPeriode(p("2026"), "tribulan")).toBe("Tahun 2026");
    expect(labelPendek(p("2026-TW4"), "triwulan")).toBe("TW IV");
    expect(labelPendek(p("2026-TW4"), "tribulan")).toBe("TB IV");
    expect(labelPendekTahun(p("2026-TW4"), "tribulan")).toBe("TB IV 2026");
    expect(labelPendekTahun(p("2026"), "tribulan")).toBe("Tahun 2026");
  });

  it("holds every date it is looked up by", () => {
    fc.assert(
      fc.property(anyTanggal, fc.constantFrom(...semua), (tanggal, jenis) => {
        const periode = periodeAt(tanggal, jenis);
        const { mulai, selesai } = rangePeriode(periode);
        expect(jenisPeriode(periode)).toBe(jenis);
        expect(mulai <= tanggal && tanggal <= selesai).toBe(true);
      }),
    );
  });

  it("is found again from its children, its neighbours and its label", () => {
    fc.assert(
      fc.property(anyPeriode, (periode) => {
        expect(nextPeriode(previousPeriode(periode))).toBe(periode);
        for (const anak of anakPeriode(periode, semua)) {
          expect(indukPeriode(anak, semua)).toBe(periode);
        }
        for (const istilah of ["triwulan", "tribulan"] as const) {
          expect(parsePeriode(labelPeriode(periode, istilah), 2000)).toBe(periode);
          expect(parsePeriode(labelPendekTahun(periode, istilah), 2000)).toBe(periode);
        }
        expect(parsePeriode(periode, 2000)).toBe(periode);
      }),
    );
  });
});
