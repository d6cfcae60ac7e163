import { describe, expect, it } from "vitest";
import { batasPeriode, pembukaanPeriode } from "../../../src/core/kinerja/batas.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { show, wita } from "../waktu/support.ts";

describe("the deadline of a period", () => {
  it.each([
    ["2026-TW3", 1, "2026-10-01 16:00"],
    ["2026-TW3", 5, "2026-10-07 16:00"],
    ["2026-TW4", 5, "2027-01-11 16:00"],
    ["2026-TW1", 1, "2026-04-01 16:00"],
    ["2026-S1", 10, "2026-07-14 16:00"],
    ["2026", 2, "2027-01-06 16:00"],
  ])("%s, working day %i, is %s", (periode, hari, batas) =>
    expect(show(batasPeriode(Periode.parse(periode), hari, wita))).toBe(batas),
  );

  it.each([
    ["2026-TW4", "2027-01-04 07:30"],
    ["2026-TW3", "2026-10-01 07:30"],
    ["2026-S1", "2026-07-01 07:30"],
  ])("collecting for %s begins at %s", (periode, opening) =>
    expect(show(pembukaanPeriode(Periode.parse(periode), wita))).toBe(opening),
  );
});
