import { countEntries } from "../engine/effect.ts";
import { kantorPada } from "../kantor/pada.ts";
import { type RealisasiByKode, terkiniOf } from "../kinerja/indikator.ts";
import type { Effect } from "../pesan/effect.ts";
import { nextMorning } from "../waktu/calendar.ts";
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
    const { status, sopId, periode } = berkas.state;
    if (status === "selesai") periodeSelesai.add(`${sopId}/${periode}`);
    else periodeSelesai.delete(`${sopId}/${periode}`);
  }
  const akunList = effects.reduce(withAkun, world.akunList);
  return {
    ...world,
    berkasById,
    periodeSelesai,
    logSeq: world.logSeq + countEntries(effects),
    realisasi: effects.reduce(withRealisasi, world.realisasi),
    kantor: effects.reduce(
      (kantor, effect) =>
        effect.kind === "kantor" ? kantorPada(effect.kantor, world.nowMs) : kantor,
      world.kantor,
    ),
    calendar: effects.reduce(
      (calendar, effect) => (effect.kind === "kantor" ? effect.calendar : calendar),
      world.calendar,
    ),
    akunList,
    terhubung: akunList === world.akunList ? world.terhubung : stillTied(world, akunList),
    dipantau: withAsked(world, effects),
    nomorList: [...world.nomorList, ...effects.filter((effect) => effect.kind === "nomor")],
  };
}

/** Whoever lost their last account is not written to any more. */
function stillTied({ terhubung, akunList }: World, after: readonly Akun[]): World["terhubung"] {
  const lost = akunList
    .map(({ pegawaiId }) => pegawaiId)
    .filter((id) => !after.some(({ pegawaiId }) => pegawaiId === id));
  return new Set([...terhubung].filter((id) => !lost.includes(id)));
}

function withAkun(akunList: readonly Akun[], effect: Effect): readonly Akun[] {
  if (effect.kind === "putuskan" && effect.akunId !== undefined) {
    return akunList.filter(({ id }) => id !== effect.akunId);
  }
  if (effect.kind !== "jangkauan") return akunList;
  const { akunId, takTerjangkauMs } = effect;
  return akunList.map((akun) => (akun.id === akunId ? { ...akun, takTerjangkauMs } : akun));
}

function withRealisasi(realisasi: RealisasiByKode, effect: Effect): RealisasiByKode {
  if (effect.kind !== "realisasi") return realisasi;
  const { kode, periode } = effect;
  return { ...realisasi, [kode]: { ...realisasi[kode], [periode]: terkiniOf(effect) } };
}

/** What was just asked after is not asked after twice, though its office has not answered yet. */
function withAsked(world: World, effects: readonly Effect[]): World["dipantau"] {
  const asked = new Set(
    effects.flatMap((effect) =>
      effect.kind === "kirim-kantor" && effect.isi.jenis === "ingatkan-kantor"
        ? effect.isi.berkasId
        : [],
    ),
  );
  if (asked.size === 0) return world.dipantau;
  const diingatkanMs = world.nowMs;
  const lagiMs = nextMorning(world.calendar, world.nowMs);
  return world.dipantau.map((kantor) => ({
    ...kantor,
    berkasList: kantor.berkasList.map((one) =>
      asked.has(one.id) ? { ...one, diingatkanMs, lagiMs } : one,
    ),
  }));
}
