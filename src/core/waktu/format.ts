import { clock, type Instant, singkatanZona, toLocal, type ZonaWaktu } from "./instant.ts";
import { partsOf, type Tanggal, weekday } from "./tanggal.ts";

interface OpsiWaktu {
  readonly tahun?: boolean;
}

/** "Kam 26 Nov, 15.30 WITA"; with the year when asked for. */
export const formatWaktu = (instant: Instant, zona: ZonaWaktu, opsi: OpsiWaktu = {}): string =>
  `${formatWaktuSetempat(instant, zona, opsi)} ${singkatanZona(zona)}`;

/** "Kam 26 Nov, 15.30": where the zone is plain from the place. */
export function formatWaktuSetempat(
  instant: Instant,
  zona: ZonaWaktu,
  opsi: OpsiWaktu = {},
): string {
  const { tanggal, menit } = toLocal(instant, zona);
  const { tahun, bulan, hari } = partsOf(tanggal);
  const day = `${hariPendek[weekday(tanggal)]} ${hari} ${bulanPendek[bulan - 1]}`;
  const year = opsi.tahun === true ? ` ${tahun}` : "";
  return `${day}${year}, ${clock(menit).replace(":", ".")}`;
}

/**
 * "Kamis, 26 November 2026, pukul 15.30": as official text has it, nothing shortened and no zone, since
 * a paper means the office's own time.
 */
export function waktuResmi(instant: Instant, zona: ZonaWaktu): string {
  const { tanggal, menit } = toLocal(instant, zona);
  return `${hariTanggal(tanggal)}, pukul ${clock(menit).replace(":", ".")}`;
}

/** "26 November 2026". */
export function formatTanggal(tanggal: Tanggal): string {
  const { tahun, bulan, hari } = partsOf(tanggal);
  return `${hari} ${bulanPanjang[bulan - 1]} ${tahun}`;
}

/** "Kamis, 26 November 2026". */
export const hariTanggal = (tanggal: Tanggal): string =>
  `${hariPanjang[weekday(tanggal)]}, ${formatTanggal(tanggal)}`;

/** "Jan" … "Des" for the months 1 to 12. */
export const namaBulanPendek = (bulan: number): string => bulanPendek[bulan - 1] ?? "";

/** "Minggu" … "Sabtu", as `weekday` counts them. */
export const hariPanjang = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const hariPendek = ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"];
const bulanPanjang = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
];
/** "Jan" … "Des". */
export const bulanPendek = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "Mei",
  "Jun",
  "Jul",
  "Agu",
  "Sep",
  "Okt",
  "Nov",
  "Des",
];
