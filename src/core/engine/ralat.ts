import { sameIsian } from "../kinerja/indikator.ts";
import type { Ralat } from "./state.ts";

/** Corrections told one after the other as one of each figure: its first old value and its last new one. */
export function gabungRalat(ralatList: readonly Ralat[]): readonly Ralat[] {
  const byFigure = new Map<string, Ralat>();
  for (const one of ralatList) {
    const key = `${one.periode}/${one.kode}`;
    byFigure.set(key, { ...one, lama: (byFigure.get(key) ?? one).lama });
  }
  return [...byFigure.values()].filter(({ lama, baru }) => !sameIsian(lama, baru));
}
