import { describe, expect, it } from "vitest";
import { bacaDaftarLibur, tahunDaftar } from "../../../src/core/berkas-kantor/daftar-libur.ts";

const read = (teks: string): unknown => {
  const daftar = bacaDaftarLibur(teks, 2028);
  return daftar.kind === "ditolak"
    ? [daftar.code, daftar.baris]
    : daftar.libur.map(({ tanggal, nama, jenis }) => `${tanggal} ${nama} (${jenis})`);
};

describe("a list of free days", () => {
  it.each([
    ["1 Januari 2028 Tahun Baru Masehi", "2028-01-01 Tahun Baru Masehi (libur_nasional)"],
    ["1. Sabtu, 1 Januari 2028: Tahun Baru", "2028-01-01 Tahun Baru (libur_nasional)"],
    ["- 26 Jan Tahun Baru Imlek 2579", "2028-01-26 Tahun Baru Imlek 2579 (libur_nasional)"],
    ["24/01/2028 (Senin) Cuti bersama Imlek", "2028-01-24 Cuti bersama Imlek (cuti_bersama)"],
    ["2028-05-01 | Hari Buruh", "2028-05-01 Hari Buruh (libur_nasional)"],
  ])("takes %s", (baris, expected) => {
    expect(read(`\n${baris}\n`)).toEqual([expected]);
  });

  it.each([
    ["", ["daftar-libur-tidak-terbaca", ""]],
    ["Tahun Baru", ["daftar-libur-tidak-terbaca", "Tahun Baru"]],
    ["31 Februari 2028 Libur", ["daftar-libur-tidak-terbaca", "31 Februari 2028 Libur"]],
    ["20-21 Maret 2028 Idulfitri", ["daftar-libur-tidak-terbaca", "20-21 Maret 2028 Idulfitri"]],
    ["1 Januari 2027 Tahun Baru", ["daftar-libur-tahun-lain", "1 Januari 2027"]],
    ["1 Mei Buruh\n1 Mei 2028 Buruh", ["daftar-libur-ganda", "1 Mei 2028"]],
  ])("is refused as a whole for %j", (teks, expected) => {
    expect(read(teks)).toEqual(expected);
  });

  it("tells its year where it names one", () => {
    expect([tahunDaftar("1 Januari 2028 Tahun Baru"), tahunDaftar("1 Mei Buruh")]).toEqual([
      2028,
      null,
    ]);
  });
});
