import { z } from "zod";

/** Every kind of paper a langkah can bring into being; `laporan` and `arsip` are made from the berkas as a whole. */
export const JenisNaskah = z.enum([
  "surat-perintah",
  "nota-dinas",
  "lembar-disposisi",
  "sk-tim",
  "rencana-kegiatan",
  "perjanjian-kinerja",
  "rencana-aksi",
  "data-kinerja",
  "undangan",
  "daftar-hadir",
  "notulen",
  "lembar-pengesahan",
  "surat-pengantar",
  "tanda-terima",
  "rencana-tindak-lanjut",
  "catatan-langkah",
  "laporan",
  "arsip",
]);
export type JenisNaskah = z.infer<typeof JenisNaskah>;

/** What people call it. */
export const namaNaskah: { readonly [J in JenisNaskah]: string } = {
  "surat-perintah": "Surat Perintah Tim",
  "nota-dinas": "Nota Dinas",
  "lembar-disposisi": "Lembar Disposisi",
  "sk-tim": "SK Tim",
  "rencana-kegiatan": "Rencana Kegiatan",
  "perjanjian-kinerja": "Perjanjian Kinerja",
  "rencana-aksi": "Rencana Aksi",
  "data-kinerja": "Data Kinerja Terkumpul",
  undangan: "Undangan Rapat",
  "daftar-hadir": "Daftar Hadir",
  notulen: "Notulen Rapat",
  "lembar-pengesahan": "Lembar Pengesahan",
  "surat-pengantar": "Surat Pengantar",
  "tanda-terima": "Tanda Terima",
  "rencana-tindak-lanjut": "Rencana Tindak Lanjut",
  "catatan-langkah": "Catatan Pelaksanaan",
  laporan: "Laporan Kinerja",
  arsip: "Arsip Berkas",
};
