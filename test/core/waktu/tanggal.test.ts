import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  fromDayNumber,
  partsOf,
  Tanggal,
  tanggalOf,
  toDayNumber,
  weekday,
} from "../../../src/core/waktu/tanggal.ts";
import { tgl } from "./support.ts";

describe("Tanggal", () => {
  it.each(["2026-11-26", "2024-02-29", "2000-02-29", "1970-01-01", "9999-12-31"])(
    "takes %s",
    (text) => expect(Tanggal.safeParse(text).success).toBe(true),
  );

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-1",
    "",
    "26-11-2026",
  ])("refuses %j", (text) => expect(Tanggal.safeParse(text).success).toBe(false));

  it("counts days from 1970", () => {
    expect(toDayNumber(tgl("1970-01-01"))).toBe(0);
    expect(toDayNumber(tgl("2026-11-26"))).toBe(Date.UTC(2026, 10, 26) / 86_400_000);
  });

  it.each([
    ["2026-11-26", 4],
    ["2026-11-29", 0],
    ["2026-11-28", 6],
    ["1969-12-31", 3],
  ])("knows that %s is day %i of the week", (text, day) => expect(weekday(tgl(text))).toBe(day));

  it("crosses months, years and leap days", () => {
    expect(addDays(tgl("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(tgl("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addDays(tgl("2026-03-01"), -1)).toBe("2026-02-28");
    expect(tanggalOf(2026, 6, 5)).toBe("2026-06-05");
    expect(partsOf(tgl("2026-06-05"))).toEqual({ tahun: 2026, bulan: 6, hari: 5 });
  });

  it("agrees with the platform's calendar on every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const tanggal = fromDayNumber(day);
        expect(tanggal).toBe(date.toISOString().slice(0, 10));
        expect(toDayNumber(tanggal)).toBe(day);
        expect(weekday(tanggal)).toBe(date.getUTCDay());
      }),
    );
  });
});
