import { describe, expect, it } from "vitest";
import type { SelLembar } from "../../../../src/core/kinerja/format/index.ts";
import { matchTabel, tabelFrom } from "../../../../src/core/kinerja/format/tabel.ts";
import { Periode } from "../../../../src/core/kinerja/periode.ts";
import { kantor } from "../../../support/world.ts";

const periode = Periode.parse("2026-TW4");
const own = kantor.indikatorList.filter(({ penanggungJawab }) => penanggungJawab === "pelayanan");
const [first] = own;
if (first === undefined) throw new Error("the fixture unit has indikator");

/** Cells of rows of texts, from row 1 and column A on; "" is no cell. */
const sheet = (...rows: readonly (readonly string[])[]): readonly SelLembar[] =>
  rows.flatMap((row, at) =>
    row.flatMap((teks, column): readonly SelLembar[] => {
      const kolom = String.fromCharCode(65 + column);
      const alamat = `${kolom}${at + 1}`;
      return teks === "" ? [] : [{ baris: at + 1, kolom, isi: { jenis: "teks", alamat, teks } }];
    }),
  );

const titles = ["Kode", "Indikator Kinerja", "Target", "Realisasi TW IV", "Penyebut", "Keterangan"];
const match = (rows: readonly (readonly string[])[], indikatorList = own, head = titles) =>
  matchTabel(tabelFrom(sheet(["Laporan"], head, ...rows)), indikatorList, periode);

/** Which kode each row was taken for. */
const kodeOf = (rows: readonly (readonly string[])[], indikatorList = own): readonly unknown[] => {
  const found = match(rows, indikatorList);
  return found === null ? [] : found.barisList.map(({ nomor, kode }) => [nomor, kode]);
};

describe("a table that is no sheet of ours", () => {
  it("is found by its titles, wherever they stand", () => {
    const tabel = tabelFrom(
      sheet(["Realisasi Indikator"], [], ["", "Realisasi", "Indikator"], ["x"]),
    );
    expect(tabel.map(({ baris }) => baris)).toEqual([3, 3, 4]);
    expect(tabelFrom(sheet(["Indikator"], ["Realisasi"]))).toEqual([]);
  });

  it("says figure, denominator and note of each row", () => {
    expect(match([["1.2", "Persentase desa", "60", "39", "40", "Satu menyusul"]])).toMatchObject({
      kolom: "D",
      judul: "Realisasi TW IV",
      barisList: [
        {
          nomor: 3,
          kode: "1.2",
          realisasi: { alamat: "D3", teks: "39" },
          penyebut: { alamat: "E3", teks: "40" },
          keterangan: { alamat: "F3", teks: "Satu menyusul" },
        },
      ],
    });
  });

  it.each([
    ["its kode", ["1.1", "IKM", "", "86"]],
    ["its kode as a number", ["1,1", "IKM", "", "86"]],
    ["its name", ["", "Indeks Kepuasan Masyarakat", "", "86"]],
    ["its name in other letters", ["7", "INDEKS KEPUASAN  MASYARAKAT.", "", "86"]],
    ["the name with more below it", ["", "Indeks Kepuasan Masyarakat\nSatuan: nilai", "", "86"]],
    ["kode and name in one cell", ["", "1.1 Indeks Kepuasan Masyarakat", "", "86"]],
    ["the kode that was hidden", ["", "IKM", "", "86", "", "", "kode 1.1"]],
  ])("knows a row by %s", (_, row) => {
    expect(kodeOf([row])).toEqual([[3, "1.1"]]);
  });

  it.each([
    ["kode and name speak of two", ["1.3", "Indeks Kepuasan Masyarakat", "", "86"], own],
    ["two share the name", ["", first.nama, "", "86"], [...own, { ...first, kode: "1.9" }]],
    ["a number is the kode of two", ["1,1", "", "", "86"], [...own, { ...first, kode: "1.10" }]],
  ])("says which rows are not clear: %s", (_, row, indikatorList) => {
    expect(match([row], indikatorList)).toMatchObject({ barisList: [], raguList: [3] });
  });

  it("counts rows of others that have a figure, and passes over blank ones", () => {
    const rows = [
      ["1.1", "", "85", "86"],
      ["1.3", "Waktu layanan rata-rata", "10"],
      ["2.1", "BUM Desa", "12", "9"],
      ["", "Jumlah", "12"],
    ];
    expect(match(rows)).toMatchObject({ barisList: [{ kode: "1.1" }], lain: 1 });
    expect(match(rows.slice(1))).toBeNull();
  });

  it("keeps at most two rows of a kode, which say that it is not clear", () => {
    const row = ["1.1", "", "85", "86"];
    expect(kodeOf([row, row, row, row])).toEqual([
      [3, "1.1"],
      [4, "1.1"],
    ]);
  });

  it.each([
    [["Realisasi TW III", "Realisasi TW IV"], "B"],
    [["Realisasi Triwulan 3", "Realisasi s.d. Triwulan ke-4 Tahun 2026"], "B"],
    [["Realisasi", "Realisasi tribulan III"], "A"],
    [["Realisasi 2026", "Catatan"], "A"],
    [["Realisasi TW IV 2025", "Realisasi TW IV"], "B"],
    [["Realisasi", "Realisasi"], null],
    [["Realisasi TW IV", "Realisasi TW IV"], null],
    [["Realisasi TW III", "Catatan"], null],
    [["Realisasi Tahun 2026", "Catatan"], null],
  ])("takes the one column of the period: %j", (head, kolom) => {
    const found = match([["9", "9", "1.1 Indeks Kepuasan Masyarakat"]], own, [
      ...head,
      "Indikator",
    ]);
    expect(found?.kolom ?? null).toBe(kolom);
  });
});
