import { bacaTanggal } from "../formulir/baca-waktu.ts";
import type { KalenderTahun } from "../waktu/calendar.ts";
import { partsOf, tanggalOf } from "../waktu/tanggal.ts";

/** The free days of a year as a list tells them, or the line that keeps it from being read. */
export type DaftarLibur =
  | { readonly kind: "dibaca"; readonly libur: KalenderTahun["libur"] }
  | {
      readonly kind: "ditolak";
      readonly code: SebabDaftar;
      readonly baris: string;
    };

type SebabDaftar = "daftar-libur-tidak-terbaca" | "daftar-libur-tahun-lain" | "daftar-libur-ganda";

const HARI = "senin|selasa|rabu|kamis|jumat|jum[’'`]at|sabtu|minggu|ahad";
const BARIS = new RegExp(
  [
    // numbering, and the name of the day
    `^(?:[-•*]|\\d{1,2}[.)])?\\s*(?:(?:${HARI}),?\\s+)?`,
    "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{4})?|\\d{1,2}[\\s-]+[a-z]{3,9}(?:[\\s-]+\\d{4})?)",
    `(?:\\s*\\((?:${HARI})\\))?[\\s:;,|–—-]+(.+)$`,
  ].join(""),
  "iu",
);

/**
 * Reads a list of one day a line, as it is copied from a decree: "1 Januari 2028 Tahun Baru". What its
 * name calls cuti bersama is.
 */
export function bacaDaftarLibur(teks: string, tahun: number): DaftarLibur {
  const libur: KalenderTahun["libur"] = [];
  for (const baris of teks.split("\n").map((line) => line.trim())) {
    if (baris === "") continue;
    const [, hari = "", nama = ""] = BARIS.exec(baris) ?? [];
    const tanggal = bacaTanggal(hari, tanggalOf(tahun, 1, 1));
    if (tanggal === null || nama.length > NAMA_TERPANJANG) {
      return { kind: "ditolak", code: "daftar-libur-tidak-terbaca", baris: baris.slice(0, 80) };
    }
    if (partsOf(tanggal).tahun !== tahun) {
      return { kind: "ditolak", code: "daftar-libur-tahun-lain", baris: hari };
    }
    if (libur.some((one) => one.tanggal === tanggal)) {
      return { kind: "ditolak", code: "daftar-libur-ganda", baris: hari };
    }
    const jenis = /cuti\s+bersama/i.test(nama) ? "cuti_bersama" : "libur_nasional";
    libur.push({ tanggal, nama, jenis, pasti: true });
  }
  return libur.length === 0
    ? { kind: "ditolak", code: "daftar-libur-tidak-terbaca", baris: teks.trim().slice(0, 80) }
    : { kind: "dibaca", libur };
}

const NAMA_TERPANJANG = 120;

/** The year a list names first; null where it names none. */
export function tahunDaftar(teks: string): number | null {
  const tahun = /\b(20\d{2})\b/.exec(teks)?.[1];
  return tahun === undefined ? null : Number(tahun);
}
