// An office whose language is English reads no Indonesian: every text is said in it, and what is kept as it
// is says nothing but slots, names and signs.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTeks } from "../../src/catalog/load-teks.ts";
import { formatProblem } from "../../src/catalog/problem.ts";

const folder = await loadTeks(join(import.meta.dirname, "../../flows"));
if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));
const { id, en } = folder.teks;

/** What is left of a text without its slots, its marks, and the commands it names. */
const wordsOf = (teks: string): string =>
  teks
    .replaceAll(/\{\w+\}/g, " ")
    .replaceAll(/<\/?b>|\/[a-z]+/g, " ")
    .trim();

/** Words that are the same in both languages: posts and papers of the sheets, and what is typed. */
const SAMA = new Set([
  "admin",
  "Admin",
  "Camat",
  "Draf 1",
  "Inspektorat",
  "Kepala Dinas",
  "NIP:",
  "No",
  "PDF",
  "Sekcam",
  "Sekretaris Dinas",
  "Target",
  "Word",
  "· NIP",
]);

describe("the English texts", () => {
  it("are there for every text", () => {
    expect(Object.keys(id).filter((kunci) => en[kunci] === undefined)).toEqual([]);
  });

  it("are other words wherever there are words", () => {
    const same = Object.entries(id)
      .filter(([kunci, teks]) => en[kunci] === teks && /\p{L}{2}/u.test(wordsOf(teks)))
      .filter(([, teks]) => !SAMA.has(wordsOf(teks)));
    expect(same.map(([kunci, teks]) => `${kunci}: ${teks}`)).toEqual([]);
  });

  // The commonest words of Indonesian texts that are no names: one of them is a text left behind.
  it("hold none of the words every Indonesian sentence is made of", () => {
    const left = Object.entries(en).filter(([, teks]) =>
      /\b(?:yang|dan|atau|untuk|dari|dengan|pada|tidak|belum ada|sudah|akan|dapat|ini|itu|mohon|pilih|ketik|berkas|langkah|kantor ini)\b/i.test(
        wordsOf(teks).replaceAll(/select,[^}]*\}|SKB Menag.*2026\./g, ""),
      ),
    );
    expect(left.map(([kunci, teks]) => `${kunci}: ${teks}`)).toEqual([]);
  });
});
