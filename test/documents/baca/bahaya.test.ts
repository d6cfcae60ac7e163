// What would run when a colleague opens it is told by what it holds, whatever it is called.
import { beforeAll, describe, expect, it } from "vitest";
import { bacaBerkas } from "../../../src/documents/baca/berkas.ts";
import { dokumenDocx } from "../../../src/documents/docx/index.ts";
import { laporan } from "../../core/dokumen/sample.ts";
import { withEntries, zipOf } from "../../support/zip.ts";

let docx: Uint8Array;
beforeAll(async () => {
  docx = await dokumenDocx(laporan(), "sopir: dok-1");
});

const sebab = async (data: Uint8Array, nama: string, mime = ""): Promise<string | null> => {
  const isi = await bacaBerkas(data, nama, mime);
  return isi?.jenis === "ditolak" ? isi.sebab : (isi?.jenis ?? null);
};

const ole = (...bagian: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    ...bagian.map((nama) => Buffer.from(nama, "utf16le")),
  ]);
const hex = (text: string): Buffer => Buffer.concat([Buffer.from(text, "hex"), Buffer.alloc(64)]);

describe("a file with a program in it", () => {
  it.each([
    "foto.jpg",
    "laporan.pdf",
    "bukti",
    "surat.doc",
    "tabel.xls",
    "paparan.pptx",
    "arsip.zip",
  ])("is refused as %s, of today's kind and of before 2007", async (nama) => {
    const macro = await withEntries(docx, { "word/vbaProject.bin": "Sub AutoOpen()" });
    expect(await sebab(macro, nama)).toBe("makro");
    expect(await sebab(ole("WordDocument", "Macros", "_VBA_PROJECT"), nama)).toBe("makro");
  });

  it.each(["a.docx", "a.xlsx"])("is refused as %s where it is of before 2007", async (nama) => {
    expect(await sebab(ole("Workbook", "_VBA_PROJECT_CUR"), nama)).toBe("makro");
  });

  it.each(["a.docm", "a.xlsm", "a.pptm", "a.dotm", "a.xlam", "A.PPSM"])(
    "is refused by the name %s alone",
    async (nama) => {
      expect(await sebab(docx, nama)).toBe("makro");
    },
  );
});

describe("a program", () => {
  it.each([
    ["Windows", "4d5a9000"],
    ["Linux", "7f454c4602"],
    ["macOS", "cffaedfe07"],
    ["a script", "23212f62696e2f7368"],
    ["a shortcut", "4c0000000114020000000000c000000000000046"],
  ])("of %s is refused whatever it is called", async (_, awalan) => {
    for (const nama of ["foto.jpg", "laporan.pdf", "format.xlsx", "surat.docx", "bukti"])
      expect(await sebab(hex(awalan), nama), nama).toBe("program");
  });

  it.each(["a.exe", "a.js", "a.vbs", "a.hta", "a.ps1", "a.bat", "a.LNK", "foto.jpg.scr"])(
    "is refused by the name %s",
    async (nama) => {
      expect(await sebab(Buffer.from("teks biasa"), nama)).toBe("program");
    },
  );
});

describe("an ordinary file", () => {
  it("is what it was: a photo, a PDF, a zip of photos, a Word file of before 2007", async () => {
    const photos = await zipOf({ "1.jpg": "foto", "2.jpg": "foto" });
    expect(await sebab(hex("ffd8ffe0"), "foto.jpg")).toBeNull();
    expect(await sebab(photos, "foto.zip")).toBeNull();
    expect(await sebab(Buffer.from("%PDF-1.7"), "bukti.pdf")).toBe("bukan-docx");
    expect(await sebab(ole("WordDocument"), "surat.doc")).toBe("bukan-docx");
    expect(await sebab(docx, "laporan.docx")).toBe("naskah");
  });

  it("may be any zip, however large it claims to be: it is not opened", async () => {
    const bomb = await zipOf({ "a.bin": Buffer.alloc(4_000_000) });
    expect(await sebab(bomb, "bukti.zip")).toBeNull();
    expect(await sebab(Buffer.from("PK rusak"), "bukti.zip")).toBeNull();
  });
});
