import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHariKerja, buildCalendar } from "../../../src/core/waktu/calendar.ts";
import { Durasi } from "../../../src/core/waktu/durasi.ts";
import { fromLocal, toLocal } from "../../../src/core/waktu/instant.ts";
import {
  addMenitKerja,
  computeTenggat,
  menitKerjaAntara,
} from "../../../src/core/waktu/tenggat.ts";
import { anyInstant, anyOpenInstant, anyZona, at, show, tahunList, tgl, wita } from "./support.ts";

const anyMenit = fc.integer({ min: 1, max: 5_000 });
const anyDurasi = fc.record({
  nilai: fc.integer({ min: 1, max: 40 }),
  satuan: fc.constantFrom("menit", "jam", "hari" as const),
});
const modeList = ["hari-kerja", "ketat"] as const;

describe("computeTenggat", () => {
  it.each([
    ["within the day's last half hour", "2026-11-26 15:30", "60 menit", "2026-11-27 08:00"],
    ["over the long Friday break", "2026-11-27 11:00", "60 menit", "2026-11-27 13:30"],
    ["arriving in the break", "2026-11-23 12:15", "30 menit", "2026-11-23 13:30"],
    ["arriving on Saturday", "2026-11-28 09:00", "15 menit", "2026-11-30 07:45"],
    ["arriving after hours", "2026-11-24 17:10", "10 menit", "2026-11-25 07:40"],
    ["over Christmas and its cuti bersama", "2026-12-23 15:00", "2 jam", "2026-12-28 08:30"],
    ["of a working day and more", "2026-11-23 10:00", "330 menit", "2026-11-24 08:00"],
    ["of one day", "2026-11-26 14:00", "1 hari", "2026-11-27 16:30"],
    ["of one day, arriving on Saturday", "2026-11-28 09:00", "1 hari", "2026-11-30 16:00"],
    ["of one day, arriving before opening", "2026-11-26 06:00", "1 hari", "2026-11-27 16:30"],
    ["of five days", "2026-12-22 09:00", "5 hari", "2026-12-31 16:00"],
    ["ending exactly at closing time", "2026-11-26 15:00", "1 jam", "2026-11-26 16:00"],
    ["in Ramadan", "2026-02-23 14:30", "60 menit", "2026-02-24 08:30"],
    ["into Ramadan", "2026-02-18 15:30", "60 menit", "2026-02-19 08:30"],
  ])("%s: %s + %s", (_, mulai, durasi, tenggat) => {
    expect(show(computeTenggat(at(mulai), Durasi.parse(durasi), wita))).toBe(tenggat);
  });

  it("counts 450 working minutes a day in the strict mode", () => {
    const durasi = Durasi.parse("1 hari");
    expect(show(computeTenggat(at("2026-11-26 14:00"), durasi, wita, "ketat"))).toBe(
      "2026-11-27 14:30",
    );
  });

  it("sets no deadline where the sheet gives no duration", () =>
    expect(computeTenggat(at("2026-11-26 14:00"), null, wita)).toBeNull());

  it("keeps the seconds of the arrival", () => {
    const arrival = at("2026-11-26 10:00:12.345");
    expect(computeTenggat(arrival, Durasi.parse("5 menit"), wita)).toBe(arrival + 300_000);
  });

  it("never ends earlier for a later arrival or a longer duration", () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyInstant,
        anyDurasi,
        fc.constantFrom(...modeList),
        (one, other, durasi, mode) => {
          const [early, late] = [Math.min(one, other), Math.max(one, other)];
          const due = computeTenggat(early, durasi, wita, mode) ?? 0;
          expect(due).toBeGreaterThan(early);
          expect(computeTenggat(late, durasi, wita, mode)).toBeGreaterThanOrEqual(due);
          const longer = { ...durasi, nilai: durasi.nilai + 1 };
          expect(computeTenggat(early, longer, wita, mode)).toBeGreaterThan(due);
        },
      ),
    );
  });

  it("shows the same clock time in every zone", () => {
    fc.assert(
      fc.property(anyInstant, anyDurasi, anyZona, (instant, durasi, zona) => {
        const elsewhere = buildCalendar({ zona, tahunList });
        const { tanggal, menit } = toLocal(instant, wita.zona);
        const there = computeTenggat(fromLocal(tanggal, menit, zona), durasi, elsewhere);
        expect(show(there, elsewhere)).toBe(show(computeTenggat(instant, durasi, wita)));
      }),
    );
  });
});

describe("working minutes", () => {
  it("added are the minutes between, there and back", () => {
    fc.assert(
      fc.property(anyOpenInstant, anyMenit, (instant, menit) => {
        const end = addMenitKerja(instant, menit, wita);
        expect(menitKerjaAntara(instant, end, wita)).toBe(menit);
        expect(menitKerjaAntara(end, instant, wita)).toBe(-menit);
      }),
    );
  });

  it("reach as far as a sheet may ask, over years without a known holiday", () => {
    const start = at("2026-11-23 07:30");
    const years = addMenitKerja(start, 450 * 2_000, wita);
    expect(menitKerjaAntara(start, years, wita)).toBe(450 * 2_000);
    expect(addHariKerja(wita, tgl("2026-11-23"), 2_000) > "2034-07-01").toBe(true);
    expect(menitKerjaAntara(start, start, wita)).toBe(0);
  });

  it("may be added in two goes", () => {
    fc.assert(
      fc.property(anyInstant, anyMenit, anyMenit, (instant, a, b) => {
        const once = addMenitKerja(instant, a + b, wita);
        expect(addMenitKerja(addMenitKerja(instant, a, wita), b, wita)).toBe(once);
      }),
    );
  });

  it("between two instants add up at any instant in between", () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyInstant, (one, two, three) => {
        const [a = 0, b = 0, c = 0] = [one, two, three].toSorted((x, y) => x - y);
        const parts = menitKerjaAntara(a, b, wita) + menitKerjaAntara(b, c, wita);
        expect(parts).toBe(menitKerjaAntara(a, c, wita));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["2026-11-26 15:00", "2026-11-27 08:30", 120],
    ["2026-11-27 16:30", "2026-11-30 07:30", 0],
    ["2026-11-26 12:10", "2026-11-26 12:50", 0],
    ["2026-11-23 00:00", "2026-11-30 00:00", 2250],
  ])("from %s to %s are %i", (a, b, menit) =>
    expect(menitKerjaAntara(at(a), at(b), wita)).toBe(menit),
  );
});
