import { can } from "../../authorize.ts";
import { realisasiOf } from "../../engine/turn.ts";
import type { Pegawai, PegawaiId } from "../../kantor/schema.ts";
import type { Indikator, RealisasiByKode } from "../../kinerja/indikator.ts";
import {
  Periode,
  periodeAt,
  rangePeriode,
  tahunPeriode,
  triwulanList,
} from "../../kinerja/periode.ts";
import { toLocal } from "../../waktu/instant.ts";
import type { World } from "../world.ts";

/** Whose rows a person sees: their own, unless their office entitles them to all. */
export const unitOf = (pegawai: Pegawai): PegawaiId | null =>
  can(pegawai, "lihat-rekap") ? null : pegawai.id;

/** What is being worked on, else the triwulan that runs. */
export function currentPeriode({ berkasById, nowMs, kantor }: World): Periode {
  const running = [...berkasById.values()].findLast(
    ({ state }) => state.status === "berjalan" && state.indikatorList.length > 0,
  );
  return running?.state.periode ?? periodeAt(toLocal(nowMs, kantor.zonaWaktu).tanggal);
}

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
    ({ state: { periode, status, indikatorList } }) =>
      parts.has(periode) && status !== "dibatalkan" && indikatorList.length > 0,
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
