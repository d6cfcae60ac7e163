import type { Blok, Kolom } from "./blok.ts";
import type { Bentuk, Teks } from "./teks.ts";

/** These words, which a service that lays messages out shows as these blocks. */
export const bentuk = (polos: Teks, ...blokList: readonly Blok<Teks>[]): Bentuk => ({
  blokList,
  polos,
});

/** What only a service that can fold it away shows; elsewhere it would push the rest off the screen. */
export const terlipat = (judul: Teks, ...isi: readonly Blok<Teks>[]): Bentuk =>
  bentuk("", { jenis: "rincian", judul, isi });

/** A table of texts and, on the right, of figures. */
export const tabelOf = (
  kolom: readonly Kolom<Teks>[],
  barisList: readonly (readonly Teks[])[],
): Blok<Teks> => ({ jenis: "tabel", kolom, barisList });

export const kolom = (judul: Teks): Kolom<Teks> => ({ judul, rata: "kiri" });

/** A column of figures. */
export const kolomAngka = (judul: Teks): Kolom<Teks> => ({ judul, rata: "kanan" });

/** Running text between other blocks. */
export const alinea = (teks: Teks): Blok<Teks> => ({ jenis: "alinea", teks });
