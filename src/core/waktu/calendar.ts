import { z } from "zod";
import { fromLocal, type Instant, toLocal, ZonaWaktu } from "./instant.ts";
import { addDays, Tanggal, weekday } from "./tanggal.ts";

const jam = z
  .string()
  .regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'jam ditulis seperti "07:30"')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** One stretch of working time, in minutes of the day; the end is not worked any more. */
const Slot = z
  .strictObject({
    mulai: z.union([z.number().int(), jam]),
    selesai: z.union([z.number().int(), jam]),
  })
  .refine(({ mulai, selesai }) => mulai >= 0 && selesai <= 1440 && mulai < selesai, {
    error: "jam selesai harus sesudah jam mulai",
  });
export type Slot = z.infer<typeof Slot>;

const SlotList = z
  .array(Slot)
  .refine(
    (slotList) =>
      slotList.every((slot, i) => i === 0 || slot.mulai >= (slotList[i - 1]?.selesai ?? 0)),
    { error: "jam kerja harus berurutan dan tidak tumpang tindih" },
  );

const Minggu = z
  .strictObject({
    senin: SlotList.default([]),
    selasa: SlotList.default([]),
    rabu: SlotList.default([]),
    kamis: SlotList.default([]),
    jumat: SlotList.default([]),
    sabtu: SlotList.default([]),
    minggu: SlotList.default([]),
  })
  .refine((minggu) => Object.values(minggu).some((slotList) => slotList.length > 0), {
    error: "jam kerja seminggu tidak boleh kosong",
  });
type Minggu = z.infer<typeof Minggu>;

const slot = (mulai: string, selesai: string): { mulai: string; selesai: string } => ({
  mulai,
  selesai,
});

const hariBiasa = [slot("07:30", "12:00"), slot("13:00", "16:00")];
const hariRamadan = [slot("08:00", "12:00"), slot("12:30", "15:00")];

/**
 * Working hours of the week, outside and inside Ramadan. The default is Perpres 21/2023: 37,5 hours
 * in five days (Ramadan 32,5), breaks of 60 and on Friday 90 minutes (Ramadan 30 and 60).
 */
export const JamKerja = z.strictObject({
  biasa: Minggu.default(() =>
    Minggu.parse({
      senin: hariBiasa,
      selasa: hariBiasa,
      rabu: hariBiasa,
      kamis: hariBiasa,
      jumat: [slot("07:30", "11:30"), slot("13:00", "16:30")],
    }),
  ),
  ramadan: Minggu.default(() =>
    Minggu.parse({
      senin: hariRamadan,
      selasa: hariRamadan,
      rabu: hariRamadan,
      kamis: hariRamadan,
      jumat: [slot("08:00", "11:30"), slot("12:30", "15:30")],
    }),
  ),
});
export type JamKerja = z.infer<typeof JamKerja>;

/** Why a day is free; cuti bersama counts as free unless the office works then. */
export const JenisLibur = z.enum(["libur_nasional", "cuti_bersama", "libur_daerah", "pilkada"]);

/** A free day with the decree it rests on. */
export const Libur = z.strictObject({
  tanggal: Tanggal,
  nama: z.string().min(1).max(120),
  jenis: JenisLibur,
  dasar: z.string().min(1).max(200).optional(),
  pasti: z.boolean().default(true),
});
export type Libur = z.infer<typeof Libur>;

/** A free day of one office only. */
export const LiburKantor = Libur;
export type LiburKantor = Libur;

/** The file of one year, `flows/kalender/<tahun>.yaml`. */
export const KalenderTahun = z.strictObject({
  tahun: z.number().int().min(2000).max(2100),
  dasar: z.string().min(1),
  libur: z.array(Libur),
  ramadan: z
    .strictObject({ mulai: Tanggal, selesai: Tanggal, pasti: z.boolean().default(true) })
    .optional(),
});
export type KalenderTahun = z.infer<typeof KalenderTahun>;

/** When an office works: plain data, saved with the office, named by the hash of its content. */
export const OfficeCalendar = z.strictObject({
  versi: z.string(),
  zona: ZonaWaktu,
  jamKerja: JamKerja,
  tahunList: z.array(z.number().int()),
  libur: z.record(z.string(), z.string()),
  ramadan: z.array(z.strictObject({ mulai: Tanggal, selesai: Tanggal })),
  /** Cuti bersama is worked there; absent where it is free. */
  cutiBersamaKerja: z.literal(true).exactOptional(),
  /** The decree that the free days of a year rest on, by year. */
  dasar: z.record(z.string(), z.string()).exactOptional(),
  /** Decree or reason of the free days that are this office's alone, by date. */
  khusus: z.record(z.string(), z.string()).exactOptional(),
});
export type OfficeCalendar = z.infer<typeof OfficeCalendar>;

/** What a calendar is built from. */
export interface CalendarSource {
  readonly zona: ZonaWaktu;
  readonly tahunList: readonly KalenderTahun[];
  readonly jamKerja?: JamKerja | undefined;
  readonly cutiBersamaLibur?: boolean;
  readonly liburKantor?: readonly LiburKantor[];
}

/** Puts years, office holidays and working hours together; equal hours give an equal version. */
export function buildCalendar(source: CalendarSource): OfficeCalendar {
  const { zona, cutiBersamaLibur = true, liburKantor = [] } = source;
  const tahunList = source.tahunList.toSorted((a, b) => a.tahun - b.tahun);
  const free = [...tahunList.flatMap(({ libur }) => libur), ...liburKantor]
    .filter(({ jenis }) => cutiBersamaLibur || jenis !== "cuti_bersama")
    .map(({ tanggal, nama }) => [tanggal, nama] as const)
    // By name too: of two entries for one date the same one must win in whatever order they came.
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
  return withVersi({
    zona,
    jamKerja: source.jamKerja ?? JamKerja.parse({}),
    tahunList: tahunList.map(({ tahun }) => tahun),
    libur: Object.fromEntries(free),
    ramadan: tahunList.flatMap(({ ramadan }) =>
      ramadan === undefined ? [] : [{ mulai: ramadan.mulai, selesai: ramadan.selesai }],
    ),
    ...(!cutiBersamaLibur && { cutiBersamaKerja: true }),
    dasar: Object.fromEntries(tahunList.map(({ tahun, dasar }) => [String(tahun), dasar])),
    ...(liburKantor.length > 0 && {
      khusus: Object.fromEntries(
        liburKantor.map(({ tanggal, dasar = "" }) => [tanggal, dasar] as const).toSorted(byFirst),
      ),
    }),
  });
}

const byFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : 1;

/** A calendar with its version: what deadlines are counted with gives it, what they rest on does not. */
export function withVersi(content: Omit<OfficeCalendar, "versi">): OfficeCalendar {
  const { zona, jamKerja, tahunList, libur, ramadan } = content;
  const counted = { zona, jamKerja, tahunList, libur, ramadan };
  return { versi: fingerprint(JSON.stringify(counted)), ...content };
}

/** Whether anybody works on this date. */
export const isHariKerja = (calendar: OfficeCalendar, tanggal: Tanggal): boolean =>
  slotsOf(calendar, tanggal).length > 0;

/** Working slots of a date; none on a free day. */
export function slotsOf(calendar: OfficeCalendar, tanggal: Tanggal): readonly Slot[] {
  if (calendar.libur[tanggal] !== undefined) return [];
  const { jamKerja, ramadan } = calendar;
  const fasting = ramadan.some(({ mulai, selesai }) => mulai <= tanggal && tanggal <= selesai);
  return (fasting ? jamKerja.ramadan : jamKerja.biasa)[namaHari[weekday(tanggal)] ?? "minggu"];
}

/** The name of the free day, or null on any other day. */
export const namaLibur = (calendar: OfficeCalendar, tanggal: Tanggal): string | null =>
  calendar.libur[tanggal] ?? null;

/** After so many free days in a row the hours must be empty: nothing else closes an office for two years. */
const HARI_TERJAUH = 800;

/**
 * The n-th working day after a date, before it when n is negative, or the date itself for n = 0.
 * @throws Error when the office has no working day within two years: its hours are empty.
 */
export function addHariKerja(calendar: OfficeCalendar, tanggal: Tanggal, n: number): Tanggal {
  const direction = n < 0 ? -1 : 1;
  let at = tanggal;
  let free = 0;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, direction);
    free = isHariKerja(calendar, at) ? 0 : free + 1;
    if (free === 0) left -= 1;
    if (free > HARI_TERJAUH) throw new Error("kalender has no working days");
  }
  return at;
}

/** Whether the office is open at this instant. */
export function isOpen(calendar: OfficeCalendar, instant: Instant): boolean {
  const { tanggal, menit } = toLocal(instant, calendar.zona);
  return slotsOf(calendar, tanggal).some(({ mulai, selesai }) => mulai <= menit && menit < selesai);
}

/** The instant itself when the office is open, else the next time it opens. */
export function nextOpening(calendar: OfficeCalendar, instant: Instant): Instant {
  const { tanggal } = toLocal(instant, calendar.zona);
  for (let days = 0; days <= HARI_TERJAUH; days += 1) {
    const at = addDays(tanggal, days);
    for (const { mulai, selesai } of slotsOf(calendar, at)) {
      if (fromLocal(at, selesai, calendar.zona) > instant) {
        return Math.max(instant, fromLocal(at, mulai, calendar.zona));
      }
    }
  }
  throw new Error("kalender has no working days");
}

/** When the stretch of work began that this instant lies in; null while the office is closed. */
export function slotStart(calendar: OfficeCalendar, instant: Instant): Instant | null {
  const { tanggal, menit } = toLocal(instant, calendar.zona);
  const slot = slotsOf(calendar, tanggal).find((one) => one.mulai <= menit && menit < one.selesai);
  return slot === undefined ? null : fromLocal(tanggal, slot.mulai, calendar.zona);
}

/** When the next stretch of work begins: after the break, or as the office opens again. */
export function nextSlot(calendar: OfficeCalendar, instant: Instant): Instant {
  const { tanggal, menit } = toLocal(instant, calendar.zona);
  const slot = slotsOf(calendar, tanggal).find((one) => one.mulai <= menit && menit < one.selesai);
  const endMs = slot === undefined ? instant : fromLocal(tanggal, slot.selesai, calendar.zona);
  return nextOpening(calendar, endMs);
}

/** When the office opens next, but not today. */
export const nextMorning = (calendar: OfficeCalendar, instant: Instant): Instant =>
  nextOpening(
    calendar,
    fromLocal(addDays(toLocal(instant, calendar.zona).tanggal, 1), 0, calendar.zona),
  );

/** When the office opens on a working day; null on a free one. */
export function openingOf(calendar: OfficeCalendar, tanggal: Tanggal): Instant | null {
  const first = slotsOf(calendar, tanggal)[0];
  return first === undefined ? null : fromLocal(tanggal, first.mulai, calendar.zona);
}

/** When the office closes on a working day; null on a free one. */
export function closingOf(calendar: OfficeCalendar, tanggal: Tanggal): Instant | null {
  const last = slotsOf(calendar, tanggal).at(-1);
  return last === undefined ? null : fromLocal(tanggal, last.selesai, calendar.zona);
}

const namaHari: readonly (keyof Minggu)[] = [
  "minggu",
  "senin",
  "selasa",
  "rabu",
  "kamis",
  "jumat",
  "sabtu",
];

/** Two rounds of 32-bit FNV-1a: a name for content, not a safeguard against forgery. */
function fingerprint(text: string): string {
  const round = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93) >>> 0;
    }
    return hash.toString(16).padStart(8, "0");
  };
  return round(0x81_1c_9d_c5) + round(0x9e_37_79_b9);
}
