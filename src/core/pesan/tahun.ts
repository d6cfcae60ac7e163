import type { Pesan } from "./pesan.ts";
import { fill, lines, plain } from "./template.ts";

/** Said in December: what has to come before the first triwulan of the year can open. */
export const tahunBelumSiap = (data: {
  readonly tahun: number;
  readonly kurang: string;
}): Pesan => ({
  teks: lines(
    fill("⚠️ **Tahun {{tahun}} belum siap**: {{kurang}} belum ada", data),
    plain("Tanpa itu tidak ada berkas yang dibuka pada tahun tersebut."),
    plain(DILENGKAPI),
  ),
});

/** Said when the time came and the berkas could not be opened. */
export const berkasBelumDibuka = (data: {
  readonly sop: string;
  readonly periode: string;
  readonly kurang: string;
}): Pesan => ({
  teks: lines(
    fill("⚠️ **{{sop}} {{periode}} belum dibuka**: {{kurang}} belum ada", data),
    plain(`${DILENGKAPI} Berkasnya lalu dibuka sendiri.`),
  ),
});

const DILENGKAPI =
  "Mohon operator melengkapi berkas kantor atau kalendernya, lalu memuatnya kembali (kantor load).";
