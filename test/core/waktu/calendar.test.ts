import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addHariKerja,
  buildCalendar,
  closingOf,
  isHariKerja,
  isOpen,
  JamKerja,
  LiburKantor,
  nextOpening,
  OfficeCalendar,
  slotsOf,
} from "../../../src/core/waktu/calendar.ts";
import { clock } from "../../../src/core/waktu/instant.ts";
import { addDays, weekday } from "../../../src/core/waktu/tanggal.ts";
import {
  anyInstant,
  anyTanggal,
  anyZona,
  at,
  readTahun,
  show,
  tahunList,
  tgl,
  wita,
} from "./support.ts";

const minutesOf = (tanggal: string): number =>
  slotsOf(wita, tgl(tanggal)).reduce((sum, { mulai, selesai }) => sum + selesai - mulai, 0);

const weekMinutes = (monday: string): number =>
  Array.from({ length: 7 }, (_, day) => minutesOf(addDays(tgl(monday), day))).reduce(
    (sum, minutes) => sum + minutes,
    0,
  );

describe("the shipped years", () => {
  it.each([
    [2026, 17, 8],
    [2027, 18, 8],
  ])("%i has %i national holidays and %i days of cuti bersama", (tahun, nasional, bersama) => {
    const { libur } = readTahun(tahun);
    const count = (jenis: string): number => libur.filter((one) => one.jenis === jenis).length;
    expect([count("libur_nasional"), count("cuti_bersama")]).toEqual([nasional, bersama]);
    expect(new Set(libur.map(({ tanggal }) => tanggal)).size).toBe(libur.length);
  });

  it("lie in their year, in order, under the decree of that year", () => {
    for (const { tahun, libur, dasar } of tahunList) {
      const days = libur.map(({ tanggal }) => tanggal);
      expect(days).toEqual(days.toSorted());
      expect(days.every((day) => day.startsWith(String(tahun)))).toBe(true);
      expect(dasar).toMatch(new RegExp(`^SKB .*Cuti Bersama Tahun ${tahun}$`));
    }
  });

  it("give cuti bersama only on days that would be worked", () => {
    for (const { libur } of tahunList) {
      const bridges = libur.filter(({ jenis }) => jenis === "cuti_bersama");
      expect(bridges.map(({ tanggal }) => weekday(tanggal) % 6)).not.toContain(0);
    }
  });

  it.each([
    ["2027-03-11", "second day of Idulfitri"],
    ["2027-05-17", "Iduladha"],
    ["2026-12-24", "cuti bersama"],
    ["2026-08-17", "Independence Day, a Monday"],
  ])("close the office on %s (%s)", (tanggal) =>
    expect(isHariKerja(wita, tgl(tanggal))).toBe(false),
  );

  it("marks what still awaits an isbat as uncertain", () => {
    expect(tahunList.map(({ ramadan }) => ramadan?.pasti)).toEqual([true, false]);
    const uncertain = tahunList[1]?.libur.filter(({ pasti }) => !pasti);
    expect(uncertain?.map(({ tanggal }) => tanggal)).toContain("2027-03-10");
  });
});

describe("the default hours", () => {
  it("add up to 37,5 hours a week, and 32,5 in Ramadan", () => {
    expect(weekMinutes("2026-11-23")).toBe(37.5 * 60);
    expect(weekMinutes("2026-02-23")).toBe(32.5 * 60);
  });

  it.each([
    ["2026-11-26", ["07:30-12:00", "13:00-16:00"]],
    ["2026-11-27", ["07:30-11:30", "13:00-16:30"]],
    ["2026-02-18", ["07:30-12:00", "13:00-16:00"]],
    ["2026-02-19", ["08:00-12:00", "12:30-15:00"]],
    ["2026-02-20", ["08:00-11:30", "12:30-15:30"]],
    ["2026-03-25", ["07:30-12:00", "13:00-16:00"]],
    ["2026-11-28", []],
    ["2026-12-25", []],
  ])("on %s are %j", (tanggal, expected) => {
    const slots = slotsOf(wita, tgl(tanggal));
    expect(slots.map(({ mulai, selesai }) => `${clock(mulai)}-${clock(selesai)}`)).toEqual(
      expected,
    );
  });

  it.each([
    ["2026-11-26 07:29", false],
    ["2026-11-26 07:30", true],
    ["2026-11-26 11:59", true],
    ["2026-11-26 12:00", false],
    ["2026-11-26 13:00", true],
    ["2026-11-26 16:00", false],
    ["2026-11-28 10:00", false],
  ])("at %s the office is open: %s", (text, open) => expect(isOpen(wita, at(text))).toBe(open));

  it.each([
    ["2026-11-26 10:15", "2026-11-26 10:15"],
    ["2026-11-26 12:15", "2026-11-26 13:00"],
    ["2026-11-26 16:00", "2026-11-27 07:30"],
    ["2026-11-27 16:30", "2026-11-30 07:30"],
    ["2026-12-23 16:00", "2026-12-28 07:30"],
  ])("after %s it opens at %s", (text, opening) =>
    expect(show(nextOpening(wita, at(text)))).toBe(opening),
  );

  it("closes at the end of the last slot, and not at all on a free day", () => {
    expect(show(closingOf(wita, tgl("2026-11-27")))).toBe("2026-11-27 16:30");
    expect(closingOf(wita, tgl("2026-11-28"))).toBeNull();
  });
});

describe("an office calendar", () => {
  it("counts working days over weekends and holidays, both ways", () => {
    expect(addHariKerja(wita, tgl("2026-12-23"), 1)).toBe("2026-12-28");
    expect(addHariKerja(wita, tgl("2026-12-28"), -1)).toBe("2026-12-23");
    expect(addHariKerja(wita, tgl("2026-11-28"), 2)).toBe("2026-12-01");
    expect(addHariKerja(wita, tgl("2026-11-28"), 0)).toBe("2026-11-28");
  });

  it("works through cuti bersama where the office says so", () => {
    const calendar = buildCalendar({ zona: wita.zona, tahunList, cutiBersamaLibur: false });
    expect(isHariKerja(calendar, tgl("2026-12-24"))).toBe(true);
    expect(isHariKerja(calendar, tgl("2026-12-25"))).toBe(false);
    expect(calendar.versi).not.toBe(wita.versi);
  });

  it("closes on the office's own holidays", () => {
    const liburKantor = [
      LiburKantor.parse({ tanggal: "2026-11-27", nama: "HUT Kabupaten", jenis: "libur_daerah" }),
    ];
    const calendar = buildCalendar({ zona: wita.zona, tahunList, liburKantor });
    expect(isHariKerja(calendar, tgl("2026-11-27"))).toBe(false);
    expect(calendar.versi).not.toBe(wita.versi);
  });

  it("takes another week, such as six days", () => {
    const slot = { mulai: "08:00", selesai: "14.00" };
    const jamKerja = JamKerja.parse({
      biasa: {
        senin: [slot],
        selasa: [slot],
        rabu: [slot],
        kamis: [slot],
        jumat: [slot],
        sabtu: [slot],
      },
    });
    const calendar = buildCalendar({ zona: wita.zona, tahunList, jamKerja });
    expect(isHariKerja(calendar, tgl("2026-11-28"))).toBe(true);
    expect(show(closingOf(calendar, tgl("2026-11-28")))).toBe("2026-11-28 14:00");
  });

  it.each([
    ["an end before its start", { senin: [{ mulai: "16:00", selesai: "07:30" }] }],
    [
      "overlapping slots",
      {
        senin: [
          { mulai: "07:30", selesai: "12:00" },
          { mulai: "11:00", selesai: "16:00" },
        ],
      },
    ],
    ["a time that does not exist", { senin: [{ mulai: "25:00", selesai: "26:00" }] }],
    ["a week without any work", {}],
  ])("refuses hours with %s", (_, biasa) =>
    expect(JamKerja.safeParse({ biasa }).success).toBe(false),
  );

  it("has only weekends free in a year whose holidays it does not know", () => {
    expect(wita.tahunList).toContain(2027);
    expect(wita.tahunList).not.toContain(2028);
    expect(isHariKerja(wita, tgl("2028-01-03"))).toBe(true);
  });

  it("survives JSON, and equal content has an equal version in whatever order it came", () => {
    fc.assert(
      fc.property(
        anyZona,
        fc.boolean(),
        fc.array(anyTanggal, { maxLength: 5 }),
        (zona, cuti, days) => {
          const liburKantor = days.map((tanggal) =>
            LiburKantor.parse({ tanggal, nama: "Libur daerah", jenis: "libur_daerah" }),
          );
          const source = { zona, cutiBersamaLibur: cuti };
          const calendar = buildCalendar({ ...source, tahunList, liburKantor });
          expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
          expect(OfficeCalendar.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar);
          const turned = buildCalendar({
            ...source,
            tahunList: tahunList.toReversed(),
            liburKantor: liburKantor.toReversed(),
          });
          expect(turned.versi).toBe(calendar.versi);
        },
      ),
    );
  });

  it("opens next at an open instant, never earlier than asked", () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const opening = nextOpening(wita, instant);
        expect(opening).toBeGreaterThanOrEqual(instant);
        expect(isOpen(wita, opening)).toBe(true);
        if (isOpen(wita, instant)) expect(opening).toBe(instant);
      }),
    );
  });
});
