import { jenisPeriode, labelPendek, type Periode } from "../core/kinerja/periode.ts";

const BAGIAN_TERPANJANG = 80;

/** A name for a file out of its parts: "Rekap Kinerja TW IV 2026 - Kecamatan Paringin Selatan.xlsx". */
export const fileName = (partList: readonly string[], akhiran: string): string =>
  `${partList.map(safe).join(" - ")}.${akhiran}`;

/** "TW IV 2026", "Semester I 2026", "Tahun 2026". */
export const periodeName = (periode: Periode): string =>
  jenisPeriode(periode) === "tahunan"
    ? labelPendek(periode)
    : `${labelPendek(periode)} ${periode.slice(0, 4)}`;

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
