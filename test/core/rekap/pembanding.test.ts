import { describe, expect, it } from "vitest";
import { projectRekap, type RekapMasukan } from "../../../src/core/rekap/index.ts";
import { buktiCount, pembandingTahun } from "../../../src/core/rekap/pembanding.ts";
import { angka, DIBUAT_MS, indikator, masukan, periode, revisi } from "./sample.ts";

const bukti = (jumlah: number) =>
  Array.from({ length: jumlah }, (_, at) => ({
    hash: `${at}`,
    nama: `bukti-${at}.pdf`,
    mime: "application/pdf",
    ukuranByte: 1,
  }));

describe("what a year is compared with besides its target", () => {
  const rpjmd = { targetRpjmd: { tahun: 2029, nilai: 90 } };
  const nasional = { standarNasional: { nilai: 80, sumber: "Rata-rata nasional" } };

  it.each([
    ["nothing", {}, 72, { rpjmd: null, nasional: null }],
    [
      "the medium term",
      rpjmd,
      72,
      { rpjmd: { tahun: 2029, nilai: 90, persen: 80 }, nasional: null },
    ],
    [
      "the national standard",
      nasional,
      72,
      { rpjmd: null, nasional: { nilai: 80, sumber: "Rata-rata nasional", persen: 90 } },
    ],
    [
      "the medium term where less is better",
      { ...rpjmd, arah: "turun" },
      99,
      { rpjmd: { tahun: 2029, nilai: 90, persen: 90 }, nasional: null },
    ],
    [
      "the medium term before there is a figure",
      rpjmd,
      null,
      { rpjmd: { tahun: 2029, nilai: 90, persen: null }, nasional: null },
    ],
  ])("is %s", (_, part, realisasi, expected) => {
    expect(pembandingTahun(indikator(part), realisasi)).toEqual(expected);
  });

  it("stands on the sheet of the year alone", () => {
    const { lembarList } = projectRekap(masukan, 2026, periode("2026-TW4"), {
      unit: null,
      padaMs: DIBUAT_MS,
    });
    const compared = lembarList.filter(({ barisList }) =>
      barisList.some(({ rpjmd }) => rpjmd !== null),
    );
    expect(compared.map(({ jenis }) => jenis)).toEqual(["tahunan"]);
  });
});

describe("files that prove figures", () => {
  const rows: RekapMasukan = {
    ...masukan,
    realisasi: [
      { ...revisi(["1.1", 1], angka(80), ["camat", "2027-01-04 10:00"]), bukti: bukti(1) },
      { ...revisi(["1.1", 2], angka(81), ["camat", "2027-01-04 11:00"]), bukti: bukti(3) },
      {
        ...revisi(["1.1", 1], angka(70), ["camat", "2027-01-04 12:00"]),
        berkasId: "awal2026-TW3",
        periode: periode("2026-TW3"),
        bukti: bukti(2),
      },
    ],
  };

  it.each<[string, string, readonly string[], number]>([
    ["of the last revision", "1.1", ["2026-TW4"], 3],
    ["of several periods", "1.1", ["2026-TW3", "2026-TW4"], 5],
    ["once, however often a period is named", "1.1", ["2026-TW4", "2026-TW4"], 3],
    ["of nothing", "2.1", ["2026-TW4"], 0],
  ])("are counted %s", (_, kode, list, jumlah) => {
    expect(buktiCount(rows)(kode, list.map(periode))).toBe(jumlah);
  });
});
