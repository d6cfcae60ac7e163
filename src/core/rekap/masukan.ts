import type { CatatanData } from "../engine/effect.ts";
import type { BerkasId, BerkasState, Kunjungan, Pembukaan, Wait } from "../engine/state.ts";
import { selesaiPada } from "../engine/terbuka.ts";
import type { Bukti } from "../formulir/nilai.ts";
import { type Kantor, operatorText, type Pencatat } from "../kantor/schema.ts";
import {
  type Indikator,
  type Isian,
  type RealisasiByKode,
  type RealisasiTerkini,
  terkiniOf,
} from "../kinerja/indikator.ts";
import type { Narasi } from "../kinerja/narasi.ts";
import { type Periode, tahunPeriode } from "../kinerja/periode.ts";
import type { Sop } from "../sop/schema.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { isBy, type Pada } from "../waktu/pada.ts";
import type { UjungCatatan } from "./sidik.ts";

/** One saved revision of one figure; revisions of a berkas and kode count from 1. */
export interface RevisiRealisasi {
  readonly berkasId: BerkasId;
  readonly periode: Periode;
  readonly kode: string;
  readonly revisi: number;
  readonly isian: Isian;
  readonly keterangan: string | null;
  readonly narasi?: Narasi;
  /** Every file that proves the figure, those of earlier revisions too. */
  readonly bukti: readonly Bukti[];
  readonly oleh: Pencatat;
  readonly atMs: Instant;
  /** The entry of the office's log it came with. */
  readonly seq: number;
}

/** One entry of the office's event log, as far as a rekap shows it. */
export interface CatatanRekap {
  readonly seq: number;
  readonly jenis: string;
  readonly berkasId: BerkasId | null;
  readonly oleh: Pencatat;
  readonly atMs: Instant;
  readonly data: CatatanData;
}

/** As much of a berkas as a rekap shows. */
export type StateRekap = Pick<
  BerkasState,
  | "id"
  | "periode"
  | "status"
  | "dibukaMs"
  | "selesaiMs"
  | "selesaiSeq"
  | "indikatorList"
  | "waitList"
  | "kunjunganList"
  | "pembukaanList"
>;

/** A berkas with the sheet it runs by. */
export interface BerkasRekap {
  readonly state: StateRekap;
  readonly sop: Sop;
}

/** Everything the rekap of one year is a fold of. */
export interface RekapMasukan {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  /** In the order in which they were opened. */
  readonly berkasList: readonly BerkasRekap[];
  readonly realisasi: readonly RevisiRealisasi[];
  readonly log: readonly CatatanRekap[];
  /** Where the office's whole log stood at that moment; absent before its first entry. */
  readonly ujung?: UjungCatatan;
}

/** The rows of one year; figures and berkas of another one are left out. */
export const ofYear = (masukan: RekapMasukan, tahun: number): RekapMasukan => ({
  ...masukan,
  berkasList: masukan.berkasList.filter(({ state }) => tahunPeriode(state.periode) === tahun),
  realisasi: masukan.realisasi.filter(({ periode }) => tahunPeriode(periode) === tahun),
});

/**
 * The rows as they were at a moment: what came later is taken away again, so a draft of last week
 * that is made today shows last week's figures, visits and answers. Berkas that were opened later are
 * not among the rows.
 */
export function asOf(masukan: RekapMasukan, pada: Pada): RekapMasukan {
  return {
    ...masukan,
    berkasList: masukan.berkasList.map(({ state, sop }) => ({
      sop,
      state: stateAsOf(state, pada),
    })),
    realisasi: masukan.realisasi.filter((row) => isBy(pada, row)),
    log: masukan.log.filter((row) => isBy(pada, row)),
  };
}

/** The figures that count, by kode and period. */
export const latestRealisasi = (masukan: RekapMasukan): RealisasiByKode =>
  byKode(latestRevisiList(masukan));

/**
 * The revisions that count: of every berkas and kode the highest, and where two berkas speak of the
 * same period the later one. What a cancelled berkas collected does not count.
 */
export function latestRevisiList(
  masukan: Pick<RekapMasukan, "berkasList" | "realisasi">,
): readonly RevisiRealisasi[] {
  const cancelled = new Set(
    masukan.berkasList
      .filter(({ state }) => state.status === "dibatalkan")
      .map(({ state }) => state.id),
  );
  const counted = masukan.realisasi.filter(({ berkasId }) => !cancelled.has(berkasId));
  const perBerkas = lastBy(
    counted,
    ({ berkasId, kode, periode }) => `${berkasId}\n${kode}\n${periode}`,
    (a, b) => a.revisi - b.revisi,
  );
  return lastBy(
    perBerkas,
    ({ kode, periode }) => `${kode}\n${periode}`,
    // two berkas of one commit: any order will do, as long as it is always the same
    (a, b) => a.seq - b.seq || (a.berkasId < b.berkasId ? -1 : 1),
  );
}

/**
 * The indikator of a period with names, targets and method as frozen when its berkas opened; without
 * such a berkas, as the office file has them today.
 */
export function indikatorAt(masukan: RekapMasukan, periode: Periode): readonly Indikator[] {
  const frozen = berkasAt(masukan, periode);
  if (frozen !== null) return frozen.state.indikatorList;
  const tahun = tahunPeriode(periode);
  return masukan.kantor.indikatorList.filter((indikator) => indikator.tahun === tahun);
}

/** The berkas a period is told by: the one about figures opened last that was not cancelled, or none. */
export const berkasAt = (masukan: RekapMasukan, periode: Periode): BerkasRekap | null =>
  masukan.berkasList.findLast(
    ({ state: { indikatorList, status, ...state } }) =>
      state.periode === periode && status !== "dibatalkan" && indikatorList.length > 0,
  ) ?? null;

/** What to call somebody: the office they hold, their id once they left, "sistem" for the program. */
export function jabatanOf(kantor: Kantor, oleh: Pencatat): string {
  if (oleh === "sistem") return "sistem";
  const { jabatan = operatorText(oleh) ?? oleh } =
    kantor.pegawaiList.find((pegawai) => pegawai.id === oleh) ?? {};
  return jabatan;
}

function stateAsOf(state: StateRekap, pada: Pada): StateRekap {
  const selesaiMs = selesaiPada(state, pada);
  const ended = state.status === "berjalan" ? "selesai" : state.status;
  return {
    ...state,
    status: selesaiMs === null ? "berjalan" : ended,
    selesaiMs,
    kunjunganList: state.kunjunganList
      .filter(({ masukSeq, masukMs }) => isBy(pada, { seq: masukSeq, atMs: masukMs }))
      .map((kunjungan) => kunjunganAsOf(kunjungan, pada)),
    waitList: state.waitList
      .filter(({ diterimaSeq, diterimaMs }) => isBy(pada, { seq: diterimaSeq, atMs: diterimaMs }))
      .map((wait) => waitAsOf(wait, pada)),
    pembukaanList: state.pembukaanList
      .filter(({ mulaiSeq, mulaiMs }) => isBy(pada, { seq: mulaiSeq, atMs: mulaiMs }))
      .map((pembukaan) => pembukaanAsOf(pembukaan, pada)),
  };
}

const pembukaanAsOf = (pembukaan: Pembukaan, pada: Pada): Pembukaan => {
  const { disetujui, usai } = pembukaan;
  return {
    ...pembukaan,
    disetujui: disetujui !== null && disetujui.atMs <= pada.padaMs ? disetujui : null,
    usai: usai !== null && isBy(pada, usai) ? usai : null,
  };
};

const kunjunganAsOf = (kunjungan: Kunjungan, pada: Pada): Kunjungan => {
  const { keluarMs, keluarSeq } = kunjungan;
  return keluarMs === null || isBy(pada, { seq: keluarSeq, atMs: keluarMs })
    ? kunjungan
    : { ...kunjungan, keluarMs: null, hasil: null, oleh: null };
};

const waitAsOf = (wait: Wait, pada: Pada): Wait =>
  wait.jawaban === null || isBy(pada, wait.jawaban) ? wait : { ...wait, jawaban: null };

function lastBy(
  rows: readonly RevisiRealisasi[],
  keyOf: (row: RevisiRealisasi) => string,
  order: (a: RevisiRealisasi, b: RevisiRealisasi) => number,
): readonly RevisiRealisasi[] {
  const last = new Map<string, RevisiRealisasi>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = last.get(key);
    if (known === undefined || order(row, known) > 0) last.set(key, row);
  }
  return [...last.values()];
}

function byKode(rows: readonly RevisiRealisasi[]): RealisasiByKode {
  const table = new Map<string, [string, RealisasiTerkini][]>();
  for (const row of rows) {
    const known = table.get(row.kode) ?? [];
    table.set(row.kode, [...known, [row.periode, terkiniOf(row)]]);
  }
  return Object.fromEntries(
    [...table].map(([kode, byPeriode]) => [kode, Object.fromEntries(byPeriode)]),
  );
}
