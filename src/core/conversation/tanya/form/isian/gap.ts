import type { RefusalCode } from "../../../../engine/decision.ts";
import { buktiKode, lackOf, rowOf, type Sheet, uraianKode } from "./sheet.ts";

/** What keeps a sheet from being sent, in the engine's own words, and the fields that would end that. */
export interface Gap {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string>>;
  readonly antrean: readonly string[];
}

/** The first thing that keeps a sheet from being sent; null where nothing does. */
export function firstGap(sheet: Sheet): Gap | null {
  const { isian, keterangan, bukti } = lackOf(sheet);
  if (isian.length > 0) {
    const data = { kurang: String(isian.length) };
    return { code: "isian-belum-lengkap", data, antrean: isian };
  }
  const nameOf = (kode: string) => ({ nama: rowOf(sheet, kode).indikator.nama });
  const [noteless] = keterangan;
  if (noteless !== undefined) {
    const antrean = [uraianKode(noteless, "keterangan")];
    return { code: "penghambat-wajib", data: nameOf(noteless), antrean };
  }
  const [unproved] = bukti;
  return unproved === undefined
    ? null
    : { code: "bukti-wajib", data: nameOf(unproved), antrean: [buktiKode(unproved)] };
}
