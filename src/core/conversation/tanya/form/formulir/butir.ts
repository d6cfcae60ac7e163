import { bacaIsian, type KonteksIsian, type Bacaan as Terbaca } from "../../../../formulir/baca.ts";
import type { NilaiFormulir } from "../../../../formulir/nilai.ts";
import type { IsianFormulir } from "../../../../formulir/schema.ts";

/** Whether lines are added to a list until somebody says it is complete. */
export const isBertambah = (field: IsianFormulir): boolean =>
  field.tipe === "daftar" && field.kolom !== undefined;

/** Lines already given to such a list; none of any other field. */
export const butirGiven = (
  field: IsianFormulir,
  given: NilaiFormulir | undefined,
): readonly string[] => (isBertambah(field) && given?.tipe === "daftar" ? given.butirList : []);

/** Reads an answer; further lines come after those given, "hapus 2" takes one out. */
export function bacaTambahan(
  field: IsianFormulir,
  given: NilaiFormulir | undefined,
  { teks, konteks }: { readonly teks: string; readonly konteks: KonteksIsian },
): Terbaca {
  const before = butirGiven(field, given);
  const dropped = Number(/^hapus (?:nomor |no\.? )?(\d{1,3})$/i.exec(teks.trim())?.[1] ?? 0);
  if (before[dropped - 1] !== undefined)
    return daftar(before.filter((_, at) => at !== dropped - 1));
  const read = bacaIsian(field, teks, konteks);
  return read.kind === "nilai" && read.nilai.tipe === "daftar"
    ? daftar([...before, ...read.nilai.butirList])
    : read;
}

const daftar = (butirList: readonly string[]): Terbaca => ({
  kind: "nilai",
  nilai: { tipe: "daftar", butirList: [...butirList] },
});
