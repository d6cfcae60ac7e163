import { z } from "zod";

/**
 * Kind of a paper: the name of its file in `flows/naskah`. `laporan` and `arsip` have none, for they
 * are made from the berkas as a whole.
 */
export const JenisNaskah = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung");
export type JenisNaskah = z.infer<typeof JenisNaskah>;

/** Whether a kind is made from the berkas as a whole, not drawn up from a file. */
export const isUtuh = (jenis: JenisNaskah): boolean => jenis === "laporan" || jenis === "arsip";

/** What a kind is called where its file is not at hand, as in the log: "SK Tim" for `sk-tim`. */
export const sebutanNaskah = (jenis: JenisNaskah): string =>
  sebutanKhusus.get(jenis) ??
  jenis
    .split("-")
    .map((kata) => {
      const besar = kata.length < 3 ? kata.length : 1;
      return kata.slice(0, besar).toUpperCase() + kata.slice(besar);
    })
    .join(" ");

const sebutanKhusus: ReadonlyMap<JenisNaskah, string> = new Map([
  ["laporan", "Laporan Kinerja"],
  ["arsip", "Arsip Berkas"],
  ["surat-perintah", "Surat Perintah Tim"],
  ["data-kinerja", "Data Kinerja Terkumpul"],
  ["undangan", "Undangan Rapat"],
  ["notulen", "Notulen Rapat"],
  ["catatan-langkah", "Catatan Pelaksanaan"],
]);
