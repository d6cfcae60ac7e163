import { matchTexts } from "./padanan.ts";

/** One paragraph that is new, gone, or another one now; long ones are cut around what differs. */
export type PerubahanAlinea =
  | { readonly jenis: "tambah"; readonly baru: string }
  | { readonly jenis: "hapus"; readonly lama: string }
  | { readonly jenis: "ganti"; readonly lama: string; readonly baru: string };

/** How one version of a text differs from the one before. */
export interface BedaNaskah {
  readonly ditambah: number;
  readonly dihapus: number;
  readonly diganti: number;
  /** Every change in the order of the text. */
  readonly perubahanList: readonly PerubahanAlinea[];
}

/** As much of a paragraph as a message repeats. */
const PETIKAN_TERPANJANG = 120;
/** Words that stay visible before the first difference. */
const AWALAN_PETIKAN = 30;

/**
 * What changed between two lists of paragraphs. Between two paragraphs that stayed, old and new ones
 * are paired off as replaced; what is left over was removed or added.
 */
export function compareNaskah(lama: readonly string[], baru: readonly string[]): BedaNaskah {
  const perubahanList: PerubahanAlinea[] = [];
  let [row, column] = [0, 0];
  for (const [sameRow, sameColumn] of [...matchTexts(lama, baru), [lama.length, baru.length]]) {
    const gone = lama.slice(row, sameRow);
    const come = baru.slice(column, sameColumn);
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      perubahanList.push(change(gone[at], come[at]));
    }
    [row, column] = [(sameRow ?? 0) + 1, (sameColumn ?? 0) + 1];
  }
  const count = (jenis: PerubahanAlinea["jenis"]): number =>
    perubahanList.filter((one) => one.jenis === jenis).length;
  return {
    ditambah: count("tambah"),
    dihapus: count("hapus"),
    diganti: count("ganti"),
    perubahanList,
  };
}

function change(lama: string | undefined, baru: string | undefined): PerubahanAlinea {
  if (lama === undefined) return { jenis: "tambah", baru: excerpt(baru ?? "", 0) };
  if (baru === undefined) return { jenis: "hapus", lama: excerpt(lama, 0) };
  const from = Math.max(0, sharedLength(lama, baru) - AWALAN_PETIKAN);
  return { jenis: "ganti", lama: excerpt(lama, from), baru: excerpt(baru, from) };
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** Begins at a word when something is left out before it; no character is cut in half. */
function excerpt(alinea: string, from: number): string {
  if (alinea.length <= PETIKAN_TERPANJANG) return alinea;
  const begin = from === 0 ? 0 : alinea.lastIndexOf(" ", from) + 1;
  const cut = alinea.slice(begin, begin + PETIKAN_TERPANJANG).replace(/[\uD800-\uDBFF]$/, "");
  const head = begin === 0 ? "" : "…";
  return `${head}${cut}${begin + cut.length < alinea.length ? "…" : ""}`;
}
