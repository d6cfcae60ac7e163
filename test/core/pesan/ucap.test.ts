import { describe, expect, it } from "vitest";
import { type Kamus, parseKalimat } from "../../../src/core/pesan/kamus.ts";
import {
  fill,
  joined,
  type Kunci,
  lines,
  paragraphs,
  type Teks,
} from "../../../src/core/pesan/teks.ts";
import { inPlainWords, inWords, pembacaOf, sayTo } from "../../../src/core/pesan/ucap.ts";
import { kantor } from "../../support/world.ts";

const kamusOf = (id: Record<string, string>, en: Record<string, string> = {}): Kamus => ({
  id: new Map(Object.entries(id).map(([kunci, teks]) => [kunci, parseKalimat("id", teks)])),
  en: new Map(Object.entries(en).map(([kunci, teks]) => [kunci, parseKalimat("en", teks)])),
});
const kamus = kamusOf(
  {
    halo: "Halo <b>{nama}</b>, {sapaan}",
    jumlah: "{n} unit",
    hanya: "hanya di sini",
  },
  { halo: "Hello <b>{nama}</b>", jumlah: "{n, plural, one {# unit} other {# units}}" },
);
const halo: Kunci<{ readonly nama: Teks }> = { kunci: "halo" };
const jumlah: Kunci<{ readonly n: number }> = { kunci: "jumlah" };
const hanya = { kunci: "hanya", data: {} };
const pembaca = pembacaOf({ kamus, kantor }, null);
const reader = pembacaOf({ kamus, kantor: { ...kantor, bahasa: "en" } }, null);

describe("a text", () => {
  it("is said in the language of its reader, and in Indonesian where that has none", () => {
    const teks = lines(fill(jumlah, { n: 1 }), fill(jumlah, { n: 2 }), hanya);
    expect(inPlainWords(pembaca, teks)).toBe("1 unit\n2 unit\nhanya di sini");
    expect(inPlainWords(reader, teks)).toBe("1 unit\n2 units\nhanya di sini");
  });

  it("is read in a person's own language before that of the office", () => {
    const [first, ...rest] = kantor.pegawaiList;
    if (first === undefined) throw new Error("nobody");
    const office = { ...kantor, pegawaiList: [{ ...first, bahasa: "en" as const }, ...rest] };
    const own = pembacaOf({ kamus, kantor: office }, first.id);
    expect(inPlainWords(own, fill(jumlah, { n: 2 }))).toBe("2 units");
    expect(inPlainWords(pembacaOf({ kamus, kantor: office }, null), fill(jumlah, { n: 2 }))).toBe(
      "2 unit",
    );
  });

  it("takes the office's own words", () => {
    const office = pembacaOf({ kamus, kantor: { ...kantor, sapaan: "Saudara" } }, null);
    expect(inPlainWords(office, fill(halo, { nama: "Ani" }))).toBe("Halo Ani, Saudara");
  });

  it("keeps what is filled in plain, whatever stands in it", () => {
    const nama = "<b>{nama}</b> **x** '{";
    expect(inWords(pembaca, fill(halo, { nama }))).toEqual([
      { teks: "Halo " },
      { teks: nama, tebal: true },
      { teks: ", Bapak/Ibu" },
    ]);
    expect(inPlainWords(pembaca, fill(halo, { nama: fill(halo, { nama: "A" }) }))).toBe(
      "Halo Halo A, Bapak/Ibu, Bapak/Ibu",
    );
  });

  it("leaves no trace of what is empty", () => {
    expect(inPlainWords(pembaca, paragraphs("a", [], "", lines("", "b")))).toBe("a\n\nb");
    expect(inPlainWords(pembaca, joined(["a", "", "b"]))).toBe("a, b");
  });

  it("that nobody wrote is a fault", () => {
    expect(() => inWords(pembaca, { kunci: "tidak.ada", data: {} })).toThrow("tidak.ada");
  });
});

describe("a message", () => {
  it("is said with its choices, and keeps the rest", () => {
    const pilihan = [[{ id: "a", judul: hanya }]];
    expect(sayTo(pembaca, { teks: "x", pilihan, promptId: "p", singkat: [] })).toEqual({
      teks: [{ teks: "x" }],
      pilihan: [[{ id: "a", judul: "hanya di sini" }]],
      promptId: "p",
      singkat: [],
    });
  });
});
