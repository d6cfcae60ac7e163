import type { Bagian } from "./bagian.ts";
import { nilaiUnsur } from "./kata-bilangan.ts";

/** A number with its sign and scale, and the pieces it is made of. */
export interface Bilangan {
  readonly nilaiList: readonly number[];
  readonly bagianList: readonly Bagian[];
  readonly berskala: boolean;
  /** The scale a single letter behind it may stand for. */
  readonly huruf: number | null;
  readonly kata: boolean;
}

/** The numbers of a text: pieces of number that stand together are one. */
export function numbersOf(bagianList: readonly Bagian[]): readonly Bilangan[] {
  const runs: Bagian[][] = [];
  let run: Bagian[] | null = null;
  for (const [index, bagian] of bagianList.entries()) {
    if (!belongs(bagian, run !== null, bagianList[index + 1])) run = null;
    else if (run === null) {
      run = [bagian];
      runs.push(run);
    } else run.push(bagian);
    // A letter ends its number.
    if (bagian.arti === "huruf") run = null;
  }
  return runs.map(numberOf);
}

/** A sign only begins a number, a letter only ends one. */
function belongs({ arti }: Bagian, open: boolean, next: Bagian | undefined): boolean {
  if (arti === "tanda") return !open && next?.arti === "bilangan";
  return arti === "bilangan" || (open && arti === "huruf");
}

function numberOf(bagianList: readonly Bagian[]): Bilangan {
  const unsur = bagianList.flatMap((one) => (one.arti === "bilangan" ? one.unsur : []));
  const sign = bagianList.some((one) => one.arti === "tanda" && one.kali === -1) ? -1 : 1;
  return {
    nilaiList: nilaiUnsur(unsur).map((nilai) => (nilai === 0 ? 0 : sign * nilai)),
    bagianList,
    huruf: bagianList.map((one) => (one.arti === "huruf" ? one.skala : null)).at(-1) ?? null,
    berskala: unsur.some(({ jenis }) => jenis === "skala"),
    kata: unsur.every(({ jenis }) => jenis !== "angka"),
  };
}
