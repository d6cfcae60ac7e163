import { langkahOf } from "../engine/holders.ts";
import { batasPeriode } from "../kinerja/batas.ts";
import { namaLibur, type OfficeCalendar } from "../waktu/calendar.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";
import { addDays, type Tanggal, weekday } from "../waktu/tanggal.ts";
import type { GladiBahan, GladiTugas } from "./play.ts";

/** A calendar deadline that free days pushed later. */
export interface BatasBergeser {
  readonly langkahNo: GladiTugas["langkahNo"];
  readonly batasMs: Instant;
  /** Where it would lie if only weekends were free. */
  readonly tanpaLiburMs: Instant;
}

/** Where the rehearsed period meets holidays and Ramadan. */
export interface Benturan {
  /** Free days on weekdays between opening and the last deadline. */
  readonly libur: readonly { readonly tanggal: Tanggal; readonly nama: string }[];
  /** Days of Ramadan in it, when hours are shorter. */
  readonly hariRamadan: number;
  readonly batasBergeser: readonly BatasBergeser[];
}

/** Looks for free days and shortened hours from the opening to the last deadline of the play. */
export function findBenturan(
  { calendar, chosen }: GladiBahan,
  tugasList: readonly GladiTugas[],
): Benturan {
  const dayList = hariGladi(calendar, tugasList);
  return {
    libur: dayList.flatMap((tanggal) => {
      const nama = namaLibur(calendar, tanggal);
      const isWeekend = weekday(tanggal) === 0 || weekday(tanggal) === 6;
      return nama === null || isWeekend ? [] : [{ tanggal, nama }];
    }),
    hariRamadan: dayList.filter((tanggal) =>
      calendar.ramadan.some(({ mulai, selesai }) => mulai <= tanggal && tanggal <= selesai),
    ).length,
    batasBergeser: shifted(calendar, chosen.sop, tugasList),
  };
}

/** Every day from the opening to the last deadline of the play. */
export function hariGladi(
  calendar: OfficeCalendar,
  tugasList: readonly GladiTugas[],
): readonly Tanggal[] {
  const instants = tugasList.flatMap(({ diterimaMs, selesaiMs, batasMs }) => [
    diterimaMs,
    batasMs ?? selesaiMs,
  ]);
  const last = toLocal(Math.max(...instants), calendar.zona).tanggal;
  const dayList: Tanggal[] = [];
  let day = toLocal(Math.min(...instants), calendar.zona).tanggal;
  for (; day <= last; day = addDays(day, 1)) dayList.push(day);
  return dayList;
}

function shifted(
  calendar: OfficeCalendar,
  sop: GladiBahan["chosen"]["sop"],
  tugasList: readonly GladiTugas[],
): readonly BatasBergeser[] {
  const plain: OfficeCalendar = { ...calendar, libur: {} };
  const byLangkah = new Map(tugasList.map((tugas) => [tugas.langkahNo, tugas]));
  return [...byLangkah.values()].flatMap(({ langkahNo, periode, batasMs }) => {
    const { batasHariKerja } = langkahOf(sop, langkahNo);
    if (batasMs === null || batasHariKerja === undefined) return [];
    const tanpaLiburMs = batasPeriode(periode, batasHariKerja, plain);
    return tanpaLiburMs === batasMs ? [] : [{ langkahNo, batasMs, tanpaLiburMs }];
  });
}
