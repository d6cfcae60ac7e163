import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalonIsi, pathArsip, tanpaGanda } from "../../../src/core/arsip/isi.ts";

const calon = (path: string, hash: string): CalonIsi => ({
  path,
  apa: path,
  bukti: { hash, nama: path, mime: "m", ukuranByte: 1 },
  sebutan: null,
  nomor: null,
});

describe("a place in an archive", () => {
  it.each([
    ["Hasil survei: IKM/2026.pdf", "bukti/1.1/01 Hasil survei IKM 2026.pdf"],
    ["../../etc/passwd", "bukti/1.1/01 etc passwd"],
    ["..\\..\\autoexec.bat", "bukti/1.1/01 autoexec.bat"],
    ["C:\\nota.docx", "bukti/1.1/01 C nota.docx"],
    ["\u202Egpj.exe", "bukti/1.1/01 gpj.exe"],
    ["...", "bukti/1.1/01 berkas"],
    ["", "bukti/1.1/01 berkas"],
    [`${"x".repeat(300)}.pdf`, `bukti/1.1/01 ${"x".repeat(100)}.pdf`],
  ])("for %s is %s", (nama, path) => {
    expect(pathArsip(["bukti", "1.1"], 1, nama)).toBe(path);
  });

  it("stays below its folder and means the same everywhere, whatever people call their files", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (folder, nama) => {
        const parts = pathArsip(["formulir", folder], 7, nama).split("/");
        expect(parts).toHaveLength(3);
        for (const part of parts) {
          expect(part).toMatch(/^[\p{L}\p{N}(_-][\p{L}\p{N} .()_-]*$/u);
          expect(part).not.toContain("..");
          expect(part.endsWith(".") || part.endsWith(" ")).toBe(false);
        }
      }),
    );
  });
});

describe("files with the same bytes", () => {
  it("are packed where the first of them lies", () => {
    const list = tanpaGanda(
      [calon("a", "h1"), calon("b", "h2"), calon("c", "h1"), calon("d", "h1")],
      () => "utuh",
    );
    expect(list.map(({ samaDengan }) => samaDengan)).toEqual([null, null, "a", "a"]);
  });

  it("point to nothing when they are lost", () => {
    const list = tanpaGanda([calon("a", "h1"), calon("b", "h1")], () => "hilang");
    expect(list.map(({ keadaan, samaDengan }) => [keadaan, samaDengan])).toEqual([
      ["hilang", null],
      ["hilang", null],
    ]);
  });
});
