import { beforeAll, describe, expect, it } from "vitest";
import { bacaBerkas } from "../../../src/documents/baca/berkas.ts";
import { bacaRencana } from "../../../src/documents/baca/rencana.ts";
import { type Kertas, kertasDocx, kertasXlsx } from "../../support/rencana/kertas.ts";
import { entriesOf, withEntries } from "../../support/zip.ts";

const kertas: Kertas = [
  "PERJANJIAN KINERJA TAHUN 2027",
  [
    ["No", "Sasaran", "Indikator", "Target"],
    ["1", "Pelayanan membaik", "Indeks kepuasan", "85"],
  ],
];

let docx: Uint8Array;
let xlsx: Uint8Array;
beforeAll(async () => {
  docx = await kertasDocx(kertas);
  xlsx = await kertasXlsx(kertas);
});

async function berubah(
  data: Uint8Array,
  bagian: string,
  change: (xml: string) => string,
): Promise<Buffer> {
  const xml = (await entriesOf(data))[bagian]?.toString() ?? "";
  return withEntries(data, { [bagian]: change(xml) });
}
const dokumen = (change: (xml: string) => string): Promise<Buffer> =>
  berubah(docx, "word/document.xml", change);
const lembar = (change: (xml: string) => string): Promise<Buffer> =>
  berubah(xlsx, "xl/worksheets/sheet1.xml", change);

const teksDari = async (data: Uint8Array, nama: string): Promise<readonly string[] | string> => {
  const read = await bacaRencana(data, nama);
  return read.jenis === "ditolak"
    ? read.sebab
    : read.tabelList.flatMap(({ selList }) => selList.map(({ teks }) => teks));
};

const semua = [
  "No",
  "Sasaran",
  "Indikator",
  "Target",
  "1",
  "Pelayanan membaik",
  "Indeks kepuasan",
  "85",
];

describe("a hostile plan", () => {
  it("is refused where it is locked up, carries a program, declares entities, or is no such file", async () => {
    const macro = await withEntries(docx, { "word/vbaProject.bin": "Sub" });
    expect(await teksDari(macro, "PK.docx")).toBe("makro");
    expect(await teksDari(docx, "PK.xlsx")).toBe("bukan-xlsx");
    expect(await teksDari(Buffer.from("x"), "PK.docx")).toBe("bukan-docx");
    const entity = await dokumen((xml) =>
      xml.replace("<w:document", '<!DOCTYPE a [<!ENTITY b "b">]><w:document'),
    );
    expect(await teksDari(entity, "PK.docx")).toBe("rusak");
  });

  it("reaches no further than a table may, whatever its cells claim", async () => {
    const wide = await dokumen((xml) =>
      xml.replaceAll(
        "<w:tcPr>",
        '<w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/>',
      ),
    );
    expect(await teksDari(wide, "PK.docx")).toEqual(semua);
    const merges = Array.from({ length: 20_000 }, () => '<mergeCell ref="A3:XFD1048576"/>').join(
      "",
    );
    const tall = await lembar((xml) =>
      xml.replace("</sheetData>", `</sheetData><mergeCells>${merges}</mergeCells>`),
    );
    expect(await teksDari(tall, "PK.xlsx")).toEqual(["PERJANJIAN KINERJA TAHUN 2027", ...semua]);
    expect(await bacaBerkas(tall, "PK.xlsx", "")).toEqual({
      jenis: "ditolak",
      sebab: "bukan-format",
    });
  });

  it("keeps no more cells than any plan has", async () => {
    const many = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>".repeat(25_000);
    const read = await teksDari(
      await dokumen((xml) => xml.replace("</w:tr>", `${many}</w:tr>`)),
      "PK.docx",
    );
    expect(read.length).toBeLessThanOrEqual(20_000);
  });

  it("continues no cell that never began, and reads a table within a cell by itself", async () => {
    const lanjut = await dokumen((xml) => xml.replace("<w:tcPr>", "<w:tcPr><w:vMerge/>"));
    expect(await teksDari(lanjut, "PK.docx")).toEqual(semua);
    const inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>dalam</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    const nested = await dokumen((xml) => xml.replace("</w:tc>", `${inner}</w:tc>`));
    const read = await bacaRencana(nested, "PK.docx");
    expect(read.jenis === "rencana" && read.tabelList.map(({ selList }) => selList.length)).toEqual(
      [1, 8],
    );
  });

  it("reads no text that was struck out", async () => {
    const struck = await dokumen((xml) =>
      xml.replace(">85<", ">85</w:t></w:r><w:del><w:r><w:t>99</w:t></w:r></w:del><w:r><w:t><"),
    );
    expect(await teksDari(struck, "PK.docx")).toEqual(semua);
  });
});
