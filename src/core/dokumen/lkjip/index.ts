import type { Rekap } from "../../kinerja/rekap/index.ts";
import { plainText } from "../../pesan/spans.ts";
import type { Dokumen } from "../model.ts";
import { halaman } from "../susun.ts";
import { fill } from "../template.ts";
import { bahanLkjip, type OpsiLkjip } from "./bahan.ts";
import { lkjipCapaian } from "./capaian.ts";
import { lkjipMuka } from "./muka.ts";
import { lkjipPendahuluan } from "./pendahuluan.ts";
import { lkjipPenutup } from "./penutup.ts";
import { lkjipLampiran, lkjipPerencanaan } from "./perencanaan.ts";
import { lkjipText } from "./teks.ts";

export type { OpsiLkjip } from "./bahan.ts";

/**
 * The yearly report with the chapters of PermenPANRB 53/2014. What the rekap and the office know
 * stands in it; what nobody told sopir is said to be missing, with room to write.
 */
export function lkjip(rekap: Rekap, opsi: OpsiLkjip): Dokumen {
  const bahan = bahanLkjip(rekap, opsi);
  const { kantor, dibuatMs } = rekap.kop;
  return {
    judul: `LKjIP Tahun ${bahan.tahun} ${kantor}`,
    kertas: "A4",
    kop: null,
    tanda: bahan.status.tanda,
    kaki: plainText(fill(lkjipText.kaki, { kantor, tahun: bahan.tahun })),
    dibuatMs,
    blokList: [
      ...lkjipMuka(bahan),
      halaman(),
      ...lkjipPendahuluan(bahan),
      halaman(),
      ...lkjipPerencanaan(bahan),
      halaman(),
      ...lkjipCapaian(bahan),
      halaman(),
      ...lkjipPenutup(bahan),
      ...lkjipLampiran(bahan),
    ],
  };
}
