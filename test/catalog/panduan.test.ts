// The guides quote what sopir says: choices as **[ … ]**, messages as quoted lines. Each quote must be
// somewhere in the texts or the forms, so that the guides cannot go on showing what nobody reads.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Kalimat } from "../../src/core/pesan/kamus.ts";
import { FOLDER, namaGambar } from "../e2e/browser/gambar.ts";
import { kamus } from "../support/teks.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const bare = (text: string): string => text.replaceAll(/\*\*|[*_`]/g, "").trim();

/** What a slot may hold, where it stands in a line. */
const ISI = "\u0000";

type Element = ReturnType<Kalimat["getAst"]>[number];

/** What stands there as it is; anything in place of a slot. */
function wordsOf(element: Element): string {
  const tipe: number = element.type;
  return tipe === 0 && "value" in element ? element.value : ISI;
}

/** The lines of a message, once for each of its choices of words. */
function linesOf(kalimat: Kalimat): readonly string[] {
  const said = (list: ReturnType<Kalimat["getAst"]>): readonly string[] =>
    list.reduce<readonly string[]>(
      (soFar, element) => {
        const next =
          "children" in element
            ? said(element.children)
            : "options" in element
              ? Object.values(element.options).flatMap(({ value }) => said(value))
              : [wordsOf(element)];
        return soFar.flatMap((one) => next.map((other) => one + other));
      },
      [""],
    );
  return said(kalimat.getAst()).flatMap((one) => one.split("\n"));
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return value.split("\n");
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Lines of the forms: their titles, questions, buttons and hints. */
const formLines = readdirSync(join(root, "flows/formulir"))
  .flatMap((file) => textsIn(parse(read(`flows/formulir/${file}`))))
  .map((text) => text.replaceAll(/\{\{[^}]*\}\}|\{[^}]*\}/g, ISI));

/** Without looks and the sign that ends a sentence: a quote may end earlier. */
const plain = (line: string): string => bare(line).replace(/[.,;]+$/, "");

const patternList = [...[...kamus.id.values()].flatMap(linesOf), ...formLines]
  .map(plain)
  // a line of slots alone would fit whatever stands there
  .filter((line) => /\p{L}{2}/u.test(line) || /^(?:[^\w\s\0]|\0\. |\0 \0 — )/u.test(line))
  // what is offered stands behind its heading
  .map((line) => (line.endsWith(":") ? `${line}${ISI}` : line))
  .map((line) => {
    const parts = line.split(ISI).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`);
  });
const fits = (line: string): boolean =>
  patternList.some((pattern) => pattern.test(plain(line)) || pattern.test(bare(line)));

/** What "…" stands for is left out of a quote, or ends a title. */
const isSaid = (quote: string): boolean =>
  NAMA.has(quote) ||
  SEL.test(quote) ||
  fits(quote) ||
  quote.split("…").every((part) => plain(part) === "" || fits(part));

/** Choices that are the names of people and papers, and what somebody typed. */
const SEL = /^[A-Z]\d+ .*: \*\*/;
const NAMA = new Set(["Kasi Pelayanan", "Para Kasi (4)", "Tanda Terima", "86"]);

const quotes = readdirSync(join(root, "docs/panduan"))
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) =>
    read(`docs/panduan/${file}`)
      .split("\n")
      .flatMap((line, at) => {
        const titles = [...line.matchAll(/\*\*\[ (.*?) \]\*\*/g)].map(([, title = ""]) => title);
        const quoted = /^> (?!\*\*\[)(.+)$/.exec(line)?.[1];
        return [...titles, ...(quoted === undefined ? [] : [quoted])].map((quote) => ({
          at: `docs/panduan/${file}:${at + 1}`,
          quote,
        }));
      }),
  );

const PANDUAN = "docs/panduan";
const pages = readdirSync(join(root, PANDUAN)).filter((file) => file.endsWith(".md"));
const gambarOf = (file: string): readonly string[] =>
  [...read(join(PANDUAN, file)).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = ""]) =>
    join(PANDUAN, path),
  );

describe("the pictures of the guides", () => {
  it("are there", () => {
    const gone = pages.flatMap(gambarOf).filter((path) => !existsSync(join(root, path)));
    expect(gone).toEqual([]);
  });

  it("are those the script draws, each shown by some guide", () => {
    const shown = pages.flatMap(gambarOf).filter((path) => path.startsWith(`${FOLDER}/`));
    const drawn = namaGambar.map((nama) => `${FOLDER}/${nama}.png`);
    expect([...new Set(shown)].toSorted()).toEqual(drawn.toSorted());
    expect(readdirSync(join(root, FOLDER)).toSorted()).toEqual(
      namaGambar.map((nama) => `${nama}.png`).toSorted(),
    );
  });

  it.each(["admin", "camat", "dinas", "inspektorat", "kasi", "kasubbag", "sekcam", "staf"])(
    "stand on the page of the %s",
    (halaman) => {
      expect(gambarOf(`${halaman}.md`)).not.toEqual([]);
    },
  );
});

describe("the guides", () => {
  it("quote only what is said", () => {
    expect(quotes.length).toBeGreaterThan(100);
    const gone = quotes.filter(({ quote }) => !isSaid(quote));
    expect(gone.map(({ at, quote }) => `${at}: ${quote}`)).toEqual([]);
  });
});
