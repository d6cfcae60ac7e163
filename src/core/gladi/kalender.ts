import { isHariKerja, namaLibur } from "../waktu/calendar.ts";
import { toLocal } from "../waktu/instant.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import { hariGladi } from "./benturan.ts";
import type { GladiBahan, GladiTugas } from "./play.ts";

/** A day of the rehearsed period. */
export interface HariGladi {
  readonly tanggal: Tanggal;
  readonly kerja: boolean;
  /** Why it is free, where that is not the end of a week. */
  readonly libur: string | null;
  /** What is open on it, by its place among all that is to be done; on working days alone. */
  readonly tugasList: readonly number[];
}

/** The rehearsed period day by day: who has something on the desk, and which days are free. */
export const kalenderGladi = (
  { calendar }: Pick<GladiBahan, "calendar">,
  tugasList: readonly GladiTugas[],
): readonly HariGladi[] => {
  const dayOf = (atMs: number): Tanggal => toLocal(atMs, calendar.zona).tanggal;
  return hariGladi(calendar, tugasList).map((tanggal) => {
    const kerja = isHariKerja(calendar, tanggal);
    const isOpen = ({ diterimaMs, selesaiMs }: GladiTugas): boolean =>
      kerja && dayOf(diterimaMs) <= tanggal && tanggal <= dayOf(selesaiMs);
    return {
      tanggal,
      kerja,
      libur: namaLibur(calendar, tanggal),
      tugasList: tugasList.flatMap((tugas, at) => (isOpen(tugas) ? [at] : [])),
    };
  });
};
