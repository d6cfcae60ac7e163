import { z } from "zod";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { addMenitKerja } from "../waktu/tenggat.ts";

/** How long a message may be on its way before another account of its receiver gets it. */
export const Cadangan = z.strictObject({
  /** Minutes after which a task or reminder that could not be sent goes elsewhere. */
  belumTerkirimMenit: z.number().int().positive().max(1_440).default(10),
  /** Working minutes after which a task nobody has read is sent elsewhere too. */
  belumDibacaMenitKerja: z.number().int().positive().max(10_000).default(240),
});
export type Cadangan = z.infer<typeof Cadangan>;

/** What an office without times of its own gets: ten minutes, and four working hours. */
export const cadanganBawaan: Cadangan = Cadangan.parse({});

/** How far a message to one person has come. */
export interface Perjalanan {
  readonly status: "menunggu" | "terkirim" | "gagal" | "batal" | "ditahan";
  /** Being sent at this very moment. */
  readonly sedangDikirim: boolean;
  readonly dibuatMs: Instant;
  readonly terkirimMs: Instant | null;
  readonly tanda: "delivered" | "read" | "failed" | null;
  readonly saluranHidup: boolean;
  /** Whether the channel tells what was read. */
  readonly bertanda: boolean;
  /** `tugas` is answered by its receiver, `usai` was answered already, `kabar` needs no answer. */
  readonly macam: "tugas" | "kabar" | "usai";
}

/** Why a message goes to another account. */
export type SebabAlih =
  | "saluran-mati"
  | "tak-terjangkau"
  | "belum-terkirim"
  | "gagal"
  | "belum-dibaca";

/** What is to be done about a message: nothing more, look again, or use another account. */
export type Nasib =
  | { readonly kind: "selesai" }
  | { readonly kind: "periksa"; readonly atMs: Instant }
  /** `tarik`: it has not left, so it is taken back rather than sent twice, or kept as a dead letter. */
  | { readonly kind: "alihkan"; readonly sebab: SebabAlih; readonly tarik: boolean };

/** Whether a message has to go to another account of its receiver now, or when to ask again. */
export function decideNasib(perjalanan: Perjalanan, { nowMs, calendar, cadangan }: Ukuran): Nasib {
  const { status, dibuatMs, macam, tanda } = perjalanan;
  // What was taken back or kept back is said again by whoever did so.
  const settled = status === "batal" || status === "ditahan" || macam === "usai";
  if (settled || nowMs - dibuatMs > BASI_MS) return selesai;
  if (status === "gagal" || tanda === "failed") return alihkan("gagal", status === "gagal");
  if (status === "terkirim") return unread(perjalanan, { nowMs, calendar, cadangan });
  if (perjalanan.sedangDikirim) return { kind: "periksa", atMs: nowMs + MENIT_MS };
  if (!perjalanan.saluranHidup) return alihkan("saluran-mati", true);
  const dueMs = dibuatMs + cadangan.belumTerkirimMenit * MENIT_MS;
  return nowMs < dueMs ? { kind: "periksa", atMs: dueMs } : alihkan("belum-terkirim", true);
}

interface Ukuran {
  readonly nowMs: Instant;
  readonly calendar: OfficeCalendar;
  readonly cadangan: Cadangan;
}

function unread(
  { macam, tanda, bertanda, terkirimMs }: Perjalanan,
  { nowMs, calendar, cadangan }: Ukuran,
): Nasib {
  if (macam !== "tugas" || !bertanda || tanda === "read" || terkirimMs === null) return selesai;
  const dueMs = addMenitKerja(terkirimMs, cadangan.belumDibacaMenitKerja, calendar);
  return nowMs < dueMs ? { kind: "periksa", atMs: dueMs } : alihkan("belum-dibaca", false);
}

const alihkan = (sebab: SebabAlih, tarik: boolean): Nasib => ({ kind: "alihkan", sebab, tarik });

const MENIT_MS = 60_000;
/** After a week the reminders have said it all. */
const BASI_MS = 7 * 24 * 60 * MENIT_MS;
const selesai: Nasib = { kind: "selesai" };
