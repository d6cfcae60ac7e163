import { MENIT_PER_HARI_KERJA } from "./tenggat.ts";

/** Working minutes as people say them, in the largest unit that is whole: "2 hari kerja", "3 jam kerja". */
export function formatLamaKerja(menit: number): string {
  const whole = Math.floor(menit);
  if (whole >= MENIT_PER_HARI_KERJA)
    return `${Math.floor(whole / MENIT_PER_HARI_KERJA)} hari kerja`;
  return whole >= 60 ? `${Math.floor(whole / 60)} jam kerja` : `${Math.max(1, whole)} menit kerja`;
}
