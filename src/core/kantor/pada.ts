import type { Instant } from "../waktu/instant.ts";
import { berlakuPada, type Halangan } from "./halangan.ts";
import { isDiwakili, type Pegawai } from "./pegawai.ts";
import { isPeranJabatan } from "./peran.ts";
import type { Kantor, KantorTercatat } from "./schema.ts";

/**
 * An office as it is at an instant: whoever stands in for a post holds its roles then, and whoever is
 * stood in for does not. Who holds what is asked of nothing else; `peran` of its people are those of
 * that instant.
 */
export function kantorPada(kantor: Kantor, atMs: Instant): Kantor {
  const tercatat = tercatatOf(kantor);
  const kini = (tercatat.halanganList ?? []).filter((one) =>
    berlakuPada(one, atMs, tercatat.zonaWaktu),
  );
  if (kini.length === 0) return tercatat;
  const pegawaiList = tercatat.pegawaiList.map((pegawai) => pegawaiPada(pegawai, kini));
  return { ...tercatat, pegawaiList, tercatat };
}

/** The office as it is written down, whatever instant it is looked at. */
export const tercatatOf = (kantor: Kantor): KantorTercatat => kantor.tercatat ?? kantor;

function pegawaiPada(pegawai: Pegawai, kini: readonly Halangan[]): Pegawai {
  const halangan = kini.find(({ jabatan }) => jabatan.pegawaiId === pegawai.id) ?? null;
  const mewakili = kini.filter(({ wakil }) => wakil?.pegawaiId === pegawai.id);
  if (halangan === null && mewakili.length === 0) return pegawai;
  const { peran } = pegawai;
  const rest = isDiwakili(halangan) ? peran.filter((one) => !isPeranJabatan(one)) : peran;
  const taken = mewakili.flatMap(({ jabatan }) => jabatan.peran.filter(isPeranJabatan));
  return {
    ...pegawai,
    peran: [...new Set([...rest, ...taken])],
    kini: { peranSendiri: peran, halangan, mewakili },
  };
}
