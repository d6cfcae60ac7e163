import type { Rekap } from "../kinerja/rekap.ts";
import { fill, plainText } from "../pesan/template.ts";
import { bahanLkjip, type OpsiLkjip } from "./lkjip-bahan.ts";
import { lkjipCapaian } from "./lkjip-capaian.ts";
import { lkjipMuka } from "./lkjip-muka.ts";
import { lkjipPendahuluan } from "./lkjip-pendahuluan.ts";
import { lkjipPenutup } from "./lkjip-penutup.ts";
import { lkjipLampiran, lkjipPerencanaan } from "./lkjip-perencanaan.ts";
import { lkjipText } from "./lkjip-teks.ts";
import type { Dokumen } from "./model.ts";
import { halaman } from "./susun.ts";

export type { OpsiLkjip } from "./lkjip-bahan.ts";

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
