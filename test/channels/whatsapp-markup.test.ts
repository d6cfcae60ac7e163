import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { JOINER, sanitizeFileName, toMarkup } from "../../src/channels/whatsapp-markup.ts";
import { plain } from "../../src/core/pesan/spans.ts";
import { rich } from "../support/teks.ts";

const bare = (text: string): string => text.replaceAll(JOINER, "");

/** Stretches WhatsApp would show in bold: a mark at a word's edge, closed in the same line. */
const boldIn = (markup: string): string[] =>
  [...markup.matchAll(/(?<![\p{L}\p{N}\u2060])\*([^\s*\u2060](?:[^*\n]*[^\s*\u2060])?)\*/gu)].map(
    ([, text = ""]) => text,
  );

describe("WhatsApp's markup", () => {
  it.each([
    { teks: plain("biasa"), markup: "biasa" },
    { teks: [{ teks: "tebal", tebal: true }], markup: "*tebal*" },
    { teks: [{ teks: "miring", miring: true }], markup: "_miring_" },
    { teks: [{ teks: "dua", tebal: true, miring: true }], markup: "*_dua_*" },
    { teks: [{ teks: " di tengah ", tebal: true }], markup: " *di tengah* " },
    { teks: [{ teks: "satu\n\ndua", tebal: true }], markup: "*satu*\n\n*dua*" },
    { teks: [{ teks: " \n ", tebal: true }], markup: " \n " },
    { teks: plain("rekap_tw_iv.xlsx"), markup: "rekap_tw_iv.xlsx" },
    { teks: plain("1. satu\n2. dua"), markup: "1. satu\n2. dua" },
  ] as const)("renders $markup", ({ teks, markup }) => {
    expect(toMarkup(teks)).toBe(markup);
  });

  it.each(["*tebal*", "_miring_", "~coret~", "`kode`", "```blok```", "2*3*4", "_a *b* c_"])(
    "shows %s as it was typed",
    (typed) => {
      const markup = toMarkup(plain(typed));
      expect(bare(markup)).toBe(typed);
      expect(markup).not.toMatch(/(?<!\u2060)[*~`](?!\u2060)/u);
      expect(boldIn(markup)).toEqual([]);
    },
  );

  it.each(["> kutipan", "- butir", "* butir", "awal\n> kutipan"])(
    "makes no quotation or list of %j",
    (typed) => {
      const markup = toMarkup(plain(typed));
      expect(bare(markup)).toBe(typed);
      expect(markup).not.toMatch(/^[>*-] /m);
    },
  );

  it("keeps what a person typed apart from our own looks", () => {
    const teks = rich("**Alasan:** {{alasan}}", { alasan: "data *desa* belum _masuk_" });
    expect(boldIn(toMarkup(teks))).toEqual(["Alasan:"]);
    const inside = rich("**{{nama}}**", { nama: "a*b*c" });
    expect(toMarkup(inside)).toMatch(/^\*a.*c\*$/);
    expect(boldIn(toMarkup(rich("{{teks}}", { teks: "* * *" })))).toEqual([]);
  });

  it("loses nothing of any text and lets nothing of it become bold", () => {
    const part = constantFrom(
      "a",
      "kata",
      " ",
      "*",
      "_",
      "~",
      "`",
      "\n",
      "> ",
      "- ",
      "1",
      "😀",
      "👨‍👩‍👧",
    );
    const text = array(part, { maxLength: 30 }).map((parts) => parts.join(""));
    assert(
      property(text, (typed) => {
        const markup = toMarkup(plain(typed));
        expect(bare(markup)).toBe(typed);
        expect(boldIn(markup)).toEqual([]);
      }),
    );
  });

  it.each([
    ["Rekap TW IV.xlsx", "Rekap TW IV.xlsx"],
    ["a/b\\c.pdf", "a-b-c.pdf"],
    ["a\nb.pdf", "ab.pdf"],
    [" ", "berkas"],
  ])("names a file %j as %j", (nama, clean) => {
    expect(sanitizeFileName(nama)).toBe(clean);
  });
});
