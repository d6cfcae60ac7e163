import type { Arah, Blok, Dokumen } from "./model.ts";

/** Pages that lie the same way, one after the other. */
export interface Bagian {
  readonly arah: Arah;
  readonly blokList: readonly IsiBlok[];
}

/** Every block but the one that begins a new page. */
export type IsiBlok = Exclude<Blok, { readonly jenis: "halaman" }>;

/** The document cut where new pages begin; never empty, and no page is left blank. */
export function bagianList({ blokList }: Pick<Dokumen, "blokList">): readonly Bagian[] {
  const list: { arah: Arah; blokList: IsiBlok[] }[] = [{ arah: "tegak", blokList: [] }];
  for (const blok of blokList) {
    if (blok.jenis === "halaman") list.push({ arah: blok.arah, blokList: [] });
    else list.at(-1)?.blokList.push(blok);
  }
  const filled = list.filter(({ blokList }) => blokList.length > 0);
  return filled.length === 0 ? list.slice(0, 1) : filled;
}
