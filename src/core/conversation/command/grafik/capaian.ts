import { grafikText } from "../../../../generated/teks.ts";
import { parsePeriode, tahunPeriode } from "../../../kinerja/periode.ts";
import { computeRekapPeriode } from "../../../kinerja/rekap-periode.ts";
import { fill, lines } from "../../../pesan/teks.ts";
import { decline, type Talk } from "../../talk.ts";
import { currentPeriode, indikatorIn, newestPeriode, unitOf } from "../latest.ts";
import { summaryLine, unitText } from "../rekap.ts";
import { labelOf, sayGrafik } from "./kirim.ts";

/** Capaian by sasaran of a period; of the newest one with figures where none is named. */
export function capaian(talk: Talk, argumen: string): Talk {
  const { world, pegawai } = talk;
  const unit = unitOf(pegawai);
  const fallback = newestPeriode(world, unit) ?? currentPeriode(world);
  const periode = argumen === "" ? fallback : parsePeriode(argumen, tahunPeriode(fallback));
  if (periode === null) return decline(talk, "periode-tidak-terbaca");
  const label = labelOf(talk, periode);
  const { indikatorList, realisasi } = indikatorIn(world, periode, unit);
  const { ringkasan } = computeRekapPeriode(indikatorList, realisasi, periode, world.kantor);
  if (ringkasan.rataRataPersen === null) {
    return decline(talk, "grafik-capaian-kosong", { periode: label });
  }
  return sayGrafik(
    talk,
    { macam: "capaian", periode, unit },
    lines(
      fill(grafikText.capaianKepala, { periode: label, unit: unitText(pegawai) }),
      summaryLine(ringkasan),
      grafikText.capaianLain,
    ),
  );
}
