import { isJelas, readAngka } from "../kinerja/angka/baca.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import { targetTahunanDari } from "../kinerja/target.ts";
import type { TargetTahun } from "./tahun.ts";

/** Targets that differ as they were typed, and the lines that say nothing. */
export interface UbahanTahun {
  readonly targetList: readonly TargetTahun[];
  readonly galatList: readonly { readonly baris: string; readonly sebab: SebabUbahan }[];
}

export type SebabUbahan = "kode" | "jumlah" | "angka" | "ganda";

/**
 * Reads one line for each indikator: its kode, the targets of the four triwulan, and that of the year, which
 * may be left out where they tell it. A dash is no target.
 */
export function bacaUbahan(teks: string, indikatorList: readonly Indikator[]): UbahanTahun {
  const targetList: TargetTahun[] = [];
  const galatList: { baris: string; sebab: SebabUbahan }[] = [];
  for (const baris of teks.split("\n").map((line) => line.trim())) {
    if (baris === "") continue;
    const read = bacaBaris(baris, indikatorList);
    if (typeof read === "string") galatList.push({ baris, sebab: read });
    else if (targetList.some(({ kode }) => kode === read.kode)) {
      galatList.push({ baris, sebab: "ganda" });
    } else targetList.push(read);
  }
  return { targetList, galatList };
}

function bacaBaris(baris: string, indikatorList: readonly Indikator[]): TargetTahun | SebabUbahan {
  const [kata = "", ...rest] = baris.replace(/^ubah\s+/i, "").split(/[\s;:]+/);
  const indikator = indikatorList.find(({ kode }) => kode.toLowerCase() === kata.toLowerCase());
  if (indikator === undefined) return "kode";
  if (rest.length !== 4 && rest.length !== 5) return "jumlah";
  const angkaList = rest.map((teks) => bacaTarget(teks, indikator));
  if (angkaList.some((one) => one === undefined)) return "angka";
  return withTarget(indikator, angkaList);
}

/** Where the year is not told, its triwulan tell it; those of a ratio do not. */
function withTarget(
  { kode, agregasi }: Indikator,
  angkaList: readonly (number | null | undefined)[],
): TargetTahun | SebabUbahan {
  const [tw1 = null, tw2 = null, tw3 = null, tw4 = null, setahun] = angkaList;
  const targetTriwulan: TargetTahun["targetTriwulan"] = [tw1, tw2, tw3, tw4];
  if (setahun !== undefined) return { kode, targetTahunan: setahun, targetTriwulan };
  const targetTahunan = targetTahunanDari({ agregasi, targetTriwulan });
  return targetTahunan === null ? "jumlah" : { kode, targetTahunan, targetTriwulan };
}

/** Null for none; undefined where it cannot be told. */
function bacaTarget(teks: string, { satuan }: Indikator): number | null | undefined {
  if (/^[-–—]$/.test(teks)) return null;
  const read = readAngka(teks, { satuan });
  return read.jenis === "angka" && isJelas(read) ? read.nilaiList[0] : undefined;
}
