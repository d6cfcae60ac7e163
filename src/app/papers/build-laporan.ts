import type { Dokumen } from "../../core/dokumen/model.ts";
import { jenisPeriode, periodeOf, tahunPeriode } from "../../core/kinerja/periode.ts";
import { lkjip } from "../../core/laporan/lkjip/index.ts";
import { opsiLaporan } from "../../core/laporan/opsi.ts";
import { laporanPeriode } from "../../core/laporan/periode.ts";
import { type Sah, statusLaporan } from "../../core/laporan/status.ts";
import { projectRekap, type Rekap } from "../../core/rekap/index.ts";
import type { NaskahRow } from "../ports/naskah.ts";
import type { RekapRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

/** Which version of which report. */
export type LaporanQuery = Pick<NaskahRow, "kantorId" | "berkasId" | "periode" | "naskah">;

/** What building a report needs of the world. */
export type LaporanStore = Pick<Store, "loadRekap">;

/** A medium-term plan spans five years: this one and so many before it. */
const TAHUN_LALU_TERBANYAK = 4;

/** A report, and how the head of the office stands behind it by then: agreed, signed or not yet. */
export interface LaporanTerbuat {
  readonly dokumen: Dokumen;
  readonly cara: Sah["cara"] | null;
}

/**
 * A version of a report from the figures of its moment; a year is told by an LKjIP, anything
 * shorter by a report of its period.
 * @throws Error when there is no such office or berkas.
 */
export async function buildLaporan(
  store: LaporanStore,
  query: LaporanQuery,
): Promise<LaporanTerbuat> {
  const { kantorId, berkasId, periode, naskah } = query;
  const tahun = tahunPeriode(periode);
  const rows = await store.loadRekap(kantorId, tahun, naskah);
  const berkas = rows?.berkasList.find(({ state }) => state.id === berkasId);
  if (rows === null || berkas === undefined) {
    throw new Error(`berkas ${berkasId} of kantor ${kantorId} is not in the database`);
  }
  const rekap = projectRekap(rows, tahun, periode, { unit: null, ...rows.pada });
  const opsi = opsiLaporan({ ...berkas, kantor: rows.kantor }, naskah);
  const cara = statusLaporan(rekap, opsi).sah?.cara ?? null;
  if (jenisPeriode(periode) !== "tahunan") return { dokumen: laporanPeriode(rekap, opsi), cara };
  const tahunLaluList = await earlierYears(store, query);
  return { dokumen: lkjip(rekap, { ...opsi, kantor: rows.kantor, tahunLaluList }), cara };
}

/** The years before, newest first, back to the first one without figures. */
async function earlierYears(
  store: LaporanStore,
  { kantorId, periode, naskah }: LaporanQuery,
): Promise<readonly Rekap[]> {
  const tahun = tahunPeriode(periode);
  const list: Rekap[] = [];
  for (let lalu = tahun - 1; lalu >= tahun - TAHUN_LALU_TERBANYAK; lalu -= 1) {
    const rows: RekapRows | null = await store.loadRekap(kantorId, lalu, naskah);
    if (rows === null || rows.realisasi.length === 0) break;
    const setahun = periodeOf(lalu, "tahunan", 1);
    list.push(projectRekap(rows, lalu, setahun, { unit: null, ...rows.pada }));
  }
  return list;
}
