import type { PegawaiId } from "../kantor/schema.ts";
import { toLocal, type ZonaWaktu } from "../waktu/instant.ts";
import { addDays, type Tanggal, weekday } from "../waktu/tanggal.ts";
import type { GladiTugas } from "./play.ts";

/** Working minutes one person owes in one week, named by its Monday. */
export interface BebanMinggu {
  readonly pegawaiId: PegawaiId;
  readonly senin: Tanggal;
  readonly menit: number;
}

/** Where the rehearsed period spends its time. */
export interface Kemacetan {
  readonly tugas: GladiTugas;
  /** Share of all office time from opening to end, in percent. */
  readonly persen: number;
}

/**
 * The load of every person and week. A task counts for everybody who may do it, because any of them
 * may be the one; its week is the one it arrives in.
 */
export function bebanMinggu(
  tugasList: readonly GladiTugas[],
  zona: ZonaWaktu,
): readonly BebanMinggu[] {
  const menitByKey = new Map<string, BebanMinggu>();
  for (const { pegawaiList, diterimaMs, menit } of tugasList) {
    const senin = mondayOf(toLocal(diterimaMs, zona).tanggal);
    for (const pegawaiId of pegawaiList) {
      const key = `${senin} ${pegawaiId}`;
      const before = menitByKey.get(key)?.menit ?? 0;
      menitByKey.set(key, { pegawaiId, senin, menit: before + menit });
    }
  }
  return [...menitByKey.values()].toSorted((a, b) =>
    a.senin === b.senin ? b.menit - a.menit : a.senin < b.senin ? -1 : 1,
  );
}

/** The langkah that takes the largest share of the way; tasks side by side count once. */
export function findKemacetan(tugasList: readonly GladiTugas[]): Kemacetan | null {
  const longest = new Map<string, GladiTugas>();
  for (const tugas of tugasList) {
    const key = `${tugas.periode} ${tugas.langkahNo}`;
    const before = longest.get(key);
    if (before === undefined || before.menit < tugas.menit) longest.set(key, tugas);
  }
  const list = [...longest.values()];
  const total = list.reduce((sum, { menit }) => sum + menit, 0);
  const [worst] = list.toSorted((a, b) => b.menit - a.menit);
  if (worst === undefined || total === 0) return null;
  return { tugas: worst, persen: (worst.menit / total) * 100 };
}

const mondayOf = (tanggal: Tanggal): Tanggal => addDays(tanggal, -((weekday(tanggal) + 6) % 7));
