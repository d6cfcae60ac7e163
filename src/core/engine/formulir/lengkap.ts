import type { Jawab } from "../../formulir/nilai.ts";
import type { IsianFormulir, Tahap } from "../../formulir/schema.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import type { Wait } from "../state.ts";
import type { Turn } from "../turn.ts";
import { bawaanOf } from "./bawaan.ts";
import { tahapButir } from "./setiap.ts";

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
  jawab.filter(({ isian, nilai }) => isian.wajib && isBlank(nilai)).map(({ isian }) => isian);

/** Whether nothing is said; a list from which everything was taken says nothing. */
const isBlank = (nilai: Jawab["nilai"]): boolean =>
  nilai === null || (nilai.tipe === "daftar" && nilai.butirList.length === 0);

/**
 * The part of a formulir a wait is for; where it is asked for each line of a list, as it is for that line.
 * @throws Error when the sheet has none of this number: a wait and its pinned sheet do not fit.
 */
export function tahapOf(
  langkah: LangkahOf<"formulir">,
  { tahap: index = 0, butir }: Pick<Wait, "tahap" | "butir">,
): Tahap {
  const tahap = langkah.tahap[index];
  if (tahap === undefined) throw new Error(`langkah ${langkah.no} has no part ${index}`);
  return butir === undefined ? tahap : tahapButir(tahap, butir);
}
