import type { SelLembar } from "../../core/kinerja/format/index.ts";
import { readGaya } from "./gaya.ts";
import { type Acuan, readLembar, readTeks, TEKS_TERPANJANG } from "./lembar.ts";
import type { BagianPaket } from "./paket.ts";
import { bacaXml } from "./xml-aman.ts";

/** A sheet of a workbook: its part, and its filled cells. */
export interface LembarTerbaca {
  readonly bagian: BagianPaket;
  readonly selList: readonly SelLembar[];
}

/**
 * The cells of every sheet that could be opened; null when the workbook cannot be read. Texts are cut where
 * they are longer than anybody will need.
 */
export async function readBook(
  bagianList: readonly BagianPaket[],
  teksTerpanjang?: number,
): Promise<readonly LembarTerbaca[] | null> {
  const acuan = await readAcuan(bagianList, teksTerpanjang);
  if (acuan === null) return null;
  const found: LembarTerbaca[] = [];
  for (const bagian of bagianList.filter(isWorksheet)) {
    if (bagian.data === null) continue;
    const selList = await readLembar(bagian.data, acuan);
    if (selList === null) return null;
    found.push({ bagian, selList });
  }
  return found;
}

export const isWorksheet = ({ isi }: BagianPaket): boolean => /\.worksheet\+xml$/i.test(isi);

async function readAcuan(
  bagianList: readonly BagianPaket[],
  teksTerpanjang = TEKS_TERPANJANG,
): Promise<Acuan | null> {
  const part = (akhir: RegExp): Uint8Array | null | undefined =>
    bagianList.find(({ isi }) => akhir.test(isi))?.data;
  const [shared, styles] = [part(/\.sharedStrings\+xml$/i), part(/\.styles\+xml$/i)];
  const sejak1904 = await countsFrom1904(part(/\.main\+xml$/i) ?? null);
  const teksList = shared === undefined ? [] : await readTeks(shared);
  const gayaList = styles === undefined ? [] : await readGaya(styles);
  return teksList === null || gayaList === null
    ? null
    : { teksList, gayaList, sejak1904, teksTerpanjang };
}

async function countsFrom1904(data: Uint8Array | null): Promise<boolean> {
  let found = false;
  if (data !== null) {
    await bacaXml(data, {
      buka: (nama, atribut) => {
        if (nama === "workbookPr") found = /^(1|true)$/.test(atribut("date1904") ?? "");
      },
    });
  }
  return found;
}
