// The workbook of an office as a file: written, opened by another program, and hostile.
import { readFile } from "node:fs/promises";
import ExcelJs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { parseYaml } from "../../../src/catalog/read-yaml.ts";
import { bacaBuku } from "../../../src/core/berkas-kantor/buku/baca.ts";
import { periksaBuku } from "../../../src/core/berkas-kantor/buku/periksa.ts";
import { tulisBuku } from "../../../src/core/berkas-kantor/buku/tulis.ts";
import { BerkasKantor } from "../../../src/core/berkas-kantor/schema.ts";
import { bacaBerkas } from "../../../src/documents/baca/berkas.ts";
import { bukuKantorXlsx } from "../../../src/documents/xlsx/kantor.ts";
import { entriesOf, withEntries } from "../../support/zip.ts";
import { convert } from "../soffice.ts";

const SOFFICE_MS = 120_000;
const { sopList } = await loadCatalog("flows");
const sopIdList = sopList.map(({ sop }) => sop.id);

let peraga: BerkasKantor;
let buku: Uint8Array;
beforeAll(async () => {
  const file = "flows/kantor/peraga.yaml";
  const yaml = parseYaml(file, await readFile(file, "utf8"), BerkasKantor);
  if (yaml.kind === "broken") throw new Error("the demo office is broken");
  peraga = yaml.value;
  buku = await bukuKantorXlsx(tulisBuku(peraga, sopIdList));
});

/** What reading a file makes of it: the office, what is wrong with it, or why it is not opened. */
async function baca(data: Uint8Array): Promise<BerkasKantor | readonly string[] | string> {
  const isi = await bacaBerkas(data, "Kantor.xlsx", "");
  if (isi?.jenis !== "buku") return isi?.jenis === "ditolak" ? isi.sebab : (isi?.jenis ?? "lain");
  const sop = sopList.map((one) => one.sop);
  const { berkas, galatList } = periksaBuku(bacaBuku(isi.lembarList), sop, peraga);
  return berkas ?? galatList.map(({ sel, pesan }) => `${sel}: ${pesan}`);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The file with one thing changed in it as somebody at a spreadsheet would. */
async function diubah(change: (book: ExcelJs.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Buffer.from(buku).buffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const cell = (book: ExcelJs.Workbook, lembar: string, alamat: string): ExcelJs.Cell => {
  const sheet = book.getWorksheet(lembar);
  if (sheet === undefined) throw new Error(`no sheet ${lembar}`);
  return sheet.getCell(alamat);
};

describe("the workbook of the demo office", () => {
  it("is read back as it was", async () => {
    expect(plain(await baca(buku))).toEqual(plain(peraga));
  });

  it("is read the same after LibreOffice has saved it", { timeout: SOFFICE_MS }, async () => {
    const saved = await convert(buku, "xlsx", "Kantor.xlsx");
    const [data] = saved.values();
    expect(plain(data === undefined ? null : await baca(data))).toEqual(plain(peraga));
  });

  it("is read with figures, percentages and merged cells as a spreadsheet has them", async () => {
    const data = await diubah((book) => {
      const persen = cell(book, "Indikator", "J7");
      persen.value = 0.9;
      persen.style = { ...persen.style, numFmt: "0%" };
      cell(book, "Indikator", "J5").value = "1.081,5";
      book.getWorksheet("Indikator")?.mergeCells("D5:D7");
    });
    expect(await baca(data)).toMatchObject({
      indikator: [
        { targetTriwulan: [1081.5, 82, 84, 85] },
        { sasaran: peraga.indikator[0]?.sasaran },
        { targetTriwulan: [90, 100, 100, 100], sasaran: peraga.indikator[0]?.sasaran },
        ...peraga.indikator.slice(3).map(() => ({})),
      ],
    });
  });

  it("names the cell of a formula, and believes nothing it came to", async () => {
    const data = await diubah((book) => {
      cell(book, "Indikator", "N5").value = { formula: "SUM(J5:M5)", result: 85 };
      cell(book, "Indikator", "N6").value = { formula: "[1]Lain!A1" };
    });
    const rumus = "berisi rumus; tulis hasilnya sendiri (salin, lalu tempel sebagai nilai)";
    expect(await baca(data)).toEqual([
      `Indikator!N5: Target setahun ${rumus}`,
      `Indikator!N6: Target setahun ${rumus}`,
    ]);
  });

  it("has titles that stay, notes and choices at its cells, and is printed lying on A4", async () => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(Buffer.from(buku).buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "Kantor",
      "Pegawai",
      "Indikator",
      "Realisasi lalu",
      "Surat",
      "Petunjuk",
    ]);
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
      expect(sheet.pageSetup).toMatchObject({
        orientation: "landscape",
        fitToWidth: 1,
        paperSize: 9,
      });
    }
    expect(cell(book, "Indikator", "H5").dataValidation).toMatchObject({
      type: "list",
      formulae: [
        '"dijumlahkan tiap triwulan,terus bertambah,posisi akhir,rata-rata,persen dari pembilang dan penyebut"',
      ],
    });
    expect(cell(book, "Indikator", "I5").dataValidation).toMatchObject({
      type: "list",
      formulae: ["'Pegawai'!$C$5:$C$500"],
    });
  });
});

describe("a hostile workbook", () => {
  it("is refused with a program in it", async () => {
    expect(await baca(await withEntries(buku, { "xl/vbaProject.bin": "Sub" }))).toBe("makro");
  });

  it("is refused where it grows out of proportion", async () => {
    const bomb = " ".repeat(70_000_000);
    expect(await baca(await withEntries(buku, { "xl/worksheets/sheet2.xml": bomb }))).toBe(
      "terlalu-besar",
    );
  });

  it("is refused with a million rows", { timeout: SOFFICE_MS }, async () => {
    const part = "xl/worksheets/sheet2.xml";
    const sheet = (await entriesOf(buku))[part]?.toString() ?? "";
    const rows = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 5}"><c r="B${at + 5}" t="inlineStr"><is><t>a</t></is></c></row>`,
    ).join("");
    const data = await withEntries(buku, {
      [part]: sheet.replace("</sheetData>", `${rows}</sheetData>`),
    });
    expect(await baca(data)).toBe("terlalu-besar");
  });

  it("is refused with more people than an office has, in a sentence", async () => {
    const part = "xl/worksheets/sheet2.xml";
    const sheet = (await entriesOf(buku))[part]?.toString() ?? "";
    const rows = Array.from(
      { length: 3_000 },
      (_, at) =>
        `<row r="${at + 900}"><c r="B${at + 900}" t="inlineStr"><is><t>a</t></is></c></row>`,
    ).join("");
    const data = await withEntries(buku, {
      [part]: sheet.replace("</sheetData>", `${rows}</sheetData>`),
    });
    expect(await baca(data)).toContain("Pegawai: ada 3010 baris; paling banyak 2000");
  });

  it("follows no link out of it", async () => {
    const rels = (await entriesOf(buku))["xl/_rels/workbook.xml.rels"]?.toString() ?? "";
    const link =
      '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>';
    const data = await withEntries(buku, {
      "xl/_rels/workbook.xml.rels": rels.replace("</Relationships>", link),
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    });
    expect(plain(await baca(data))).toEqual(plain(peraga));
  });

  it("is no workbook of an office without its sheets", async () => {
    const data = await diubah((book) => {
      for (const nama of ["Kantor", "Pegawai"]) book.removeWorksheet(nama);
    });
    expect(await baca(data)).not.toBe("buku");
  });
});
