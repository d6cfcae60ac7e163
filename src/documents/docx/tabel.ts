import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Daftar, Isi, Rincian, Sel, Tabel } from "../../core/dokumen/model.ts";
import { gugusOf, isUtuh, judulKolom, lebarKolom } from "../tabel.ts";
import { hex, hurufPt, tinta, twip } from "../ukuran.ts";
import { inkOn } from "../xlsx/style.ts";
import { docxDaftar, type Penghitung } from "./daftar.ts";
import { halfPt, type RupaRun, rataDocx, runList } from "./teks.ts";

/** Word itself stops at 63 columns. */
const KOLOM_TERBANYAK = 60;
const TWIP_PER_PT = 20;

const garis = { style: BorderStyle.SINGLE, size: 4, color: tinta.garis } as const;
const tanpa = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

type Sisi = "top" | "bottom" | "left" | "right" | "insideHorizontal" | "insideVertical";

/** The same line around a table and between its cells. */
export const sekeliling = <G>(garis: G): Readonly<Record<Sisi, G>> => ({
  top: garis,
  bottom: garis,
  left: garis,
  right: garis,
  insideHorizontal: garis,
  insideVertical: garis,
});

/** Borders nobody sees, for what is only set out as a table. */
export const tanpaGaris = sekeliling(tanpa);

/**
 * A table as wide as the room between the margins, its header repeated on every page. Where something
 * must follow, its last row is kept with that.
 */
export function docxTabel(tabel: Tabel, lebarCm: number, menyusul: boolean): Table {
  const kolomList = tabel.kolomList.slice(0, KOLOM_TERBANYAK);
  const widths = lebarKolom(kolomList, twip(lebarCm)).map(Math.floor);
  const size = halfPt(tabel.kecil ? hurufPt.kecil : hurufPt.teks);
  const points = widths.map((one) => one / TWIP_PER_PT);
  const titles = kolomList.map(({ judul }, at) =>
    headerCell(judul, size, { lebar: widths[at] ?? 0, columnSpan: 1 }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: dxa(widths.reduce((sum, one) => sum + one, 0)),
    borders: sekeliling(garis),
    rows: [
      ...gugusRows(tabel, widths, size),
      headerRow(titles),
      ...tabel.barisList.map(
        (baris, ke) =>
          new TableRow({
            cantSplit: isUtuh(baris, points),
            children: kolomList.map(({ rata }, at) =>
              cellOf(baris[at], {
                rata,
                size,
                lebar: widths[at],
                keepNext: menyusul && ke === tabel.barisList.length - 1,
              }),
            ),
          }),
      ),
    ],
  });
}

/** How labels are set out. */
interface LetakRincian {
  readonly labelCm: number;
  readonly lebarCm: number;
  readonly penghitung: Penghitung;
  /** Whether what follows must not be parted from the last of them. */
  readonly menyusul: boolean;
}

/** Labels, colons under each other, and what belongs to them. */
export const docxRincian = (
  barisList: Rincian["barisList"],
  { labelCm, lebarCm, penghitung, menyusul }: LetakRincian,
): Table => {
  const widths = [twip(labelCm), twip(0.4), twip(lebarCm - labelCm - 0.4)];
  const cell = (isi: Isi, at: number, { keepNext, daftar }: IsiSel): TableCell =>
    new TableCell({
      width: dxa(widths[at]),
      margins: { left: 0, right: 60 },
      children: [
        ...(daftar !== undefined && isi.length === 0
          ? []
          : [new Paragraph({ keepNext, spacing: { after: 0 }, children: runList(isi) })]),
        ...(daftar === undefined ? [] : docxDaftar(daftar, penghitung, { menyusul: keepNext })),
        // a cell without a paragraph is none to Word
        ...(daftar?.butirList.length === 0 && isi.length === 0 ? [new Paragraph({})] : []),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: dxa(twip(lebarCm)),
    borders: tanpaGaris,
    rows: (barisList.length === 0 ? BARIS_KOSONG : barisList).map(({ label, isi, daftar }, at) => {
      const keepNext = menyusul && at === barisList.length - 1;
      return new TableRow({
        children: [
          cell([{ teks: label }], 0, { keepNext }),
          cell([{ teks: ":" }], 1, { keepNext }),
          cell(isi, 2, { keepNext, daftar }),
        ],
      });
    }),
  });
};

interface IsiSel {
  readonly keepNext: boolean;
  readonly daftar?: Daftar | undefined;
}

const BARIS_KOSONG: Rincian["barisList"] = [{ label: "", isi: [] }];

/** A width in twentieths of a point. */
export const dxa = (size: number | undefined): { size: number; type: typeof WidthType.DXA } => ({
  size: size ?? 0,
  type: WidthType.DXA,
});

const headerRow = (children: TableCell[]): TableRow =>
  new TableRow({ tableHeader: true, cantSplit: true, children });

/** The line above the titles, its cells as wide as the columns they span. */
function gugusRows(tabel: Tabel, widths: readonly number[], size: number): TableRow[] {
  const cells = gugusOf(tabel, widths).map(({ judul, kolom, lebar }) =>
    headerCell(judul, size, { lebar, columnSpan: kolom }),
  );
  return cells.length === 0 ? [] : [headerRow(cells)];
}

const headerCell = (
  judul: string,
  size: number,
  { lebar, columnSpan }: { readonly lebar: number; readonly columnSpan: number },
): TableCell =>
  new TableCell({
    columnSpan,
    width: dxa(lebar),
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { type: ShadingType.CLEAR, color: "auto", fill: tinta.kepala },
    margins: tepiSel,
    children: [
      new Paragraph({
        alignment: rataDocx.tengah,
        spacing: { after: 0 },
        children: runList([{ teks: judulKolom(judul, lebar / TWIP_PER_PT) }], { bold: true, size }),
      }),
    ],
  });

function cellOf(
  sel: Sel | undefined,
  opsi: {
    readonly rata: "kiri" | "tengah" | "kanan";
    readonly size: number;
    readonly lebar: number | undefined;
    readonly keepNext: boolean;
  },
): TableCell {
  const latar = hex(sel?.latar ?? null);
  const rupa: RupaRun = {
    size: opsi.size,
    ...(latar === null ? {} : { color: inkOn(`#${latar}`).slice(2) }),
  };
  return new TableCell({
    width: dxa(opsi.lebar),
    margins: tepiSel,
    ...(latar === null ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill: latar } }),
    children: [
      new Paragraph({
        keepNext: opsi.keepNext,
        alignment: rataDocx[opsi.rata],
        spacing: { after: 0 },
        children: runList(sel?.isi ?? [], rupa),
      }),
    ],
  });
}

const tepiSel = { top: 50, bottom: 50, left: 80, right: 80 } as const;
