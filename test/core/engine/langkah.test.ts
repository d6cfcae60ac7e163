import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { handlers } from "../../../src/core/engine/langkah/index.ts";
import { check, type Kasus } from "./kasus.ts";

const casesOf = (jenis: string): URL => new URL(`./langkah/${jenis}.cases.ts`, import.meta.url);

describe("every kind of langkah", () => {
  it.each(Object.keys(handlers))("%s has its cases", (jenis) => {
    expect(existsSync(casesOf(jenis))).toBe(true);
  });
});

for (const jenis of Object.keys(handlers)) {
  if (!existsSync(casesOf(jenis))) continue;
  const module: { readonly kasusList: readonly Kasus[] } = await import(casesOf(jenis).href);
  describe(`a langkah of kind ${jenis}`, () => {
    it.each(module.kasusList)("$nama", check);
  });
}
