import type { Arah, Blok, DaftarIsi, Dokumen, Judul, Sampul } from "./model.ts";

/** Pages that lie the same way, one after the other. */
export interface Bagian {
  readonly arah: Arah;
  readonly blokList: readonly IsiBlok[];
}

/** A heading; the table of contents, where there is one, finds it by `id`. */
export interface JudulBagian extends Judul {
  readonly id?: string;
}

/** The table of contents with the headings it lists. */
export interface DaftarIsiTerisi extends DaftarIsi {
  readonly entriList: readonly (Judul & { readonly id: string })[];
}

/** Every block but the one that begins a new page. */
export type IsiBlok =
  | Exclude<Blok, { readonly jenis: "halaman" | "judul" | "daftar-isi" }>
  | JudulBagian
  | DaftarIsiTerisi;

/**
 * The document cut where new pages begin, its table of contents filled in; never empty, and no page
 * is left blank.
 */
export function bagianList({ blokList }: Pick<Dokumen, "blokList">): readonly Bagian[] {
  const list: { arah: Arah; blokList: IsiBlok[] }[] = [{ arah: "tegak", blokList: [] }];
  for (const blok of withDaftarIsi(blokList)) {
    if (blok.jenis === "halaman") list.push({ arah: blok.arah, blokList: [] });
    else list.at(-1)?.blokList.push(blok);
  }
  const filled = list.filter(({ blokList }) => blokList.length > 0);
  return filled.length === 0 ? list.slice(0, 1) : filled;
}

/** Whether the first page is a cover, which bears no page number. */
export const isBersampul = (list: readonly Bagian[]): boolean =>
  list[0]?.blokList[0]?.jenis === "sampul";

/** What stands before the text of a book: its cover and its table of contents. */
export type Muka = Sampul | DaftarIsiTerisi;

/** Whether a block is one of those. */
export const isMuka = (blok: IsiBlok): blok is Muka =>
  blok.jenis === "sampul" || blok.jenis === "daftar-isi";

type BlokTerisi = IsiBlok | Extract<Blok, { readonly jenis: "halaman" }>;

/** The first table of contents gets its entries, and its headings their ids; a second one is left out. */
function withDaftarIsi(blokList: readonly Blok[]): readonly BlokTerisi[] {
  const daftarIsi = blokList.find((blok) => blok.jenis === "daftar-isi");
  const entriList = blokList.flatMap((blok, at) =>
    blok.jenis === "judul" && blok.tingkat <= (daftarIsi?.tingkat ?? 0)
      ? [{ at, entri: { ...blok, id: `judul_${at}` } }]
      : [],
  );
  const byPlace = new Map(entriList.map(({ at, entri }) => [at, entri]));
  return blokList.flatMap((blok, at): readonly BlokTerisi[] => {
    if (blok.jenis !== "daftar-isi") return [byPlace.get(at) ?? blok];
    return blok === daftarIsi ? [{ ...blok, entriList: [...byPlace.values()] }] : [];
  });
}
