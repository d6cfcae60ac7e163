import { MENIT_PER_HARI_KERJA } from "./tenggat.ts";

/** Working minutes as people say them, in the largest unit that is whole: "2 hari kerja", "3 jam kerja". */
export function formatLamaKerja(menit: number): string {
  const whole = Math.floor(menit);
  if (whole >= MENIT_PER_HARI_KERJA)
    return `${Math.floor(whole / MENIT_PER_HARI_KERJA)} hari kerja`;
  return whole >= 60 ? `${Math.floor(whole / 60)} jam kerja` : `${Math.max(1, whole)} menit kerja`;
}

/** Working minutes to the minute, in the two largest units: "2 hari 3 jam", "1 jam 5 menit", "0 menit". */
export function formatMenitKerja(menit: number): string {
  const whole = Math.round(menit);
  const hari = Math.floor(whole / MENIT_PER_HARI_KERJA);
  const rest = whole - hari * MENIT_PER_HARI_KERJA;
  const partList = [
    [hari, "hari"],
    [Math.floor(rest / 60), "jam"],
    [rest % 60, "menit"],
  ] as const;
  const first = partList.findIndex(([nilai]) => nilai > 0);
  const said = first === -1 ? [] : partList.slice(first, first + 2).filter(([nilai]) => nilai > 0);
  return said.length === 0 ? "0 menit" : said.map((part) => part.join(" ")).join(" ");
}
