import type { Isian } from "./indikator.ts";

/** Whether two answers say the same; nothing filled in equals only nothing filled in. */
export function sameIsian(a: Isian | null, b: Isian | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.jenis !== "angka" || b.jenis !== "angka") return a.jenis === b.jenis;
  return a.nilai === b.nilai && a.pembilang === b.pembilang && a.penyebut === b.penyebut;
}
