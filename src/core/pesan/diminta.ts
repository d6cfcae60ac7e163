import { isianText } from "../../generated/teks.ts";
import type { Agregasi } from "../kinerja/indikator.ts";
import {
  type IstilahTriwulan,
  labelCakupan,
  labelPeriode,
  type Periode,
} from "../kinerja/periode.ts";
import { fill, type Teks } from "./teks.ts";

/** The sentence which figure is meant: the biggest source of wrong numbers. */
export function dimintaText(agregasi: Agregasi, periode: Periode, istilah: IstilahTriwulan): Teks {
  const alone = labelCakupan(periode, false, istilah);
  switch (agregasi) {
    case "jumlah":
      return fill(isianText.mintaSaja, { cakupan: alone });
    case "kumulatif":
      return fill(isianText.mintaKumulatif, { cakupan: labelCakupan(periode, true, istilah) });
    case "posisi_akhir":
      return fill(isianText.mintaPosisi, { periode: labelPeriode(periode, istilah) });
    case "rata_rata":
      return fill(isianText.mintaRata, { cakupan: alone });
    case "rasio":
      return fill(isianText.mintaRasio, { cakupan: alone });
  }
}
