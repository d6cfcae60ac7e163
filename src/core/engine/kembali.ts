import type { PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { setiapDi, unitButir } from "./formulir/setiap.ts";
import { langkahOf, unitList } from "./holders.ts";
import type { BerkasTerbuka } from "./turn.ts";

/**
 * Whose part alone a return from this langkah may concern: units whose figures it compiles, or those who
 * answered for lines of a list. None where it goes back as a whole.
 */
export function unitKembali({ sop, state }: BerkasTerbuka, langkah: Langkah): readonly PegawaiId[] {
  const back = "kembalikan" in langkah.hasil ? langkah.hasil.kembalikan : undefined;
  if (back === undefined || back === "selesai") return [];
  const target = langkahOf(sop, back);
  const each = setiapDi(target);
  if (each !== null) return unitButir(each, state);
  const compiles = langkah.jenis === "penyusunan" || langkah.jenis === "kompilasi";
  return compiles && target.jenis === "realisasi" ? unitList(state) : [];
}
