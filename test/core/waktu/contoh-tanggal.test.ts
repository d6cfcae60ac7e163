import { describe, expect, it } from "vitest";
import { bacaTanggal } from "../../../src/core/formulir/baca-waktu.ts";
import { angkaContoh, tanggalContoh } from "../../../src/core/waktu/contoh-tanggal.ts";
import { formatTanggal } from "../../../src/core/waktu/format.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";

describe("a day that an example names", () => {
  it.each([
    ["2027-01-04", "2027-01-06", "2027-01-02"],
    ["2026-12-31", "2027-01-02", "2026-12-29"],
    ["2028-02-28", "2028-03-01", "2028-02-26"],
  ])("is two days from %s, and read as such", (hari, sesudah, sebelum) => {
    const today = Tanggal.parse(hari);
    const contoh = tanggalContoh(today);
    expect([contoh, tanggalContoh(today, -1)]).toEqual([sesudah, sebelum]);
    const { pendek, angka } = angkaContoh(contoh);
    for (const teks of [formatTanggal(contoh), angka, pendek]) {
      expect(bacaTanggal(teks, today)).toBe(contoh);
    }
  });
});
