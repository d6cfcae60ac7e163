import { janggalTarget } from "../kinerja/target.ts";
import type { BerkasKantor, TemuanKantor } from "./schema.ts";

/** Whether every indikator has its own kode, somebody who answers for it, and targets that add up. */
export function inspectIndikator({ indikator, pegawai }: BerkasKantor): readonly TemuanKantor[] {
  const known = new Set<string>(pegawai.map(({ id }) => id));
  return indikator.flatMap((one, index): readonly TemuanKantor[] => {
    const at = (key: string): readonly (string | number)[] => ["indikator", index, key];
    const kembar = indikator
      .slice(0, index)
      .some(({ kode, tahun }) => kode === one.kode && tahun === one.tahun);
    const target = janggalTarget(one);
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
