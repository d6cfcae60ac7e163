import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { Sop } from "../sop/schema.ts";
import type { Langkah } from "./langkah/schema.ts";
import type { BerkasState, Wait, WaitId } from "./state.ts";

/** Everybody who may answer this wait today; roles are read now, not when the wait began. */
export const holdersOf = (wait: Wait, kantor: Kantor): readonly Pegawai[] =>
  kantor.pegawaiList.filter((pegawai) => isHolder(wait, pegawai));

/** Whether this person may answer this wait. */
export function isHolder(wait: Wait, pegawai: Pegawai): boolean {
  const { pemegang } = wait;
  if (pemegang.jenis === "pegawai") return pemegang.pegawaiId === pegawai.id;
  return pegawai.peran.some((peran) => pemegang.peran.includes(peran));
}

/** The wait with this id, answered or not. */
export const findWait = (state: BerkasState, waitId: WaitId): Wait | undefined =>
  state.waitList.find((wait) => wait.id === waitId);

/** What is still owed, receipts included. */
export const openWaits = (state: BerkasState): readonly Wait[] =>
  state.waitList.filter((wait) => wait.jawaban === null);

/** The indikator a person answers for in this berkas, in the order of the table. */
export const unitIndikator = (state: BerkasState, pegawaiId: PegawaiId): readonly Indikator[] =>
  state.indikatorList.filter((indikator) => indikator.penanggungJawab === pegawaiId);

/** Everybody who answers for an indikator, in the order of the table. */
export const unitList = (state: BerkasState): readonly PegawaiId[] => [
  ...new Set(state.indikatorList.map((indikator) => indikator.penanggungJawab)),
];

/**
 * The langkah of a number.
 * @throws Error when the sheet has none: a pinned sheet and its berkas do not belong together.
 */
export function langkahOf(sop: Sop, no: LangkahNo): Langkah {
  const langkah = sop.langkah.find((one) => one.no === no);
  if (langkah === undefined) throw new Error(`sop ${sop.id} has no langkah ${no}`);
  return langkah;
}

/** Where the berkas stands among the printed langkah; our additions count as the one they follow. */
export function progressOf(sop: Sop, state: BerkasState): { ke: number; dari: number } {
  const printed = new Set(sop.langkah.map((langkah) => Number.parseInt(langkah.no, 10)));
  return { ke: Number.parseInt(state.langkahNo, 10), dari: printed.size };
}

/** The person with this id, or nothing when they left the office. */
export const pegawaiOf = (kantor: Kantor, pegawaiId: PegawaiId): Pegawai | undefined =>
  kantor.pegawaiList.find((pegawai) => pegawai.id === pegawaiId);
