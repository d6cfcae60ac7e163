import { kepegawaianText } from "../../generated/teks.ts";
import { pegawaiOf } from "../engine/holders.ts";
import { peranSendiri } from "../kantor/pegawai.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Pencatat } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import { toldAs } from "../pesan/say.ts";
import { fill } from "../pesan/teks.ts";
import type { World } from "./world.ts";

/** Tells whoever has another post or other roles, but for whoever changed it. `world` is the office before. */
export function kabarPegawai(
  world: World,
  perubahan: Perubahan,
  oleh: Pencatat,
): readonly Effect[] {
  if (perubahan.jenis !== "ubah" || perubahan.pegawaiId === oleh) return [];
  const { pegawaiId, jabatan, peran } = perubahan;
  const before = pegawaiOf(world.kantor, pegawaiId);
  if (before === undefined || !world.terhubung.has(pegawaiId)) return [];
  const lama = peranSendiri(before).join(", ");
  const teksList = [
    ...(jabatan === undefined
      ? []
      : [fill(kepegawaianText.kabarJabatan, { jabatan, lama: before.jabatan })]),
    ...(peran === undefined
      ? []
      : [fill(kepegawaianText.kabarPeran, { peran: peran.join(", "), lama })]),
  ];
  return teksList.map((teks) => toldAs(world, { kepada: pegawaiId, prioritas: "tugas" }, { teks }));
}
