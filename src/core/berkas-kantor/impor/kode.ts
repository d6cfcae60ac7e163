import { dariDokumen, diduga, type SelUsul } from "./usulan.ts";

/** What a row is numbered by. */
export interface Bernomor {
  readonly sasaran: string;
  /** As the document has it; "" for none. */
  readonly tertulis: string;
  /** What the office calls the same indikator already. */
  readonly dikenal: string | null;
}

/**
 * The kode of each row: what the office has called it before, else what the document says where that is one of
 * its own, else counted from its goal. None stands twice, nor is one of `terpakai`.
 */
export function beriKode(
  barisList: readonly Bernomor[],
  terpakai: ReadonlySet<string>,
): readonly SelUsul[] {
  const written = barisList.map(({ tertulis }) => tertulis.replace(/\.$/, ""));
  const own = (kode: string): boolean =>
    KODE.test(kode) && written.filter((one) => one === kode).length === 1 && !terpakai.has(kode);
  const taken = new Set([
    ...terpakai,
    ...written.filter(own),
    ...barisList.flatMap(({ dikenal }) => dikenal ?? []),
  ]);
  const sasaranList = [...new Set(barisList.map(({ sasaran }) => sasaran))];
  const known = new Set<string>();
  return barisList.map(({ sasaran, dikenal }, at): SelUsul => {
    if (dikenal !== null && !terpakai.has(dikenal) && !known.has(dikenal)) {
      known.add(dikenal);
      return diduga(dikenal, "begitu tercatat di kantor ini");
    }
    const kode = written[at] ?? "";
    if (own(kode)) return dariDokumen(kode);
    const next = berikut(sasaranList.indexOf(sasaran) + 1, taken);
    taken.add(next);
    return { nilai: next, asal: "dugaan", catatan: null };
  });
}

/** "1.2", "IKU3": more than the number of a row. */
const KODE = /^(?=.*[.\p{L}])[0-9A-Za-z.]{1,12}$/u;

function berikut(sasaran: number, taken: ReadonlySet<string>): string {
  let at = 1;
  while (taken.has(`${sasaran}.${at}`)) at += 1;
  return `${sasaran}.${at}`;
}
