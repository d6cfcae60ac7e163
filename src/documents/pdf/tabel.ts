import type { Sel, Tabel } from "../../core/dokumen/model.ts";
import { type Gugus, gugusOf, isUtuh, judulKolom, lebarKolom } from "../tabel.ts";
import { hex, hurufPt, tinta } from "../ukuran.ts";
import { inkOn } from "../xlsx/style.ts";
import type { ContentTable, CustomTableLayout, TableCell } from "./jenis.ts";
import { pdfText, rataPdf, runList } from "./teks.ts";

const PADDING = 4;
const GARIS = 0.5;
/** Columns narrower than a letter cannot be filled; what is beyond these is left out. */
const KOLOM_TERBANYAK = 16;

/** A table over so many points, its header repeated on every page. */
export function pdfTabel(tabel: Tabel, lebarPt: number): ContentTable {
  const kolomList = tabel.kolomList.slice(0, KOLOM_TERBANYAK);
  const inside = lebarPt - kolomList.length * (2 * PADDING + GARIS) - GARIS;
  const widths = lebarKolom(kolomList, inside);
  const header = headerRows(tabel, widths);
  const utuhList = tabel.barisList.map((baris) => isUtuh(baris, widths));
  return {
    table: {
      headerRows: header.length,
      // what is kept together and fits no page is lost
      keepWithHeaderRows: utuhList[0] === true ? 1 : 0,
      dontBreakRows: utuhList.every(Boolean),
      widths: [...widths],
      body: [
        ...header,
        ...tabel.barisList.map((baris) => kolomList.map(({ rata }, at) => cellOf(baris[at], rata))),
      ],
    },
    layout: berGaris,
    fontSize: tabel.kecil ? hurufPt.kecil : hurufPt.teks,
    lineHeight: tabel.kecil ? 1 : 1.1,
    margin: [0, 2, 0, 10],
  };
}

/** Thin lines on all sides of every cell. */
const berGaris: CustomTableLayout = {
  hLineWidth: () => GARIS,
  vLineWidth: () => GARIS,
  hLineColor: () => `#${tinta.garis}`,
  vLineColor: () => `#${tinta.garis}`,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
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
