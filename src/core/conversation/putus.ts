import type { PegawaiId, Pencatat } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import type { World } from "./world.ts";

/** Unlinks every account of somebody, each with its entry in the log. */
export const putusEffects = (
  { akunList }: Pick<World, "akunList">,
  pegawaiId: PegawaiId,
  oleh: Pencatat,
): readonly Effect[] =>
  akunList
    .filter((akun) => akun.pegawaiId === pegawaiId)
    .flatMap(({ id: akunId, saluran }): readonly Effect[] => [
      { kind: "putuskan", pegawaiId, akunId },
      {
        kind: "catat",
        jenis: "akun-diputuskan",
        berkasId: null,
        oleh,
        data: { untuk: pegawaiId, dari: saluran },
      },
    ]);
