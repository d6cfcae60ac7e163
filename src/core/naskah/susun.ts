import type { Dokumen } from "../dokumen/model.ts";
import type { RegisterNomor } from "../formulir/schema.ts";
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

/** A kind of letter or form: what it says, and where its number comes from. */
export interface Penyusun {
  /** The register its number is drawn from; null for what carries none. */
  readonly register: RegisterNomor | null;
  /** Says the same as long as the berkas lives: made once, however often its langkah is passed. */
  readonly tetap?: true;
  readonly susun: (bahan: BahanNaskah) => Dokumen;
}

/** Every kind that is drawn up; the others are made from the berkas as a whole. */
const penyusunByJenis: {
  readonly [J in Exclude<JenisNaskah, "laporan" | "arsip">]: Penyusun;
} = {
  "surat-perintah": { register: "surat-keluar", susun: suratPerintahDari },
  "nota-dinas": { register: "surat-keluar", susun: notaDinasDari },
  "lembar-disposisi": { register: null, susun: lembarDisposisiDari },
  "sk-tim": { register: "keputusan", susun: skTimDari },
  "rencana-kegiatan": { register: null, susun: rencanaKegiatanDari },
  "perjanjian-kinerja": { register: null, tetap: true, susun: perjanjianKinerjaDari },
  "rencana-aksi": { register: null, tetap: true, susun: rencanaAksiDari },
  "data-kinerja": { register: null, susun: dataKinerjaDari },
  undangan: { register: "surat-keluar", susun: undanganDari },
  "daftar-hadir": { register: null, susun: daftarHadirDari },
  notulen: { register: null, susun: notulenDari },
  "lembar-pengesahan": { register: null, susun: lembarPengesahanDari },
  "surat-pengantar": { register: "surat-keluar", susun: suratPengantarDari },
  "tanda-terima": { register: "tanda-terima", susun: tandaTerimaDari },
  "rencana-tindak-lanjut": { register: null, susun: rencanaTindakLanjutDari },
  "catatan-langkah": { register: null, susun: catatanLangkah },
};

/** The register the number of such a paper is drawn from; null for what carries none. */
export const registerOf = (jenis: JenisNaskah): RegisterNomor | null =>
  jenis === "laporan" || jenis === "arsip" ? null : penyusunByJenis[jenis].register;

/** Draws up a letter or form; null for what is made from the berkas as a whole. */
export const susunNaskah = (jenis: JenisNaskah, bahan: BahanNaskah): Dokumen | null =>
  jenis === "laporan" || jenis === "arsip" ? null : penyusunByJenis[jenis].susun(bahan);

/** Whether a paper of this kind need not be made again once the berkas has it. */
export const isTetap = (jenis: JenisNaskah): boolean =>
  jenis !== "laporan" && jenis !== "arsip" && penyusunByJenis[jenis].tetap === true;
