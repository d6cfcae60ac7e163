import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { type Bagian, bagianList, isBersampul } from "../../core/dokumen/bagian.ts";
import type { Dokumen } from "../../core/dokumen/model.ts";
import { SIFAT_TANDA } from "../baca/docx.ts";
import { isDiatasTandaTangan } from "../ekor.ts";
import { type GambarGrafik, gambarGrafik } from "../gambar/grafik-dokumen.ts";
import type { LogoTerbaca } from "../gambar/logo.ts";
import { legalText, shortened } from "../legal-text.ts";
import { hurufPt, kertasCm, lebarIsiCm, tepiCm, tinta, twip } from "../ukuran.ts";
import { docxBlok } from "./blok.ts";
import { createPenghitung, numbering, type Penghitung } from "./daftar.ts";
import { docxKop } from "./kop.ts";
import { baris, halfPt, rataDocx } from "./teks.ts";

const KAKI_TERPANJANG = 120;
/** Every computer in an office has it; where it is missing its twin Arimo or Liberation Sans stands in. */
const HURUF_WORD = "Arial";

/** The document as bytes of a Word file; `tanda` stays in its properties when somebody edits it. */
export async function dokumenDocx(
  dokumen: Dokumen,
  tanda?: string,
  logo: LogoTerbaca | null = null,
): Promise<Uint8Array> {
  const penghitung = createPenghitung();
  const gambar = await gambarGrafik(dokumen);
  const list = bagianList(dokumen);
  const file = new Document({
    title: legalText(dokumen.judul),
    creator: "sopir",
    lastModifiedBy: "sopir",
    styles,
    numbering,
    customProperties: tanda === undefined ? [] : [{ name: SIFAT_TANDA, value: legalText(tanda) }],
    sections: list.map((bagian, at) =>
      section(dokumen, bagian, {
        at,
        penghitung,
        gambar,
        logo,
        sampul: at === 0 && isBersampul(list),
      }),
    ),
  });
  return Packer.toBuffer(file);
}

function section(
  dokumen: Dokumen,
  bagian: Bagian,
  {
    at,
    penghitung,
    gambar,
    logo,
    sampul,
  }: {
    readonly at: number;
    readonly penghitung: Penghitung;
    readonly gambar: GambarGrafik;
    readonly logo: LogoTerbaca | null;
    readonly sampul: boolean;
  },
): ISectionOptions {
  const lebarCm = lebarIsiCm(dokumen.kertas, bagian.arah);
  return {
    properties: { page: pageOf(dokumen, bagian), titlePage: sampul },
    headers: {
      default: new Header({ children: tandaLines(dokumen.tanda) }),
      ...(sampul ? { first: new Header({ children: tandaLines(dokumen.tanda) }) } : {}),
    },
    footers: {
      default: new Footer({ children: [kakiLine(dokumen.kaki, lebarCm)] }),
      ...(sampul ? { first: new Footer({ children: [] }) } : {}),
    },
    children: [
      ...(at === 0 && dokumen.kop !== null ? docxKop(dokumen.kop, lebarCm, logo) : []),
      ...bagian.blokList.flatMap((blok, at) =>
        // a signature alone on a page would sign nothing
        docxBlok(blok, lebarCm, {
          penghitung,
          menyusul: isDiatasTandaTangan(bagian.blokList, at),
          gambar,
          logo,
        }),
      ),
    ],
  };
}

/** Word wants the measures of the standing page and turns it itself. */
function pageOf(
  { kertas }: Dokumen,
  { arah }: Bagian,
): NonNullable<NonNullable<ISectionOptions["properties"]>["page"]> {
  const { lebar, tinggi } = kertasCm[kertas];
  return {
    size: {
      width: twip(lebar),
      height: twip(tinggi),
      orientation: arah === "rebah" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      left: twip(tepiCm.kiri),
      top: twip(tepiCm.atas),
      right: twip(tepiCm.kanan),
      bottom: twip(tepiCm.bawah),
      header: twip(1.1),
      footer: twip(1.1),
    },
  };
}

const tandaLines = (tanda: string | null): Paragraph[] =>
  tanda === null
    ? []
    : [
        baris(shortened(tanda, KAKI_TERPANJANG), "kanan", {
          bold: true,
          color: tinta.tanda,
          size: halfPt(hurufPt.kecil),
        }),
      ];

const kakiLine = (kaki: string, lebarCm: number): Paragraph =>
  new Paragraph({
    spacing: { after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: twip(lebarCm) }],
    children: [
      new TextRun({
        size: halfPt(hurufPt.kaki),
        color: tinta.redup,
        children: [
          legalText(shortened(kaki, KAKI_TERPANJANG)).replace(/\s+/gu, " "),
          "\tHalaman ",
          PageNumber.CURRENT,
          " dari ",
          PageNumber.TOTAL_PAGES,
        ],
      }),
    ],
  });

type Heading = NonNullable<NonNullable<IStylesOptions["default"]>["heading1"]>;

const heading = (
  tingkat: keyof typeof hurufPt.judul,
  spacing: { readonly before: number; readonly after: number },
): Heading => ({
  run: { font: HURUF_WORD, bold: true, color: "000000", size: halfPt(hurufPt.judul[tingkat]) },
  paragraph: { spacing, alignment: rataDocx[tingkat === 1 ? "tengah" : "kiri"] },
});

const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: HURUF_WORD, size: halfPt(hurufPt.teks) },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(1, { before: 0, after: 80 }),
    heading2: heading(2, { before: 200, after: 100 }),
    heading3: heading(3, { before: 160, after: 80 }),
    heading4: heading(4, { before: 120, after: 60 }),
  },
};
