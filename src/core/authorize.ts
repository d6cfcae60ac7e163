import type { Pegawai, Peran } from "./kantor/schema.ts";

/** What a person may ask for outside a wait; answering a wait is decided by its holder. */
export type Action =
  | "mulai-berkas"
  | "batalkan-berkas"
  | "buka-kembali"
  | "lihat-rekap"
  | "baca-laporan"
  | "siaran"
  | "undang"
  | "ubah-pegawai"
  | "tunjuk-wakil"
  | "ubah-libur"
  | "ubah-target"
  | "isi-anggaran"
  | "kelola-lke"
  | "tutup-pengumpulan"
  | "colek"
  | "isi-realisasi"
  | "pantau-kantor";

const peranByAction: { readonly [A in Action]: readonly Peran[] } = {
  "mulai-berkas": ["camat", "sekcam", "kadis", "sekdis", "admin"],
  "batalkan-berkas": ["camat", "sekcam", "kadis", "sekdis", "admin"],
  "buka-kembali": ["sekcam", "sekdis", "kasubbag", "admin"],
  "lihat-rekap": ["camat", "sekcam", "kadis", "sekdis", "kasubbag", "jfp", "admin"],
  // a finished report goes to whoever reviews it; what led to it stays in the office
  "baca-laporan": ["inspektorat"],
  siaran: ["admin", "sekcam", "sekdis", "kabupaten"],
  undang: ["admin"],
  "ubah-pegawai": ["admin"],
  "tunjuk-wakil": ["camat", "sekcam", "kadis", "sekdis", "admin"],
  "ubah-libur": ["admin"],
  // whoever compiles the Perjanjian Kinerja; the decree is the head's, and is named
  "ubah-target": ["sekcam", "sekdis", "kasubbag", "jfp", "admin"],
  "isi-anggaran": ["sekcam", "sekdis", "kasubbag", "jfp", "admin"],
  // whoever sees to it that recommendations of the evaluators are followed up
  "kelola-lke": ["sekcam", "sekdis", "kasubbag", "jfp", "admin"],
  "tutup-pengumpulan": ["staf", "kasubbag", "sekcam", "sekdis", "jfp", "admin"],
  colek: ["camat", "sekcam", "kadis", "sekdis", "kasubbag", "staf", "jfp", "admin"],
  // the offices that name this one as theirs; those of another kabupaten never
  "pantau-kantor": ["kabupaten"],
  "isi-realisasi": ["kasi", "kasubbag", "staf", "sekcam", "sekdis", "jfp", "tim"],
};

/** Whether this person may do this. Denies whatever is not listed. */
export const can = (pegawai: Pegawai, action: Action): boolean =>
  pegawai.peran.some((peran) => peranByAction[action].includes(peran));
