import { describe, expect, it } from "vitest";
import { Durasi, formatDurasi, parseDurasi } from "../../../src/core/waktu/durasi.ts";

describe("Durasi", () => {
  it.each([
    ["60 menit", 60, "menit"],
    ["1 jam", 1, "jam"],
    ["2 hari", 2, "hari"],
    [" 3  Hari kerja ", 3, "hari"],
    ["15menit", 15, "menit"],
    ["10 MENIT", 10, "menit"],
  ])("reads %j", (text, nilai, satuan) => {
    expect(parseDurasi(text)).toEqual({ nilai, satuan });
    expect(Durasi.parse(text)).toEqual({ nilai, satuan });
  });

  it.each([
    "",
    "menit",
    "0 menit",
    "-5 menit",
    "1,5 jam",
    "2 minggu",
    "60",
    "99999 menit",
    "2 hari 1 jam",
  ])("reads nothing from %j", (text) => {
    expect(parseDurasi(text)).toBeNull();
    expect(Durasi.safeParse(text).success).toBe(false);
  });

  it("is printed as the sheet prints it, and read back from its saved form", () => {
    const durasi = { nilai: 330, satuan: "menit" } as const;
    expect(formatDurasi(durasi)).toBe("330 menit");
    expect(parseDurasi(formatDurasi(durasi))).toEqual(durasi);
    expect(Durasi.parse(JSON.parse(JSON.stringify(durasi)))).toEqual(durasi);
  });
});
