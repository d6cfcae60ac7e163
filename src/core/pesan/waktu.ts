import { waktuText } from "../../generated/teks.ts";
import { angkaContoh, tanggalContoh } from "../waktu/contoh-tanggal.ts";
import type { Durasi } from "../waktu/durasi.ts";
import { clock, type Instant, singkatanZona, toLocal, type ZonaWaktu } from "../waktu/instant.ts";
import { lamaKerja } from "../waktu/lama-kerja.ts";
import { partsOf, type Tanggal, weekday } from "../waktu/tanggal.ts";
import { fill, type Teks } from "./teks.ts";

/** An instant on the office's wall, in the words of whoever reads it: "Kam 26 Nov, 15.30 WITA". */
export function sebutWaktu(instant: Instant, zona: ZonaWaktu): Teks {
  const { tanggal, menit } = toLocal(instant, zona);
  const { bulan, hari } = partsOf(tanggal);
  const kata = fill(waktuText.saat, {
    hari: HARI[weekday(tanggal)] ?? "other",
    tanggal: String(hari),
    bulan: BULAN[bulan - 1] ?? "other",
    jam: clock(menit).replace(":", "."),
    zona: singkatanZona(zona),
  });
  return { ...kata, saat: instant };
}

/** "26 November 2026". */
export function sebutTanggal(tanggal: Tanggal): Teks {
  const { tahun, bulan, hari } = partsOf(tanggal);
  return fill(waktuText.tanggal, {
    tanggal: String(hari),
    bulan: BULAN[bulan - 1] ?? "other",
    tahun: String(tahun),
  });
}

/** A day near this one as an answer that would be read, written out and in figures. */
export function contohTanggal(today: Tanggal): { readonly contoh: Teks; readonly angka: string } {
  const tanggal = tanggalContoh(today);
  return { contoh: sebutTanggal(tanggal), angka: angkaContoh(tanggal).angka };
}

/** "Kamis, 26 November 2026". */
export const sebutHari = (tanggal: Tanggal): Teks =>
  fill(waktuText.hariTanggal, {
    hari: HARI[weekday(tanggal)] ?? "other",
    tanggal: sebutTanggal(tanggal),
  });

/** "30 menit", as a sheet prints it. */
export const sebutDurasi = ({ nilai, satuan }: Durasi): Teks =>
  fill(waktuText.durasi[satuan], { nilai });

/** Working minutes as people say them, in the largest unit that is whole: "2 hari kerja". */
export function sebutLamaKerja(menit: number): Teks {
  const { nilai, satuan } = lamaKerja(menit);
  return fill(waktuText.lamaKerja[satuan], { nilai });
}

const HARI = ["min", "sen", "sel", "rab", "kam", "jum", "sab"] as const;
const BULAN = [
  "jan",
  "feb",
  "mar",
  "apr",
  "mei",
  "jun",
  "jul",
  "agu",
  "sep",
  "okt",
  "nov",
  "des",
] as const;
