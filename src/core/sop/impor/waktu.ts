import { type Durasi, parseDurasi } from "../../waktu/durasi.ts";
import { rapi } from "./sumber.ts";

/** A duration as it was read, and what a person should look at. */
export interface WaktuTerbaca {
  readonly waktu: Durasi | null;
  readonly keraguan: string | null;
}

const KOSONG = /^[-–—.:]*$/;
const MENIT_PER_JAM = 60;

/**
 * Reads what stands in the column of time: "15 Menit", "± 30 menit", "½ jam", or a bare number in the unit
 * of the title. What is no whole number of a unit is never rounded in silence.
 */
export function bacaWaktu(teks: string, satuan: Durasi["satuan"] | null): WaktuTerbaca {
  const asli = rapi(teks);
  if (KOSONG.test(asli)) return { waktu: null, keraguan: null };
  const kira = /^(±|\+\/-|kurang lebih|sekitar|maks(?:imal|\.)?|paling lama)\s*/i;
  const bersih = asli
    .replace(kira, "")
    .replace(/\s*\(\D*\)\s*/g, " ")
    .replaceAll("’", "")
    .trim();
  const dengan = /^\d{1,4}$/.test(bersih) && satuan !== null ? `${bersih} ${satuan}` : bersih;
  const waktu = parseDurasi(dengan) ?? pecahan(dengan);
  if (waktu === null) {
    return {
      waktu,
      keraguan: `waktu tercetak "${asli}" tidak terbaca sebagai menit, jam, atau hari`,
    };
  }
  const sama = bersih === asli && parseDurasi(dengan) !== null;
  return {
    waktu,
    keraguan: sama ? null : `waktu tercetak "${asli}"; diambil ${waktu.nilai} ${waktu.satuan}`,
  };
}

/** Half an hour and the like, as minutes; a part of a day has no length of its own. */
function pecahan(teks: string): Durasi | null {
  const match = /^(?:(\d{1,2})\s+)?(½|1\/2|¼|1\/4|¾|3\/4)\s*jam$/i.exec(teks);
  if (match === null) {
    const [, utuh, koma] = /^(\d{1,2})[,.](5|25|75)\s*jam$/i.exec(teks) ?? [];
    return utuh === undefined ? null : menit(Number(`${utuh}.${koma}`));
  }
  const bagian = new Map([
    ["½", 0.5],
    ["1/2", 0.5],
    ["¼", 0.25],
    ["1/4", 0.25],
  ]);
  return menit(Number(match[1] ?? 0) + (bagian.get(match[2] ?? "") ?? 0.75));
}

const menit = (jam: number): Durasi => ({ nilai: jam * MENIT_PER_JAM, satuan: "menit" });
