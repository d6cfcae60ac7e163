import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  type TableRow,
  TextRun,
  VerticalAlignTable,
  type VerticalMergeType,
} from "docx";
import { legalText } from "../legal-text.ts";
import { dxa, sekeliling } from "./tabel.ts";
import { rataDocx } from "./teks.ts";

const TWIP = 20;
export const DOTS_PER_PT = 96 / 72;
export const twip = (pt: number): number => Math.round(pt * TWIP);
export const ISI_PT = 8;
export const BARIS_PT = 9.6;
export const INSTANSI_PT = 12;
export const PADAT = 60;
const garis = { style: BorderStyle.SINGLE, size: 4, color: "595959" } as const;
export const KEPALA = { type: ShadingType.CLEAR, color: "auto", fill: "EDEDED" } as const;

/** How a line looks. */
export interface Rupa {
  readonly tebal?: boolean;
  readonly rata?: "kiri" | "tengah";
  readonly ukuranPt?: number;
}

/** One paragraph, as high as its letters. */
export const line = (
  teks: string,
  { tebal = false, rata = "kiri", ukuranPt = ISI_PT }: Rupa = {},
): Paragraph =>
  new Paragraph({
    alignment: rataDocx[rata],
    spacing: { after: 0, line: twip(ukuranPt * 1.2), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: legalText(teks), bold: tebal, size: ukuranPt * 2 })],
  });

/** Where a cell stands, and how. */
export interface Letak {
  readonly lebar: number;
  readonly gabung?: number;
  readonly shading?: typeof KEPALA;
  readonly tegak?: "atas" | "tengah";
  /** Room left and right, above and below, in twips. */
  readonly tepi?: number;
  readonly udara?: number;
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
}

/** A cell without more room than it must have: rows end where those of the chart do. */
export const cell = (
  children: Paragraph[],
  { lebar, gabung = 1, tegak = "tengah", ...rest }: Letak,
): TableCell =>
  new TableCell({
    children,
    columnSpan: gabung,
    width: dxa(twip(lebar)),
    margins: {
      top: rest.udara ?? 0,
      bottom: rest.udara ?? 0,
      left: rest.tepi ?? PADAT,
      right: rest.tepi ?? PADAT,
    },
    verticalAlign: tegak === "atas" ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(rest.shading === undefined ? {} : { shading: rest.shading }),
    ...(rest.verticalMerge === undefined ? {} : { verticalMerge: rest.verticalMerge }),
  });

/** A table of columns that are so many points wide. */
export const tableOf = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twip),
    width: dxa(twip(widths.reduce((sum, one) => sum + one, 0))),
    indent: dxa(0),
    borders: sekeliling(garis),
    rows,
  });
