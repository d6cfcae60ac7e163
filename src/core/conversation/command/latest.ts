import { realisasiOf } from "../../engine/turn.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import type { Indikator, RealisasiByKode } from "../../kinerja/indikator.ts";
import { Periode, rangePeriode, tahunPeriode, triwulanList } from "../../kinerja/periode.ts";
import type { World } from "../world.ts";

/** The newest period with a figure, of one unit or of the office; null without any. */
export function newestPeriode(world: World, unit: PegawaiId | null): Periode | null {
  const kodeSet = new Set(
    world.kantor.indikatorList
      .filter(({ penanggungJawab }) => unit === null || penanggungJawab === unit)
      .map(({ kode }) => kode),
  );
  const filled = [...kodeSet].flatMap((kode) =>
    Object.entries(currentRealisasi(world)[kode] ?? {})
      .filter(([, { isian }]) => isian.jenis !== "belum")
      .map(([periode]) => Periode.parse(periode)),
  );
  return filled.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0] ?? null;
}

/** The rows of a period as they are told: frozen where a berkas of that period runs. */
export function indikatorIn(
  world: World,
  periode: Periode,
  unit: PegawaiId | null,
): { readonly indikatorList: readonly Indikator[]; readonly realisasi: RealisasiByKode } {
  const parts = new Set<Periode>([periode, ...triwulanList(periode)]);
  const frozen = [...world.berkasById.values()].findLast(
    ({ state }) => parts.has(state.periode) && state.status !== "dibatalkan",
  );
  const tahun = tahunPeriode(periode);
  const all =
    frozen?.state.indikatorList ??
    world.kantor.indikatorList.filter((indikator) => indikator.tahun === tahun);
  return {
    indikatorList: all.filter(({ penanggungJawab }) => unit === null || penanggungJawab === unit),
    realisasi: currentRealisasi(world),
  };
}

/** The office's figures with those of every running berkas on top. */
const currentRealisasi = (world: World): RealisasiByKode =>
  [...world.berkasById.values()]
    .filter(({ state }) => state.status !== "dibatalkan")
    .reduce((realisasi, { state }) => realisasiOf(state, { ...world, realisasi }), world.realisasi);

const endOf = (periode: Periode): string => rangePeriode(periode).selesai;
