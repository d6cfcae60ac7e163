import { isianText } from "../../generated/teks.ts";
import type { Agregasi } from "../kinerja/indikator.ts";
import { type Periode } from "../kinerja/periode.ts";
import { sebutCakupan, sebutPeriode } from "./periode.ts";
import { fill, type Teks } from "./teks.ts";

/** The sentence which figure is meant: the biggest source of wrong numbers. */
export function dimintaText(agregasi: Agregasi, periode: Periode): Teks {
  const alone = sebutCakupan(periode, false);
  switch (agregasi) {
    case "jumlah":
      return fill(isianText.mintaSaja, { cakupan: alone });
    case "kumulatif":
      return fill(isianText.mintaKumulatif, { cakupan: sebutCakupan(periode, true) });
    case "posisi_akhir":
      return fill(isianText.mintaPosisi, { periode: sebutPeriode(periode) });
    case "rata_rata":
      return fill(isianText.mintaRata, { cakupan: alone });
    case "rasio":
      return fill(isianText.mintaRasio, { cakupan: alone });
  }
}
