import { describe, expect, it } from "vitest";
import { changedIsian, changedSince } from "../../../src/core/engine/draf.ts";
import type { Draf, IsiDraf, Ralat } from "../../../src/core/engine/state.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
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

const periode = Periode.parse("2026-TW2");
const ralat = (lama: Nilai, baru: Nilai): Ralat => ({
  periode,
  kode: "1.2",
  lama: isianOf(lama),
  baru: isianOf(baru),
});
const isiOf = (versi: number, ralatList?: readonly Ralat[]): IsiDraf => ({
  versi,
  padaMs: 0,
  sebutan: `Draf ${versi}`,
  isianByKode: {},
  naskahId: "b:1",
  ...(ralatList && { ralatList }),
});

describe("what changed since a version that was seen before", () => {
  const sebelumnya = [isiOf(1), isiOf(2), isiOf(3, [ralat(12, 10)])];
  const draf = (baru: Nilai): Draf => ({
    ...isiOf(4, [ralat(10, baru)]),
    sebelumnya,
    perubahan: [],
  });

  it("names a corrected figure of a part once, as it was then and as it is now", () => {
    expect(changedSince(draf(9.5), isiOf(2))).toEqual([ralat(12, 9.5)]);
    expect(changedSince(draf(9.5), isiOf(3))).toEqual([ralat(10, 9.5)]);
    expect(changedSince(draf(9.5), isiOf(4))).toEqual([]);
  });

  it("does not name one that is again what it was", () => {
    expect(changedSince(draf(12), isiOf(2))).toEqual([]);
  });
});
