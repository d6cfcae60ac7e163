import { describe, expect, it } from "vitest";
import type { SelLembar } from "../../../../src/core/kinerja/format/index.ts";
import { tabelFrom } from "../../../../src/core/kinerja/format/tabel.ts";
import { programDariTabel } from "../../../../src/core/kinerja/format/tabel-anggaran.ts";

const sheet = (rows: readonly (readonly string[])[]): readonly SelLembar[] =>
  rows.flatMap((row, at) =>
    row.flatMap((teks, kolom): readonly SelLembar[] => {
      const huruf = String.fromCharCode(65 + kolom);
      const alamat = `${huruf}${at + 1}`;
      return teks === ""
        ? []
        : [{ baris: at + 1, kolom: huruf, isi: { jenis: "teks", alamat, teks } }];
    }),
  );

const read = (rows: readonly (readonly string[])[]): string | null =>
  programDariTabel(tabelFrom(sheet(rows)));

describe("a workbook with the programs of a year", () => {
  it.each<readonly [string, readonly (readonly string[])[], string | null]>([
    [
      "as we ask for it",
      [
        ["Program", "Pagu", "Realisasi", "Sasaran"],
        ["Pelayanan", "100", "90", "1"],
        ["Penunjang", "200", "150", ""],
      ],
      "Pelayanan; 100; 90; 1\nPenunjang; 200; 150; ",
    ],
    [
      "as the finance office prints it",
      [
        ["LAPORAN REALISASI ANGGARAN"],
        [
          "No",
          "Kode",
          "Uraian Program/Kegiatan",
          "Anggaran (Rp)",
          "Realisasi (Rp)",
          "% Realisasi",
          "Sisa Anggaran",
        ],
        ["1", "7.01.01", "Penunjang; Urusan", "200", "150", "75", "50"],
        ["", "", "JUMLAH", "200", "150", "75", "50"],
      ],
      "Penunjang  Urusan; 200; 150; ",
    ],
    [
      "of figures, which is none",
      [
        ["Indikator", "Realisasi"],
        ["IKM", "80"],
      ],
      null,
    ],
    ["without titles", [["Pelayanan", "100", "90"]], null],
  ])("%s", (_, rows, expected) => {
    expect(read(rows)).toBe(expected);
  });
});
