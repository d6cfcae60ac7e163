import { periodeText } from "../../generated/teks.ts";
import {
  jenisPeriode,
  type Periode,
  periodeOf,
  romawiPeriode,
  tahunPeriode,
  triwulanSampai,
} from "../kinerja/periode.ts";
import { fill, type Teks } from "./teks.ts";

/** "Triwulan IV 2026", "Semester II 2026", "Tahun 2026", in the words of whoever reads it. */
export function sebutPeriode(periode: Periode): Teks {
  const tahun = String(tahunPeriode(periode));
  return jenisPeriode(periode) === "tahunan"
    ? fill(periodeText.tahun, { tahun })
    : fill(periodeText.penuh, { nama: namaOf(periode), tahun });
}

/** "TW IV", "Semester II", "Tahun 2026": where the year is plain from the place. */
export function sebutPendek(periode: Periode): Teks {
  return jenisPeriode(periode) === "triwulan"
    ? fill(periodeText.triwulanPendek, { romawi: romawiPeriode(periode) })
    : jenisPeriode(periode) === "semester"
      ? namaOf(periode)
      : sebutPeriode(periode);
}

/** "TW IV 2026": the same, its year with it. */
export const sebutPendekTahun = (periode: Periode): Teks =>
  jenisPeriode(periode) === "tahunan"
    ? sebutPeriode(periode)
    : fill(periodeText.penuh, {
        nama: sebutPendek(periode),
        tahun: String(tahunPeriode(periode)),
      });

/**
 * The words every prompt carries: "Triwulan II saja" for figures of one triwulan, or "s.d. Triwulan
 * II (Jan–Jun)" for running totals. The two are the biggest source of wrong numbers; for a whole year
 * they are one: "Tahun 2026 (Jan–Des)".
 */
export function sebutCakupan(periode: Periode, kumulatif: boolean): Teks {
  if (jenisPeriode(periode) === "tahunan") {
    return fill(periodeText.setahun, { periode: sebutPeriode(periode) });
  }
  const nama = namaOf(periode);
  if (!kumulatif) return fill(periodeText.saja, { nama });
  const akhir = AKHIR[triwulanSampai(periode).length - 1] ?? "des";
  return fill(periodeText.sampai, { nama, akhir });
}

const namaOf = (periode: Periode): Teks =>
  jenisPeriode(periode) === "triwulan"
    ? fill(periodeText.triwulan, { romawi: romawiPeriode(periode) })
    : fill(periodeText.semester, { romawi: romawiPeriode(periode) });

/** The month a triwulan ends with. */
const AKHIR = ["mar", "jun", "sep", "des"] as const;

/** "TW III", by its number. */
export const sebutTriwulan = (nomor: number): Teks =>
  sebutPendek(periodeOf(TAHUN_MANA_PUN, "triwulan", nomor));

/** The short word names no year. */
const TAHUN_MANA_PUN = 2000;
