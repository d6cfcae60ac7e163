import type { KantorIsi, RealisasiAwal } from "../../core/berkas-kantor/schema.ts";
import type { BerkasTerbuka, SopTersedia } from "../../core/conversation/world.ts";
import type { BerkasId, BerkasState, IsianTercatat } from "../../core/engine/state.ts";
import { operatorOf } from "../../core/kantor/schema.ts";
import { type Indikator, sameIsian } from "../../core/kinerja/indikator.ts";
import {
  jenisPeriode,
  type Periode,
  periodeAt,
  rangePeriode,
  tahunPeriode,
  triwulanList,
} from "../../core/kinerja/periode.ts";
import { periodeJenisList, type Sop } from "../../core/sop/schema.ts";
import type { OfficeTime } from "../clock/office-time.ts";
import type { Random } from "../ports/random.ts";
import type { LogRow, RealisasiRow } from "../ports/rows.ts";

/** The rows that bring the earlier figures of a period in. */
export interface ImportRows {
  readonly berkas: BerkasTerbuka;
  readonly realisasi: readonly RealisasiRow[];
  readonly log: LogRow;
}

/** The periods an office file brings figures of, each with the id of the berkas they are kept in. */
export function importTargets(
  isi: KantorIsi,
  random: Pick<Random, "hash">,
): readonly ImportTarget[] {
  const home = isi.sopList.find(({ sop }) => sop.siklus.triwulan !== undefined);
  if (home === undefined) return [];
  const triwulanSet = new Set(isi.realisasi.map(({ periode }) => periode));
  return [...triwulanSet, ...rollUps(home.sop, triwulanSet)].map((periode) => ({
    home,
    periode,
    // Drawn from what it stands for, so that loading the same file again meets the same berkas.
    berkasId: random.hash(`${isi.kantor.id}/${home.sop.id}/${periode}`).slice(0, 10),
    rows: isi.realisasi.filter((row) => row.periode === periode),
  }));
}

/** Semesters and years whose every triwulan is brought in: their reports were made elsewhere. */
function rollUps(sop: Sop, triwulanSet: ReadonlySet<Periode>): readonly Periode[] {
  const jenisList = periodeJenisList(sop).filter((jenis) => jenis !== "triwulan");
  const above = jenisList.flatMap((jenis) =>
    [...triwulanSet].map((periode) => periodeAt(rangePeriode(periode).mulai, jenis)),
  );
  return [...new Set(above)].filter((periode) =>
    triwulanList(periode).every((triwulan) => triwulanSet.has(triwulan)),
  );
}

export interface ImportTarget {
  readonly home: SopTersedia;
  readonly periode: Periode;
  readonly berkasId: BerkasId;
  readonly rows: readonly RealisasiAwal[];
}

/** Figures of the file that are left out, and why. */
export interface RealisasiDiabaikan {
  readonly periode: Periode;
  readonly kodeList: readonly string[];
  readonly sebab: "dikumpulkan" | "sudah-masuk";
}

/**
 * What the file says of a period there is a berkas of already: a period that is collected, or was
 * closed, is not touched by a load. Null where it says the same.
 */
export function ignoredRows(
  { periode, rows }: ImportTarget,
  { isianByKode, kunjunganList }: BerkasState,
): RealisasiDiabaikan | null {
  const kodeList = rows
    .filter((row) => {
      const known = isianByKode[row.kode];
      return known === undefined || !isSame(known, row);
    })
    .map(({ kode }) => kode);
  if (kodeList.length === 0) return null;
  return { periode, kodeList, sebab: kunjunganList.length > 0 ? "dikumpulkan" : "sudah-masuk" };
}

/**
 * Brings the figures of one period in as a berkas that is closed already. They are the operator's, as
 * of this load: nobody of the office is said to have sent them.
 */
export function importRows(isi: KantorIsi, target: ImportTarget, now: OfficeTime): ImportRows {
  const { periode, berkasId } = target;
  const oleh = operatorOf(isi.asal);
  const indikatorList = isi.kantor.indikatorList.filter(
    ({ tahun }) => tahun === tahunPeriode(periode),
  );
  const realisasi = target.rows.map(
    ({ kode, isian, keterangan = null }): RealisasiRow => ({
      kantorId: isi.kantor.id,
      berkasId,
      periode,
      kode,
      revisi: 1,
      isian,
      keterangan,
      bukti: [],
      oleh,
      atMs: now.nowMs,
      seq: now.logSeq + 1,
    }),
  );
  const state = closedBerkas(isi, target, indikatorList, now);
  return {
    berkas: { state: { ...state, isianByKode: recorded(realisasi) }, sop: target.home.sop },
    realisasi,
    log: {
      jenis: realisasi.length === 0 ? "berkas-diimpor" : "realisasi-diimpor",
      berkasId,
      oleh,
      atMs: now.nowMs,
      data: { periode, kode: realisasi.map(({ kode }) => kode) },
    },
  };
}

function closedBerkas(
  isi: KantorIsi,
  { home, periode, berkasId }: ImportTarget,
  indikatorList: readonly Indikator[],
  { nowMs, logSeq }: OfficeTime,
): BerkasState {
  const langkahNo = home.sop.siklus[jenisPeriode(periode)]?.at(-1);
  if (langkahNo === undefined) throw new Error(`sop ${home.sop.id} does not run in ${periode}`);
  return {
    skema: 1,
    id: berkasId,
    kantorId: isi.kantor.id,
    sopId: home.sop.id,
    sopHash: home.hash,
    periode,
    status: "selesai",
    langkahNo,
    dibukaMs: nowMs,
    selesaiMs: nowMs,
    dibukaSeq: logSeq + 1,
    selesaiSeq: logSeq + 1,
    indikatorList,
    isianByKode: {},
    draf: null,
    formulirByLangkah: {},
    naskahList: [],
    waitList: [],
    waitSeq: 0,
    kunjunganList: [],
    pembukaanList: [],
    ralatList: [],
  };
}

const recorded = (rows: readonly RealisasiRow[]): Readonly<Record<string, IsianTercatat>> =>
  Object.fromEntries(
    rows.map(({ kode, isian, keterangan, bukti, oleh, atMs, revisi }) => [
      kode,
      { isian, keterangan, bukti, oleh, atMs, revisi },
    ]),
  );

const isSame = (known: IsianTercatat, row: RealisasiAwal): boolean =>
  sameIsian(known.isian, row.isian) && known.keterangan === (row.keterangan ?? null);
