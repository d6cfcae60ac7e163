import { formatAngka } from "../kinerja/angka/tulis.ts";
import { type IstilahTriwulan, labelPendek, nomorPeriode } from "../kinerja/periode.ts";
import type { LembarCapaian, Rekap } from "../rekap/index.ts";

/** What one indikator was in the period before. */
export interface NilaiSebelumnya {
  /** Capaian now less capaian then, in points. */
  readonly selisihPersen: number;
  readonly realisasi: string | null;
}

/** The period before, as far as the same year tells of it. */
export interface Sebelumnya {
  readonly label: string;
  readonly rataRataPersen: number | null;
  readonly byKode: ReadonlyMap<string, NilaiSebelumnya>;
}

/** What a table is compared with: the triwulan or semester before in the same year, or nothing. */
export function sebelumnyaOf(rekap: Rekap, lembar: LembarCapaian): Sebelumnya | null {
  if (lembar.jenis === "triwulan") return triwulanLalu(rekap, lembar);
  if (lembar.jenis === "semester" && nomorPeriode(lembar.periode) === 2) {
    const lalu = rekap.lembarList.find(
      ({ jenis, periode }) => jenis === "semester" && nomorPeriode(periode) === 1,
    );
    return lalu === undefined ? null : semesterLalu(lembar, lalu, rekap.kop.istilahTriwulan);
  }
  return null;
}

/** The rekap compares triwulan itself; the figures of then stand in the table up to now. */
function triwulanLalu(rekap: Rekap, lembar: LembarCapaian): Sebelumnya | null {
  const { perbandingan, ringkasan } = lembar;
  if (perbandingan === null) return null;
  const { naik, turun, selisihRataRataPersen: selisih, label } = perbandingan;
  const moved = new Map(
    [...naik, ...turun].map(({ baris, selisihPersen }) => [baris.kode, selisihPersen]),
  );
  const sampai = rekap.lembarList.find(({ jenis }) => jenis === "sampai-dengan");
  const entries = lembar.barisList.flatMap(({ kode, capaianPersen }) => {
    const rincian = sampai?.barisList.find((one) => one.kode === kode)?.rincian.at(-2) ?? null;
    const selisihPersen = moved.get(kode) ?? 0;
    // without a figure on either side there is nothing to compare, however equal they are
    if (capaianPersen === null || typeof rincian !== "number") return [];
    return [[kode, { selisihPersen, realisasi: formatAngka(rincian) }] as const];
  });
  return {
    label,
    rataRataPersen:
      selisih === null || ringkasan.rataRataPersen === null
        ? null
        : ringkasan.rataRataPersen - selisih,
    byKode: new Map(entries),
  };
}

function semesterLalu(
  kini: LembarCapaian,
  lalu: LembarCapaian,
  istilah: IstilahTriwulan,
): Sebelumnya {
  const before = new Map(lalu.barisList.map((baris) => [baris.kode, baris]));
  const entries = kini.barisList.flatMap(({ kode, capaianPersen }) => {
    const then = before.get(kode);
    if (capaianPersen === null || then === undefined || then.capaianPersen === null) return [];
    const selisihPersen = Math.round((capaianPersen - then.capaianPersen) * 100) / 100;
    const realisasi = then.realisasi === null ? null : formatAngka(then.realisasi);
    return [[kode, { selisihPersen, realisasi }] as const];
  });
  return {
    label: labelPendek(lalu.periode, istilah),
    rataRataPersen: lalu.ringkasan.rataRataPersen,
    byKode: new Map(entries),
  };
}
