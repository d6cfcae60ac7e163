import type { Durasi } from "./durasi.ts";
import { MENIT_PER_HARI_KERJA } from "./tenggat.ts";

/** Working minutes in the largest unit that is whole; less than a minute counts as one. */
export function lamaKerja(menit: number): Durasi {
  const whole = Math.floor(menit);
  if (whole >= MENIT_PER_HARI_KERJA) {
    return { nilai: Math.floor(whole / MENIT_PER_HARI_KERJA), satuan: "hari" };
  }
  return whole >= 60
    ? { nilai: Math.floor(whole / 60), satuan: "jam" }
    : { nilai: Math.max(1, whole), satuan: "menit" };
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
