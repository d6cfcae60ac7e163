import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPairs } from "../../../src/core/conversation/tanya/form/isian/bulk.ts";
import {
  calonOf,
  doubtOf,
  readFigure,
} from "../../../src/core/conversation/tanya/form/isian/figure.ts";
import { sheetOf } from "../../../src/core/conversation/tanya/form/isian/sheet.ts";
import type { Indikator, Isian } from "../../../src/core/kinerja/indikator.ts";
import { Stage } from "../../support/stage.ts";
import { kantor } from "../../support/world.ts";

function indikator(kode: string): Indikator {
  const found = kantor.indikatorList.find((one) => one.kode === kode);
  if (found === undefined) throw new Error(`no indikator ${kode}`);
  return found;
}

const angka = (nilai: number): Isian => ({ jenis: "angka", nilai });

const share = (nilai: number, pembilang: number, penyebut: number): Isian => ({
  jenis: "angka",
  nilai,
  pembilang,
  penyebut,
});

describe("readFigure", () => {
  it.each<readonly [string, string, unknown]>([
    ["1.1", "86,25", { kind: "isian", isian: angka(86.25) }],
    ["1.1", "86.25", { kind: "isian", isian: angka(86.25) }],
    ["1.1", "1.234,5", { kind: "isian", isian: angka(1234.5) }],
    ["1.1", "93%", { kind: "ragu", calon: [angka(93)], sisa: [], satuan: "%" }],
    ["1.1", "88O", { kind: "ragu", calon: [angka(88)], sisa: ["O"], satuan: null }],
    ["1.1", "87,5 menit", { kind: "ragu", calon: [angka(87.5)], sisa: [], satuan: "menit" }],
    ["1.1", "85 ya bu 🙏", { kind: "isian", isian: angka(85) }],
    [
      "1.2",
      "12 dari 15 kue",
      { kind: "ragu", calon: [share(80, 12, 15)], sisa: ["kue"], satuan: null },
    ],
    ["1.3", "0,2 jam", { kind: "isian", isian: angka(12), asal: "0,2 jam" }],
    ["1.1", "0", { kind: "isian", isian: angka(0) }],
    ["1.1", "nihil", { kind: "isian", isian: { jenis: "nihil" } }],
    ["1.1", "belum ada data", { kind: "isian", isian: { jenis: "belum" } }],
    ["1.1", "1.500", { kind: "ragu", calon: [angka(1500), angka(1.5)], sisa: [], satuan: null }],
    ["1.1", "delapan puluh enam", { kind: "isian", isian: angka(86) }],
    ["1.1", "10:30", { kind: "ditolak", code: "angka-tidak-terbaca" }],
    ["1.1", "7/8", { kind: "ditolak", code: "angka-tidak-terbaca" }],
    ["1.2", "30", { kind: "ditolak", code: "rasio-tidak-terbaca" }],
    ["1.2", "5 dari 0", { kind: "ditolak", code: "penyebut-nol" }],
    ["1.2", "nihil", { kind: "isian", isian: { jenis: "nihil" } }],
  ])("%s: %s", (kode, text, expected) => {
    expect(readFigure(indikator(kode), text)).toEqual(expected);
  });

  it.each(["12/40", "12 / 40", "12 dari 40", "12:40"])("reads both parts of %s", (text) => {
    const isian = { jenis: "angka", nilai: 30, pembilang: 12, penyebut: 40 };
    expect(readFigure(indikator("1.2"), text)).toEqual({ kind: "isian", isian });
  });

  it("takes a fraction for a percentage that is no ratio", () => {
    const percentage = { ...indikator("1.1"), satuan: "persen" };
    expect(readFigure(percentage, "7/8")).toEqual({ kind: "isian", isian: angka(87.5) });
  });
});

describe("doubtOf", () => {
  const stage = new Stage();
  stage.open();
  const sheet = (kode: string) => {
    const { state } = stage.berkas();
    const wait = state.waitList.find(
      ({ pemegang }) =>
        pemegang.jenis === "pegawai" && pemegang.pegawaiId === indikator(kode).penanggungJawab,
    );
    const found = sheetOf(stage.world, wait?.id ?? "");
    if (found === null) throw new Error("no sheet");
    return found;
  };

  it.each<readonly [string, Isian, object | null]>([
    ["1.1", angka(86), null],
    ["1.1", angka(860), { sebab: "jauh", nilai: 860, usul: [86] }],
    ["1.1", angka(8600), { sebab: "jauh", nilai: 8600, usul: [86] }],
    ["1.1", angka(-86), { sebab: "negatif", nilai: -86, usul: [86] }],
    ["1.1", { jenis: "nihil" }, null],
    ["2.1", angka(12), null],
    ["2.1", angka(8), { sebab: "turun", nilai: 8, lalu: 9 }],
    ["2.2", angka(1e6), null],
    ["2.2", angka(2.5), { sebab: "pecahan", nilai: 2.5 }],
    ["1.1", angka(86.5), null],
  ])("%s: %j", (kode, isian, expected) => {
    const doubt = doubtOf(sheet(kode), indikator(kode), isian);
    if (expected === null) expect(doubt).toBeNull();
    else expect(doubt).toMatchObject(expected);
  });

  it("keeps what was typed as the first candidate, and both parts of a ratio", () => {
    const typed = angka(860);
    const doubt = doubtOf(sheet("1.1"), indikator("1.1"), typed);
    if (doubt === null) throw new Error("no doubt");
    expect(calonOf(typed, doubt)).toEqual([typed, angka(86)]);
    const ratio = share(1200, 480, 40);
    const far = doubtOf(sheet("1.2"), indikator("1.2"), ratio);
    if (far === null) throw new Error("no doubt");
    expect(calonOf(ratio, far)).toEqual([ratio]);
  });
});

describe("readPairs", () => {
  it.each<readonly [string, unknown]>([
    [
      "1=98,5 2=40",
      [
        ["1", "98,5"],
        ["2", "40"],
      ],
    ],
    [
      "1 = 98,5, 2 = 12 / 40",
      [
        ["1", "98,5"],
        ["2", "12 / 40"],
      ],
    ],
    [
      "1=98,5; 2=40",
      [
        ["1", "98,5"],
        ["2", "40"],
      ],
    ],
    [
      "1.1=86\n1.2=39/40",
      [
        ["1.1", "86"],
        ["1.2", "39/40"],
      ],
    ],
    [
      "1 98,5\n2 40",
      [
        ["1", "98,5"],
        ["2", "40"],
      ],
    ],
    [
      "1. 98,5\n2) 40 persen",
      [
        ["1", "98,5"],
        ["2", "40 persen"],
      ],
    ],
    ["3=nihil", [["3", "nihil"]]],
    ["izin pak, 1=98,5\nterima kasih 🙏", [["1", "98,5"]]],
    [
      "salah semua, 1=98,5\ntapi 2 belum",
      [
        ["salah semua,", ""],
        ["1", "98,5"],
        ["tapi 2 belum", ""],
      ],
    ],
    ["1 98,5", null],
    ["1 500", null],
    ["98,5", null],
    ["Bapak Camat\nmohon maaf belum", null],
  ])("reads %j", (text, expected) => {
    const pairs = readPairs(text)?.map(({ kunci, teks }) => [kunci, teks]) ?? null;
    expect(pairs).toEqual(expected);
  });

  it("takes any text without breaking", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => readPairs(text) !== undefined));
  });
});
