import { realisasiOf, type Turn } from "../engine/turn.ts";
import { computeRekapPeriode } from "../kinerja/rekap-periode.ts";
import type { Ucapan } from "./teks.ts";

/** The capaian of a berkas as a picture beside its message; nothing where nothing can be measured. */
export function grafikOf({ state, context }: Turn): Pick<Ucapan, "lampiran"> {
  const { indikatorList, periode } = state;
  const realisasi = realisasiOf(state, context);
  const { ringkasan } = computeRekapPeriode(indikatorList, realisasi, periode, context.kantor);
  return ringkasan.rataRataPersen === null
    ? {}
    : {
        lampiran: {
          jenis: "grafik",
          minta: { macam: "capaian", periode, unit: null },
          padaMs: context.nowMs,
          padaSeq: context.logSeq,
        },
      };
}
