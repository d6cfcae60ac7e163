import type { Jalur } from "./kolom.ts";

/** A value with the keys that lead to it. */
export type Pasangan = readonly [jalur: Jalur, nilai: unknown];

/**
 * Values as one object: those of one key that are told apart by positions are a list, those told apart
 * by keys an object, which is not there where none of its values is.
 */
export function objekDari(pasanganList: readonly Pasangan[]): Readonly<Record<string, unknown>> {
  const byKey = new Map<string, Pasangan[]>();
  for (const [[key, ...rest], nilai] of pasanganList) {
    const list = byKey.get(String(key)) ?? [];
    byKey.set(String(key), [...list, [rest, nilai]]);
  }
  return Object.fromEntries(
    [...byKey]
      .map(([key, list]) => [key, nilaiDari(list)] as const)
      .filter(([, nilai]) => nilai !== undefined),
  );
}

function nilaiDari(list: readonly Pasangan[]): unknown {
  const [first] = list;
  if (first === undefined || first[0].length === 0) return first?.[1];
  if (typeof first[0][0] === "number") return list.map(([, nilai]) => nilai);
  const objek = objekDari(list);
  return Object.keys(objek).length === 0 ? undefined : objek;
}
