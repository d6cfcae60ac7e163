import { describe, expect, it } from "vitest";
import { bagianList, isBersampul } from "../../../src/core/dokumen/bagian.ts";
import type { Blok, DaftarIsi, Sampul } from "../../../src/core/dokumen/model.ts";
import { halaman, judul } from "../../../src/core/dokumen/susun.ts";

const [a, b] = [judul(1, "a"), judul(1, "b")];

describe("cutting a document where pages begin", () => {
  it.each<[string, readonly Blok[], unknown]>([
    ["one standing part when nothing cuts it", [a, b], [["tegak", [a, b]]]],
    [
      "a part for every new page",
      [a, halaman("rebah"), b],
      [
        ["tegak", [a]],
        ["rebah", [b]],
      ],
    ],
    ["no blank page in front", [halaman("rebah"), a], [["rebah", [a]]]],
    ["no blank page behind", [a, halaman()], [["tegak", [a]]]],
    [
      "the last word where two new pages meet",
      [a, halaman(), halaman("rebah"), b],
      [
        ["tegak", [a]],
        ["rebah", [b]],
      ],
    ],
    ["one blank part of nothing", [], [["tegak", []]]],
  ])("gives %s", (_, blokList, expected) => {
    expect(bagianList({ blokList }).map(({ arah, blokList }) => [arah, blokList])).toEqual(
      expected,
    );
  });
});

describe("the table of contents", () => {
  const daftarIsi: DaftarIsi = { jenis: "daftar-isi", judul: "DAFTAR ISI", tingkat: 2 };
  const blokList = [a, daftarIsi, judul(2, "c"), judul(3, "d"), halaman(), b];

  it("lists the headings down to its level, before and after it", () => {
    const [first] = bagianList({ blokList });
    expect(first?.blokList[1]).toMatchObject({
      entriList: [
        { teks: "a", id: "judul_0" },
        { teks: "c", id: "judul_2" },
        { teks: "b", id: "judul_5" },
      ],
    });
  });

  it("names the headings it lists, and no others", () => {
    const seen = bagianList({ blokList }).flatMap(({ blokList }) =>
      blokList.map((blok) => ("id" in blok ? blok.id : null)),
    );
    expect(seen).toEqual(["judul_0", null, "judul_2", null, "judul_5"]);
  });

  it("stands once", () => {
    const [first] = bagianList({ blokList: [daftarIsi, a, { ...daftarIsi, tingkat: 3 }] });
    expect(first?.blokList.map(({ jenis }) => jenis)).toEqual(["daftar-isi", "judul"]);
  });
});

describe("a cover", () => {
  const sampul: Sampul = { jenis: "sampul", judulList: ["LKjIP"], instansiList: ["KECAMATAN"] };

  it.each<[string, readonly Blok[], boolean]>([
    ["first of all", [sampul, halaman(), a], true],
    ["behind something else", [a, sampul], false],
    ["nowhere", [], false],
  ])("%s", (_, blokList, expected) => {
    expect(isBersampul(bagianList({ blokList }))).toBe(expected);
  });
});
