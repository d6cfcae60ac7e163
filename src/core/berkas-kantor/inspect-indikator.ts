import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Agregasi, Indikator } from "../kinerja/indikator.ts";
import type { BerkasKantor, TemuanKantor } from "./schema.ts";

/** Whether every indikator has its own kode, somebody who answers for it, and targets that add up. */
export function inspectIndikator({ indikator, pegawai }: BerkasKantor): readonly TemuanKantor[] {
  const known = new Set<string>(pegawai.map(({ id }) => id));
  return indikator.flatMap((one, index): readonly TemuanKantor[] => {
    const at = (key: string): readonly (string | number)[] => ["indikator", index, key];
    const kembar = indikator
      .slice(0, index)
      .some(({ kode, tahun }) => kode === one.kode && tahun === one.tahun);
    const target = targetFault(one);
    const galatList: readonly TemuanKantor[] = [
      ...(kembar ? [galat(at("kode"), `indikator ${one.kode} tahun ${one.tahun} sudah ada`)] : []),
      ...(known.has(one.penanggungJawab)
        ? []
        : [galat(at("penanggungJawab"), `${one.penanggungJawab} tidak ada di daftar pegawai`)]),
    ];
    return target === null
      ? galatList
      : [...galatList, { tingkat: "peringatan", jalur: at("targetTahunan"), pesan: target }];
  });
}

const galat = (jalur: TemuanKantor["jalur"], pesan: string): TemuanKantor => ({
  tingkat: "galat",
  jalur,
  pesan,
});

/** What the four targets make of the year; a `rasio` cannot be told without its denominators. */
const expectedByAgregasi: {
  readonly [A in Agregasi]: ((target: readonly number[]) => number | undefined) | null;
} = {
  jumlah: (target) => target.reduce((sum, one) => sum + one, 0),
  kumulatif: (target) => target.at(-1),
  posisi_akhir: (target) => target.at(-1),
  rata_rata: (target) => target.reduce((sum, one) => sum + one, 0) / target.length,
  rasio: null,
};

const sebutan: { readonly [A in Agregasi]: string } = {
  jumlah: "jumlah keempat target triwulan",
  kumulatif: "target triwulan IV",
  posisi_akhir: "target triwulan IV",
  rata_rata: "rata-rata keempat target triwulan",
  rasio: "",
};

function targetFault({ kode, agregasi, targetTahunan, targetTriwulan }: Indikator): string | null {
  const target = targetTriwulan.filter((one) => one !== null);
  if (targetTahunan === null || target.length < targetTriwulan.length) return null;
  const expected = expectedByAgregasi[agregasi]?.(target);
  if (expected === undefined || Math.abs(expected - targetTahunan) < 0.005) return null;
  return `indikator ${kode}: ${sebutan[agregasi]} ${formatAngka(expected)}, target tahunan ${formatAngka(targetTahunan)}`;
}
