import { describe, expect, it } from "vitest";
import { bagianList } from "../../../src/core/dokumen/bagian.ts";
import type { Blok } from "../../../src/core/dokumen/model.ts";
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
