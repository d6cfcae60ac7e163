import { describe, expect, it } from "vitest";
import {
  type BarisMasuk,
  parseTanda,
  type SelMasuk,
  TandaFormat,
  tandaText,
} from "../../../../src/core/kinerja/format/index.ts";
import { matchRows } from "../../../../src/core/kinerja/format/terbaca.ts";
import { Tanggal } from "../../../../src/core/waktu/tanggal.ts";
import { kantor } from "../../../support/world.ts";

const indikatorList = kantor.indikatorList.filter(
  ({ penanggungJawab }) => penanggungJawab === "pelayanan",
);

const sel = (alamat: string, isi: string): SelMasuk => {
  if (isi === "") return { jenis: "kosong", alamat };
  if (isi === "tanggal") return { jenis: isi, alamat, tanggal: Tanggal.parse("2026-01-28") };
  return isi === "rumus" ? { jenis: isi, alamat } : { jenis: "teks", alamat, teks: isi };
};

/** A row as it came back: kode, figure, denominator, note. */
const baris = (
  nomor: number,
  kode: string | null,
  [realisasi = "", penyebut = "", keterangan = ""]: readonly string[],
): BarisMasuk => ({
  nomor,
  kode,
  realisasi: sel(`F${nomor}`, realisasi),
  penyebut: sel(`G${nomor}`, penyebut),
  keterangan: sel(`H${nomor}`, keterangan),
});

/** What the rows say, shortened to what a case is about. */
const read = (...barisList: readonly BarisMasuk[]): readonly unknown[] =>
  matchRows(indikatorList, barisList).map((row) =>
    row.kind === "isi"
      ? [row.indikator.kode, row.alamat, row.angka, row.keterangan?.teks ?? null]
      : [row.indikator?.kode ?? null, row.masalah],
  );

describe("the mark of a sheet of figures", () => {
  const tanda = TandaFormat.parse({
    berkasId: "k3f9",
    waitId: "k3f9.7",
    unit: "pelayanan",
    periode: "2026-TW4",
  });

  it("is read back as it was written", () => {
    expect(parseTanda(tandaText(tanda))).toEqual(tanda);
  });

  it.each([
    "",
    "sopir-format/1",
    "sopir-format/2 k3f9 k3f9.7 pelayanan 2026-TW4",
    "sopir-format/1 k3f9 k3f9 pelayanan 2026-TW4",
    "sopir-format/1 k3f9 k3f9.7 Pelayanan! 2026-TW4",
    "sopir-format/1 k3f9 k3f9.7 pelayanan 2026-TW5",
    "sopir-format/1 k3f9 k3f9.7 pelayanan 2026-TW4 lagi",
  ])("is none in %o", (teks) => {
    expect(parseTanda(teks)).toBeNull();
  });
});

describe("the rows of a sheet of figures", () => {
  it("belong to their indikator by kode, in whatever order, and need not all be there", () => {
    expect(read(baris(9, "1.3", ["8,5"]), baris(8, "1.1", ["86,25", "", "Baik"]))).toEqual([
      ["1.3", "F9", "8,5", null],
      ["1.1", "F8", "86,25", "Baik"],
    ]);
  });

  it("say nothing where they are blank", () => {
    expect(read(baris(8, "1.1", []), baris(9, "1.2", []))).toEqual([
      ["1.1", "F8", null, null],
      ["1.2", "F9", null, null],
    ]);
  });

  it.each([
    [
      ["39", "40"],
      ["1.2", "F8", "39/40", null],
    ],
    [
      ["39/40", ""],
      ["1.2", "F8", "39/40", null],
    ],
    [
      ["39 dari 40", ""],
      ["1.2", "F8", "39 dari 40", null],
    ],
    [
      ["nihil", ""],
      ["1.2", "F8", "nihil", null],
    ],
    [
      ["belum", "40"],
      ["1.2", "F8", "belum", null],
    ],
    [
      ["39", ""],
      ["1.2", { sebab: "penyebut-kosong", alamat: "G8" }],
    ],
    [
      ["", "40"],
      ["1.2", { sebab: "pembilang-kosong", alamat: "F8" }],
    ],
    [
      ["39", "rumus"],
      ["1.2", { sebab: "rumus", alamat: "G8" }],
    ],
    [
      ["tanggal", ""],
      ["1.2", { sebab: "tanggal", alamat: "F8", tanggal: "2026-01-28" }],
    ],
  ])("make a ratio of %o", (cells, expected) => {
    expect(read(baris(8, "1.2", cells))).toEqual([expected]);
  });

  it("leave the denominator of an indikator that is none alone", () => {
    expect(read(baris(8, "1.1", ["86", "rumus"]))).toEqual([["1.1", "F8", "86", null]]);
  });

  it("are told with their number when nobody knows them", () => {
    expect(
      read(
        baris(8, "9.9", ["1"]),
        baris(9, "2.1", ["1"]),
        baris(10, null, ["1"]),
        baris(11, null, ["", "", "catatan"]),
      ),
    ).toEqual([
      [null, { sebab: "kode-asing", baris: 8, kode: "9.9" }],
      [null, { sebab: "kode-asing", baris: 9, kode: "2.1" }],
      [null, { sebab: "tanpa-kode", baris: 10 }],
    ]);
  });

  it("are told once when there are several of one kode, and none of them holds", () => {
    expect(read(baris(8, "1.1", ["1"]), baris(9, "1.1", ["2"]), baris(10, "1.3", ["3"]))).toEqual([
      ["1.1", { sebab: "kode-ganda", barisList: [8, 9] }],
      ["1.3", "F10", "3", null],
    ]);
  });

  it("keep their figure when only the note cannot be read", () => {
    expect(read(baris(8, "1.1", ["86", "", "rumus"]))).toEqual([
      ["1.1", "F8", "86", null],
      [null, { sebab: "rumus", alamat: "H8" }],
    ]);
  });
});
