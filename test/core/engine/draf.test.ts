import { describe, expect, it } from "vitest";
import { changedIsian } from "../../../src/core/engine/draf.ts";
import { isianOf, type Nilai } from "./play.ts";

const isianByKode = (nilaiByKode: Readonly<Record<string, Nilai>>) =>
  Object.fromEntries(Object.entries(nilaiByKode).map(([kode, nilai]) => [kode, isianOf(nilai)]));

describe("what changed between two drafts", () => {
  it.each<[Readonly<Record<string, Nilai>>, Readonly<Record<string, Nilai>>, readonly string[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: 2 }, ["a"]],
    [{}, { a: 0 }, ["a"]],
    [{ a: 0 }, { a: "nihil" }, ["a"]],
    [{ a: "belum" }, { a: "nihil" }, ["a"]],
    [{ a: "belum" }, { a: "belum" }, []],
    [{ a: "1/2" }, { a: "2/4" }, ["a"]],
    [{ a: 1, b: 2 }, { b: 3, c: 4 }, ["a", "b", "c"]],
  ])("%j → %j: %j", (before, after, kodeList) => {
    const changed = changedIsian(isianByKode(before), isianByKode(after));
    expect(changed.map(({ kode }) => kode)).toEqual(kodeList);
  });
});
