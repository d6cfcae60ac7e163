import { describe, expect, it } from "vitest";
import { contohAngka, isTercacah } from "../../../../src/core/kinerja/angka/satuan.ts";

describe("isTercacah", () => {
  it.each([
    ..."orang kejadian kegiatan dokumen desa kali pengaduan konflik laporan unit".split(" "),
    "BUM Desa",
    "Desa/Kelurahan",
    "kepala keluarga",
    "unit kerja",
    "Kejadian",
    "gapoktan",
  ])("%s is counted", (satuan) => expect(isTercacah(satuan)).toBe(true));

  it.each([
    ..."nilai persen % menit jam hari rupiah km m² ha indeks skor tingkat".split(" "),
    "Nilai SAKIP",
    "hari kerja",
    "juta rupiah",
    "Rp. (juta)",
    "ribu orang",
    "orang/hari",
    "kasus per 1.000 penduduk",
    "dokumen per bulan",
    "skor (0-100)",
  ])("%s is measured", (satuan) => expect(isTercacah(satuan)).toBe(false));
});

describe("contohAngka", () => {
  it.each([
    ["kejadian", 2, 0, 1],
    ["kejadian", 2, 4, 5],
    ["BUM Desa", 2, 9, 10],
    ["nilai", 2, 83.2, 83.5],
    ["nilai", 0, 83.2, 84],
    ["menit", 2, 10, 10.5],
    ["persen", 2, 100, 99.5],
    ["%", 2, 60, 60.5],
    ["rupiah", 2, 1_500_000, 1_500_001],
  ])("for %s with %d decimals near %d is %d", (satuan, desimal, near, expected) =>
    expect(contohAngka({ satuan, desimal }, near)).toBe(expected),
  );
});
