import { unitIndikator } from "../../../../engine/holders.ts";
import type { BerkasState, IsianTercatat, WaitId } from "../../../../engine/state.ts";
import { butuhKeterangan, tindakLanjutLalu } from "../../../../engine/syarat.ts";
import type { PegawaiId } from "../../../../kantor/schema.ts";
import { targetPeriode } from "../../../../kinerja/agregasi.ts";
import { type BarisRekap, computeBarisRekap } from "../../../../kinerja/baris.ts";
import type { Indikator, Isian, RealisasiTerkini } from "../../../../kinerja/indikator.ts";
import { type Periode, previousPeriode } from "../../../../kinerja/periode.ts";
import { indikatorAwal } from "../../../../kinerja/target.ts";
import { type BagianUraian, bagianUraian } from "../../../jejak.ts";
import { findTask, type Task } from "../../../tugas/find.ts";
import type { World } from "../../../world.ts";
import { isAnswered } from "./answered.ts";

/** The part of a berkas one unit fills in: its rows of the table of indikator, in their order. */
export interface Sheet extends Task {
  readonly world: World;
  readonly indikatorList: readonly Indikator[];
}

/** The sheet behind a unit's wait; null when the world does not know it. */
export function sheetOf(world: World, waitId: WaitId): Sheet | null {
  const task = findTask(world, waitId);
  if (task === null || task.wait.pemegang.jenis !== "pegawai") return null;
  const { pegawaiId } = task.wait.pemegang;
  return { ...task, world, indikatorList: unitIndikator(task.berkas.state, pegawaiId) };
}

/** Kode a unit still has to answer. A file alone is no answer: its figure is asked all the same. */
export const missingKode = (state: BerkasState, pegawaiId: PegawaiId): readonly string[] =>
  unitIndikator(state, pegawaiId)
    .map(({ kode }) => kode)
    .filter((kode) => !isAnswered(state.isianByKode[kode]));

/** The indikator of a kode with its number in the sheet, counted from 1. */
export function rowOf(
  { indikatorList }: Sheet,
  kode: string,
): { readonly indikator: Indikator; readonly nomor: number } {
  const index = indikatorList.findIndex((one) => one.kode === kode);
  const indikator = indikatorList[index];
  if (indikator === undefined) throw new Error(`sheet has no indikator ${kode}`);
  return { indikator, nomor: index + 1 };
}

/** What is recorded for a kode in this berkas, if it was answered. */
export function recordedOf({ berkas }: Sheet, kode: string): IsianTercatat | null {
  const recorded = berkas.state.isianByKode[kode];
  return isAnswered(recorded) ? recorded : null;
}

/** Files attached to a kode. */
export const buktiCount = ({ berkas }: Sheet, kode: string): number =>
  berkas.state.isianByKode[kode]?.bukti.length ?? 0;

/** The period before, and what was reported then. */
export function previousOf(
  { berkas, world }: Sheet,
  kode: string,
): { readonly periode: Periode; readonly realisasi: RealisasiTerkini | null } {
  const periode = previousPeriode(berkas.state.periode);
  return { periode, realisasi: world.realisasi[kode]?.[periode] ?? null };
}

/** The target of the period, as it was frozen when the berkas opened. */
export const targetOf = ({ berkas }: Sheet, indikator: Indikator): number | null =>
  targetPeriode(indikator, {}, berkas.state.periode);

/** The target of the period as it was first agreed on. */
export const targetSemulaOf = (sheet: Sheet, indikator: Indikator): number | null =>
  targetOf(sheet, indikatorAwal(indikator));

/** The row of the rekap a figure would give in this period: capaian, band, or why there is none. */
export function barisOf({ berkas, world }: Sheet, indikator: Indikator, isian: Isian): BarisRekap {
  const { periode } = berkas.state;
  const { kode } = indikator;
  const byPeriode = { ...world.realisasi[kode], [periode]: { isian, keterangan: null } };
  return computeBarisRekap(indikator, { [kode]: byPeriode }, periode, world.kantor);
}

/** Capaian of the period before, held against its own target; null where nothing was reported. */
export function previousCapaian(sheet: Sheet, indikator: Indikator): number | null {
  const { periode, realisasi } = previousOf(sheet, indikator.kode);
  const { kantor, realisasi: known } = sheet.world;
  return realisasi === null
    ? null
    : computeBarisRekap(indikator, known, periode, kantor).capaianPersen;
}

/** One part of what is told of the figure of a kode, as a field of its own. */
export const uraianKode = (kode: string, bagian: BagianUraian): string => `${kode}/${bagian}`;

/** The part a field tells. */
export function bagianOf(field: string): BagianUraian {
  const bagian = bagianUraian.find((one) => field.endsWith(`/${one}`));
  if (bagian === undefined) throw new Error(`${field} tells nothing of a figure`);
  return bagian;
}

/** The evidence of a kode, as a field of its own. */
export const buktiKode = (kode: string): string => `${kode}/bukti`;

/** The kode of the indikator a field belongs to. */
export const indikatorKode = (field: string): string => field.replace(/\/.*$/, "");

/** What the figure of a kode still needs, the first of it. */
export const wantedOf = (sheet: Sheet, kode: string): readonly string[] =>
  needsNote(sheet, kode)
    ? [uraianKode(kode, "keterangan")]
    : needsBukti(sheet, kode)
      ? [buktiKode(kode)]
      : [];

/** What the engine would still miss at sending, kode by kode in the order of the sheet. */
export interface Lack {
  readonly isian: readonly string[];
  readonly keterangan: readonly string[];
  readonly bukti: readonly string[];
}

/** Everything that keeps a sheet from being sent. */
export function lackOf(sheet: Sheet): Lack {
  const kodeList = sheet.indikatorList.map(({ kode }) => kode);
  return {
    isian: kodeList.filter((kode) => recordedOf(sheet, kode) === null),
    keterangan: kodeList.filter((kode) => needsNote(sheet, kode)),
    bukti: kodeList.filter((kode) => needsBukti(sheet, kode)),
  };
}

/** Whether the recorded figure needs a note that is not there. */
export function needsNote(sheet: Sheet, kode: string): boolean {
  const recorded = recordedOf(sheet, kode);
  return recorded !== null && recorded.keterangan === null && explains(sheet, kode, recorded.isian);
}

/** Whether a figure has to explain itself. */
export const explains = (sheet: Sheet, kode: string, isian: Isian): boolean =>
  butuhKeterangan(keadaan(sheet), rowOf(sheet, kode).indikator, isian);

/** What may be told further of a figure that has to explain itself, and is not told yet. */
export const toldNext = (sheet: Sheet, kode: string, isian: Isian): readonly string[] =>
  explains(sheet, kode, isian)
    ? bagianLanjut
        .filter((bagian) => sheet.berkas.state.isianByKode[kode]?.narasi?.[bagian] === undefined)
        .map((bagian) => uraianKode(kode, bagian))
    : [];

/** What follows and what helped, in the order in which they are asked for; either may be passed over. */
export const bagianLanjut = ["tindakLanjut", "pendukung"] as const;

/** What was to follow the figure of the period before; null where nothing was. */
export const promiseOf = (sheet: Sheet, kode: string): ReturnType<typeof tindakLanjutLalu> =>
  tindakLanjutLalu(keadaan(sheet), kode);

/** Whether it has still to be said what became of that. */
export const owesPelaksanaan = (sheet: Sheet, kode: string): boolean =>
  promiseOf(sheet, kode) !== null &&
  sheet.berkas.state.isianByKode[kode]?.narasi?.pelaksanaan === undefined;

/** The questions about a figure, from its first on: what became of what was to follow comes before it. */
export const questionsOf = (sheet: Sheet, kode: string): readonly string[] =>
  owesPelaksanaan(sheet, kode) ? [uraianKode(kode, "pelaksanaan"), kode] : [kode];

/** Everything that is told of a recorded figure, to be told anew. */
export function toldAgain(sheet: Sheet, kode: string): readonly string[] {
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return [];
  const bagianList: readonly BagianUraian[] = [
    ...(promiseOf(sheet, kode) === null ? [] : (["pelaksanaan"] as const)),
    ...(explains(sheet, kode, recorded.isian) ? (["keterangan", ...bagianLanjut] as const) : []),
  ];
  return bagianList.map((bagian) => uraianKode(kode, bagian));
}

const keadaan = ({ berkas, world }: Sheet): Parameters<typeof butuhKeterangan>[0] => ({
  state: berkas.state,
  context: world,
});

/** Whether the recorded figure needs a file that is not there. */
export function needsBukti(sheet: Sheet, kode: string): boolean {
  const recorded = recordedOf(sheet, kode);
  if (recorded === null || recorded.isian.jenis !== "angka") return false;
  return rowOf(sheet, kode).indikator.wajibBukti && recorded.bukti.length === 0;
}
