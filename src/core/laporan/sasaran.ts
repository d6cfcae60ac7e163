import type { Isi } from "../dokumen/model.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { kategoriOf } from "../kinerja/kategori.ts";
import type { Rekap } from "../rekap/index.ts";
import type { Sasaran } from "../rekap/sasaran.ts";
import { laporanText } from "./teks.ts";
import { fill } from "./template.ts";

/** By how many indikator a sasaran is measured, and its capaian. */
export const sasaranPengantar = (
  { barisList, persen }: Sasaran,
  { tampilan }: Pick<Rekap, "tampilan">,
): Isi =>
  persen === null
    ? fill(laporanText.sasaranKosong, { jumlah: barisList.length })
    : fill(laporanText.sasaran, {
        jumlah: barisList.length,
        persen: formatAngka(persen),
        kategori: kategoriOf(persen, tampilan).nama,
      });
