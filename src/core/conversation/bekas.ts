import { NAMA_ANONIM } from "../kantor/anonim.ts";
import { tercatatOf } from "../kantor/pada.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";

/** Somebody who left, as the office still knows them. */
export interface BekasPegawai {
  readonly id: PegawaiId;
  /** "Kasi Pelayanan (Citra)", or the id where nothing else was written down. */
  readonly nama: string;
}

/** Who left and is still known by name or number, the last first. */
export function bekasPegawai(kantor: Kantor): readonly BekasPegawai[] {
  const { pegawaiList, perubahanList = [], kepemilikanList = [] } = tercatatOf(kantor);
  const gone = perubahanList.flatMap(({ perubahan }) =>
    perubahan.jenis === "keluar" ? [perubahan.pegawaiId] : [],
  );
  const forgotten = new Set(
    perubahanList.flatMap(({ perubahan }) =>
      perubahan.jenis === "anonim" ? [perubahan.pegawaiId] : [],
    ),
  );
  const known = [...gone, ...kepemilikanList.map(({ pegawaiId }) => pegawaiId)];
  return [...new Set(known.toReversed())]
    .filter((id) => !forgotten.has(id) && !pegawaiList.some((one) => one.id === id))
    .flatMap((id): BekasPegawai[] => {
      const owned = kepemilikanList.findLast(({ pegawaiId }) => pegawaiId === id);
      if (owned?.nama === NAMA_ANONIM) return [];
      const joined = perubahanList.flatMap(({ perubahan }) =>
        perubahan.jenis === "masuk" && perubahan.pegawai.id === id ? [perubahan.pegawai] : [],
      )[0];
      const { jabatan, nama } = owned ?? joined ?? {};
      return [{ id, nama: nama === undefined ? id : `${jabatan} (${nama})` }];
    });
}
