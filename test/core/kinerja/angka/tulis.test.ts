import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { terbilang } from "../../../../src/core/kinerja/angka/terbilang.ts";
import { formatAngka, isTidakWajar } from "../../../../src/core/kinerja/angka/tulis.ts";

describe("formatAngka", () => {
  it.each([
    [1234.5, undefined, "1.234,5"],
    [0, undefined, "0"],
    [86.25, undefined, "86,25"],
    [1_500_000, undefined, "1.500.000"],
    [-3.5, undefined, "-3,5"],
    [-0.001, undefined, "0"],
    [101.4706, 2, "101,47"],
    [12.3456, 4, "12,3456"],
    [999, 0, "999"],
    [1000, 0, "1.000"],
    [1.005, 2, "1,01"],
    [-2.675, 2, "-2,68"],
    [999.995, 2, "1.000"],
    [999_999_999_999.99, 2, "999.999.999.999,99"],
    [1e12, 6, "1.000.000.000.000"],
    [Number.MAX_SAFE_INTEGER, 6, "9.007.199.254.740.991"],
    [9e21, 2, "9.000.000.000.000.000.000.000"],
  ])("writes %d (%s) as %s", (nilai, desimal, text) =>
    expect(formatAngka(nilai, desimal)).toBe(text),
  );
});

describe("terbilang", () => {
  it.each([
    [0, "nol"],
    [11, "sebelas"],
    [15, "lima belas"],
    [20, "dua puluh"],
    [100, "seratus"],
    [111, "seratus sebelas"],
    [1000, "seribu"],
    [1500, "seribu lima ratus"],
    [1999, "seribu sembilan ratus sembilan puluh sembilan"],
    [21_000, "dua puluh satu ribu"],
    [1_001_000, "satu juta seribu"],
    [2_000_000_000, "dua miliar"],
    [1.5, "satu koma lima"],
    [0.05, "nol koma nol lima"],
    [86.25, "delapan puluh enam koma dua lima"],
    [-3, "minus tiga"],
    [100.0, "seratus"],
    [-0.000_000_1, "nol"],
    [10, "sepuluh"],
    [12, "dua belas"],
    [101, "seratus satu"],
    [1100, "seribu seratus"],
    [11_000, "sebelas ribu"],
    [100_000, "seratus ribu"],
    [101_010, "seratus satu ribu sepuluh"],
    [1_000_000, "satu juta"],
    [1_250_000, "satu juta dua ratus lima puluh ribu"],
    [1e12, "satu triliun"],
    [10.203, "sepuluh koma dua nol tiga"],
  ])("says %d as %s", (nilai, words) => expect(terbilang(nilai)).toBe(words));

  it("says each figure in words that add up to it again", () => {
    const whole = fc.oneof(fc.nat(), fc.integer({ min: 0, max: 999_999_999_999 }));
    fc.assert(
      fc.property(whole, (nilai) => {
        expect(countWords(terbilang(nilai))).toBe(nilai);
      }),
    );
  });
});

describe("isTidakWajar", () => {
  it.each([
    ["ten times both references", 860, { sebelumnya: 83.2, target: 85 }, [86]],
    ["forty times the target", 3400, { sebelumnya: null, target: 85 }, []],
    ["a tenth of the last figure", 8.5, { sebelumnya: 85, target: null }, [85]],
    ["a hundred times", 8625, { sebelumnya: 83.2, target: 85 }, [86.25]],
    ["a thousandth, a dot taken for a comma", 1.5, { sebelumnya: 1400, target: 1500 }, [1500]],
    ["exactly eight times the larger", 80, { sebelumnya: 5, target: 10 }, [8]],
    ["exactly an eighth of the smaller", 1.25, { sebelumnya: 10, target: 20 }, [12.5]],
  ])("doubts %s", (_, nilai, known, expected) => {
    const { tidakWajar, usul } = isTidakWajar(nilai, known);
    expect(tidakWajar).toBe(true);
    expect(usul).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["a common change", 86.25, 83.2, 85],
    ["a little less than eight times", 79.9, 5, 10],
    ["eight times one of the two only", 80, 10, 11],
    ["a figure below 0, which is asked back for its sign", -860, 83.2, 85],
    ["a figure near its target after a small one", 12, 1, 12],
    ["zero, which is a figure", 0, 83.2, 85],
    ["anything when nothing is known", 860, null, null],
    ["anything against a zero", 860, 0, 0],
  ])("accepts %s", (_, nilai, sebelumnya, target) =>
    expect(isTidakWajar(nilai, { sebelumnya, target })).toEqual({ tidakWajar: false, usul: [] }),
  );

  it("suggests nothing that it would doubt again", () => {
    const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (nilai, target) => {
        const known = { sebelumnya: null, target };
        for (const value of isTidakWajar(nilai, known).usul) {
          expect(isTidakWajar(value, known).tidakWajar).toBe(false);
        }
      }),
    );
  });
});

const digitWords = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"];
const units = new Map([...digitWords, "sembilan"].map((word, value) => [word, value]));
const groups = new Map([
  ["ribu", 1e3],
  ["juta", 1e6],
  ["miliar", 1e9],
]);

/** Counts the words of a whole figure, by the rules of the language and not of our code. */
function countWords(words: string): number {
  let [sum, group, unit] = [0, 0, 0];
  const apart = words.replace(/\bse(puluh|belas|ratus|ribu)\b/g, "satu $1");
  for (const word of apart.split(" ")) {
    const size = groups.get(word);
    if (size !== undefined) {
      sum += (group + unit) * size;
      [group, unit] = [0, 0];
    } else if (word === "belas") {
      [group, unit] = [group + 10 + unit, 0];
    } else if (word === "puluh" || word === "ratus") {
      [group, unit] = [group + unit * (word === "puluh" ? 10 : 100), 0];
    } else {
      unit = units.get(word) ?? Number.NaN;
    }
  }
  return sum + group + unit;
}
