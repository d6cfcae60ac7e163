import type { SopTersedia } from "../core/conversation/world.ts";
import type { BerkasId, BerkasState, IsianTercatat } from "../core/engine/state.ts";
import type { KantorIsi } from "../core/kantor/isi.ts";
import type { RealisasiAwal } from "../core/kantor/schema.ts";
import type { Indikator } from "../core/kinerja/indikator.ts";
import {
  jenisPeriode,
  type Periode,
  periodeAt,
  rangePeriode,
  tahunPeriode,
  triwulanList,
} from "../core/kinerja/periode.ts";
import { sameIsian } from "../core/kinerja/same-isian.ts";
import type { Sop } from "../core/sop/schema.ts";
import { periodeJenisList } from "../core/sop/siklus.ts";
import { pembukaanPeriode } from "../core/waktu/batas.ts";
import type { OfficeTime } from "./office-time.ts";
import type { Random } from "./ports/random.ts";
import type { LogRow, RealisasiRow } from "./ports/rows.ts";

/** The rows that bring earlier figures in; empty when they are there already. */
export interface ImportRows {
  readonly berkas: readonly BerkasState[];
  readonly realisasi: readonly RealisasiRow[];
  readonly log: readonly LogRow[];
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

/**
 * Brings the figures of one period in as a berkas that is closed already, dated when its period was
 * due to be collected. Loading again adds a revision of every figure that differs, and nothing else.
 */
export function importRows(
  isi: KantorIsi,
  target: ImportTarget,
  before: BerkasState | undefined,
  { nowMs, logSeq }: OfficeTime,
): ImportRows {
  const { periode } = target;
  const atMs = Math.min(nowMs, pembukaanPeriode(periode, isi.calendar));
  const indikatorList = isi.kantor.indikatorList.filter(
    ({ tahun }) => tahun === tahunPeriode(periode),
  );
  const changed = target.rows.flatMap((row): readonly RealisasiRow[] => {
    const owner = indikatorList.find(({ kode }) => kode === row.kode);
    const known = before?.isianByKode[row.kode];
    if (owner === undefined || (known !== undefined && isSame(known, row))) return [];
    return [
      {
        kantorId: isi.kantor.id,
        berkasId: target.berkasId,
        periode,
        kode: row.kode,
        revisi: (known?.revisi ?? 0) + 1,
        isian: row.isian,
        keterangan: row.keterangan ?? null,
        bukti: [],
        oleh: owner.penanggungJawab,
        atMs: known === undefined ? atMs : nowMs,
        seq: logSeq + 1,
      },
    ];
  });
  const isRollUp = target.rows.length === 0;
  if (changed.length === 0 && (before !== undefined || !isRollUp)) {
    return { berkas: [], realisasi: [], log: [] };
  }
  const state = before ?? closedBerkas(isi, target, indikatorList, { nowMs: atMs, logSeq });
  return {
    berkas: [{ ...state, isianByKode: { ...state.isianByKode, ...recorded(changed) } }],
    realisasi: changed,
    log: [
      {
        jenis: isRollUp ? "berkas-diimpor" : "realisasi-diimpor",
        berkasId: target.berkasId,
        oleh: "sistem",
        atMs: nowMs,
        data: { periode, kode: changed.map(({ kode }) => kode) },
      },
    ],
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
