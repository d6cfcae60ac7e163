import type { LembarGrafik } from "../dokumen/grafik.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import type { RekapMasukan } from "../rekap/masukan.ts";
import type { Pada } from "../waktu/pada.ts";
import { grafikCapaian } from "./capaian.ts";
import { grafikKetepatan } from "./ketepatan.ts";
import { grafikPapan } from "./papan.ts";
import type { PermintaanGrafik } from "./permintaan.ts";
import { grafikTren, tahunTren } from "./tren.ts";

export type { PermintaanGrafik } from "./permintaan.ts";

/** The years whose rows a chart is made of, the newest first. */
export const tahunGrafik = (minta: PermintaanGrafik): readonly number[] =>
  minta.macam === "tren" ? tahunTren(minta.periode) : [tahunPeriode(minta.periode)];

/** The chart that is asked for, as of a moment, from the rows of its years; null where there is nothing to show. */
export function lembarGrafik(
  minta: PermintaanGrafik,
  yearList: readonly RekapMasukan[],
  pada: Pada,
): LembarGrafik | null {
  const [rows] = yearList;
  if (rows === undefined) return null;
  switch (minta.macam) {
    case "capaian":
      return grafikCapaian(rows, minta, pada);
    case "tren":
      return grafikTren(yearList, minta, pada);
    case "papan":
      return grafikPapan(rows, minta, pada);
    case "ketepatan":
      return grafikKetepatan(rows, minta, pada);
  }
}
