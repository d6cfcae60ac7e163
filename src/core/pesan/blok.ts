/** A column of a table; what is compared by eye, figures above all, stands on the right. */
export interface Kolom<T> {
  readonly judul: T;
  readonly rata: "kiri" | "kanan";
}

/**
 * One block of a message, for services that lay messages out. `T` is its text: said already, or still
 * to be put into the words of a reader.
 */
export type Blok<T> =
  | { readonly jenis: "alinea" | "judul"; readonly teks: T }
  | {
      readonly jenis: "tabel";
      readonly kolom: readonly Kolom<T>[];
      /** As many cells a row as there are columns. */
      readonly barisList: readonly (readonly T[])[];
    }
  | { readonly jenis: "daftar"; readonly butirList: readonly T[] }
  /** Folded away behind its title until somebody opens it. */
  | { readonly jenis: "rincian"; readonly judul: T; readonly isi: readonly Blok<T>[] };

/** The same block with every text of it said. */
export function mapBlok<T, S>(blok: Blok<T>, say: (teks: T) => S): Blok<S> {
  switch (blok.jenis) {
    case "alinea":
    case "judul":
      return { jenis: blok.jenis, teks: say(blok.teks) };
    case "tabel":
      return {
        jenis: "tabel",
        kolom: blok.kolom.map(({ judul, rata }) => ({ judul: say(judul), rata })),
        barisList: blok.barisList.map((row) => row.map(say)),
      };
    case "daftar":
      return { jenis: "daftar", butirList: blok.butirList.map(say) };
    case "rincian":
      return {
        jenis: "rincian",
        judul: say(blok.judul),
        isi: blok.isi.map((one) => mapBlok(one, say)),
      };
  }
}
