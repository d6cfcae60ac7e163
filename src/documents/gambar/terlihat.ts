import type { BarisTeks, Bidang, HalamanChart, Panah, Titik } from "../../core/sop/chart/model.ts";

/** What a line or the head of an arrow takes beside its points, in points. */
const TEPI = 6;

/** What of a page can be seen in a rectangle of it, or a little more: the rest would be drawn for nothing. */
export function terlihat(page: HalamanChart, jendela: Bidang): HalamanChart {
  const sees = (bidang: Bidang): boolean => bertemu(bidang, jendela);
  const reads = (teks: BarisTeks): boolean => sees(bidangTeks(teks));
  return {
    ...page,
    selList: page.selList
      .map((sel) => ({ ...sel, teksList: sel.teksList.filter(reads) }))
      .filter(({ bidang, teksList }) => teksList.length > 0 || sees(bidang)),
    simbolList: page.simbolList.filter(({ bidang }) => sees(bidang)),
    panahList: page.panahList.filter(
      ({ titikList, label }) =>
        sees(bidangTitik(titikList)) || (label !== null && sees(label.bidang)),
    ),
    legendaList: page.legendaList.filter(({ bidang, teks }) => sees(bidang) || reads(teks)),
    teksList: page.teksList.filter(reads),
  };
}

const bertemu = (a: Bidang, b: Bidang): boolean =>
  a.x - TEPI < b.x + b.lebar &&
  b.x < a.x + a.lebar + TEPI &&
  a.y - TEPI < b.y + b.tinggi &&
  b.y < a.y + a.tinggi + TEPI;

/** No letter is wider than the type is high. */
function bidangTeks({ x, y, teks, ukuran, rata }: BarisTeks): Bidang {
  const lebar = teks.length * ukuran;
  return { x: rata === "tengah" ? x - lebar / 2 : x, y: y - ukuran, lebar, tinggi: 2 * ukuran };
}

function bidangTitik(titikList: Panah["titikList"]): Bidang {
  const span = (of: (titik: Titik) => number): readonly [number, number] => {
    const list = titikList.map(of);
    return [Math.min(...list), Math.max(...list)];
  };
  const [kiri, kanan] = span(({ x }) => x);
  const [atas, bawah] = span(({ y }) => y);
  return { x: kiri, y: atas, lebar: kanan - kiri, tinggi: bawah - atas };
}
