import { lipat } from "../buku/lipat.ts";
import { dariDokumen, diduga, type SelUsul } from "./usulan.ts";

/** What a row is numbered by. */
export interface Bernomor {
  readonly sasaran: string;
  /** As the document has it; "" for none. */
  readonly tertulis: string;
  /** What the office calls the same indikator already. */
  readonly dikenal: string | null;
}

/** A kode that is taken, with the goal it stands at. */
export interface Terpakai {
  readonly kode: string;
  readonly sasaran: string;
}

/**
 * The kode of each row: what the office has called it before, else what the document says where that is one of
 * its own, else counted from its goal. None stands twice, nor is one that is taken.
 */
export function beriKode(
  barisList: readonly Bernomor[],
  terpakaiList: readonly Terpakai[],
): readonly SelUsul[] {
  const taken = new Set(terpakaiList.map(({ kode }) => kode));
  const own = barisList.map((one): SelUsul | null => {
    const before = one.dikenal !== null && !taken.has(one.dikenal) ? one.dikenal : null;
    const written = one.tertulis.replace(/\.$/, "");
    const twice = barisList.filter(({ tertulis }) => tertulis === one.tertulis).length > 1;
    const said = KODE.test(written) && !twice && !taken.has(written) ? written : null;
    const kode = before ?? said;
    if (kode === null) return null;
    taken.add(kode);
    return before === null ? dariDokumen(kode) : diduga(kode, "begitu tercatat di kantor ini");
  });
  const nomorOf = nomorSasaran([
    ...terpakaiList,
    ...barisList.map(({ sasaran }, at) => ({ kode: String(own[at]?.nilai ?? ""), sasaran })),
  ]);
  return barisList.map(({ sasaran }, at) => own[at] ?? dihitung(nomorOf(sasaran), taken));
}

/** "1.2", "IKU3": more than the number of a row. */
const KODE = /^(?=.*[.\p{L}])[0-9A-Za-z.]{1,12}$/u;

/** The number of each goal: that of a kode it has, else the next that no goal has. */
function nomorSasaran(list: readonly Terpakai[]): (sasaran: string) => number {
  const nomorByNama = new Map<string, number>();
  for (const { kode, sasaran } of list) {
    const nomor = /^(\d{1,3})\./.exec(kode)?.[1];
    if (nomor !== undefined && !nomorByNama.has(lipat(sasaran))) {
      nomorByNama.set(lipat(sasaran), Number(nomor));
    }
  }
  for (const { sasaran } of list) {
    if (nomorByNama.has(lipat(sasaran))) continue;
    const used = new Set(nomorByNama.values());
    let nomor = 1;
    while (used.has(nomor)) nomor += 1;
    nomorByNama.set(lipat(sasaran), nomor);
  }
  return (sasaran) => nomorByNama.get(lipat(sasaran)) ?? 1;
}

function dihitung(sasaran: number, taken: Set<string>): SelUsul {
  let at = 1;
  while (taken.has(`${sasaran}.${at}`)) at += 1;
  const nilai = `${sasaran}.${at}`;
  taken.add(nilai);
  return { nilai, asal: "dugaan", catatan: null };
}
