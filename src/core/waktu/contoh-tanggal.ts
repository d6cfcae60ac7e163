import { addDays, partsOf, type Tanggal } from "./tanggal.ts";

/** Near enough that nobody has to turn a calendar to understand it, and neither today nor tomorrow. */
const HARI_CONTOH = 2;

/** A day an example names: two days after another, or before it. */
export const tanggalContoh = (dari: Tanggal, arah: 1 | -1 = 1): Tanggal =>
  addDays(dari, arah * HARI_CONTOH);

/** The same day in figures: "8-1", "8-1-2027". */
export function angkaContoh(tanggal: Tanggal): { readonly pendek: string; readonly angka: string } {
  const { tahun, bulan, hari } = partsOf(tanggal);
  return { pendek: `${hari}-${bulan}`, angka: `${hari}-${bulan}-${tahun}` };
}
