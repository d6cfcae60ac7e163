import type { Sel, Tabel } from "../../core/dokumen/model.ts";
import { type Gugus, gugusOf, isUtuh, judulKolom, lebarKolom } from "../tabel.ts";
import { hex, hurufPt, tinta } from "../ukuran.ts";
import { inkOn } from "../xlsx/style.ts";
import type { Content, ContentTable, CustomTableLayout, TableCell } from "./jenis.ts";
import { pdfText, rataPdf, runList } from "./teks.ts";

const PADDING = 4;
const PADDING_TEGAK = 2.5;
const GARIS = 0.5;
/** Columns narrower than a letter cannot be filled; what is beyond these is left out. */
const KOLOM_TERBANYAK = 16;

/** A table over so many points, its header repeated on every page. */
export const pdfTabel = (tabel: Tabel, lebarPt: number): ContentTable => ({
  ...tableOf(tabel, lebarPt, { kepala: true }),
  margin: [0, 2, 0, 10],
});

/**
 * A table and the signature below it. The last row and the signature are one row to pdfmake, so that
 * they move together, below the header repeated; the row is a table of its own in it.
 */
export function pdfTabelBertandaTangan(
  tabel: Tabel,
  tandaTangan: Content,
  lebarPt: number,
): readonly Content[] {
  const awal = { ...tabel, barisList: tabel.barisList.slice(0, -1) };
  const akhir = { ...tabel, barisList: tabel.barisList.slice(-1) };
  const widths = widthsOf(tabel, lebarPt);
  if (!akhir.barisList.every((baris) => isUtuh(baris, widths))) {
    return [pdfTabel(tabel, lebarPt), tandaTangan];
  }
  const penutup = [tableOf(akhir, lebarPt, { kepala: false }), tandaTangan];
  return awal.barisList.every((baris) => isUtuh(baris, widths))
    ? [tableOf(awal, lebarPt, { kepala: true, penutup })]
    : [tableOf(awal, lebarPt, { kepala: true }), { stack: penutup, unbreakable: true }];
}

/** A table in a cell begins where the table around it does. */
const TEPI_SEL: [number, number, number, number] = [
  -PADDING - GARIS,
  -PADDING_TEGAK - GARIS,
  -PADDING,
  -PADDING_TEGAK,
];

function tableOf(
  tabel: Tabel,
  lebarPt: number,
  { kepala, penutup }: { readonly kepala: boolean; readonly penutup?: Content[] },
): ContentTable {
  const kolomList = tabel.kolomList.slice(0, KOLOM_TERBANYAK);
  const widths = widthsOf(tabel, lebarPt);
  const header = kepala ? headerRows(tabel, widths) : [];
  const utuhList = tabel.barisList.map((baris) => isUtuh(baris, widths));
  return {
    table: {
      headerRows: header.length,
      // what is kept together and fits no page is lost
      keepWithHeaderRows: (utuhList[0] ?? penutup !== undefined) ? 1 : 0,
      dontBreakRows: utuhList.every(Boolean),
      widths: [...widths],
      body: [
        ...header,
        ...tabel.barisList.map((baris) => kolomList.map(({ rata }, at) => cellOf(baris[at], rata))),
        ...(penutup === undefined ? [] : [closingRow(penutup, kolomList.length)]),
      ],
    },
    layout: berGaris,
    fontSize: tabel.kecil ? hurufPt.kecil : hurufPt.teks,
    lineHeight: tabel.kecil ? 1 : 1.1,
  };
}

/** One cell without lines over all columns. */
const closingRow = (stack: Content[], colSpan: number): TableCell[] => [
  { stack, colSpan, border: [false, false, false, false], margin: TEPI_SEL },
  ...Array.from({ length: colSpan - 1 }, () => ""),
];

function widthsOf({ kolomList: seluruh }: Tabel, lebarPt: number): readonly number[] {
  const kolomList = seluruh.slice(0, KOLOM_TERBANYAK);
  const inside = lebarPt - kolomList.length * (2 * PADDING + GARIS) - GARIS;
  return lebarKolom(kolomList, inside);
}

/** Thin lines on all sides of every cell. */
const berGaris: CustomTableLayout = {
  hLineWidth: () => GARIS,
  vLineWidth: () => GARIS,
  hLineColor: () => `#${tinta.garis}`,
  vLineColor: () => `#${tinta.garis}`,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => PADDING_TEGAK,
  paddingBottom: () => PADDING_TEGAK,
};

function headerRows(tabel: Tabel, widths: readonly number[]): TableCell[][] {
  const titles = widths.map((width, at) =>
    headerCell(judulKolom(tabel.kolomList[at]?.judul ?? "", width), 1),
  );
  const gugusList = gugusOf(tabel, widths);
  return gugusList.length === 0 ? [titles] : [gugusRow(gugusList), titles];
}

/** Every cell a span covers must be there, empty. */
const gugusRow = (gugusList: readonly Gugus[]): TableCell[] =>
  gugusList.flatMap(({ judul, kolom, lebar }) => [
    headerCell(judulKolom(judul, lebar), kolom),
    ...Array.from({ length: kolom - 1 }, () => ""),
  ]);

const headerCell = (judul: string, colSpan: number): TableCell => ({
  text: pdfText(judul),
  colSpan,
  bold: true,
  alignment: "center",
  fillColor: `#${tinta.kepala}`,
});

function cellOf(sel: Sel | undefined, rata: "kiri" | "tengah" | "kanan"): TableCell {
  if (sel === undefined) return "";
  const latar = hex(sel.latar);
  return {
    text: runList(sel.isi),
    alignment: rataPdf[rata],
    ...(latar === null ? {} : { fillColor: `#${latar}`, color: `#${inkOn(`#${latar}`).slice(2)}` }),
  };
}
