import { type Bagian, bagianList, type IsiBlok, isBersampul } from "../../core/dokumen/bagian.ts";
import type { Dokumen } from "../../core/dokumen/model.ts";
import { isDiatasTandaTangan } from "../ekor.ts";
import { type GambarGrafik, gambarGrafik } from "../gambar/grafik-dokumen.ts";
import type { LogoTerbaca } from "../gambar/logo.ts";
import { HURUF } from "../huruf.ts";
import { shortened } from "../legal-text.ts";
import { hurufPt, kertasCm, lebarIsiCm, pt, TINGGI_BARIS, tepiCm, tinta } from "../ukuran.ts";
import { type LetakBlok, pdfBertandaTangan, pdfBlok } from "./blok.ts";
import { asDocument, pdfmake } from "./buat.ts";
import type { Content, Definisi } from "./jenis.ts";
import { pdfKop } from "./kop.ts";
import { pdfText } from "./teks.ts";

const KAKI_TERPANJANG = 120;
/** Looking after every heading lays the whole document out again for each that has to move. */
const JUDUL_DIJAGA = 200;
/** A heading with less room than this below its top would part from what it heads. */
const RUANG_JUDUL_CM = 3.2;
/** Marks what stands in the margins: pdfmake counts it among what follows on a page. */
const TEPI = "tepi";

/** The document as bytes of a PDF file, its typeface embedded. */
export async function dokumenPdf(
  dokumen: Dokumen,
  logo: LogoTerbaca | null = null,
): Promise<Uint8Array> {
  const gambar = await gambarGrafik(dokumen);
  return pdfmake.createPdf(definitionOf(dokumen, { gambar, logo })).getBuffer();
}

/** Everything of a document that is a picture. */
interface Lukisan {
  readonly gambar: GambarGrafik;
  readonly logo: LogoTerbaca | null;
}

function definitionOf(dokumen: Dokumen, lukisan: Lukisan): Definisi {
  const { kertas, tanda, kaki, judul, dibuatMs } = dokumen;
  const { lebar, tinggi } = kertasCm[kertas];
  const list = bagianList(dokumen);
  return {
    pageSize: { width: pt(lebar), height: pt(tinggi) },
    pageOrientation: orientasi(list[0]),
    pageMargins: [pt(tepiCm.kiri), pt(tepiCm.atas), pt(tepiCm.kanan), pt(tepiCm.bawah)],
    styles: { [TEPI]: {} },
    defaultStyle: { font: HURUF, fontSize: hurufPt.teks, lineHeight: TINGGI_BARIS },
    ...asDocument(judul, dibuatMs),
    ...(tanda === null ? {} : { header: () => tandaLine(tanda) }),
    footer: (page, pages) => (page === 1 && isBersampul(list) ? "" : kakiLine(kaki, page, pages)),
    content: list.map((bagian, at) => pdfBagian(dokumen, bagian, { at, ...lukisan })),
    pageBreakBefore: keepsHeading(list),
  };
}

function pdfBagian(
  { kertas, kop }: Dokumen,
  bagian: Bagian,
  { at, ...lukisan }: Lukisan & { readonly at: number },
): Content {
  const lebarPt = pt(lebarIsiCm(kertas, bagian.arah));
  const kopList = at === 0 && kop !== null ? [pdfKop(kop, lebarPt, lukisan.logo)] : [];
  const stack = [...kopList, ...drawn(bagian.blokList, { lebarPt, ...lukisan })];
  return at === 0 ? { stack } : { stack, pageBreak: "before", pageOrientation: orientasi(bagian) };
}

/** A signature takes the end of what it signs along. */
const drawn = (blokList: readonly IsiBlok[], letak: LetakBlok): Content[] =>
  blokList.flatMap((blok, at): readonly Content[] => {
    if (isDiatasTandaTangan(blokList, at)) return [];
    const one = pdfBlok(blok, letak);
    const above = isDiatasTandaTangan(blokList, at - 1) ? blokList[at - 1] : undefined;
    return above === undefined ? [one] : pdfBertandaTangan(above, one, letak);
  });

const orientasi = (bagian: Bagian | undefined): "portrait" | "landscape" =>
  bagian?.arah === "rebah" ? "landscape" : "portrait";

const tandaLine = (tanda: string): Content => ({
  text: pdfText(shortened(tanda, KAKI_TERPANJANG)),
  style: TEPI,
  alignment: "right",
  bold: true,
  fontSize: hurufPt.kecil,
  color: `#${tinta.tanda}`,
  margin: [pt(tepiCm.kiri), pt(1.1), pt(tepiCm.kanan), 0],
});

const kakiLine = (kaki: string, page: number, pages: number): Content => ({
  columns: [
    { text: pdfText(shortened(kaki, KAKI_TERPANJANG)), width: "*", style: TEPI },
    { text: `Halaman ${page} dari ${pages}`, width: "auto", style: TEPI },
  ],
  style: TEPI,
  fontSize: hurufPt.kaki,
  color: `#${tinta.redup}`,
  margin: [pt(tepiCm.kiri), pt(1), pt(tepiCm.kanan), 0],
});

/** A heading never stands alone at the foot of a page. */
function keepsHeading(list: readonly Bagian[]): Definisi["pageBreakBefore"] {
  const headings = list.flatMap(({ blokList }) =>
    blokList.filter(({ jenis }) => jenis === "judul"),
  );
  if (headings.length > JUDUL_DIJAGA) return undefined;
  return (node, query) =>
    (node.headlineLevel ?? 0) > 1 &&
    (roomBelow(node.startPosition) < pt(RUANG_JUDUL_CM) ||
      query.getFollowingNodesOnPage().every(({ style }) => style === TEPI));
}

/** What is kept together, like the head of a table and its first row, is counted where it was tried first. */
const roomBelow = ({
  pageInnerHeight,
  verticalRatio,
}: {
  readonly pageInnerHeight: number;
  readonly verticalRatio: number;
}): number => pageInnerHeight * (1 - verticalRatio);
