import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Worksheet } from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { SelMasuk } from "../../src/core/kinerja/format/index.ts";
import { bacaBerkas } from "../../src/documents/baca/berkas.ts";
import { formatXlsx } from "../../src/documents/xlsx/format.ts";
import { bookOf, writtenBy } from "../support/buku-kerja.ts";
import { filledIn, formatOf, openBook } from "../support/format.ts";
import { Stage } from "../support/stage.ts";
import { convert } from "./soffice.ts";

const SOFFICE_MS = 120_000;
const file = (nama: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "penulis", nama));

/** A cell in short: what it says, with a mark where a formula says it. */
function short(sel: SelMasuk | null): string {
  if (sel === null || sel.jenis === "kosong") return "";
  if (sel.jenis === "tanggal") return `tanggal ${sel.tanggal}`;
  if (sel.jenis !== "teks") return sel.jenis;
  const day = sel.mungkin === undefined ? "" : ` (${sel.mungkin}?)`;
  return `${sel.teks}${sel.rumus === true ? " (rumus)" : ""}${day}`;
}

let kosong: Uint8Array;
let terisi: Uint8Array;

const fillIn = (sheet: Worksheet, row: (nama: string) => number): void => {
  const [ikm, desa, waktu] = ["Indeks", "Persentase desa", "Waktu layanan"].map(row);
  sheet.getCell(`F${ikm}`).value = { formula: "172.5/2", result: 86.25 };
  sheet.getCell(`F${desa}`).value = 39;
  sheet.getCell(`G${desa}`).value = 40;
  sheet.getCell(`H${desa}`).value = "Satu desa menyusul";
  sheet.getCell(`F${waktu}`).value = "8,5";
};

beforeAll(async () => {
  const stage = new Stage();
  stage.open();
  kosong = await formatXlsx(formatOf(stage, "pelayanan"));
  terisi = await filledIn(kosong, fillIn);
});

const imitated = async (penulis: "excel" | "google"): Promise<Buffer> =>
  writtenBy(penulis, (await openBook(terisi)).sheet);

describe("the sheet of figures as it comes from", () => {
  it.each([
    ["exceljs", "86,25 (rumus)", async () => terisi],
    ["Excel", "86,25 (rumus)", () => imitated("excel")],
    ["Google Sheets", "86,25 (rumus)", () => imitated("google")],
    ["SheetJS", "86,25 (rumus)", () => file("format-sheetjs.xlsx")],
    ["xlsx-populate, which computes nothing", "rumus", () => file("format-xlsx-populate.xlsx")],
    [
      "LibreOffice",
      "86,25 (rumus)",
      async () => [...(await convert(terisi, "xlsx", "format.xlsx")).values()][0] ?? kosong,
    ],
  ])(
    "%s",
    async (_, ikm, written) => {
      const isi = await bacaBerkas(await written(), "Format Isian.xlsx", "");
      if (isi?.jenis !== "format") throw new Error(JSON.stringify(isi));
      expect(isi.tanda.unit).toBe("pelayanan");
      expect(
        isi.barisList.map(({ kode, realisasi, penyebut, keterangan }) => [
          kode,
          ...[realisasi, penyebut, keterangan].map(short),
        ]),
      ).toEqual([
        ["1.1", ikm, "", ""],
        ["1.2", "39", "40", "Satu desa menyusul"],
        ["1.3", "8,5", "", ""],
      ]);
    },
    SOFFICE_MS,
  );

  it.each([
    ["ods", "format-bukan-xlsx"],
    ["xls", "format-bukan-xlsx"],
    ["csv", "format-bukan-xlsx"],
  ])(
    "LibreOffice as .%s is known, and not read",
    async (akhiran, sebab) => {
      const saved = [...(await convert(terisi, akhiran, "format.xlsx")).values()][0];
      expect(await bacaBerkas(saved ?? kosong, `format.${akhiran}`, "")).toEqual({
        jenis: "ditolak",
        sebab,
      });
    },
    SOFFICE_MS,
  );
});

describe("a table without our mark as it comes from", () => {
  it.each([
    ["SheetJS", "tabel-sheetjs.xlsx", "86,25 (rumus)"],
    ["xlsx-populate", "tabel-xlsx-populate.xlsx", "46050 (2026-01-28?)"],
  ])("%s keeps its titles and cells", async (_, nama, ikm) => {
    const isi = await bacaBerkas(await file(nama), nama, "");
    if (isi?.jenis !== "tabel") throw new Error(JSON.stringify(isi));
    const [tabel = [], second] = isi.tabelList;
    expect(second).toBeUndefined();
    const column = (huruf: string): readonly string[] =>
      tabel.filter(({ kolom }) => kolom === huruf).map((sel) => short(sel.isi));
    expect(column("B")).toEqual([
      "Indikator Kinerja",
      "Indeks Kepuasan Masyarakat",
      "Waktu layanan rata-rata",
      "Indikator unit lain",
    ]);
    expect(column("F")).toEqual(["Realisasi TW IV", ikm, "7,5", "4"]);
  });
});

/** Rows below the titles of a table, read back as column C. */
async function cells(rows: string, rest?: Readonly<Record<string, string>>): Promise<unknown> {
  const titles = `<row r="1"><c r="A1" t="inlineStr"><is><t>Indikator</t></is></c><c r="C1" t="inlineStr"><is><t>Realisasi</t></is></c></row>`;
  const isi = await bacaBerkas(await bookOf(titles + rows, rest), "a.xlsx", "");
  return isi?.jenis === "tabel"
    ? isi.tabelList[0]?.slice(2).map((sel) => [`${sel.kolom}${sel.baris}`, short(sel.isi)])
    : isi;
}

const one = (xml: string): string => `<row r="2">${xml}</row>`;
const styles = (id: number, kode = ""): Record<string, string> => ({
  "xl/styles.xml": `<styleSheet>${kode === "" ? "" : `<numFmt numFmtId="${id}" formatCode="${kode}"/>`}<cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
});

describe("a cell", () => {
  it.each([
    ["with a number for a result", `<c r="C2"><f>D10/E10</f><v>0.975</v></c>`, "0,975 (rumus)"],
    ["with a text for a result", `<c r="C2" t="str"><f>A1</f><v>nihil</v></c>`, "nihil (rumus)"],
    [
      "whose formula other cells share",
      `<c r="C2"><f t="shared" si="0"/><v>3</v></c>`,
      "3 (rumus)",
    ],
    [
      "that computes a range",
      `<c r="C2"><f t="array" ref="C2">SUM(A1)</f><v>4</v></c>`,
      "4 (rumus)",
    ],
    ["of another workbook", `<c r="C2"><f>[1]Data!$A$1</f><v>12</v></c>`, "12 (rumus)"],
    ["that asks the web", `<c r="C2"><f>WEBSERVICE("http://x/")</f><v>5</v></c>`, "5 (rumus)"],
    ["without a result", `<c r="C2"><f>D10/E10</f></c>`, "rumus"],
    ["with an empty result", `<c r="C2"><f>D10/E10</f><v></v></c>`, "rumus"],
    ["with an error", `<c r="C2" t="e"><f>D10/0</f><v>#DIV/0!</v></c>`, "galat"],
    ["with a logical result", `<c r="C2" t="b"><f>1=1</f><v>1</v></c>`, "logika"],
    ["that is no number at all", `<c r="C2"><f>x</f><v>1e999</v></c>`, "galat"],
  ])("%s", async (_, xml, expected) => {
    expect(await cells(one(xml))).toEqual([["C2", expected]]);
  });

  it("whose formula says nothing on purpose is blank", async () => {
    expect(await cells(one(`<c r="C2" t="str"><f>IF(A2="","",A2)</f><v></v></c>`))).toEqual([]);
  });

  it.each([
    ["by its built-in style", [14], 46_050, "tanggal 2026-01-28"],
    ["by a style of its own", [164, "[$-421]dd mmmm yyyy"], 46_050.5, "tanggal 2026-01-28"],
    ["of a time of day", [20], 0.4375, "tanggal null"],
    ["only as a bare number", [0], 46_050, "46050 (2026-01-28?)"],
    ["only as a number in a cell for text", [49], 46_050, "46050 (2026-01-28?)"],
    ["not with decimals", [0], 46_050.25, "46050,25"],
    ["not where it is shown with thousands", [3], 46_050, "46050"],
    ["not so small", [0], 86, "86"],
    ["beyond all calendars", [14], 9e9, "tanggal null"],
  ] as const)("is a day %s", async (_, [id, kode = ""], nilai, expected) => {
    expect(await cells(one(`<c r="C2" s="0"><v>${nilai}</v></c>`), styles(id, kode))).toEqual([
      ["C2", expected],
    ]);
  });

  it("is a day where the day is written out, and where days count from 1904", async () => {
    expect(await cells(one(`<c r="C2" t="d"><v>2026-01-28T00:00:00</v></c>`))).toEqual([
      ["C2", "tanggal 2026-01-28"],
    ]);
    const old = `<workbook><workbookPr date1904="1"/></workbook>`;
    expect(
      await cells(one(`<c r="C2" s="0"><v>44588</v></c>`), {
        "xl/workbook.xml": old,
        ...styles(14),
      }),
    ).toEqual([["C2", "tanggal 2026-01-28"]]);
  });

  it("that does not say its place stands beside the one before", async () => {
    expect(await cells(`<row><c><v>1</v></c><c r="Z2"><v>2</v></c><c><v>3</v></c></row>`)).toEqual([
      ["A2", "1"],
      ["Z2", "2"],
      ["AA2", "3"],
    ]);
  });
});

const row = (nomor: number): string =>
  `<row r="${nomor}"><c r="C${nomor}"><v>${nomor}</v></c></row>`;

const text = (alamat: string, teks: string): string =>
  `<c r="${alamat}" t="inlineStr"><is><t>${teks}</t></is></c>`;

describe("a table without our mark", () => {
  it("is bounded, however many cells the sheet has", async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => row(at + 2)).join("");
    const found = await cells(many);
    expect(Array.isArray(found) && found.length).toBe(500);
  });

  it("is not looked for in a sheet that is larger than any", async () => {
    const note = "x".repeat(60_000);
    const large = Array.from(
      { length: 60 },
      (_, at) => `<row r="${at + 2}"><c r="C${at + 2}" t="str"><v>${note}</v></c></row>`,
    ).join("");
    expect(await cells(large)).toMatchObject({
      sebab: expect.stringMatching(/bukan-format|besar/),
    });
  });

  it("is not read from parts that are damaged or declare entities", async () => {
    for (const xml of ["<worksheet><row>", `<!DOCTYPE a [<!ENTITY b "9">]><worksheet/>`]) {
      expect(await cells("", { "xl/worksheets/sheet1.xml": xml })).toEqual({
        jenis: "ditolak",
        sebab: "bukan-format",
      });
    }
  });

  it("is not found where the titles stand in one cell, or apart", async () => {
    for (const rows of [
      `<row r="1">${text("A1", "Realisasi Indikator Kinerja")}</row>`,
      `<row r="1">${text("A1", "Indikator")}</row><row r="2">${text("C2", "Realisasi")}</row>`,
    ]) {
      expect(await bacaBerkas(await bookOf(rows), "a.xlsx", "")).toMatchObject({
        sebab: "bukan-format",
      });
    }
  });
});
