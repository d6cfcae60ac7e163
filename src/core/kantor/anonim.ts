import type { Halangan } from "./halangan.ts";
import type { PegawaiId } from "./peran.ts";
import type { Perubahan, SebabPerubahan } from "./perubahan.ts";
import type { KantorTercatat } from "./schema.ts";

/** What somebody is called whose name is kept no more; beside it stands what they were. */
export const NAMA_ANONIM = "Pegawai (anonim)";

/**
 * The office without the name and number of somebody who left, and without the reasons they were away:
 * in what was changed, in absences and in the history of owners. What they were stays.
 */
export function anonim(
  kantor: KantorTercatat,
  pegawaiId: PegawaiId,
): KantorTercatat | SebabPerubahan {
  const { pegawaiList, halanganList, kepemilikanList, perubahanList } = kantor;
  if (pegawaiList.some(({ id }) => id === pegawaiId)) return "pegawai-masih-ada";
  return {
    ...kantor,
    ...(halanganList !== undefined && {
      halanganList: halanganList.map((one) => halanganAnonim(one, pegawaiId)),
    }),
    ...(kepemilikanList !== undefined && {
      kepemilikanList: kepemilikanList.map((one) =>
        one.pegawaiId === pegawaiId ? { ...one, nama: NAMA_ANONIM } : one,
      ),
    }),
    ...(perubahanList !== undefined && {
      perubahanList: perubahanList.map((one) => ({
        ...one,
        perubahan: perubahanAnonim(one.perubahan, pegawaiId),
      })),
    }),
  };
}

function halanganAnonim(halangan: Halangan, pegawaiId: PegawaiId): Halangan {
  const { jabatan } = halangan;
  return jabatan.pegawaiId === pegawaiId
    ? { ...halangan, jabatan: { ...jabatan, nama: NAMA_ANONIM }, alasan: "tidak disimpan lagi" }
    : halangan;
}

function perubahanAnonim(perubahan: Perubahan, pegawaiId: PegawaiId): Perubahan {
  if (perubahan.jenis === "halangan") {
    return { ...perubahan, halangan: halanganAnonim(perubahan.halangan, pegawaiId) };
  }
  if (perubahan.jenis !== "masuk" || perubahan.pegawai.id !== pegawaiId) return perubahan;
  const { nip: _, ...pegawai } = perubahan.pegawai;
  return { ...perubahan, pegawai: { ...pegawai, nama: NAMA_ANONIM } };
}
