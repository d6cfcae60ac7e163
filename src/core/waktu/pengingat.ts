import { z } from "zod";
import {
  addHariKerja,
  closingOf,
  isOpen,
  nextOpening,
  type OfficeCalendar,
  openingOf,
} from "./calendar.ts";
import { Durasi } from "./durasi.ts";
import { type Instant, toLocal } from "./instant.ts";
import { addDays, mod, type Tanggal, weekday } from "./tanggal.ts";
import { addMenitKerja } from "./tenggat.ts";

/** Which of the two deadlines a rule watches. */
export const JamPengingat = z.enum(["baku-mutu", "batas-periode"]);

const umum = {
  jam: JamPengingat,
  /** Kinds of langkah the rule is for; without it, all. */
  untuk: z.array(z.string()).min(1).optional(),
  /** Only where the langkah has a deadline of the period, or has none; without it, both. */
  batasPeriode: z.enum(["ada", "tidak-ada"]).optional(),
};

const sesudahTenggat = {
  ...umum,
  /** Working minutes after arrival before which nobody is reminded, however short the mutu baku. */
  minimalSejakTerimaMenit: z.number().int().min(0).max(10_000).default(120),
};

/** Who hears of what others owe; `pimpinan` are the head of the office and the coordinator. */
export const Eskalasi = z.enum(["atasan", "koordinator", "pimpinan"]);
export type Eskalasi = z.infer<typeof Eskalasi>;

/** A rule of reminding, as an office file may set its own. */
export const AturanPengingat = z.discriminatedUnion("saat", [
  z.strictObject({
    ...umum,
    saat: z.literal("sebelum"),
    /** Working days before the deadline; the reminder comes when the office opens. */
    hariKerja: z.array(z.number().int().positive().max(60)).min(1),
    eskalasiKe: Eskalasi.optional(),
  }),
  z.strictObject({ ...sesudahTenggat, saat: z.literal("pada") }),
  z.strictObject({
    ...sesudahTenggat,
    saat: z.literal("sesudah"),
    tiap: Durasi,
    paling: z.number().int().positive().max(30),
    /** With the one after this many, and with no other, the superior hears of it too. */
    eskalasiSetelah: z.number().int().min(0).max(30).optional(),
    eskalasiKe: Eskalasi.default("atasan"),
  }),
  z.strictObject({
    ...umum,
    saat: z.literal("mingguan"),
    /** Working days past the deadline before the first; then once a week until somebody answers. */
    hariKerja: z.number().int().positive().max(60),
    eskalasiKe: Eskalasi.default("pimpinan"),
  }),
]);
export type AturanPengingat = z.infer<typeof AturanPengingat>;

/** Kinds of langkah that lie on a desk, in contrast to figures, which are asked of many at once. */
const mejaLangkah = ["kompilasi", "penyusunan", "keputusan", "sosialisasi", "formulir"];

/**
 * What an office without rules of its own gets: seven, three and one working days before the period's
 * deadline, with a recap to the coordinator on the last, and once when a mutu baku runs out (never
 * sooner than two working hours after arrival). Past the deadline, which is that of the period where
 * there is one, once a working day, a few times at most. The superior hears of it once: of figures past
 * the deadline of the period, of a desk three working days past its mutu baku. What is still owed a
 * working week later comes back every week, with the head of the office, until it is done or given up.
 */
export const aturanPengingatBawaan: readonly AturanPengingat[] = z.array(AturanPengingat).parse([
  { jam: "batas-periode", saat: "sebelum", hariKerja: [7, 3, 1] },
  {
    jam: "batas-periode",
    saat: "sebelum",
    hariKerja: [1],
    untuk: ["realisasi"],
    eskalasiKe: "koordinator",
  },
  { jam: "baku-mutu", saat: "pada", minimalSejakTerimaMenit: 120 },
  {
    jam: "baku-mutu",
    saat: "sesudah",
    tiap: "1 hari",
    paling: 5,
    eskalasiSetelah: 2,
    batasPeriode: "tidak-ada",
  },
  {
    jam: "batas-periode",
    saat: "sesudah",
    tiap: "1 hari",
    paling: 3,
    eskalasiSetelah: 1,
    untuk: ["realisasi"],
  },
  { jam: "baku-mutu", saat: "mingguan", hariKerja: 5, batasPeriode: "tidak-ada" },
  { jam: "batas-periode", saat: "mingguan", hariKerja: 5 },
  { jam: "batas-periode", saat: "sesudah", tiap: "1 hari", paling: 3, untuk: mejaLangkah },
  {
    jam: "baku-mutu",
    saat: "sesudah",
    tiap: "3 hari",
    paling: 1,
    eskalasiSetelah: 0,
    untuk: mejaLangkah,
    batasPeriode: "ada",
  },
]);

/** What is to be reminded of. */
export interface BahanPengingat {
  readonly diterima: Instant;
  readonly tenggat: Instant | null;
  readonly batasPeriode: Instant | null;
  readonly jenis: string;
}

/** One reminder to come; `aturan` is the rule's place in the list, `ke` counts its firings from 1. */
export interface JadwalPengingat {
  readonly aturan: number;
  readonly ke: number;
  readonly at: Instant;
  readonly eskalasi: Eskalasi | null;
}

/** All reminders of one wait, of a weekly rule the first, in order of time, each inside working hours and after arrival. */
export function jadwalPengingat(
  aturanList: readonly AturanPengingat[],
  bahan: BahanPengingat,
  calendar: OfficeCalendar,
): readonly JadwalPengingat[] {
  return aturanList
    .flatMap((aturan, index) => firings(aturan, index, bahan, calendar))
    .filter(({ at }) => at >= bahan.diterima)
    .toSorted((a, b) => a.at - b.at);
}

function firings(
  aturan: AturanPengingat,
  index: number,
  bahan: BahanPengingat,
  calendar: OfficeCalendar,
): readonly JadwalPengingat[] {
  if (aturan.untuk !== undefined && !aturan.untuk.includes(bahan.jenis)) return [];
  const batas = bahan.batasPeriode === null ? "tidak-ada" : "ada";
  if (aturan.batasPeriode !== undefined && aturan.batasPeriode !== batas) return [];
  const deadline = aturan.jam === "baku-mutu" ? bahan.tenggat : bahan.batasPeriode;
  if (deadline === null) return [];
  switch (aturan.saat) {
    case "sebelum":
      return aturan.hariKerja.map((hari, n) => ({
        aturan: index,
        ke: n + 1,
        at: openingBefore(deadline, hari, calendar),
        eskalasi: aturan.eskalasiKe ?? null,
      }));
    case "pada": {
      const at = atDeadline(aturan, bahan.diterima, deadline, calendar);
      return [{ aturan: index, ke: 1, at, eskalasi: null }];
    }
    case "sesudah": {
      // Counted from when a reminder became fair: whoever receives a berkas late starts afresh.
      const start = atDeadline(aturan, bahan.diterima, deadline, calendar);
      return afterDeadline(aturan, index, start, calendar);
    }
    case "mingguan": {
      const { tanggal } = toLocal(deadline, calendar.zona);
      const late = addHariKerja(calendar, tanggal, aturan.hariKerja);
      const at = openingOfWeek(addDays(late, mod(SENIN - weekday(late), 7)), calendar);
      return [{ aturan: index, ke: 1, at, eskalasi: aturan.eskalasiKe }];
    }
  }
}

function atDeadline(
  { minimalSejakTerimaMenit }: Extract<AturanPengingat, { saat: "pada" | "sesudah" }>,
  diterima: Instant,
  deadline: Instant,
  calendar: OfficeCalendar,
): Instant {
  const earliest = addMenitKerja(diterima, minimalSejakTerimaMenit, calendar);
  return Math.max(duringHours(deadline, calendar), nextOpening(calendar, earliest));
}

function afterDeadline(
  aturan: Extract<AturanPengingat, { saat: "sesudah" }>,
  index: number,
  start: Instant,
  calendar: OfficeCalendar,
): readonly JadwalPengingat[] {
  const { tiap, paling, eskalasiSetelah } = aturan;
  const list: JadwalPengingat[] = [];
  let at = start;
  for (let ke = 1; ke <= paling; ke += 1) {
    at = later(at, tiap, calendar);
    const eskalasi = eskalasiSetelah !== undefined && ke === eskalasiSetelah + 1;
    list.push({ aturan: index, ke, at, eskalasi: eskalasi ? aturan.eskalasiKe : null });
  }
  return list;
}

/** Days are counted to the opening of the working day: a digest in the morning, not at closing time. */
function later(at: Instant, { nilai, satuan }: Durasi, calendar: OfficeCalendar): Instant {
  if (satuan !== "hari") {
    return duringHours(
      addMenitKerja(at, satuan === "jam" ? nilai * 60 : nilai, calendar),
      calendar,
    );
  }
  const { tanggal } = toLocal(at, calendar.zona);
  return openingOf(calendar, addHariKerja(calendar, tanggal, nilai)) ?? at;
}

/** When a weekly reminder that came now comes again: as the office opens in the week after. */
export function nextWeekly(now: Instant, calendar: OfficeCalendar): Instant {
  const { tanggal } = toLocal(now, calendar.zona);
  const days = mod(SENIN - weekday(tanggal), 7);
  return openingOfWeek(addDays(tanggal, days === 0 ? 7 : days), calendar);
}

const SENIN = 1;

/** The first opening from this Monday on. */
function openingOfWeek(senin: Tanggal, calendar: OfficeCalendar): Instant {
  const first = addHariKerja(calendar, addDays(senin, -1), 1);
  const at = openingOf(calendar, first);
  if (at === null) throw new RangeError(`no working day from ${senin} on`);
  return at;
}

function openingBefore(deadline: Instant, hari: number, calendar: OfficeCalendar): Instant {
  const { tanggal } = toLocal(deadline, calendar.zona);
  return openingOf(calendar, addHariKerja(calendar, tanggal, -hari)) ?? deadline;
}

/** The instant itself in working hours; the last minute when it is the closing time; else opening. */
function duringHours(at: Instant, calendar: OfficeCalendar): Instant {
  if (isOpen(calendar, at)) return at;
  const { tanggal } = toLocal(at, calendar.zona);
  const closesNow = closingOf(calendar, tanggal) === at;
  return closesNow ? at - 60_000 : nextOpening(calendar, at);
}
