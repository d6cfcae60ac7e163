import type { Dokumen } from "../dokumen/model.ts";
import type { BahanNaskah } from "./bahan.ts";
import { catatanLangkah } from "./catatan-langkah.ts";
import type { JenisNaskah } from "./jenis.ts";

/** A kind of letter or form: what it says, and whether it carries a number of the register. */
export interface Penyusun {
  readonly bernomor: boolean;
  readonly susun: (bahan: BahanNaskah) => Dokumen;
}

const polos: Penyusun = { bernomor: false, susun: catatanLangkah };

/** Every kind that is drawn up; the others are made from the berkas as a whole. */
const penyusunByJenis: {
  readonly [J in Exclude<JenisNaskah, "laporan" | "arsip">]: Penyusun;
} = {
  "surat-perintah": polos,
  "nota-dinas": polos,
  "lembar-disposisi": polos,
  "sk-tim": polos,
  "rencana-kegiatan": polos,
  "perjanjian-kinerja": polos,
  "rencana-aksi": polos,
  "data-kinerja": polos,
  undangan: polos,
  "daftar-hadir": polos,
  notulen: polos,
  "lembar-pengesahan": polos,
  "surat-pengantar": polos,
  "tanda-terima": polos,
  "rencana-tindak-lanjut": polos,
  "catatan-langkah": polos,
};

/** Draws up a letter or form; null for what is made from the berkas as a whole. */
export function susunNaskah(
  jenis: JenisNaskah,
  bahan: BahanNaskah,
): { readonly bernomor: boolean; readonly dokumen: Dokumen } | null {
  if (jenis === "laporan" || jenis === "arsip") return null;
  const { bernomor, susun } = penyusunByJenis[jenis];
  return { bernomor, dokumen: susun(bahan) };
}
