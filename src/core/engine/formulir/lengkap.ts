import type { Jawab } from "../../formulir/nilai.ts";
import type { IsianFormulir, Tahap } from "../../formulir/schema.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import type { Turn } from "../turn.ts";
import { bawaanOf } from "./bawaan.ts";

/** The fields of one part: what was filled in, else what is offered beforehand. */
export const jawabList = (
  turn: Turn,
  langkah: LangkahOf<"formulir">,
  tahap: Tahap,
): readonly Jawab[] =>
  tahap.isian.map((isian) => {
    const given = turn.state.formulirByLangkah[langkah.no]?.[isian.kode];
    return {
      isian,
      nilai: given ?? bawaanOf(turn, langkah, isian),
      diisi: given !== undefined,
    };
  });

/** The fields that must be filled in and are not, with nothing offered in their place. */
export const kurangList = (jawab: readonly Jawab[]): readonly IsianFormulir[] =>
  jawab.filter(({ isian, nilai }) => isian.wajib && nilai === null).map(({ isian }) => isian);

/**
 * The part of a formulir a wait is for.
 * @throws Error when the sheet has none of this number: a wait and its pinned sheet do not fit.
 */
export function tahapOf(langkah: LangkahOf<"formulir">, index: number | undefined): Tahap {
  const tahap = langkah.tahap[index ?? 0];
  if (tahap === undefined) throw new Error(`langkah ${langkah.no} has no part ${index}`);
  return tahap;
}
