import { sameIsian } from "../kinerja/indikator.ts";
import type { RealisasiAwal } from "./schema.ts";

/**
 * The invented figures of the demo office that a file still carries: of every period that says mostly
 * what the demo says, the rows that say exactly that. A real figure may be the same by chance; most of
 * a triwulan is not.
 */
export function contohRealisasi(
  realisasi: readonly RealisasiAwal[],
  contoh: readonly RealisasiAwal[],
): readonly RealisasiAwal[] {
  const same = realisasi.filter((row) =>
    contoh.some(
      (one) =>
        one.kode === row.kode && one.periode === row.periode && sameIsian(one.isian, row.isian),
    ),
  );
  return same.filter(({ periode }) => 2 * count(same, periode) > count(contoh, periode));
}

const count = (list: readonly RealisasiAwal[], periode: string): number =>
  list.filter((row) => row.periode === periode).length;
