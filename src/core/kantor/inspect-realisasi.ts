import type { Indikator, Isian } from "../kinerja/indikator.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import type { TemuanKantor } from "./inspect.ts";
import type { BerkasKantor } from "./schema.ts";

/** Whether every earlier figure belongs to a known indikator of its year, once, in its own notation. */
export function inspectRealisasi({ realisasi, indikator }: BerkasKantor): readonly TemuanKantor[] {
  return realisasi.flatMap(({ kode, periode, isian }, index): readonly TemuanKantor[] => {
    const galat = (key: string, pesan: string): readonly TemuanKantor[] => [
      { tingkat: "galat", jalur: ["realisasi", index, key], pesan },
    ];
    if (jenisPeriode(periode) !== "triwulan") {
      return galat("periode", `realisasi dicatat per triwulan, bukan ${periode}`);
    }
    const tahun = tahunPeriode(periode);
    const owner = indikator.find((one) => one.kode === kode && one.tahun === tahun);
    if (owner === undefined) return galat("kode", `indikator ${kode} tahun ${tahun} tidak ada`);
    const first = realisasi.findIndex((one) => one.kode === kode && one.periode === periode);
    if (first < index) return galat("kode", `realisasi ${kode} ${periode} sudah tertulis`);
    const fault = isianFault(owner, isian);
    return fault === null ? [] : galat("isian", `realisasi ${kode} ${periode}: ${fault}`);
  });
}

function isianFault({ agregasi }: Indikator, isian: Isian): string | null {
  if (isian.jenis !== "angka") return null;
  const { nilai, pembilang, penyebut } = isian;
  if (agregasi !== "rasio") {
    return pembilang === undefined && penyebut === undefined
      ? null
      : "pembilang dan penyebut hanya untuk indikator rasio";
  }
  if (pembilang === undefined || penyebut === undefined) {
    return "indikator rasio memerlukan pembilang dan penyebut";
  }
  if (penyebut === 0) return "penyebut tidak boleh nol";
  const persen = (pembilang / penyebut) * 100;
  return Math.abs(persen - nilai) < 0.01
    ? null
    : `${pembilang}/${penyebut} bukan ${String(nilai).replace(".", ",")} persen`;
}
