import { type Instant, toLocal } from "../waktu/instant.ts";
import type { Kepemilikan } from "./perubahan.ts";
import type { KantorTercatat } from "./schema.ts";

/** Adds to the history of owners whatever somebody else answers for since `sebelum`. */
export function denganKepemilikan(
  sebelum: KantorTercatat,
  kantor: KantorTercatat,
  nowMs: Instant,
): KantorTercatat {
  const sampai = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const ended = sebelum.indikatorList.flatMap(({ kode, tahun, penanggungJawab }): Kepemilikan[] => {
    const now = kantor.indikatorList.find((one) => one.kode === kode && one.tahun === tahun);
    if (now === undefined || now.penanggungJawab === penanggungJawab) return [];
    const { nama = "", jabatan = "" } =
      sebelum.pegawaiList.find(({ id }) => id === penanggungJawab) ?? {};
    return [{ kode, tahun, pegawaiId: penanggungJawab, nama, jabatan, sampai }];
  });
  const before = sebelum.kepemilikanList ?? [];
  return ended.length + before.length === 0
    ? kantor
    : { ...kantor, kepemilikanList: [...before, ...ended] };
}
