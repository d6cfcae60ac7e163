import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen } from "../../../src/core/waktu/calendar.ts";
import {
  AturanPengingat,
  aturanPengingatBawaan,
  type BahanPengingat,
  jadwalPengingat,
  nextWeekly,
} from "../../../src/core/waktu/pengingat.ts";
import { addMenitKerja } from "../../../src/core/waktu/tenggat.ts";
import { anyInstant, at, show, wita } from "./support.ts";

const bahan = (diterima: string, change: Partial<BahanPengingat> = {}): BahanPengingat => ({
  diterima: at(diterima),
  tenggat: null,
  batasPeriode: null,
  jenis: "keputusan",
  ...change,
});

/** Times and escalations as lines, for reading. */
const schedule = (aturan: object, of: BahanPengingat): readonly string[] =>
  jadwalPengingat([AturanPengingat.parse(aturan)], of, wita).map(
    ({ ke, at, eskalasi }) => `${ke} ${show(at)}${eskalasi === null ? "" : ` ${eskalasi}`}`,
  );

describe("a rule before the deadline", () => {
  const aturan = { jam: "batas-periode", saat: "sebelum", hariKerja: [3, 1] };

  it("reminds when the office opens, so many working days before", () => {
    const batasPeriode = at("2027-01-11 16:00");
    expect(schedule(aturan, bahan("2027-01-04 07:30", { batasPeriode }))).toEqual([
      "1 2027-01-06 07:30",
      "2 2027-01-08 07:30",
    ]);
  });

  it("leaves out what lies before the arrival", () => {
    const batasPeriode = at("2027-01-11 16:00");
    expect(schedule(aturan, bahan("2027-01-07 09:00", { batasPeriode }))).toEqual([
      "2 2027-01-08 07:30",
    ]);
  });

  it("is silent where the langkah has no such deadline", () =>
    expect(
      schedule(aturan, bahan("2027-01-07 09:00", { tenggat: at("2027-01-11 16:00") })),
    ).toEqual([]));
});

describe("a rule at the deadline", () => {
  const aturan = { jam: "baku-mutu", saat: "pada" };

  it.each([
    ["when the mutu baku runs out", "2026-11-23 08:00", "2026-11-23 13:30", "1 2026-11-23 13:30"],
    ["not before two working hours", "2026-11-23 09:00", "2026-11-23 09:03", "1 2026-11-23 11:00"],
    ["counted over the night", "2026-11-23 15:30", "2026-11-23 15:33", "1 2026-11-24 09:00"],
    [
      "after the break when it runs out then",
      "2026-11-23 08:00",
      "2026-11-23 12:00",
      "1 2026-11-23 13:00",
    ],
  ])("reminds %s", (_, diterima, tenggat, expected) =>
    expect(schedule(aturan, bahan(diterima, { tenggat: at(tenggat) }))).toEqual([expected]),
  );

  it("still reminds within the day when the deadline is closing time", () => {
    const [only = ""] = schedule(
      aturan,
      bahan("2026-11-25 09:00", { tenggat: at("2026-11-26 16:00") }),
    );
    expect(only >= "1 2026-11-26 15:00" && only < "1 2026-11-26 16:00").toBe(true);
  });
});

describe("a rule after the deadline", () => {
  const aturan = {
    jam: "baku-mutu",
    saat: "sesudah",
    tiap: "1 hari",
    paling: 4,
    eskalasiSetelah: 2,
    eskalasiKe: "koordinator",
  };

  it("comes each working morning, so often at most, and once to somebody else as well", () => {
    const tenggat = at("2026-12-21 10:00");
    expect(schedule(aturan, bahan("2026-12-21 08:00", { tenggat }))).toEqual([
      "1 2026-12-22 07:30",
      "2 2026-12-23 07:30",
      "3 2026-12-28 07:30 koordinator",
      "4 2026-12-29 07:30",
    ]);
  });

  it("counts hours as working hours", () => {
    const tenggat = at("2026-11-26 15:00");
    expect(
      schedule({ ...aturan, tiap: "2 jam", paling: 3 }, bahan("2026-11-26 08:00", { tenggat })),
    ).toEqual(["1 2026-11-27 08:30", "2 2026-11-27 10:30", "3 2026-11-27 14:00 koordinator"]);
  });

  it("does not nag the morning after a late arrival with a tiny mutu baku", () => {
    const tenggat = at("2026-11-23 15:48");
    const [first = ""] = schedule(aturan, bahan("2026-11-23 15:45", { tenggat }));
    expect(first >= "1 2026-11-24 09:15").toBe(true);
  });
});

const again = (text: string): string | null => show(nextWeekly(at(text), wita));

describe("a weekly rule", () => {
  const aturan = { jam: "baku-mutu", saat: "mingguan", hariKerja: 5 };

  it.each([
    ["a deadline on Monday", "2026-11-23 09:00", "1 2026-11-30 07:30 pimpinan"],
    ["a deadline on Thursday", "2026-11-26 09:00", "1 2026-12-07 07:30 pimpinan"],
    ["a week whose Monday to Thursday are free", "2027-05-06 09:00", "1 2027-05-21 07:30 pimpinan"],
  ])("first comes on a Monday a working week after %s", (_, tenggat, expected) => {
    expect(schedule(aturan, bahan(tenggat, { tenggat: at(tenggat) }))).toEqual([expected]);
  });

  it("comes again the Monday after, however late it was sent", () => {
    expect(again("2026-11-30 07:30")).toContain("2026-12-07");
    expect(again("2026-12-02 15:00")).toContain("2026-12-07");
    expect(again("2026-12-06 10:00")).toContain("2026-12-07");
  });
});

/** What a wait with these deadlines is reminded of by default. */
const bawaan = (diterima: string, of: Partial<BahanPengingat>): readonly string[] =>
  jadwalPengingat(aturanPengingatBawaan, bahan(diterima, of), wita).map(
    ({ at, eskalasi }) => `${show(at)}${eskalasi === null ? "" : ` ${eskalasi}`}`,
  );

describe("the usual rules", () => {
  const batasPeriode = at("2027-01-22 16:30");

  it("remind of figures seven, three and one working days before, then three times, once to the superior", () => {
    const tenggat = at("2027-01-07 07:45");
    expect(bawaan("2027-01-07 07:30", { tenggat, batasPeriode, jenis: "realisasi" })).toEqual([
      "2027-01-07 09:30",
      "2027-01-13 07:30",
      "2027-01-19 07:30",
      "2027-01-21 07:30",
      "2027-01-21 07:30 koordinator",
      "2027-01-25 07:30",
      "2027-01-26 07:30 atasan",
      "2027-01-27 07:30",
      "2027-02-01 07:30 pimpinan",
    ]);
  });

  it("tell the superior of a desk once, three working days past its mutu baku", () => {
    const tenggat = at("2027-01-07 08:00");
    const list = bawaan("2027-01-07 07:30", { tenggat, batasPeriode });
    expect(list.filter((one) => one.endsWith("atasan"))).toEqual(["2027-01-12 07:30 atasan"]);
  });

  it("tell the superior once, too, where no period ends", () => {
    const tenggat = at("2027-01-07 08:00");
    const list = bawaan("2027-01-07 07:30", { tenggat });
    expect(list.filter((one) => one.endsWith("atasan"))).toEqual(["2027-01-12 07:30 atasan"]);
  });
});

describe("reminder rules", () => {
  it("may be kept to some kinds of langkah", () => {
    const aturan = { jam: "baku-mutu", saat: "pada", untuk: ["realisasi"] };
    const tenggat = at("2026-11-23 13:30");
    expect(schedule(aturan, bahan("2026-11-23 08:00", { tenggat }))).toEqual([]);
    expect(
      schedule(aturan, bahan("2026-11-23 08:00", { tenggat, jenis: "realisasi" })),
    ).toHaveLength(1);
  });

  it.each([
    ["no working days", { jam: "baku-mutu", saat: "sebelum", hariKerja: [] }],
    ["an unknown clock", { jam: "kantor", saat: "pada" }],
    ["no limit", { jam: "baku-mutu", saat: "sesudah", tiap: "1 hari" }],
    ["an unknown key", { jam: "baku-mutu", saat: "pada", ulang: 3 }],
  ])("are refused with %s", (_, aturan) =>
    expect(AturanPengingat.safeParse(aturan).success).toBe(false),
  );

  it("by default fire in order, in office hours, never within two working hours of the arrival", () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 1, max: 4_000 }),
        fc.constantFrom("realisasi", "keputusan"),
        (diterima, menit, sampai, jenis) => {
          const list = jadwalPengingat(
            aturanPengingatBawaan,
            {
              diterima,
              tenggat: addMenitKerja(diterima, menit, wita),
              batasPeriode: addMenitKerja(diterima, sampai, wita),
              jenis,
            },
            wita,
          );
          const times = list.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(times.every((time) => isOpen(wita, time) && time >= diterima)).toBe(true);
          const keys = list.map(({ aturan, ke }) => `${aturan}:${ke}`);
          expect(new Set(keys).size).toBe(keys.length);
          const quietUntil = addMenitKerja(diterima, 120, wita);
          const nagging = list.filter(
            ({ aturan, at }) =>
              aturanPengingatBawaan[aturan]?.jam === "baku-mutu" && at < quietUntil,
          );
          expect(nagging).toEqual([]);
        },
      ),
    );
  });
});
