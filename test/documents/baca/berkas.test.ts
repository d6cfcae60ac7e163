import { assert, asyncProperty, integer, uint8Array } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bacaBerkas } from "../../../src/documents/baca/berkas.ts";
import { bacaDocx } from "../../../src/documents/baca/docx.ts";
import { bacaXml } from "../../../src/documents/baca/xml-aman.ts";
import { BATAS_ZIP, bacaZip } from "../../../src/documents/baca/zip-aman.ts";
import { dokumenDocx } from "../../../src/documents/docx/index.ts";
import { formatXlsx } from "../../../src/documents/xlsx/format.ts";
import { laporan } from "../../core/dokumen/sample.ts";
import { formatOf, openBook } from "../../support/format.ts";
import { Stage } from "../../support/stage.ts";
import { entriesOf, patched, withEntries, zipOf } from "../../support/zip.ts";
import { convert } from "../soffice.ts";

const SOFFICE_MS = 120_000;
const PROPERTY_MS = 60_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let format: Uint8Array;
let naskah: Uint8Array;
beforeAll(async () => {
  const stage = new Stage();
  stage.open();
  format = await formatXlsx(formatOf(stage, "pelayanan"));
  naskah = await dokumenDocx(laporan(), "sopir: dok-1");
});

const sebab = async (data: Uint8Array, nama: string): Promise<string | null> => {
  const isi = await bacaBerkas(data, nama, "");
  return isi?.jenis === "ditolak" ? isi.sebab : (isi?.jenis ?? null);
};

/** Both kinds, each with its own sound file. */
const kinds = [
  ["a.xlsx", () => format],
  ["a.docx", () => naskah],
] as const;

describe.each(kinds)("a hostile %s", (nama, sound) => {
  const contentTypes = async (from: string | RegExp, to: string): Promise<Buffer> => {
    const types = (await entriesOf(sound()))["[Content_Types].xml"]?.toString() ?? "";
    return withEntries(sound(), { "[Content_Types].xml": types.replace(from, to) });
  };

  it("is read when it is none", async () => {
    expect(await sebab(sound(), nama)).toBe(nama === "a.xlsx" ? "format" : "naskah");
  });

  it("is refused with a program in it, whatever the program is called", async () => {
    const folder = nama === "a.xlsx" ? "xl" : "word";
    const macro = { [`${folder}/vbaProject.bin`]: "Sub Auto_Open()" };
    expect(await sebab(await withEntries(sound(), macro), nama)).toBe("makro");
    for (const hidden of [
      '<Override PartName="/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      '<Default Extension="BIN" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ]) {
      const types = await contentTypes("</Types>", hidden);
      expect(await sebab(await withEntries(types, { "x.bin": "Sub" }), nama)).toBe("makro");
    }
    const enabled = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    expect(await sebab(await contentTypes(/application\/[^"]+main\+xml/, enabled), nama)).toBe(
      "makro",
    );
    expect(await sebab(sound(), nama.replace(/x$/, "m"))).toBe("makro");
  });

  it("is read where a type with macros is declared for parts it does not have", async () => {
    const listed = await contentTypes(
      "</Types>",
      '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    );
    expect(await sebab(listed, nama)).toBe(nama === "a.xlsx" ? "format" : "naskah");
  });

  it("is refused when its list of contents is written in wide characters to hide one", async () => {
    const types = (await entriesOf(sound()))["[Content_Types].xml"]?.toString() ?? "";
    const hidden = types
      .replace("UTF-8", "UTF-16")
      .replace("</Types>", '<Default Extension="zz" ContentType="a/vbaProject"/></Types>');
    const wide = Buffer.from(`\uFEFF${hidden}`, "utf16le");
    const entries = { "[Content_Types].xml": wide, "a.zz": "Sub" };
    expect(await sebab(await withEntries(sound(), entries), nama)).toBe("makro");
  });

  it("is refused when one part grows out of bounds", async () => {
    const bomb = { "docProps/app.xml": Buffer.alloc(30_000_000, " ") };
    expect(await sebab(await withEntries(sound(), bomb), nama)).toBe("terlalu-besar");
  });

  it("is refused when a part is larger than it says", async () => {
    const padded = await withEntries(sound(), { "pad.bin": Buffer.alloc(3_000_000, "ab") });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3_000_000);
    const lying = patched(padded, size.toString("latin1"), (at) => at.writeUInt32LE(999, 0));
    expect(await sebab(lying, nama)).toBe("rusak");
  });

  it("is refused with more parts than any program writes", async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`a${at}`, ""]));
    expect(await sebab(await withEntries(sound(), many), nama)).toBe("terlalu-besar");
  });

  it("is refused when it is locked, by a flag or by Office", async () => {
    const packed = await withEntries(sound(), {});
    const flagged = patched(packed, "PK\u0001\u0002", (at) =>
      at.writeUInt16LE(at.readUInt16LE(8) | 1, 8),
    );
    expect(await sebab(flagged, nama)).toBe("terkunci");
    const compound = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await sebab(compound, nama)).toBe("terkunci");
  });

  it("is refused when it is cut off, changed on the way or holds a name twice", async () => {
    expect(await sebab(sound().slice(0, -40), nama)).toBe("rusak");
    const spoilt = Buffer.from(sound());
    spoilt[Math.floor(spoilt.length / 2)] = (spoilt[Math.floor(spoilt.length / 2)] ?? 0) ^ 0xff;
    expect(await sebab(spoilt, nama)).toBe("rusak");
    const twice = await withEntries(sound(), { "x/aa": "1", "x/ab": "2" });
    expect(
      await sebab(
        patched(twice, "x/ab", (at) => at.write("x/AA")),
        nama,
      ),
    ).toBe("rusak");
  });

  it("is not taken for what its name says when it is something else", async () => {
    const other = nama === "a.xlsx" ? "bukan-xlsx" : "bukan-docx";
    const data = nama === "a.xlsx" ? naskah : format;
    expect(await sebab(data, nama)).toBe(other);
    expect(await sebab(Buffer.from("bukan zip"), nama)).toBe(other);
    expect(await sebab(await zipOf({ "foto.jpg": "x" }), nama)).toBe(other);
  });

  it(
    "never gets an exception out of the reader, whatever is changed in it",
    async () => {
      const data = sound();
      await assert(
        asyncProperty(
          integer({ min: 0, max: data.length - 1 }),
          uint8Array(),
          async (at, noise) => {
            const changed = Buffer.concat([
              data.slice(0, at),
              noise,
              data.slice(at + noise.length),
            ]);
            await bacaBerkas(changed, nama, "");
          },
        ),
        { numRuns: 60 },
      );
    },
    PROPERTY_MS,
  );
});

/** The sheet of figures with one of its parts changed. */
const part = async (nama: string, change: (xml: string) => string): Promise<Buffer> => {
  const xml = (await entriesOf(format))[nama]?.toString() ?? "";
  return withEntries(format, { [nama]: change(xml) });
};

describe("a sheet of figures", () => {
  const sheetXml = "xl/worksheets/sheet1.xml";

  it("declares no document type", async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet`;
    expect(
      await sebab(await part(sheetXml, (xml) => xml.replace("<worksheet", bomb)), "a.xlsx"),
    ).toBe("rusak");
  });

  it("is read at once however large the ranges are that it names", async () => {
    const all = "A1:XFD1048576";
    const huge = await part(sheetXml, (xml) =>
      xml
        .replace("</sheetData>", `<row r="1048576"/></sheetData><mergeCell ref="${all}"/>`)
        .replaceAll(/sqref="F\d+"/g, `sqref="${all}"`)
        .replace("<cols>", '<cols><col min="1" max="2000000000" width="9"/>'),
    );
    expect(await sebab(huge, "a.xlsx")).toBe("format");
  });

  it("is one: two in a workbook say nothing", async () => {
    const { book, sheet } = await openBook(format);
    const copy = book.addWorksheet("Salinan");
    sheet.eachRow((row) => copy.addRow(row.values));
    expect(await sebab(new Uint8Array(await book.xlsx.writeBuffer()), "a.xlsx")).toBe(
      "format-ganda",
    );
  });

  it("is told from any other workbook and from a damaged or newer one", async () => {
    const { book, sheet } = await openBook(format);
    const mark = sheet.getRow(1).values;
    const where = Array.isArray(mark) ? mark.length - 1 : 0;
    const saved = async (teks: string): Promise<Uint8Array> => {
      sheet.getCell(1, where).value = teks;
      return new Uint8Array(await book.xlsx.writeBuffer());
    };
    for (const teks of [
      "sopir-format/2 a a.1 pelayanan 2026-TW4",
      "sopir-format/1 a a.1 pelayanan 2026-TW9",
      "sopir-format/1 ../a a.1 pelayanan 2026-TW4",
    ]) {
      expect(await sebab(await saved(teks), "a.xlsx"), teks).toBe("bukan-format");
    }
    expect(await sebab(await saved("Rekap"), "a.xlsx")).toBe("tabel");
  });

  it("is known by its type where the service gave it another name", async () => {
    expect((await bacaBerkas(format, "berkas", XLSX))?.jenis).toBe("format");
    expect(await bacaBerkas(format, "foto.jpg", "image/jpeg")).toBeNull();
    const other = { jenis: "ditolak", sebab: "bukan-xlsx" };
    expect(await bacaBerkas(Buffer.from("a;1"), "berkas", "text/csv")).toEqual(other);
    expect(await bacaBerkas(Buffer.from("a"), "a", "application/vnd.ms-excel")).toEqual(other);
  });
});

describe("a zip file", () => {
  const small = { ...BATAS_ZIP, entriByte: 1_000, totalByte: 1_500 };
  const read = (data: Uint8Array): ReturnType<typeof bacaZip> => bacaZip(data, () => true, small);

  it("is held against the limits entry by entry and in all", async () => {
    const one = await zipOf({ a: "x".repeat(1_000) });
    expect((await read(one)).kind).toBe("isi");
    expect(await read(await zipOf({ a: "x".repeat(1_001) }))).toEqual({
      kind: "ditolak",
      sebab: "terlalu-besar",
    });
    expect(await read(await zipOf({ a: "x".repeat(900), b: "x".repeat(900) }))).toEqual({
      kind: "ditolak",
      sebab: "terlalu-besar",
    });
  });

  it("lets go of what is too large to be kept", async () => {
    const zip = await bacaZip(await zipOf({ a: "xxx", b: "x" }), () => true, {
      ...BATAS_ZIP,
      simpanByte: 2,
    });
    expect(zip.kind === "isi" && [...zip.bagian.keys()]).toEqual(["b"]);
  });
});

describe("XML", () => {
  it.each([
    ["nothing", "", false],
    ["an open tag", "<a>", false],
    ["a wrong end", "<a></b>", false],
    ["an entity nobody knows", "<a>&b;</a>", false],
    ["a document type", "<!DOCTYPE a><a/>", false],
    ["endless nesting", `${"<a>".repeat(300)}${"</a>".repeat(300)}`, false],
    ["a tag, text and CDATA", "<x:a b='1'>teks &amp; <![CDATA[<c>]]></x:a>", true],
  ])("that is %s is judged", async (_, xml, sound) => {
    expect(await bacaXml(Buffer.from(xml), {})).toBe(sound);
  });

  it("is told without prefixes, entities and CDATA as text", async () => {
    const told: string[] = [];
    await bacaXml(Buffer.from("<x:a y:b='1'>t&amp;<![CDATA[<c>]]></x:a>"), {
      buka: (nama, atribut) => void told.push(`<${nama} ${atribut("y:b")}`),
      teks: (teks) => void told.push(teks),
      tutup: (nama) => void told.push(`/${nama}`),
    });
    expect(told).toEqual(["<a 1", "t&", "<c>", "/a"]);
  });
});

/** The report with another body, and with these parts beside it. */
const written = async (body: string, parts: Readonly<Record<string, string>> = {}) => {
  const own = Object.keys(await entriesOf(naskah)).filter((one) => /\/(head|foot)er/.test(one));
  const isi = await bacaDocx(
    await withEntries(naskah, {
      ...Object.fromEntries(own.map((one) => [one, "<w:x/>"])),
      "word/document.xml": `<w:document xmlns:w="w" xmlns:v="v" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
      ...parts,
    }),
  );
  if (isi.jenis !== "naskah") throw new Error(isi.sebab);
  return isi;
};
const run = (teks: string): string => `<w:r><w:t>${teks}</w:t></w:r>`;
const field = (perintah: string, hasil: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${perintah} </w:instrText></w:r>
   <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(hasil)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("a Word file that comes back", () => {
  it("names the document it is a version of, and says its paragraphs in order", async () => {
    const isi = await bacaDocx(naskah);
    if (isi.jenis !== "naskah") throw new Error(isi.sebab);
    expect(isi.tanda).toBe("sopir: dok-1");
    expect(isi.alineaList.length).toBeGreaterThan(20);
    expect(isi.alineaList.every((alinea) => alinea === alinea.trim() && alinea !== "")).toBe(true);
    const at = (teks: string): number =>
      isi.alineaList.findIndex((alinea) => alinea.includes(teks));
    expect(at("Indikator Kinerja")).toBeGreaterThan(at("PEMERINTAH"));
  });

  it("is none of ours without a mark", async () => {
    expect(await bacaDocx(await dokumenDocx(laporan()))).toMatchObject({
      jenis: "naskah",
      tanda: null,
    });
  });

  it(
    "keeps mark and paragraphs when another program saves it",
    async () => {
      const before = await bacaDocx(naskah);
      const saved = [...(await convert(naskah, "docx", "laporan.docx")).values()][0];
      const after = await bacaDocx(saved ?? new Uint8Array());
      expect(after).toEqual(before);
    },
    SOFFICE_MS,
  );

  it("leaves out what was struck out, and what stands there twice for old programs", async () => {
    const body = `<w:p><w:r><w:t>Satu</w:t><w:tab/><w:t xml:space="preserve"> dua</w:t></w:r>
      <w:del><w:r><w:delText>tiga</w:delText></w:r></w:del>
      <w:moveFrom><w:r><w:t>empat</w:t></w:r></w:moveFrom></w:p>
      <w:p><w:r><w:t>  </w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>sel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><mc:AlternateContent><mc:Choice><w:t>kotak</w:t></mc:Choice><mc:Fallback><w:t>kotak</w:t></mc:Fallback></mc:AlternateContent></w:p>`;
    const data = await withEntries(naskah, {
      "word/document.xml": `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    });
    expect(await bacaDocx(data)).toMatchObject({
      alineaList: ["Satu dua", "sel", "kotak", expect.stringContaining("Halaman dari")],
      terbuka: { perubahan: 2, komentar: 0 },
    });
  });

  it.each([
    [
      "tracked changes",
      `<w:p>${run("Tiga")}<w:ins w:id="1">${run(" empat")}</w:ins><w:del w:id="2"><w:r><w:delText> lima</w:delText></w:r></w:del></w:p>`,
      ["Tiga empat"],
      { perubahan: 2, komentar: 0 },
    ],
    [
      "moved text",
      `<w:p><w:moveFrom>${run("A")}</w:moveFrom><w:moveTo>${run("A")}</w:moveTo></w:p>`,
      ["A"],
      { perubahan: 1, komentar: 0 },
    ],
    [
      "comments",
      `<w:p><w:commentRangeStart w:id="0"/>${run("Isi")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      ["Isi"],
      { perubahan: 0, komentar: 1 },
    ],
    [
      "a content control, filled in and empty",
      `<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p>${run("Camat")}</w:p></w:sdtContent></w:sdt>
       <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Klik untuk mengisi")}</w:sdtContent></w:sdt>${run("selesai")}</w:p>`,
      ["Camat", "selesai"],
      { perubahan: 0, komentar: 0 },
    ],
    [
      "fields: numbers of pages are each program's own, all else is text",
      `<w:p>${run("Halaman ")}${field("PAGE", "7")}${run(" dari ")}<w:fldSimple w:instr="NUMPAGES">${run("9")}</w:fldSimple></w:p>
       <w:p>${field('HYPERLINK "x"', `tautan </w:t></w:r>${field("PAGEREF a", "3")}<w:r><w:t>`)}</w:p>`,
      ["Halaman dari", "tautan"],
      { perubahan: 0, komentar: 0 },
    ],
  ])("with %s", async (_, body, alineaList, terbuka) => {
    expect(await written(body)).toMatchObject({ alineaList, terbuka });
  });

  it("says heads, feet and notes behind its text, each line of a head once", async () => {
    const { "[Content_Types].xml": types = "" } = await entriesOf(naskah);
    const kinds = ["header", "header", "footer", "footnotes", "endnotes"];
    const override = kinds.map(
      (kind, at) =>
        `<Override PartName="/x/${at}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
    );
    const textList = ["Kop dinas", "Kop dinas", "Kaki", "Catatan kaki", "Catatan akhir"];
    const entries = textList.map((teks, at) => [
      `x/${at}.xml`,
      `<w:x><w:p>${run(teks)}</w:p></w:x>`,
    ]);
    const isi = await written(`<w:p>${run("Isi")}</w:p>`, {
      ...Object.fromEntries(entries),
      "[Content_Types].xml": types.toString().replace("</Types>", `${override.join("")}</Types>`),
    });
    expect(isi.alineaList).toEqual(["Isi", "Kop dinas", "Kaki", "Catatan kaki", "Catatan akhir"]);
  });

  it("is refused when a head of it is damaged, or declares entities", async () => {
    for (const xml of [
      "<w:ftr><w:p>",
      `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a/>`,
    ]) {
      expect(await sebab(await withEntries(naskah, { "word/footer1.xml": xml }), "a.docx")).toBe(
        "rusak",
      );
    }
  });

  it("keeps its mark through WPS, which adds its own, and loses it in Google Docs, which keeps none", async () => {
    const { "docProps/custom.xml": custom = "", ...rest } = await entriesOf(naskah);
    const wps = custom
      .toString()
      .replace(
        /(<property )/,
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="KSOProductBuildVer"><vt:lpwstr>1033-12.2</vt:lpwstr></property>$1',
      );
    expect(await bacaDocx(await withEntries(naskah, { "docProps/custom.xml": wps }))).toEqual(
      await bacaDocx(naskah),
    );
    const bare = await bacaDocx(await zipOf(rest));
    // without its mark it may be an office's own plan, whose tables are read
    expect(bare).toMatchObject({ ...(await bacaDocx(naskah)), tanda: null });
  });

  it.each(["a.pdf", "a.doc", "a.odt", "a.rtf", "A.PDF"])(
    "as %s is another kind of file",
    async (nama) => {
      expect(await sebab(Buffer.from("%PDF-1.7"), nama)).toBe("bukan-docx");
    },
  );

  it("is too large to be compared when it has more paragraphs than any report", async () => {
    const many = "<w:p><w:t>a</w:t></w:p>".repeat(20_001);
    const data = await withEntries(naskah, {
      "word/document.xml": `<w:document>${many}</w:document>`,
    });
    expect(await bacaDocx(data)).toEqual({ jenis: "ditolak", sebab: "terlalu-besar" });
  });
});
