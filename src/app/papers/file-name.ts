import { isUtuh, sebutanNaskah } from "../../core/dokumen/jenis.ts";
import type { Naskah } from "../../core/engine/state.ts";
import { jenisPeriode, labelPendek, type Periode } from "../../core/kinerja/periode.ts";

const BAGIAN_TERPANJANG = 80;

/** A name for a file out of its parts: "Rekap Kinerja TW IV 2026 - Kecamatan Paringin Selatan.xlsx". */
export const fileName = (partList: readonly string[], akhiran: string): string =>
  `${partList.map(safe).join(" - ")}.${akhiran}`;

/** "TW IV 2026", "Semester I 2026", "Tahun 2026". */
export const periodeName = (periode: Periode): string =>
  jenisPeriode(periode) === "tahunan"
    ? labelPendek(periode)
    : `${labelPendek(periode)} ${periode.slice(0, 4)}`;

/**
 * A name for the file of a paper: "SK Tim - Kecamatan X.pdf", "Laporan Kinerja TW IV 2026 - Kecamatan
 * X - Draf 2.docx". A letter that was written again carries its version.
 */
export function naskahFileName(
  { jenis, nama: dikenal, sebutan, versi }: Pick<Naskah, "jenis" | "nama" | "sebutan" | "versi">,
  { kantor, periode }: { readonly kantor: string; readonly periode: Periode },
  akhiran: string,
): string {
  // papers about a whole period are filed beside those of other periods
  const nama = isUtuh(jenis) ? `${sebutanNaskah(jenis)} ${periodeName(periode)}` : dikenal;
  const version = sebutan ?? (versi > 1 ? String(versi) : null);
  return fileName([nama, kantor, ...(version === null ? [] : [version])], akhiran);
}

/** No separators, quotes or control characters: the name must survive every file system and header. */
const safe = (text: string): string =>
  Array.from(
    text
      .replace(/[^\p{L}\p{N} .()_-]+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .slice(0, BAGIAN_TERPANJANG)
    .join("")
    .trim();
