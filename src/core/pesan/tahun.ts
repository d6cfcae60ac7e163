import { tahunText } from "../../generated/teks.ts";
import { fill, lines, type Ucapan } from "./teks.ts";

/** Said in December: what has to come before the first triwulan of the year can open. */
export const tahunBelumSiap = (data: {
  readonly tahun: number;
  readonly kurang: string;
}): Ucapan => ({
  teks: lines(fill(tahunText.belumSiap, data), tahunText.takDibuka, tahunText.lengkapi),
});

/** Said when the time came and the berkas could not be opened. */
export const berkasBelumDibuka = (data: {
  readonly sop: string;
  readonly periode: string;
  readonly kurang: string;
}): Ucapan => ({
  teks: lines(fill(tahunText.belumDibuka, data), tahunText.lengkapiDibuka),
});
