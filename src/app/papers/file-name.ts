import { isUtuh, sebutanNaskah } from "../../core/dokumen/jenis.ts";
import type { Naskah } from "../../core/engine/state.ts";
import {
  type IstilahTriwulan,
  labelPendekTahun,
  type Periode,
} from "../../core/kinerja/periode.ts";

const BAGIAN_TERPANJANG = 80;

/** A name for a file out of its parts: "Rekap Kinerja TW IV 2026 - Kecamatan Paringin Selatan.xlsx". */
export function fileName(partList: readonly string[], akhiran: string): string {
  const nama = partList.map(safe).join(" - ");
  return `${nama}${RESERVED.test(nama) ? "_" : ""}.${akhiran}`;
}

/** Names that Windows keeps for devices, whatever follows behind a full stop. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;

/** What names an office, and its word for a triwulan. */
export interface KantorBernama {
  readonly nama: string;
  readonly istilahTriwulan: IstilahTriwulan;
}

/** What a paper counts for; null where its kind is never a concept and asks for no signature. */
export type Keadaan = "konsep" | "disetujui" | "bertanda tangan";

/**
 * A name for the file of a paper: "SK Tim - Kecamatan X - konsep.pdf", "Laporan Kinerja TW IV 2026 -
 * Kecamatan X - Final - bertanda tangan.docx". A letter that was written again carries its version;
 * what the version's own name says is not said twice.
 */
export function naskahFileName(
  { jenis, nama: dikenal, sebutan, versi }: Pick<Naskah, "jenis" | "nama" | "sebutan" | "versi">,
  {
    kantor,
    periode,
    keadaan,
  }: {
    readonly kantor: KantorBernama;
    readonly periode: Periode;
    readonly keadaan: Keadaan | null;
  },
  akhiran: string,
): string {
  // papers about a whole period are filed beside those of other periods
  const nama = isUtuh(jenis)
    ? `${sebutanNaskah(jenis)} ${labelPendekTahun(periode, kantor.istilahTriwulan)}`
    : dikenal;
  const version = sebutan ?? (versi > 1 ? String(versi) : null);
  const said = keadaan === null || sebutan?.toLowerCase().includes(keadaan) === true;
  return fileName(
    [nama, kantor.nama, ...(version === null ? [] : [version]), ...(said ? [] : [keadaan])],
    akhiran,
  );
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
