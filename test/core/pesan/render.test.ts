import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RichText } from "../../../src/core/pesan/pesan.ts";
import { degrade } from "../../../src/core/pesan/render.ts";
import { plain, plainText } from "../../../src/core/pesan/spans.ts";
import { shorten, splitInto, splitText } from "../../../src/core/pesan/split.ts";
import { pembaca, rich } from "../../support/teks.ts";

const textOnly = { choices: "text", choicesMax: 0, choiceTitleMax: 200 } as const;
const buttons = { choices: "buttons", choicesMax: 8, choiceTitleMax: 20 } as const;
const choicesOf = (...titleList: string[]) =>
  titleList.map((judul, index) => ({ id: `c${index}`, judul }));

describe("degrade", () => {
  it("names choices instead of numbering them where a number is an answer of its own", () => {
    const shown = degrade(
      {
        teks: plain("Ketik angkanya."),
        pilihan: [choicesOf("Belum ada data", "Lewati dulu")],
        tanpaNomor: true,
      },
      textOnly,
      pembaca,
    );
    expect(plainText(shown.teks)).toBe("Ketik angkanya.\nAtau balas: Belum ada data · Lewati dulu");
  });

  const teks = rich("**Laporan** — mohon persetujuan");

  it("writes up to three choices in one line, without the signs of their titles", () => {
    const pilihan = [choicesOf("✅ Setuju", "↩️ Kembalikan"), choicesOf("Lihat semua angka")];
    const shown = degrade({ teks, pilihan }, textOnly, pembaca);
    expect(plainText(shown.teks)).toBe(
      "Laporan — mohon persetujuan\nBalas: 1 Setuju · 2 Kembalikan · 3 Lihat semua angka",
    );
    expect(shown.pilihan).toEqual([]);
    expect(shown.teks.filter((span) => span.tebal).map((span) => span.teks)).toEqual([
      "Laporan",
      "1",
      "2",
      "3",
    ]);
  });

  it("writes more than three below one another", () => {
    const shown = degrade(
      { teks: [], pilihan: [choicesOf("A", "B", "C", "D")] },
      textOnly,
      pembaca,
    );
    expect(plainText(shown.teks)).toBe("Balas dengan angka:\n1 A\n2 B\n3 C\n4 D");
  });

  it("keeps buttons, drops empty rows and shortens long titles", () => {
    const pilihan = [choicesOf("Kirim"), [], choicesOf("Sama dengan triwulan yang lalu")];
    const shown = degrade({ teks, pilihan }, buttons, pembaca);
    expect(shown.teks).toBe(teks);
    expect(shown.pilihan.map((row) => row.map(({ judul }) => judul))).toEqual([
      ["Kirim"],
      ["Sama dengan triwula…"],
    ]);
  });

  it("numbers the choices when there are more than the channel takes", () => {
    const pilihan = [choicesOf("A", "B", "C", "D", "E", "F", "G", "H", "I")];
    expect(degrade({ teks, pilihan }, buttons, pembaca).pilihan).toEqual([]);
  });

  const poll = { choices: "poll", choicesMax: 12, choiceTitleMax: 100 } as const;

  it("leaves two to twelve different choices to a poll, and says what it asks", () => {
    const pilihan = [choicesOf("✅ Setuju", "↩️ Kembalikan"), [], choicesOf("Lihat semua angka")];
    const shown = degrade({ teks, pilihan }, poll, pembaca);
    expect(shown.teks).toBe(teks);
    expect(shown.pilihan.flat().map(({ judul }) => judul)).toEqual([
      "✅ Setuju",
      "↩️ Kembalikan",
      "Lihat semua angka",
    ]);
    expect(shown.ajakan).toBe("Pilih satu di sini, atau balas dengan tulisannya.");
    const figure = degrade({ teks, pilihan, tanpaNomor: true }, poll, pembaca);
    expect(figure.ajakan).toBe("Atau pilih satu di sini.");
    expect(degrade({ teks, pilihan }, buttons, pembaca).ajakan).toBeUndefined();
  });

  it.each([
    { what: "one choice", titleList: ["Mulai isi"] },
    { what: "thirteen", titleList: Array.from({ length: 13 }, (_, n) => `Draf ${n + 1}`) },
    { what: "two of one title", titleList: ["Tugas", "Tugas"] },
    { what: "two that are the same once cut", titleList: [`${"a".repeat(101)}b`, "a".repeat(102)] },
  ])("numbers $what instead of making a poll", ({ titleList }) => {
    const shown = degrade({ teks, pilihan: [choicesOf(...titleList)] }, poll, pembaca);
    expect(shown).toEqual({ teks: shown.teks, pilihan: [] });
    expect(plainText(shown.teks)).toMatch(/Balas[: ]/);
  });

  it("keeps a title that is nothing but a sign", () => {
    const shown = degrade(
      { teks: [], pilihan: [choicesOf("✅", "0 bukti", "#1")] },
      textOnly,
      pembaca,
    );
    expect(plainText(shown.teks)).toBe("Balas: 1 ✅ · 2 0 bukti · 3 #1");
  });

  it("leaves a message without choices alone", () => {
    expect(degrade({ teks, pilihan: [] }, textOnly, pembaca)).toEqual({ teks, pilihan: [] });
  });
});

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom("✅", "👩‍💼", "😀😀😀", "kecamatan", "a".repeat(70)),
);
const spanArbitrary = fc.record(
  {
    teks: fc
      .array(fc.tuple(word, fc.constantFrom(" ", "\n", "\n\n", "")), { minLength: 1, maxLength: 8 })
      .map((pieceList) => pieceList.flat().join("")),
    tebal: fc.constant(true as const),
    miring: fc.constant(true as const),
  },
  { requiredKeys: ["teks"] },
);
const richText = fc.array(spanArbitrary, { maxLength: 8 });

/** Every letter with its look, white space left out: what splitting must not change. */
const lettersOf = (text: RichText): string[] =>
  text.flatMap(({ teks, tebal, miring }) =>
    teks
      .replace(/\s/g, "")
      .split("")
      .map((unit) => `${unit.charCodeAt(0)} ${tebal === true} ${miring === true}`),
  );

describe("splitText", () => {
  it.each([
    {
      where: "between paragraphs",
      text: `${"a ".repeat(49)}\n\nbb cc`,
      parts: ["a ".repeat(49).trim(), "bb cc"],
    },
    { where: "between lines", text: `${"a".repeat(80)}\n${"b".repeat(30)}`, parts: [80, 30] },
    { where: "between words", text: `${"a".repeat(80)} ${"b".repeat(30)}`, parts: [80, 30] },
    { where: "inside a word that is too long", text: "a".repeat(250), parts: [100, 100, 50] },
    { where: "right behind the limit", text: `${"a".repeat(100)} bb`, parts: [100, 2] },
    { where: "not at all when it fits", text: "a".repeat(100), parts: [100] },
  ])("cuts $where", ({ text, parts }) => {
    const shown = splitText(plain(text), 100).map(plainText);
    expect(
      shown.map((part, index) => (typeof parts[index] === "number" ? part.length : part)),
    ).toEqual(parts);
  });

  it("never cuts a character in two", () => {
    const parts = splitText(plain("😀".repeat(60)), 99).map(plainText);
    expect(parts.map((part) => part.length)).toEqual([98, 22]);
    expect(parts.join("")).toBe("😀".repeat(60));
  });

  it("gives the first part its own limit", () => {
    const parts = splitText(plain("kata ".repeat(50)), 200, 20).map(plainText);
    expect(parts[0]).toBe("kata kata kata kata");
    expect(parts).toHaveLength(3);
  });

  it("has no parts for nothing", () => {
    expect(splitText(plain(" \n\n "), 100)).toEqual([]);
    expect(splitText([], 100)).toEqual([]);
  });

  it("keeps every letter with its look, and every part within the limit and not empty", () => {
    fc.assert(
      fc.property(
        richText,
        fc.integer({ min: 4, max: 60 }),
        fc.integer({ min: 4, max: 60 }),
        (text, max, firstMax) => {
          const parts = splitText(text, max, firstMax);
          expect(parts.flatMap(lettersOf)).toEqual(lettersOf(text));
          for (const [index, part] of parts.entries()) {
            const shown = plainText(part);
            expect(shown.length).toBeLessThanOrEqual(index === 0 ? firstMax : max);
            expect(shown.trim()).toBe(shown);
            expect(shown).not.toBe("");
          }
        },
      ),
    );
  });
});

describe("splitInto", () => {
  const small = { max: 40, firstMax: 20 };

  it.each([
    { what: "a short outcome for one message", text: "Disetujui", count: 1, parts: ["Disetujui"] },
    { what: "a short outcome for three", text: "Disetujui", count: 3, parts: ["Disetujui"] },
    {
      what: "an outcome below a text that grew beyond its one message",
      text: `${"Laporan ".repeat(6)}\n\nSetuju`,
      count: 1,
      limits: { max: 40, firstMax: 40 },
      parts: ["Laporan Laporan Laporan Laporan…\n\nSetuju"],
    },
    {
      what: "an outcome that leaves no room for more",
      text: `${"a".repeat(20)}\n\nDisetujui Camat`,
      count: 1,
      parts: ["Disetujui Camat"],
    },
    {
      what: "what was two messages and would be three",
      text: `${"a".repeat(20)}\n\n${"b".repeat(38)}\n\nSetuju`,
      count: 2,
      parts: ["a".repeat(20), `${"b".repeat(31)}…\n\nSetuju`],
    },
  ])("fits $what", ({ text, count, parts, limits = small }) => {
    expect(splitInto(plain(text), count, limits).map(plainText)).toEqual(parts);
  });

  it("never gives more parts than asked for, each within its limit, the last with the last line", () => {
    const limits = { max: 40, firstMax: 25 };
    fc.assert(
      fc.property(richText, fc.integer({ min: 1, max: 4 }), (text, count) => {
        const parts = splitInto([...text, ...plain("\n\nDisetujui")], count, limits).map(plainText);
        expect(parts.length).toBeLessThanOrEqual(count);
        for (const [at, part] of parts.entries()) {
          expect(part.length).toBeLessThanOrEqual(at === 0 ? limits.firstMax : limits.max);
        }
        expect(parts.at(-1)?.endsWith("Disetujui")).toBe(true);
      }),
    );
  });
});

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe("shorten", () => {
  it("leaves what fits and marks what was cut", () => {
    expect(plainText(shorten(plain("pas"), 3))).toBe("pas");
    expect(plainText(shorten(rich("**panjang** sekali"), 10))).toBe("panjang s…");
  });

  it("never exceeds the limit nor cuts a character in two", () => {
    fc.assert(
      fc.property(richText, fc.integer({ min: 2, max: 40 }), (text, max) => {
        const shown = plainText(shorten(text, max));
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown).not.toMatch(LONE_SURROGATE);
      }),
    );
  });
});
