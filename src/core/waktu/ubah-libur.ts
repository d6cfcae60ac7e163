import { type KalenderTahun, type OfficeCalendar, withVersi } from "./calendar.ts";
import { type Tanggal, Tanggal as TanggalJson } from "./tanggal.ts";

/** A free day of one office alone, with the decree or the reason. */
export interface LiburSendiri {
  readonly tanggal: Tanggal;
  readonly nama: string;
  readonly dasar: string;
}

/** The calendar with one more day free, for this office alone. */
export const denganLibur = (
  calendar: OfficeCalendar,
  { tanggal, nama, dasar }: LiburSendiri,
): OfficeCalendar =>
  changed(calendar, {
    libur: { ...calendar.libur, [tanggal]: nama },
    khusus: { ...calendar.khusus, [tanggal]: dasar },
  });

/** The calendar with this day worked after all. */
export const tanpaLibur = (calendar: OfficeCalendar, tanggal: Tanggal): OfficeCalendar =>
  changed(calendar, {
    libur: without(calendar.libur, (date) => date === tanggal),
    khusus: without(calendar.khusus ?? {}, (date) => date === tanggal),
  });

/** The calendar with the free days of a whole year in place of those it had; the office's own stay. */
export function denganTahun(calendar: OfficeCalendar, kalender: KalenderTahun): OfficeCalendar {
  const { tahun, dasar, ramadan } = kalender;
  const { khusus = {}, tahunList } = calendar;
  const isOfYear = (date: string): boolean => date.startsWith(`${tahun}-`);
  const free = kalender.libur
    .filter(({ jenis }) => calendar.cutiBersamaKerja !== true || jenis !== "cuti_bersama")
    .filter(({ tanggal }) => khusus[tanggal] === undefined)
    .map(({ tanggal, nama }) => [tanggal, nama] as const);
  const kept = without(calendar.libur, (date) => isOfYear(date) && khusus[date] === undefined);
  return changed(calendar, {
    libur: { ...kept, ...Object.fromEntries(free) },
    tahunList: [...new Set([...tahunList, tahun])].toSorted((a, b) => a - b),
    dasar: { ...calendar.dasar, [String(tahun)]: dasar },
    ...(ramadan !== undefined && {
      ramadan: [
        ...calendar.ramadan.filter(({ mulai }) => !isOfYear(mulai)),
        { mulai: ramadan.mulai, selesai: ramadan.selesai },
      ].toSorted((a, b) => (a.mulai < b.mulai ? -1 : 1)),
    }),
  });
}

/** A free day as it is shown; `khusus` where it is this office's alone, with what it rests on. */
export interface HariLibur {
  readonly tanggal: Tanggal;
  readonly nama: string;
  readonly khusus: string | null;
}

/** Free days from a date on, the earliest first. */
export const liburSejak = (calendar: OfficeCalendar, sejak: Tanggal): readonly HariLibur[] =>
  hariLibur(calendar).filter(({ tanggal }) => tanggal >= sejak);

/** Free days that come and go from one calendar to the other. */
export function bedaLibur(
  lama: OfficeCalendar,
  baru: OfficeCalendar,
): { readonly tambah: readonly HariLibur[]; readonly hapus: readonly HariLibur[] } {
  return {
    tambah: hariLibur(baru).filter(({ tanggal }) => lama.libur[tanggal] === undefined),
    hapus: hariLibur(lama).filter(({ tanggal }) => baru.libur[tanggal] === undefined),
  };
}

function hariLibur({ libur, khusus = {} }: OfficeCalendar): readonly HariLibur[] {
  return Object.entries(libur).map(([date, nama]) => ({
    // what was kept by its date was a date when it came in
    tanggal: TanggalJson.parse(date),
    nama,
    khusus: khusus[date] ?? null,
  }));
}

function changed(calendar: OfficeCalendar, change: Partial<OfficeCalendar>): OfficeCalendar {
  const { versi: _, khusus, ...content } = { ...calendar, ...change };
  const own = sorted(khusus ?? {});
  return withVersi({
    ...content,
    libur: sorted(content.libur),
    ...(Object.keys(own).length > 0 && { khusus: own }),
  });
}

type ByDate = Readonly<Record<string, string>>;

const without = (record: ByDate, gone: (date: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([date]) => !gone(date)));

const sorted = (record: ByDate): Record<string, string> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
