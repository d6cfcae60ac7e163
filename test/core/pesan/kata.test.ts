// What people read must be right wherever they read it: with buttons, with a poll, with numbers only.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Kalimat } from "../../../src/core/pesan/kamus.ts";
import { kamus } from "../../support/teks.ts";

const folder = join(import.meta.dirname, "../../../src/core");
/** These belong to the simulator's page, which has buttons. */
const PERAGA = "panduan.";
const GESTURE = /\b(?:tekan|menekan|tombol|ketuk|ketukan|klik|sentuh)\b/i;

/** String literals with a blank in them, that is, sentences and not ids. */
const sentencesOf = (source: string): readonly string[] =>
  [...source.matchAll(/"([^"\n]* [^"\n]*)"|`([^`]* [^`]*)`/g)].map(
    ([, one, other]) => one ?? other ?? "",
  );

const files = ["dokumen"].flatMap((part) =>
  readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
    .map((path) => `${part}/${path}`)
    .filter((path) => path.endsWith(".ts")),
);

/** What a message says, its slots left out. */
const wordsOf = (kalimat: Kalimat): string =>
  JSON.stringify(kalimat.getAst()).replaceAll("\\n", " ");

describe("the words of a text", () => {
  it.each([
    ['plain("Tekan Setuju bila sudah benar.")', 1],
    ['"Tombol ini dari draf lama."', 1],
    ['decline(talk, "tombol-lama")', 0],
    ['fill("Pilih Setuju bila sudah benar.", {})', 0],
  ])("%s speaks of a gesture: %i", (source, count) => {
    expect(sentencesOf(source).filter((text) => GESTURE.test(text))).toHaveLength(count);
  });

  it("ask to choose, not to press: not every channel has buttons", () => {
    const pressing = files.flatMap((path) =>
      sentencesOf(readFileSync(join(folder, path), "utf8"))
        .filter((text) => GESTURE.test(text))
        .map((text) => `${path}: ${text}`),
    );
    const texts = [...kamus.id].filter(([kunci]) => !kunci.startsWith(PERAGA));
    const said = texts.filter(([, kalimat]) => GESTURE.test(wordsOf(kalimat)));
    expect([...pressing, ...said.map(([kunci]) => kunci)]).toEqual([]);
  });
});
