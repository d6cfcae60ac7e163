import { countEntries } from "../engine/effect.ts";
import type { RealisasiByKode } from "../kinerja/indikator.ts";
import type { Effect } from "../pesan/effect.ts";
import type { Akun, BerkasTerbuka, World } from "./world.ts";

/** The world after a decision, so that the next update of the same batch sees what this one did. */
export function applyTo(
  world: World,
  berkasList: readonly BerkasTerbuka[],
  effects: readonly Effect[],
): World {
  const berkasById = new Map(world.berkasById);
  const periodeSelesai = new Set(world.periodeSelesai);
  for (const berkas of berkasList) {
    berkasById.set(berkas.state.id, berkas);
    if (berkas.state.status === "selesai") {
      periodeSelesai.add(`${berkas.state.sopId}/${berkas.state.periode}`);
    }
  }
  return {
    ...world,
    berkasById,
    periodeSelesai,
    logSeq: world.logSeq + countEntries(effects),
    realisasi: effects.reduce(withRealisasi, world.realisasi),
    akunList: effects.reduce(withJangkauan, world.akunList),
    nomorList: [...world.nomorList, ...effects.filter((effect) => effect.kind === "nomor")],
  };
}

function withJangkauan(akunList: readonly Akun[], effect: Effect): readonly Akun[] {
  if (effect.kind !== "jangkauan") return akunList;
  const { akunId, takTerjangkauMs } = effect;
  return akunList.map((akun) => (akun.id === akunId ? { ...akun, takTerjangkauMs } : akun));
}

function withRealisasi(realisasi: RealisasiByKode, effect: Effect): RealisasiByKode {
  if (effect.kind !== "realisasi") return realisasi;
  const { kode, periode, isian, keterangan } = effect;
  return { ...realisasi, [kode]: { ...realisasi[kode], [periode]: { isian, keterangan } } };
}
