import type { Agregasi } from "../kinerja/indikator.ts";
import {
  type IstilahTriwulan,
  labelCakupan,
  labelPeriode,
  type Periode,
} from "../kinerja/periode.ts";
import { isianText } from "./isian.ts";
import type { RichText } from "./pesan.ts";
import { fill } from "./template.ts";

/** The sentence which figure is meant: the biggest source of wrong numbers. */
export function dimintaText(
  agregasi: Agregasi,
  periode: Periode,
  istilah: IstilahTriwulan,
): RichText {
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
