import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNaskah } from "../../../src/core/dokumen/beda-naskah.ts";
import { matchTexts } from "../../../src/core/dokumen/padanan.ts";

const alineaList = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 });

describe("two versions of a text", () => {
  it.each([
    ["nothing", ["a", "b"], ["a", "b"], [0, 0, 0]],
    ["a new paragraph", ["a", "b"], ["a", "x", "b"], [1, 0, 0]],
    ["a paragraph that is gone", ["a", "b", "c"], ["a", "c"], [0, 1, 0]],
    ["a paragraph that reads otherwise", ["a", "b", "c"], ["a", "x", "c"], [0, 0, 1]],
    ["one made into two", ["a", "b", "c"], ["a", "x", "y", "c"], [1, 0, 1]],
    ["everything", [], ["a", "b"], [2, 0, 0]],
    ["a paragraph that moved", ["a", "b", "c"], ["b", "c", "a"], [1, 1, 0]],
  ])("differ by %s", (_, lama, baru, counts) => {
    const { ditambah, dihapus, diganti, perubahanList } = compareNaskah(lama, baru);
    expect([ditambah, dihapus, diganti]).toEqual(counts);
    expect(perubahanList).toHaveLength(ditambah + dihapus + diganti);
  });

  it("are quoted where they differ", () => {
    const awal =
      "Realisasi kinerja kecamatan pada triwulan ini sudah berjalan dengan baik di semua desa ";
    const sisa = " menurut laporan para kepala desa yang diterima paling lambat hari kelima";
    const { perubahanList } = compareNaskah([`${awal}83,2${sisa}`], [`${awal}86,25${sisa}`]);
    expect(perubahanList).toEqual([
      {
        jenis: "ganti",
        lama: "…berjalan dengan baik di semua desa 83,2 menurut laporan para kepala desa yang diterima paling lambat hari kelima",
        baru: "…berjalan dengan baik di semua desa 86,25 menurut laporan para kepala desa yang diterima paling lambat hari kelima",
      },
    ]);
    const [panjang] = compareNaskah([], ["kata ".repeat(100)]).perubahanList;
    expect(panjang).toEqual({ jenis: "tambah", baru: `${"kata ".repeat(24)}…` });
  });

  it("become one another by their changes", () => {
    fc.assert(
      fc.property(alineaList, alineaList, (lama, baru) => {
        const { ditambah, dihapus, diganti } = compareNaskah(lama, baru);
        const same = matchTexts(lama, baru).length;
        expect(same + diganti + dihapus).toBe(lama.length);
        expect(same + diganti + ditambah).toBe(baru.length);
      }),
    );
  });

  it("do not differ from themselves, and the other way round differ the other way round", () => {
    fc.assert(
      fc.property(alineaList, alineaList, (lama, baru) => {
        expect(compareNaskah(lama, lama).perubahanList).toEqual([]);
        const there = compareNaskah(lama, baru);
        const back = compareNaskah(baru, lama);
        expect(matchTexts(lama, baru).length).toBe(matchTexts(baru, lama).length);
        expect(there.ditambah - there.dihapus).toBe(back.dihapus - back.ditambah);
      }),
    );
  });
});

describe("paragraphs that stayed", () => {
  it("are the same ones, in rising order, as many as possible", () => {
    fc.assert(
      fc.property(alineaList, alineaList, (lama, baru) => {
        const pairs = matchTexts(lama, baru);
        for (const [index, [row, column]] of pairs.entries()) {
          expect(lama[row]).toBe(baru[column]);
          const [above, left] = pairs[index - 1] ?? [-1, -1];
          expect(row > above && column > left).toBe(true);
        }
        expect(pairs).toHaveLength(longestCommon(lama, baru));
      }),
    );
  });

  it.each([
    ["all different", (at: number) => `baru ${at}`],
    ["all the same", () => "sama"],
    ["a few texts over and over", (at: number) => `alinea ${(at * 7919) % 13}`],
    ["each moved", (at: number) => `alinea ${(at * 7919) % 20_000}`],
    ["changed here and there", (at: number) => (at % 97 === 5 ? `lain ${at}` : `alinea ${at}`)],
  ])("are found in bounded time in very long texts, %s", (nama, write) => {
    const lama = Array.from({ length: 20_000 }, (_, at) => `alinea ${at}`);
    const baru = lama.map((_, at) => write(at));
    const pairs = matchTexts(lama, baru);
    for (const [row, column] of pairs) expect(lama[row]).toBe(baru[column]);
    if (nama === "changed here and there") {
      expect(pairs.length).toBe(lama.filter((text, at) => text === baru[at]).length);
    }
  });
});

/** The plain definition, for short lists. */
function longestCommon(lama: readonly string[], baru: readonly string[]): number {
  const table = Array.from({ length: lama.length + 1 }, () =>
    Array.from({ length: baru.length + 1 }, () => 0),
  );
  for (const [row, text] of lama.entries()) {
    for (const [column, other] of baru.entries()) {
      table[row + 1]![column + 1] =
        text === other
          ? table[row]![column]! + 1
          : Math.max(table[row]![column + 1]!, table[row + 1]![column]!);
    }
  }
  return table[lama.length]![baru.length]!;
}
