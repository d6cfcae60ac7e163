import type { Dokumen } from "../dokumen/model.ts";
import type { BahanNaskah } from "./bahan.ts";
import { catatanLangkah } from "./catatan-langkah.ts";
import type { JenisNaskah } from "./jenis.ts";
import { dataKinerjaDari, perjanjianKinerjaDari, rencanaAksiDari } from "./kinerja.ts";
import { suratPengantarDari, tandaTerimaDari } from "./kirim.ts";
import { lembarPengesahanDari } from "./pengesahan.ts";
import { lembarDisposisiDari, notaDinasDari, suratPerintahDari } from "./perintah.ts";
import { daftarHadirDari, notulenDari, undanganDari } from "./rapat.ts";
import { rencanaKegiatanDari, rencanaTindakLanjutDari } from "./rencana.ts";
import { skTimDari } from "./tim.ts";

/** A kind of letter or form: what it says, and whether it carries a number of the register. */
export interface Penyusun {
  readonly bernomor: boolean;
  /** Says the same as long as the berkas lives: made once, however often its langkah is passed. */
  readonly tetap?: true;
  readonly susun: (bahan: BahanNaskah) => Dokumen;
}

/** Every kind that is drawn up; the others are made from the berkas as a whole. */
const penyusunByJenis: {
  readonly [J in Exclude<JenisNaskah, "laporan" | "arsip">]: Penyusun;
} = {
  "surat-perintah": { bernomor: true, susun: suratPerintahDari },
  "nota-dinas": { bernomor: true, susun: notaDinasDari },
  "lembar-disposisi": { bernomor: false, susun: lembarDisposisiDari },
  "sk-tim": { bernomor: true, susun: skTimDari },
  "rencana-kegiatan": { bernomor: false, susun: rencanaKegiatanDari },
  "perjanjian-kinerja": { bernomor: false, tetap: true, susun: perjanjianKinerjaDari },
  "rencana-aksi": { bernomor: false, tetap: true, susun: rencanaAksiDari },
  "data-kinerja": { bernomor: false, susun: dataKinerjaDari },
  undangan: { bernomor: true, susun: undanganDari },
  "daftar-hadir": { bernomor: false, susun: daftarHadirDari },
  notulen: { bernomor: false, susun: notulenDari },
  "lembar-pengesahan": { bernomor: false, susun: lembarPengesahanDari },
  "surat-pengantar": { bernomor: true, susun: suratPengantarDari },
  "tanda-terima": { bernomor: true, susun: tandaTerimaDari },
  "rencana-tindak-lanjut": { bernomor: false, susun: rencanaTindakLanjutDari },
  "catatan-langkah": { bernomor: false, susun: catatanLangkah },
};

/** Draws up a letter or form; null for what is made from the berkas as a whole. */
export function susunNaskah(
  jenis: JenisNaskah,
  bahan: BahanNaskah,
): { readonly bernomor: boolean; readonly dokumen: Dokumen } | null {
  if (jenis === "laporan" || jenis === "arsip") return null;
  const { bernomor, susun } = penyusunByJenis[jenis];
  return { bernomor, dokumen: susun(bernomor ? bahan : { ...bahan, nomor: null }) };
}

/** Whether a paper of this kind need not be made again once the berkas has it. */
export const isTetap = (jenis: JenisNaskah): boolean =>
  jenis !== "laporan" && jenis !== "arsip" && penyusunByJenis[jenis].tetap === true;
