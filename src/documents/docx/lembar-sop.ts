import {
  Document,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  type Table,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";
import type { Bidang } from "../../core/sop/chart/model.ts";
import { kertasPt, tepi } from "../../core/sop/chart/ukuran.ts";
import type { LembarResmi } from "../../core/sop/lembar-resmi.ts";
import { potonganPng } from "../gambar/potongan-png.ts";
import { legalText } from "../legal-text.ts";
import {
  BARIS_PT,
  cell,
  DOTS_PER_PT,
  INSTANSI_PT,
  ISI_PT,
  KEPALA,
  line,
  PADAT,
  tableOf,
  twip,
} from "./lembar-sop-sel.ts";
import { tabelLangkah } from "./lembar-sop-tabel.ts";

/**
 * A sheet in the official form as a Word file: words in a table that can be edited, symbols and arrows as
 * pictures over the cells they belong to. What a picture shows stands below it in words.
 */
export async function lembarSopDocx(lembar: LembarResmi): Promise<Uint8Array> {
  const pages: (Paragraph | Table)[] = [];
  for (const [at, ruasList] of lembar.halamanList.entries()) {
    pages.push(judulHalaman(lembar.judul), await tabelLangkah(lembar, ruasList, at + 1));
  }
  const legenda = lembar.legenda === null ? [] : [await legendaLine(lembar, lembar.legenda)];
  const file = new Document({
    title: legalText(`SOP ${lembar.judul}`),
    creator: "sopir",
    lastModifiedBy: "sopir",
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: ISI_PT * 2 },
          paragraph: { spacing: { after: 0, line: twip(BARIS_PT), lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: { page: pageOf(lembar) },
        children: [tabelKepala(lembar), ...pages, ...legenda],
      },
    ],
  });
  return Packer.toBuffer(file);
}

/** Word wants the measures of the standing page and turns it itself. */
const pageOf = ({ chart }: LembarResmi) => ({
  size: {
    width: twip(kertasPt[chart.kertas].tinggi),
    height: twip(kertasPt[chart.kertas].lebar),
    orientation: PageOrientation.LANDSCAPE,
  },
  margin: {
    left: twip(tepi.kiri),
    right: twip(tepi.kanan),
    top: twip(tepi.atas),
    bottom: twip(tepi.bawah),
    header: 0,
    footer: 0,
  },
});

/** Each page of the table begins with the name, so high that its rows end where the chart has them. */
const judulHalaman = (judul: string): Paragraph =>
  new Paragraph({
    pageBreakBefore: true,
    spacing: { after: 0, line: twip(tepi.judul - 1), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: legalText(`SOP ${judul}`), bold: true, size: ISI_PT * 2 })],
  });

const LABEL_PT = 126;
const TANDA_TANGAN_PT = 46;
const UDARA_PT = 14;

/** Whose sheet it is, its numbers and dates, and the six lists below. */
function tabelKepala({ instansiList, identitas, daftarList, chart }: LembarResmi): Table {
  const seluruh = kertasPt[chart.kertas].lebar - tepi.kiri - tepi.kanan;
  const kiri = Math.round(seluruh / 2);
  const [label, isi] = [LABEL_PT, seluruh - kiri - LABEL_PT];
  const kanan = { lebar: label + isi, gabung: 2 } as const;
  const identity = identitas.map(([nama, teks], at) => {
    const signed = nama === "DISAHKAN OLEH";
    const instansi =
      at === 0
        ? instansiList.map((one) =>
            line(one, { tebal: true, rata: "tengah", ukuranPt: INSTANSI_PT }),
          )
        : [line("")];
    return new TableRow({
      cantSplit: true,
      height: { value: twip(signed ? TANDA_TANGAN_PT : UDARA_PT), rule: HeightRule.ATLEAST },
      children: [
        cell(instansi, {
          lebar: kiri,
          verticalMerge: at === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
        cell([line(nama, { tebal: true })], { lebar: label }),
        cell([line(teks, { tebal: nama === "NAMA SOP" })], {
          lebar: isi,
          tegak: signed ? "atas" : "tengah",
        }),
      ],
    });
  });
  const lists = daftarList.flatMap(([left, right]) => [
    new TableRow({
      cantSplit: true,
      children: [
        cell([line(left[0], { tebal: true })], { lebar: kiri, shading: KEPALA, udara: PADAT / 2 }),
        cell([line(right[0], { tebal: true })], { ...kanan, shading: KEPALA, udara: PADAT / 2 }),
      ],
    }),
    new TableRow({
      children: [
        cell(entries(left[1]), { lebar: kiri, tegak: "atas", udara: PADAT / 2 }),
        cell(entries(right[1]), { ...kanan, tegak: "atas", udara: PADAT / 2 }),
      ],
    }),
  ]);
  return tableOf([kiri, label, isi], [...identity, ...lists]);
}

const entries = (list: readonly string[]): Paragraph[] =>
  list.length === 0
    ? [line("-")]
    : list.map((teks, at) => line(list.length === 1 ? teks : `${at + 1}. ${teks}`));

async function legendaLine(
  { chart, halamanList }: LembarResmi,
  bidang: Bidang,
): Promise<Paragraph> {
  const { lebar, tinggi } = bidang;
  const data = await potonganPng(chart, halamanList.length, bidang, false);
  return new Paragraph({
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: "png",
        data,
        transformation: { width: lebar * DOTS_PER_PT, height: tinggi * DOTS_PER_PT },
      }),
    ],
  });
}
