import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTanggal, formatWaktu } from "../../../src/core/waktu/format.ts";
import {
  formatIso,
  fromLocal,
  parseIso,
  singkatanZona,
  toLocal,
} from "../../../src/core/waktu/instant.ts";
import { anyInstant, anyZona, at, tgl } from "./support.ts";

describe("an instant", () => {
  it.each([
    ["Asia/Jakarta", "WIB", "2026-11-26T14:30:00+07:00"],
    ["Asia/Pontianak", "WIB", "2026-11-26T14:30:00+07:00"],
    ["Asia/Makassar", "WITA", "2026-11-26T15:30:00+08:00"],
    ["Asia/Jayapura", "WIT", "2026-11-26T16:30:00+09:00"],
  ] as const)("reads in %s as %s", (zona, singkatan, iso) => {
    expect(singkatanZona(zona)).toBe(singkatan);
    expect(formatIso(Date.UTC(2026, 10, 26, 7, 30), zona)).toBe(iso);
  });

  it.each([
    ["2026-11-26T15:30:00+08:00", "2026-11-26T07:30:00.000Z"],
    ["2026-11-26T07:30:00Z", "2026-11-26T07:30:00.000Z"],
    ["2026-11-26T15:30", "2026-11-26T07:30:00.000Z"],
    ["2026-11-26 15:30:05", "2026-11-26T07:30:05.000Z"],
    ["2026-11-26T15:30:00.25+0800", "2026-11-26T07:30:00.250Z"],
    ["2026-11-26T15:30:00-03:30", "2026-11-26T19:00:00.000Z"],
    ["2026-11-26", "2026-11-25T16:00:00.000Z"],
  ])("is read from %s in a WITA office", (text, utc) =>
    expect(parseIso(text, "Asia/Makassar")).toBe(Date.parse(utc)),
  );

  it.each([
    "",
    "besok",
    "2026-02-30T10:00",
    "2026-11-26T24:00",
    "2026-11-26T10:60",
    "2026-11-26T1:00",
    "2026-11-26T10:00+99:00",
    "2026-11-26T10:00+08:75",
    "15:30",
  ])("is not read from %j", (text) => expect(parseIso(text, "Asia/Makassar")).toBeNull());

  it("survives a trip through text and through the office clock", () => {
    fc.assert(
      fc.property(anyInstant, anyZona, anyZona, (instant, zona, other) => {
        const { tanggal, menit, detikMs } = toLocal(instant, zona);
        expect(fromLocal(tanggal, menit, zona) + detikMs).toBe(instant);
        expect(parseIso(formatIso(instant, zona), other)).toBe(instant);
      }),
    );
  });

  it("keeps the milliseconds into the minute, also before 1970", () => {
    expect(toLocal(-1, "Asia/Jakarta")).toEqual({
      tanggal: "1970-01-01",
      menit: 419,
      detikMs: 59_999,
    });
  });
});

describe("a time for people", () => {
  it("names day, month and zone the Indonesian way", () => {
    const instant = at("2026-11-26 15:30");
    expect(formatWaktu(instant, "Asia/Makassar")).toBe("Kam 26 Nov, 15.30 WITA");
    expect(formatWaktu(at("2027-01-11 16:00"), "Asia/Makassar", { tahun: true })).toBe(
      "Sen 11 Jan 2027, 16.00 WITA",
    );
    expect(formatWaktu(instant, "Asia/Jakarta")).toBe("Kam 26 Nov, 14.30 WIB");
    expect(formatTanggal(tgl("2026-11-26"))).toBe("26 November 2026");
  });

  it.each([
    ["2026-01-04 07:05", "Min 4 Jan, 07.05 WITA"],
    ["2026-05-05 09:00", "Sel 5 Mei, 09.00 WITA"],
    ["2026-08-05 09:00", "Rab 5 Agu, 09.00 WITA"],
    ["2026-10-09 00:00", "Jum 9 Okt, 00.00 WITA"],
    ["2026-12-05 23:59", "Sab 5 Des, 23.59 WITA"],
  ])("says %s as %s", (text, said) => expect(formatWaktu(at(text), "Asia/Makassar")).toBe(said));
});
