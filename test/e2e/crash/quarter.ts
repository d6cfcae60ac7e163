import type { Acting } from "../office.ts";
import { approveTriwulan, fillUnit } from "../paringin-selatan.ts";

/** Six accounts, and what is below. */
export const ACTS = 28;

/** One quarter of the office: collected in time and late, returned once, approved, exported. */
export async function playQuarter(office: Acting): Promise<void> {
  await office.moveTo("2027-01-04T07:40:00+08:00");
  await fillUnit(office, "kasi-pelayanan", ["88,4", "7"]);
  await office.says("sekcam", "/status");
  await fillUnit(office, "kasi-pemerintahan", ["40/40", "6"]);
  // The third unit is reminded, and reminded again.
  await office.moveTo("2027-01-05T10:00:00+08:00");
  await fillUnit(office, "kasubbag", ["95"]);
  await office.taps("kasubbag", "✅ Teruskan");
  await office.taps("sekcam", /Kembalikan/);
  await office.says("sekcam", "Mohon diperiksa kembali angka pelayanan");
  await office.moveTo("2027-01-05T13:00:00+08:00");
  await approveTriwulan(office);
  await office.says("camat", "/rekap 4 2026");
}
