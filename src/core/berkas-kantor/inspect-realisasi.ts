import { faktor } from "../kinerja/agregasi.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Indikator, Isian } from "../kinerja/indikator.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import type { BerkasKantor, TemuanKantor } from "./schema.ts";

/** Whether every earlier figure belongs to a known indikator of its year, once, in its own notation. */
export function inspectRealisasi({ realisasi, indikator }: BerkasKantor): readonly TemuanKantor[] {
  return realisasi.flatMap(({ kode, periode, isian }, index): readonly TemuanKantor[] => {
    const at = (key: string, pesan: string): readonly TemuanKantor[] => [
      { tingkat: "galat", jalur: ["realisasi", index, key], pesan },
    ];
    if (jenisPeriode(periode) !== "triwulan") {
      return at("periode", `realisasi dicatat per triwulan, bukan ${periode}`);
    }
    const tahun = tahunPeriode(periode);
    const owner = indikator.find((one) => one.kode === kode && one.tahun === tahun);
    if (owner === undefined) return at("kode", `indikator ${kode} tahun ${tahun} tidak ada`);
    const first = realisasi.findIndex((one) => one.kode === kode && one.periode === periode);
    if (first < index) return at("kode", `realisasi ${kode} ${periode} sudah tertulis`);
    return isianFaults(owner, isian).map(({ tingkat, pesan }) => ({
      tingkat,
      jalur: ["realisasi", index, "isian"],
      pesan: `realisasi ${kode} ${periode}: ${pesan}`,
    }));
  });
}

function isianFaults(
  { agregasi, satuan }: Indikator,
  isian: Isian,
): readonly Pick<TemuanKantor, "tingkat" | "pesan">[] {
  if (isian.jenis !== "angka") return [];
  const { nilai, pembilang, penyebut } = isian;
  const both = pembilang !== undefined && penyebut !== undefined;
  const neither = pembilang === undefined && penyebut === undefined;
  if (agregasi !== "rasio") {
    return neither ? [] : [galat("pembilang dan penyebut hanya untuk indikator rasio")];
  }
  if (neither) {
    const pesan = "tanpa pembilang dan penyebut; semester dan tahun memakai angka terakhir saja";
    return [{ tingkat: "peringatan", pesan }];
  }
  if (!both) return [galat("pembilang dan penyebut harus ditulis keduanya")];
  if (penyebut === 0) return [galat("penyebut tidak boleh nol")];
  const expected = (pembilang / penyebut) * faktor(satuan);
  // Two decimals are how such figures are printed; the two parts are what counts.
  return Math.abs(expected - nilai) < 0.01
    ? []
    : [
        galat(
          `${pembilang}/${penyebut} adalah ${formatAngka(expected)}, bukan ${formatAngka(nilai)}`,
        ),
      ];
}

const galat = (pesan: string): Pick<TemuanKantor, "tingkat" | "pesan"> => ({
  tingkat: "galat",
  pesan,
});
